import { describe, expect, test } from 'vitest';
import { conclude } from '#domain/conclusion/conclude.ts';
import { evaluate } from '#domain/conclusion/evaluate.ts';
import { blankBallot, type Ballot } from '#domain/forms/ballot.ts';
import type { Comparison } from '#domain/regulation/pack.ts';
import { buildCase, dossier, given, shippedPack, withRules } from './build-case.ts';

/**
 * The least number of votes that is enough, for n = 1 … 30, written out by hand: for "at least" the fraction of n rounded up, for
 * "more than" the next whole number above it.
 */
const least: Readonly<Record<string, Readonly<Record<Comparison, readonly number[]>>>> = {
  '1/2': {
    atLeast: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15, 15],
    moreThan: [1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15, 15, 16],
  },
  '2/3': {
    atLeast: [
      1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 10, 10, 11, 12, 12, 13, 14, 14, 15, 16, 16, 17, 18, 18, 19, 20, 20,
    ],
    moreThan: [
      1, 2, 3, 3, 4, 5, 5, 6, 7, 7, 8, 9, 9, 10, 11, 11, 12, 13, 13, 14, 15, 15, 16, 17, 17, 18, 19, 19, 20, 21,
    ],
  },
  '3/4': {
    atLeast: [
      1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 9, 10, 11, 12, 12, 13, 14, 15, 15, 16, 17, 18, 18, 19, 20, 21, 21, 22, 23,
    ],
    moreThan: [
      1, 2, 3, 4, 4, 5, 6, 7, 7, 8, 9, 10, 10, 11, 12, 13, 13, 14, 15, 16, 16, 17, 18, 19, 19, 20, 21, 22, 22, 23,
    ],
  },
  '4/5': {
    atLeast: [
      1, 2, 3, 4, 4, 5, 6, 7, 8, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 16, 17, 18, 19, 20, 20, 21, 22, 23, 24, 24,
    ],
    moreThan: [
      1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 9, 10, 11, 12, 13, 13, 14, 15, 16, 17, 17, 18, 19, 20, 21, 21, 22, 23, 24, 25,
    ],
  },
};

const shares = Object.entries(least).flatMap(([share, byComparison]) =>
  (['atLeast', 'moreThan'] as const).map((comparison) => {
    const [num = 0, den = 1] = share.split('/').map(Number);
    return { share, num, den, comparison, table: byComparison[comparison] };
  }),
);

describe('the majority table of every n from 1 to 30', () => {
  test.each(shares)('$comparison $share', ({ num, den, comparison, table }) => {
    expect(table).toHaveLength(30);
    table.forEach((enough, index) => {
      const n = index + 1;
      for (let votes = 0; votes <= n; votes += 1) {
        const { kind } = evaluate(
          { op: 'share', part: 'votes', whole: 'n', num, den, comparison, negated: false },
          {
            figures: [
              { key: 'votes', value: String(votes) },
              { key: 'n', value: String(n) },
            ],
            children: [],
          },
        );
        expect(kind, `${votes} of ${n}`).toBe(votes >= enough ? 'holds' : 'fails');
      }
    });
  });

  test('nobody present is never enough', () => {
    const { kind } = evaluate(
      { op: 'share', part: 'votes', whole: 'n', num: 1, den: 2, comparison: 'atLeast', negated: false },
      {
        figures: [
          { key: 'votes', value: '0' },
          { key: 'n', value: '0' },
        ],
        children: [],
      },
    );
    expect(kind).toBe('fails');
  });
});

const opinion = (chosen: string): Ballot => ({
  ...blankBallot,
  answers: Object.fromEntries(
    ['urgency', 'influence', 'national'].map((key) => [
      key,
      { value: { kind: 'passFail' as const, passed: true }, comment: '' },
    ]),
  ),
  opinion: chosen,
});

describe('the same table through a whole council', () => {
  const pack = shippedPack('identification-2023');
  test.each(shares)('$comparison $share decides a proposal and a quorum', ({ num, den, comparison, table }) => {
    const fraction = { num, den, comparison };
    const own = withRules(pack, 'identification', (rules) => ({
      ...rules,
      quorum: { ...rules.quorum, presence: { ...rules.quorum.presence, fraction }, presiding: null, offices: [] },
      conclusion:
        rules.conclusion.method === 'vote'
          ? { ...rules.conclusion, approval: { ...rules.conclusion.approval, fraction } }
          : rules.conclusion,
    }));
    for (const n of [1, 3, 5, 7, 8, 9, 12, 30]) {
      const enough = table[n - 1] ?? 0;
      for (const votes of [enough - 1, enough]) {
        const proposal = buildCase(own, 'identification', n, {
          dossiers: [dossier('d1', 'b2')],
          ballots: Array.from({ length: n }, (_, index) =>
            given(`m${index + 1}`, 'd1', opinion(index < votes ? 'approve' : 'reject')),
          ),
        });
        expect(conclude(proposal).dossiers[0]?.verdict, `${votes} of ${n}`).toBe(
          votes >= enough ? 'recommended' : 'notRecommended',
        );
        const attendance = Object.fromEntries(
          Array.from({ length: n }, (_, index) => [
            `m${index + 1}`,
            index < votes ? ('present' as const) : ('absent' as const),
          ]),
        );
        expect(conclude({ ...proposal, attendance }).quorum.met, `quorum ${votes} of ${n}`).toBe(votes >= enough);
      }
    }
  });
});
