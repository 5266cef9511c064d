import Big from 'big.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '#domain/conclusion/case.ts';
import { outcomesOf } from '#domain/conclusion/conclude.ts';
import { applyChange, findWhatIf, type WhatIfChange } from '#domain/conclusion/what-if.ts';
import { blankBallot, type Ballot } from '#domain/forms/ballot.ts';
import type { Form } from '#domain/forms/form.ts';
import type { Pack, PointsRules } from '#domain/regulation/pack.ts';
import { buildCase, dossier, given, marksBallot, pointsBallot, shippedPack, withRules } from './build-case.ts';

const source = { document: null, clause: null, mark: 'unverified' as const, note: null };

/** A small form so that every possible ballot can be tried: 4 and 6 points in steps of 1. */
const smallForm: Form = {
  id: 'small',
  code: null,
  title: 'Biểu thử',
  source,
  groups: [
    {
      id: 'all',
      label: 'Tiêu chí',
      criteria: [
        ['first', '4', '1'],
        ['second', '6', null],
      ].map(([id, max, min]) => ({
        id: id ?? '',
        label: id ?? '',
        guidance: null,
        scale: { kind: 'points' as const, max: max ?? '', step: '1', min: min ?? null },
        allowNotApplicable: false,
        comment: 'none' as const,
        perProduct: false,
      })),
    },
  ],
  opinions: [],
  overallComment: 'none',
};
/** The same with marks of unequal weight: 2 x 1 and 2 x 4. */
const marksForm: Form = {
  ...smallForm,
  id: 'small',
  groups: [
    {
      id: 'all',
      label: 'Tiêu chí',
      criteria: [
        ['first', '1'],
        ['second', '4'],
      ].map(([id, coefficient]) => ({
        id: id ?? '',
        label: id ?? '',
        guidance: null,
        scale: { kind: 'marks' as const, top: 2, coefficient: coefficient ?? '' },
        allowNotApplicable: false,
        comment: 'none' as const,
        perProduct: false,
      })),
    },
  ],
};

const packOf = (form: Form, rules: Partial<PointsRules>): Pack =>
  withRules(shippedPack('nscl-selection-2022'), 'selection', (council) => ({
    ...council,
    forms: [form],
    conclusion:
      council.conclusion.method === 'points'
        ? {
            ...council.conclusion,
            outOf: { points: '10', source },
            threshold: { points: '6', comparison: 'atLeast', source },
            ...rules,
          }
        : council.conclusion,
  }));

const turns = (before: Case, after: Case): boolean =>
  JSON.stringify([...outcomesOf(before)]) !== JSON.stringify([...outcomesOf(after)]);

type Answers = Readonly<Record<string, number>>;
const grid = (form: Form): readonly Answers[] => {
  const [first, second] = form.groups[0]?.criteria ?? [];
  const rungs = (scale: typeof first): readonly number[] => {
    const top =
      scale?.scale.kind === 'points' ? Number(scale.scale.max) : scale?.scale.kind === 'marks' ? scale.scale.top : 0;
    return Array.from({ length: top + 1 }, (_, rung) => rung);
  };
  return rungs(first).flatMap((one) => rungs(second).map((two) => ({ first: one, second: two })));
};

const ballotOf = (form: Form, answers: Answers): Ballot =>
  form.groups[0]?.criteria[0]?.scale.kind === 'marks'
    ? marksBallot(answers)
    : pointsBallot(Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, String(value)])));

const worth = (form: Form, from: Answers, to: Answers): number =>
  (form.groups[0]?.criteria ?? []).reduce((sum, { id, scale }) => {
    const step = scale.kind === 'marks' ? Number(scale.coefficient) : 1;
    return sum + Math.abs((from[id] ?? 0) - (to[id] ?? 0)) * step;
  }, 0);

/** Tries every other ballot every member could have given for every dossier. */
const bruteForce = (input: Case, form: Form, table: readonly (readonly Answers[])[]) => {
  let [cell, ballot] = [Infinity, Infinity];
  table.forEach((row, member) =>
    row.forEach((answers, at) => {
      for (const other of grid(form)) {
        const cost = worth(form, answers, other);
        const single = Object.keys(answers).filter((key) => answers[key] !== other[key]).length === 1;
        if (cost === 0 || (cost >= ballot && !(single && cost < cell))) continue;
        const changed: Case = {
          ...input,
          ballots: input.ballots.map((entry) =>
            entry.member === `m${member + 1}` && entry.dossier === `d${at + 1}`
              ? { ...entry, ballot: ballotOf(form, other) }
              : entry,
          ),
        };
        if (!turns(input, changed)) continue;
        ballot = Math.min(ballot, cost);
        if (single) cell = Math.min(cell, cost);
      }
    }),
  );
  return { cell, ballot };
};

const costOf = (found: { readonly change: WhatIfChange } | null): number =>
  found && 'cost' in found.change ? new Big(found.change.cost).toNumber() : Infinity;

const rulesToTry: readonly (readonly [string, Partial<PointsRules>])[] = [
  ['threshold and the chair’s score', {}],
  ['no zero rule, every dossier that passes', { zeroRule: null, ranking: { recommend: 'all', ties: [], source } }],
  [
    'a minimum in the mean',
    {
      zeroRule: null,
      criterionMinimum: { on: 'mean', source },
      threshold: { points: '5', comparison: 'moreThan', source },
    },
  ],
  [
    'a minimum on every ballot and a zero rule that bites early',
    {
      criterionMinimum: { on: 'everyBallot', source },
      zeroRule: { fraction: { num: 1, den: 3, comparison: 'atLeast' }, of: 'present', source },
    },
  ],
  [
    'a ladder over both criteria and a lot',
    {
      threshold: { points: '3', comparison: 'atLeast', source },
      ranking: {
        recommend: 'first',
        ties: [
          { kind: 'criterion', criterion: 'first', source },
          { kind: 'criterion', criterion: 'second', source },
          { kind: 'lot', source },
        ],
        source,
      },
    },
  ],
];

describe('what-if finds the smallest change, as trying everything does', () => {
  describe.each([
    ['points', smallForm],
    ['marks of unequal weight', marksForm],
  ] as const)('%s', (_, form) => {
    test.each(rulesToTry)('%s', (_name, rules) => {
      const pack = packOf(form, form === marksForm ? { ...rules, criterionMinimum: null } : rules);
      const answers = fc.constantFrom(...grid(form));
      fc.assert(
        fc.property(
          fc.array(fc.array(answers, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 3 }),
          fc.constantFrom('seed one', 'seed two'),
          (table, seed) => {
            const input = buildCase(pack, 'selection', table.length, {
              dossiers: [dossier('d1', 'small'), dossier('d2', 'small')],
              ballots: table.flatMap((row, member) =>
                row.map((given_, at) => given(`m${member + 1}`, `d${at + 1}`, ballotOf(form, given_))),
              ),
              ties: [{ kind: 'lot', dossiers: ['d1', 'd2'], seed }],
            });
            const best = bruteForce(input, form, table);
            const report = findWhatIf(input);
            expect(costOf(report.criterion)).toBe(best.cell);
            expect(costOf(report.ballot)).toBe(best.ballot);
            for (const found of [report.criterion, report.ballot, ...report.absences])
              if (found) expect(turns(input, applyChange(input, found.change))).toBe(true);
            const absent = input.members.filter(({ id }) =>
              turns(input, applyChange(input, { kind: 'absence', member: id })),
            );
            expect(report.absences.map(({ change }) => change.member)).toEqual(absent.map(({ id }) => id));
          },
        ),
        { numRuns: 5, seed: 20261123 },
      );
    });
  });
});

describe('what-if in words', () => {
  const pack = packOf(smallForm, { zeroRule: null });
  const input = buildCase(pack, 'selection', 3, {
    dossiers: [dossier('d1', 'small')],
    ballots: [
      given('m1', 'd1', ballotOf(smallForm, { first: 3, second: 3 })),
      given('m2', 'd1', ballotOf(smallForm, { first: 3, second: 3 })),
      given('m3', 'd1', ballotOf(smallForm, { first: 3, second: 4 })),
    ],
  });

  test('it says who, what, and what turns', () => {
    expect(findWhatIf(input).criterion).toMatchObject({
      change: {
        kind: 'criterion',
        member: 'm1',
        dossier: 'd1',
        key: 'first',
        to: { kind: 'points', points: '1' },
        cost: '2',
      },
      turns: [{ dossier: 'd1', from: { verdict: 'recommended' }, to: { verdict: 'notRecommended' } }],
      text: {
        vi: 'Nếu Thành viên 1 cho “first” của “Hồ sơ d1” 1 thay vì 3 thì “Hồ sơ d1” đổi từ “Đề nghị” sang “Không đề nghị”',
      },
    });
  });
});

describe('what-if with votes and levels', () => {
  test('one opinion at the edge turns a proposal', () => {
    const vote = (chosen: string): Ballot => ({
      ...blankBallot,
      answers: Object.fromEntries(
        ['urgency', 'influence', 'national'].map((key) => [
          key,
          { value: { kind: 'passFail' as const, passed: true }, comment: '' },
        ]),
      ),
      opinion: chosen,
    });
    const input = buildCase(shippedPack('identification-2023'), 'identification', 9, {
      dossiers: [dossier('d1', 'b2')],
      ballots: Array.from({ length: 9 }, (_, index) =>
        given(`m${index + 1}`, 'd1', vote(index < 7 ? 'approve' : 'reject')),
      ),
    });
    const report = findWhatIf(input);
    expect(report.ballot?.change).toMatchObject({
      kind: 'judgement',
      member: 'm1',
      from: 'for',
      to: 'against',
      cost: '1',
    });
    expect(report.criterion).toBeNull();
    expect(report.absences.map(({ change }) => change.member)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7']);
  });

  test('one level of one product turns an acceptance', () => {
    const judged = (level: 'excellent' | 'pass'): Ballot => ({
      ...blankBallot,
      answers: Object.fromEntries(
        ['quantity:p1', 'volume:p1', 'quality:p1', 'reportLevel'].map((key) => [
          key,
          { value: { kind: 'levels' as const, level }, comment: '' },
        ]),
      ),
    });
    const input = buildCase(shippedPack('acceptance-2014'), 'acceptance', 8, {
      dossiers: [dossier('d1', 'm7', { products: [{ id: 'p1', name: 'Quy trình', quantity: null, volume: null }] })],
      ballots: Array.from({ length: 8 }, (_, index) =>
        given(`m${index + 1}`, 'd1', judged(index < 6 ? 'excellent' : 'pass')),
      ),
    });
    const report = findWhatIf(input);
    expect(report.criterion?.change).toMatchObject({ kind: 'criterion', member: 'm1', key: 'quantity:p1', cost: '1' });
    expect(report.criterion?.turns[0]?.to.grade).toBe('pass');
    expect(report.ballot?.change).toMatchObject({ kind: 'judgement', from: 'excellent', to: 'pass', cost: '1' });
  });
});
