import Big from 'big.js';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Case } from '#domain/conclusion/case.ts';
import { checkCase } from '#domain/conclusion/check-case.ts';
import { conclude } from '#domain/conclusion/conclude.ts';
import { recompute } from '#domain/conclusion/evaluate.ts';
import type { Conclusion, Step, Verdict } from '#domain/conclusion/step.ts';
import { b8, buildCase, dossier, given, shippedPack, withRules } from './build-case.ts';

const nscl = shippedPack('nscl-selection-2022');
const source = { document: null, clause: null, mark: 'unverified' as const, note: null };
/** The shipped pack with a full ladder, so that ties are broken by every kind of rung. */
const laddered = withRules(nscl, 'selection', (rules) => ({
  ...rules,
  conclusion:
    rules.conclusion.method === 'points'
      ? {
          ...rules.conclusion,
          threshold: { points: '20', comparison: 'atLeast', source },
          ranking: {
            recommend: 'first',
            ties: [
              { kind: 'chairScore', source },
              { kind: 'criterion', criterion: 'feasibility', source },
              { kind: 'lot', source },
            ],
            source,
          },
        }
      : rules.conclusion,
}));

type Points = readonly [number, number, number];
const halves = (value: number): string => new Big(value).div(2).toFixed();
// Few different values, so that ties and zeros happen often.
const points: fc.Arbitrary<Points> = fc.tuple(
  fc.constantFrom(0, 10, 20, 30),
  fc.constantFrom(0, 30, 60, 100),
  fc.constantFrom(0, 20, 41, 70),
);
const status = fc.constantFrom(
  'present' as const,
  'present' as const,
  'present' as const,
  'online' as const,
  'absent' as const,
);
type Table = readonly {
  readonly status: 'present' | 'online' | 'absent';
  readonly row: readonly (Points | 'abstained' | 'blank' | null)[];
}[];
const table: fc.Arbitrary<Table> = fc.array(
  fc.record({
    status,
    row: fc.array(
      fc.oneof({ weight: 6, arbitrary: points }, fc.constantFrom('abstained' as const, 'blank' as const, null)),
      {
        minLength: 3,
        maxLength: 3,
      },
    ),
  }),
  { minLength: 7, maxLength: 9 },
);

const caseOf = (rows: Table, seed: string, pack = laddered): Case =>
  buildCase(pack, 'selection', rows.length, {
    dossiers: ['d1', 'd2', 'd3'].map((id) => dossier(id, 'b8')),
    attendance: Object.fromEntries(rows.map((row, index) => [`m${index + 1}`, row.status])),
    ballots: rows.flatMap(({ row }, member) =>
      row.flatMap((cell, at) => {
        if (cell === null) return [];
        const ballot =
          cell === 'abstained' || cell === 'blank'
            ? { ...b8('0', '0', '0'), answers: {}, abstained: cell === 'abstained' }
            : b8(halves(cell[0]), halves(cell[1]), halves(cell[2]));
        return [given(`m${member + 1}`, `d${at + 1}`, ballot, { origin: member % 2 === 0 ? 'paper' : 'file' })];
      }),
    ),
    ties: [
      ['d1', 'd2'],
      ['d1', 'd3'],
      ['d2', 'd3'],
      ['d1', 'd2', 'd3'],
    ].map((dossiers) => ({ kind: 'lot', dossiers, seed })),
  });

const stepsIn = (step: Step): readonly Step[] => [step, ...step.children.flatMap(stepsIn)];
const core = (conclusion: Conclusion): unknown =>
  conclusion.dossiers.map(({ id, verdict, mean, rank, tiedWith, denominators }) => ({
    id,
    verdict,
    mean,
    rank,
    tiedWith,
    denominators,
  }));

describe('what holds for every council', () => {
  test('the case is one the engine takes, and the order of ballots, members’ lists and acts doesn’t matter', () => {
    fc.assert(
      fc.property(
        table,
        fc.string({ minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (rows, seed, order) => {
          const input = caseOf(rows, seed);
          expect(checkCase(input)).toEqual([]);
          const shuffled = <Item>(items: readonly Item[]): Item[] =>
            items
              .map((item) => ({ item, at: order.next().value as number }))
              .sort((a, b) => a.at - b.at)
              .map(({ item }) => item);
          const again: Case = { ...input, ballots: shuffled(input.ballots), ties: shuffled(input.ties) };
          expect(conclude(again)).toEqual(conclude(input));
          const reseated: Case = { ...input, members: shuffled(input.members), dossiers: shuffled(input.dossiers) };
          const sorted = (value: unknown): unknown =>
            (value as { id: string }[]).toSorted((left, right) => (left.id < right.id ? -1 : 1));
          expect(sorted(core(conclude(reseated)))).toEqual(sorted(core(conclude(input))));
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });

  test('the tree computed again from its own figures gives its outcomes, and an altered figure is noticed', () => {
    fc.assert(
      fc.property(table, fc.nat(), (rows, pick) => {
        const { step } = conclude(caseOf(rows, 'x'));
        expect(recompute(step)).toEqual([]);
        const alterable = stepsIn(step).filter(
          ({ computation }) => computation?.op === 'mean' && computation.of.length > 0,
        );
        const chosen = alterable[pick % Math.max(1, alterable.length)];
        if (!chosen) return;
        const alter = (one: Step): Step =>
          one.id === chosen.id
            ? {
                ...one,
                figures: one.figures.map((figure, index) => (index === 0 ? { ...figure, value: '99.5' } : figure)),
              }
            : { ...one, children: one.children.map(alter) };
        if (chosen.figures[0]?.value !== '99.5') expect(recompute(alter(step))).toContain(chosen.id);
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  test('the four official counts add up, and the mean is over judged ballots alone', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const input = caseOf(rows, 'x');
        for (const { denominators: counts, mean, ballots } of conclude(input).dossiers) {
          expect(counts.valid + counts.invalid).toBe(counts.returned);
          expect(counts.judged + counts.abstained).toBe(counts.valid);
          expect(counts.returned).toBeLessThanOrEqual(counts.issued);
          expect(counts.present).toBe(counts.attending - counts.recused);
          const totals = ballots.flatMap(({ total }) => (total === null ? [] : [new Big(total)]));
          expect(totals).toHaveLength(counts.judged);
          const sum = totals.reduce((before, total) => before.plus(total), new Big(0));
          if (mean) expect(mean.exact).toBe(`${sum.toFixed()}/${totals.length}`);
          else expect(counts.judged).toBe(0);
        }
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  const goodness: Readonly<Record<Verdict, number>> = {
    noQuorum: 0,
    undetermined: 0,
    notRecommended: 1,
    eligible: 2,
    tied: 3,
    recommended: 4,
    recommendedWithChanges: 4,
  };

  test('more points never lower a dossier’s rank or verdict, nor raise another’s', () => {
    fc.assert(
      fc.property(table, fc.nat(), fc.nat(), fc.constantFrom('s', 't'), (rows, member, more, seed) => {
        const before = caseOf(rows, seed, nscl);
        const judged = before.ballots.filter(({ dossier: id, ballot }) => id === 'd1' && ballot.answers['urgency']);
        const chosen = judged[member % Math.max(1, judged.length)];
        if (!chosen) return;
        const caps = { urgency: 15, feasibility: 50, effectiveness: 35 } as const;
        const key = (['urgency', 'feasibility', 'effectiveness'] as const)[more % 3] ?? 'urgency';
        const answer = chosen.ballot.answers[key];
        if (answer?.value?.kind !== 'points') return;
        const raised = Math.min(caps[key], Number(answer.value.points) + 0.5 + (more % 40) / 2);
        const after: Case = {
          ...before,
          ballots: before.ballots.map((entry) =>
            entry === chosen
              ? {
                  ...entry,
                  ballot: {
                    ...entry.ballot,
                    answers: {
                      ...entry.ballot.answers,
                      [key]: { value: { kind: 'points', points: String(raised) }, comment: '' },
                    },
                  },
                }
              : entry,
          ),
        };
        const [was, is] = [conclude(before), conclude(after)];
        for (const [index, own] of was.dossiers.entries()) {
          const later = is.dossiers[index];
          if (!later) throw new Error('a dossier went missing');
          const change = goodness[later.verdict] - goodness[own.verdict];
          if (own.id === 'd1') {
            expect(change).toBeGreaterThanOrEqual(0);
            if (own.rank !== null) expect(later.rank ?? Infinity).toBeLessThanOrEqual(own.rank);
          } else {
            expect(change).toBeLessThanOrEqual(0);
            if (own.rank !== null) expect(later.rank ?? 0).toBeGreaterThanOrEqual(own.rank);
          }
        }
      }),
      { numRuns: 80, seed: 4 },
    );
  });

  test('nothing depends on the locale or the time zone', () => {
    const rows: Table = Array.from({ length: 7 }, (_, index) => ({
      status: 'present',
      row: [
        [20, 60 + index, 41],
        [30, 60, 41],
        [10, 60, 20],
      ],
    }));
    const late = buildCase(shippedPack('template-lateness'), 'acceptance', 5, {
      dossiers: [dossier('d1', 'm53', { lateness: { daysLate: 90, due: '2025-11-30', consented: false } })],
    });
    const inputs = [caseOf(rows, 'x'), late];
    const answers = inputs.map((input) => JSON.stringify(conclude(input)));
    const zone = process.env['TZ'];
    const forbidden = (): never => {
      throw new Error('the locale was asked');
    };
    const asked = [
      vi.spyOn(Number.prototype, 'toLocaleString').mockImplementation(forbidden),
      vi.spyOn(String.prototype, 'localeCompare').mockImplementation(forbidden),
    ];
    const offsets = new Set<number>();
    try {
      for (const other of ['Pacific/Apia', 'America/Los_Angeles', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati']) {
        process.env['TZ'] = other;
        offsets.add(new Date(2025, 10, 30).getTimezoneOffset());
        expect(inputs.map((input) => JSON.stringify(conclude(input)))).toEqual(answers);
      }
    } finally {
      for (const spy of asked) spy.mockRestore();
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    expect(offsets.size, 'the time zone did change').toBe(4);
  });
});
