import Big from 'big.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankBallot, type Ballot } from '#domain/forms/ballot.ts';
import type { Form } from '#domain/forms/form.ts';
import { checkBallot, criteriaOf, formTotalMax, pointsOf } from '#domain/forms/points.ts';
import { b8, marksBallot, pointsBallot, shippedPack } from '../conclusion/build-case.ts';

const formOf = (pack: string, id: string): Form => {
  const form = shippedPack(pack)
    .councils.flatMap(({ forms }) => forms)
    .find((item) => item.id === id);
  if (!form) throw new Error(id);
  return form;
};
const nscl = formOf('nscl-selection-2022', 'b8');
const codes = (form: Form, ballot: Ballot, products: Parameters<typeof checkBallot>[1] = []): readonly string[] =>
  checkBallot(form, products, ballot).problems.map(({ key, code }) => `${key ?? ''} ${code}`);

describe('points of a ballot', () => {
  test('B8-ĐGNV adds up to 100 and a full ballot to its points', () => {
    expect(formTotalMax(nscl)).toBe('100');
    expect(checkBallot(nscl, [], b8('12.5', '40', '30.5'))).toMatchObject({
      complete: true,
      total: '83',
      problems: [],
    });
  });

  test('a form of marks multiplies by the coefficients: 20/2023 Điều 12, 4 everywhere is 100', () => {
    const applied = formOf('national-selection-2023', 'applied');
    const keys = ['overview', 'content', 'products', 'application', 'plan', 'capacity'];
    expect(formTotalMax(applied)).toBe('100');
    expect(checkBallot(applied, [], marksBallot(Object.fromEntries(keys.map((key) => [key, 4])))).total).toBe('100');
    expect(
      checkBallot(applied, [], marksBallot({ ...Object.fromEntries(keys.map((key) => [key, 3])), content: 2 })).total,
    ).toBe('69');
  });

  test('every shipped form of points adds up to 100', () => {
    for (const id of [
      'nscl-selection-2022',
      'national-selection-2023',
      'acceptance-draft-100',
      'template-minimums',
      'template-lateness',
      'template-bands',
    ])
      for (const { forms } of shippedPack(id).councils)
        for (const form of forms) expect(formTotalMax(form), form.id).toBe('100');
  });

  test('decimals that binary fractions can’t hold add up exactly', () => {
    const form: Form = {
      ...nscl,
      groups: [
        {
          id: 'all',
          label: 'Tất cả',
          criteria: ['a', 'b', 'c'].map((id) => ({
            id,
            label: id,
            guidance: null,
            scale: { kind: 'points', max: '1', step: '0.1', min: null },
            allowNotApplicable: false,
            comment: 'none',
            perProduct: false,
          })),
        },
      ],
      overallComment: 'none',
    };
    expect(checkBallot(form, [], pointsBallot({ a: '0.1', b: '0.2', c: '0.7' }))).toMatchObject({
      total: '1',
      complete: true,
    });
    expect(checkBallot(form, [], pointsBallot({ a: '0.1', b: '0.2', c: '0.0' })).total).toBe('0.3');
  });

  test('what is amiss is named with its place', () => {
    expect(codes(nscl, { ...blankBallot, comment: 'x' })).toEqual([
      'urgency blankItem',
      'feasibility blankItem',
      'effectiveness blankItem',
    ]);
    expect(codes(nscl, b8('15.5', '40.25', '30'))).toEqual(['urgency aboveMaximum', 'feasibility offStep']);
    expect(codes(nscl, { ...b8('1', '1', '1'), comment: '  ' })).toEqual([' missingComment']);
    expect(codes(nscl, marksBallot({ urgency: 3 }))).toContain('urgency wrongScale');
    expect(codes(nscl, pointsBallot({ urgency: '1', feasibility: '1', effectiveness: '1', other: '1' }))).toEqual([
      'other unknownCriterion',
    ]);
  });

  test('a half-filled ballot has no total but a running one', () => {
    expect(checkBallot(nscl, [], pointsBallot({ urgency: '10' }))).toMatchObject({
      complete: false,
      total: null,
      runningTotal: '10',
      perGroup: [{ id: 'assessment', points: '10', max: '100' }],
    });
  });

  test('an abstaining ballot is complete and has no total', () => {
    expect(checkBallot(nscl, [], { ...blankBallot, abstained: true })).toMatchObject({
      complete: true,
      total: null,
      problems: [],
    });
  });

  test('criteria judged per product are asked once for each product', () => {
    const form = formOf('acceptance-2014', 'm7');
    const products = [
      { id: 'p1', name: 'Mô hình' },
      { id: 'p2', name: 'Tài liệu' },
    ];
    expect(criteriaOf(form, products).map(({ key }) => key)).toEqual([
      'quantity:p1',
      'quantity:p2',
      'volume:p1',
      'volume:p2',
      'quality:p1',
      'quality:p2',
      'reportLevel',
    ]);
    expect(
      codes(
        form,
        { ...blankBallot, answers: { 'quality:p3': { value: { kind: 'levels', level: 'pass' }, comment: '' } } },
        products,
      ),
    ).toContain('quality:p3 unknownCriterion');
  });

  test('an opinion that is missing or unknown is told', () => {
    const form = formOf('identification-2023', 'b2');
    expect(codes(form, blankBallot)).toContain(' missingOpinion');
    expect(codes(form, { ...blankBallot, opinion: 'maybe' })).toContain(' unknownOpinion');
  });

  test('the total is the sum of the points, whatever they are', () => {
    const half = (max: number) =>
      fc.integer({ min: 0, max: max * 2 }).map((halves) => new Big(halves).div(2).toFixed());
    fc.assert(
      fc.property(half(15), half(50), half(35), (urgency, feasibility, effectiveness) => {
        const sum = new Big(urgency).plus(feasibility).plus(effectiveness).toFixed();
        expect(checkBallot(nscl, [], b8(urgency, feasibility, effectiveness))).toMatchObject({
          complete: true,
          total: sum,
        });
      }),
    );
  });

  test('not applicable is worth nothing, and not nothing at all', () => {
    expect(pointsOf({ kind: 'points', max: '5', step: '1', min: null }, { kind: 'notApplicable' })).toBeNull();
    expect(pointsOf({ kind: 'marks', top: 4, coefficient: '2.5' }, { kind: 'marks', mark: 3 })).toBe('7.5');
  });
});
