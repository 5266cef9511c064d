import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// The edge case of each pack, worked out once more by arithmetic that shares nothing with the engine: whole hundredths, cross-multiplied
// shares, and the numbers of the rules written down here. The trees must say the same.

type Case = {
  readonly members: readonly { readonly id: string; readonly attendance?: string }[];
  readonly dossiers: readonly { readonly id: string; readonly daysLate?: number }[];
  readonly ballots: readonly {
    readonly member: string;
    readonly dossier: string;
    readonly answers: Readonly<Record<string, number | string | boolean>>;
    readonly opinion?: string;
  }[];
};
type Step = {
  readonly id: string;
  readonly outcome: string;
  readonly figures?: Readonly<Record<string, string>>;
  readonly children?: readonly Step[];
};

const folder = new URL('../../data/cases/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const open = (name: string) => {
  const tree = (read(`${name}.expected.json`) as { readonly tree: Step }).tree;
  const steps = new Map<string, Step>();
  const walk = (step: Step): void => {
    steps.set(step.id, step);
    step.children?.forEach(walk);
  };
  walk(tree);
  const stepOf = (id: string): Step => {
    const step = steps.get(id);
    if (!step) throw new Error(`${name}: no step ${id}`);
    return step;
  };
  return { given: read(`${name}.case.json`) as Case, stepOf };
};

/** "12.5" as 1250. */
const hundredths = (value: number | string): number => {
  const [whole = '0', part = ''] = String(value).split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
};
const plain = (value: number): string => String(value / 100);

/** Everybody's total of one dossier in hundredths, the marks multiplied by their coefficients where there are any. */
const totals = (given: Case, dossier: string, coefficients: Readonly<Record<string, number>> = {}) =>
  given.ballots
    .filter((ballot) => ballot.dossier === dossier)
    .map(({ member, answers }) => ({
      member,
      total: Object.entries(answers).reduce(
        (sum, [key, value]) => sum + hundredths(value as number | string) * (coefficients[key] ?? 1),
        0,
      ),
    }));
const sumOf = (list: readonly { readonly total: number }[]): number => list.reduce((sum, { total }) => sum + total, 0);

const saysMean = (name: string, dossier: string, coefficients: Readonly<Record<string, number>> = {}) => {
  const { given, stepOf } = open(name);
  const list = totals(given, dossier, coefficients);
  const step = stepOf(`dossier.${dossier}.mean`);
  expect(step.outcome).toBe(`value ${plain(sumOf(list))}/${list.length}`);
  expect(step.figures).toEqual(Object.fromEntries(list.map(({ member, total }) => [member, plain(total)])));
  return { sum: sumOf(list), count: list.length, stepOf, given };
};

/** The mean reaches a whole number of points: the sum against the points times the ballots, nothing divided. */
const saysThreshold = (name: string, dossier: string, points: number, coefficients = {}) => {
  const { sum, count, stepOf } = saysMean(name, dossier, coefficients);
  expect(stepOf(`dossier.${dossier}.threshold`).outcome).toBe(sum >= points * 100 * count ? 'holds' : 'fails');
  return sum - points * 100 * count;
};

const presence = (name: string, num: number, den: number) => {
  const { given, stepOf } = open(name);
  const { outcome, figures } = stepOf('quorum.presence');
  const total = given.members.length;
  const present = given.members.filter(({ attendance }) => attendance !== 'absent').length;
  expect(figures).toEqual({ present: String(present), total: String(total) });
  expect(outcome).toBe(den * present >= num * total ? 'holds' : 'fails');
  return den * present - num * total;
};

describe('the edge of each pack, by hand', () => {
  test('15/2022: exactly 70 of 100 passes, half a point less in all does not', () => {
    expect(saysThreshold('nscl-exactly-70', 'd1', 70)).toBe(0);
    expect(saysThreshold('nscl-exactly-70', 'd2', 70)).toBe(-50);
  });

  test('15/2022: 0 points from three of nine is one third, from four is more', () => {
    const { given, stepOf } = open('nscl-zero-rule-edge');
    for (const dossier of ['d1', 'd2']) {
      const ballots = given.ballots.filter((ballot) => ballot.dossier === dossier);
      const zeros = ballots.filter(({ answers }) => answers['urgency'] === 0).length;
      const step = stepOf(`dossier.${dossier}.zeroRule.urgency`);
      expect(step.figures).toEqual({ zeros: String(zeros), whole: String(given.members.length) });
      expect(step.outcome).toBe(3 * zeros > given.members.length ? 'fails' : 'holds');
    }
    expect(stepOf('dossier.d1.zeroRule').outcome).toBe('holds');
    expect(stepOf('dossier.d2.zeroRule').outcome).toBe('fails');
  });

  test('20/2023: marks times 3, 6, 4, 4, 4, 4 make exactly 70', () => {
    const coefficients = { overview: 3, content: 6, products: 4, application: 4, plan: 4, capacity: 4 };
    expect(saysThreshold('national-applied-exactly-70', 'd1', 70, coefficients)).toBe(0);
  });

  test('the regime since 2025: exactly 70 passes, 69.5 does not', () => {
    expect(saysThreshold('regime-2025-funding-edge', 'd1', 70)).toBe(0);
    expect(saysThreshold('regime-2025-funding-edge', 'd2', 70)).toBe(-50 * 9);
  });

  test('the template of minimums: 55 with every criterion at its minimum', () => {
    const least = { overview: 6, urgency: 6, aims: 3, approach: 6, subject: 3, content: 12, products: 6, transfer: 3 };
    expect(saysThreshold('minimums-exactly-55', 'd1', 55)).toBe(0);
    expect(saysThreshold('minimums-exactly-55', 'd2', 55)).toBeLessThan(0);
    const { given, stepOf } = open('minimums-exactly-55');
    const ballots = given.ballots.filter(({ dossier }) => dossier === 'd1');
    for (const [criterion, minimum] of Object.entries(least)) {
      const reached = ballots.reduce((sum, { answers }) => sum + hundredths(answers[criterion] as number), 0);
      const step = stepOf(`dossier.d1.minimum.${criterion}`);
      expect(step.figures).toEqual({ reached: `${plain(reached)}/${ballots.length}`, minimum: String(minimum) });
      expect(step.outcome).toBe(reached >= minimum * 100 * ballots.length ? 'holds' : 'fails');
    }
  });

  test('the template of bands: 91, 76 and 61 begin a band, 60 is below the last', () => {
    const bands = [
      ['excellent', 91],
      ['good', 76],
      ['pass', 61],
      ['fail', 0],
    ] as const;
    for (const dossier of ['d1', 'd2', 'd3', 'd4']) {
      const { sum, count, stepOf } = saysMean('bands-edges', dossier);
      const [band] = bands.find(([, from]) => sum >= from * 100 * count) ?? [];
      expect(stepOf(`dossier.${dossier}.grade`).outcome).toBe(`value ${band ?? ''}`);
    }
  });

  test('26/2018: 85 points are excellent on time, good 30 days late, and pass on the 31st', () => {
    const graded = open('lateness-thirty-days');
    for (const { id, daysLate = 0 } of graded.given.dossiers) {
      const { sum, count, stepOf } = saysMean('lateness-thirty-days', id);
      expect(sum).toBe(85_00 * count);
      const grade = daysLate === 0 ? 'excellent' : daysLate <= 30 ? 'good' : 'pass';
      expect(stepOf(`dossier.${id}.grade`).outcome).toBe(`value ${grade}`);
    }
  });

  test('the draft of 100 points: six of nine is two thirds, and the mean is what the ballots make', () => {
    expect(presence('draft-quorum-edge', 2, 3)).toBe(0);
    saysMean('draft-quorum-edge', 'd1');
    saysMean('draft-mean-only', 'd1');
  });

  test('identification: six of eight is three quarters and not more', () => {
    const { given, stepOf } = open('identification-exactly-three-quarters');
    const approving = given.ballots.filter(({ opinion }) => opinion === 'approve').length;
    const step = stepOf('dossier.d1.approval');
    expect(step.figures).toEqual({ approving: String(approving), whole: String(given.members.length) });
    expect(4 * approving - 3 * given.members.length).toBe(0);
    expect(step.outcome).toBe('fails');
  });

  test('appraisal: three of six is half and not more', () => {
    const { given, stepOf } = open('appraisal-exactly-half');
    const approving = given.ballots.filter(({ answers }) =>
      Object.values(answers).every((item) => item === true),
    ).length;
    const step = stepOf('dossier.d1.approval');
    expect(step.figures).toEqual({ approving: String(approving), whole: String(given.members.length) });
    expect(2 * approving - given.members.length).toBe(0);
    expect(step.outcome).toBe('fails');
  });

  test('11/2014: six of the eight present are three quarters; three failing of nine is a third, four is more', () => {
    const edge = open('acceptance-excellent-edge');
    const excellent = edge.given.ballots.filter(({ answers }) =>
      Object.values(answers).every((level) => level === 'excellent'),
    ).length;
    expect(4 * excellent - 3 * edge.given.ballots.length).toBe(0);
    expect(edge.stepOf('dossier.d1.grade').outcome).toBe('value excellent');
    expect(presence('acceptance-excellent-edge', 2, 3)).toBeGreaterThan(0);

    const third = open('acceptance-third-failing-edge');
    for (const dossier of ['d1', 'd2']) {
      const ballots = third.given.ballots.filter((ballot) => ballot.dossier === dossier);
      // A report that fails makes the member's grade không đạt, whatever the products are.
      const failing = ballots.filter(({ answers }) => answers['reportLevel'] === 'fail').length;
      const step = third.stepOf(`dossier.${dossier}.grade.fail`);
      expect(step.figures).toEqual({ fail: String(failing), whole: String(ballots.length) });
      expect(step.outcome).toBe(3 * failing > ballots.length ? 'holds' : 'fails');
    }
  });
});
