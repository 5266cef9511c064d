import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseFileJsonSchema, readCaseFile } from '#domain/conclusion/case-file.ts';
import { shippedPack } from './build-case.ts';

const packs = [shippedPack('nscl-selection-2022'), shippedPack('identification-2023'), shippedPack('acceptance-2014')];
const good = {
  format: 1,
  pack: 'nscl-selection-2022',
  council: 'selection',
  members: [
    { id: 'm1', office: 'chair' },
    { id: 'm2', office: 'reviewer' },
    { id: 'tk', office: 'administrativeSecretary' },
  ],
  dossiers: [{ id: 'd1' }],
  ballots: [{ member: 'm1', dossier: 'd1', answers: { urgency: 12.5, feasibility: '40', effectiveness: null } }],
};
const refusals = (change: object): readonly string[] => {
  const read = readCaseFile({ ...good, ...change }, packs);
  return read.ok ? [] : read.problems.map(({ place, reason }) => `${place}: ${reason.vi}`);
};
const ballot = good.ballots[0];

describe('a case file', () => {
  test('says little and is filled up with what is usual', () => {
    const read = readCaseFile(good, packs);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.case.attendance).toEqual({ m1: 'present', m2: 'present', tk: 'present' });
    expect(read.case.dossiers[0]).toMatchObject({
      formId: 'b8',
      lateness: { daysLate: 0, due: null, consented: false },
    });
    expect(read.case.ballots[0]?.ballot.answers).toEqual({
      urgency: { value: { kind: 'points', points: '12.5' }, comment: '' },
      feasibility: { value: { kind: 'points', points: '40' }, comment: '' },
      effectiveness: { value: null, comment: '' },
    });
  });

  test('takes a pack by id, by id and version, or whole', () => {
    for (const pack of ['nscl-selection-2022', 'nscl-selection-2022@1', shippedPack('nscl-selection-2022')])
      expect(readCaseFile({ ...good, pack }, packs).ok).toBe(true);
    expect(refusals({ pack: 'nscl-selection-2022@2' })).toEqual([
      'pack: không có bộ quy định “nscl-selection-2022@2” trong thư viện',
    ]);
  });

  test.each<readonly [string, object, string]>([
    ['an unknown member', { ballots: [{ ...ballot, member: 'm9' }] }, 'ballots[0].member: không có thành viên “m9”'],
    ['an unknown dossier', { ballots: [{ ...ballot, dossier: 'd9' }] }, 'ballots[0].dossier: không có hồ sơ “d9”'],
    [
      'two ballots of one member',
      { ballots: [ballot, ballot] },
      'ballots[1]: thành viên “m1” có hai phiếu cho hồ sơ “d1”',
    ],
    [
      'a ballot of the administrative secretary',
      { ballots: [{ ...ballot, member: 'tk' }] },
      'ballots[0].member: “tk” là thư ký hành chính, không phải thành viên nên không có phiếu',
    ],
    [
      'an unknown criterion',
      { ballots: [{ ...ballot, answers: { beauty: 1 } }] },
      'ballots[0].answers.beauty: biểu không có tiêu chí “beauty” cho hồ sơ này',
    ],
    [
      'points in words',
      { ballots: [{ ...ballot, answers: { urgency: 'mười' } }] },
      'ballots[0].answers.urgency: cần số điểm như 12.5 (nhiều nhất 6 chữ số thập phân)',
    ],
    [
      'points no decimal can hold',
      { ballots: [{ ...ballot, answers: { urgency: 0.1 + 0.2 } }] },
      'ballots[0].answers.urgency: cần số điểm như 12.5 (nhiều nhất 6 chữ số thập phân)',
    ],
    [
      'a kind of council the pack has no rules for',
      { council: 'acceptance' },
      'council: bộ quy định không có phần cho loại hội đồng “acceptance”',
    ],
    [
      'an unknown form',
      { dossiers: [{ id: 'd1', form: 'b9' }], ballots: [] },
      'dossiers[0].formId: bộ quy định không có biểu “b9” cho loại hội đồng này',
    ],
    ['members twice', { members: [...good.members, { id: 'm1', office: 'member' }] }, 'members[3].id: trùng mã “m1”'],
    ['two chairs', { members: [...good.members, { id: 'm4', office: 'chair' }] }, 'members: có hơn một chủ tịch'],
    [
      'a casting vote on nothing',
      { ties: [{ kind: 'castingVote', order: ['d1', 'd7'], reason: '' }] },
      'ties[0].order[1]: không có hồ sơ “d7”',
    ],
    [
      'a vote on nothing',
      { followUpVotes: [{ dossier: 'd1', topic: 'name', agree: 1, disagree: 0 }] },
      'followUpVotes[0].topic: bộ quy định không có nội dung biểu quyết “name”',
    ],
    [
      'an unknown office',
      { members: [{ id: 'm1', office: 'king' }] },
      'members[0].office: phải là một trong: chair, viceChair, reviewer, scientificSecretary, member, administrativeSecretary',
    ],
    ['an unknown key', { extra: true }, ': có mục không biết: extra'],
    ['no dossier', { dossiers: [], ballots: [] }, 'dossiers: cần ít nhất 1 mục'],
  ])('with %s is refused with the place and the reason', (_, change, expected) => {
    expect(refusals(change)).toContain(expected);
  });

  test('with more votes than members is refused', () => {
    const read = readCaseFile(
      {
        format: 1,
        pack: 'identification-2023',
        council: 'identification',
        members: [{ id: 'm1', office: 'chair' }],
        dossiers: [{ id: 'd1', form: 'b2' }],
        followUpVotes: [{ dossier: 'd1', topic: 'name', agree: 2, disagree: 0 }],
      },
      packs,
    );
    expect(read.ok ? [] : read.problems.map(({ place }) => place)).toEqual(['followUpVotes[0]']);
  });

  test('with an order of nothing is refused', () => {
    const read = readCaseFile(
      {
        format: 1,
        pack: 'acceptance-2014',
        council: 'acceptance',
        members: [{ id: 'm1', office: 'chair' }],
        dossiers: [{ id: 'd1', products: [{ id: 'p1', quantity: { ordered: 0, delivered: 3 } }] }],
      },
      packs,
    );
    expect(read.ok ? [] : read.problems.map(({ place }) => place)).toEqual([
      'dossiers[0].products[0].quantity.ordered',
    ]);
  });

  test('whatever it holds, reading it never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(good), 'ties', 'recusals', 'followUpVotes'),
        fc.jsonValue({ maxDepth: 3 }),
        (key, value) => {
          const read = readCaseFile({ ...good, [key]: value }, packs);
          if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('has a published JSON Schema in which only what must be said is required', () => {
    expect(caseFileJsonSchema()).toMatchObject({
      $id: 'urn:hoidong:case:1',
      required: ['format', 'pack', 'council', 'members', 'dossiers'],
    });
  });
});
