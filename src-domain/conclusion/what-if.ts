import Big from 'big.js';
import type { Answer, Ballot } from '#domain/forms/ballot.ts';
import type { Decimal, Scale } from '#domain/forms/form.ts';
import { sameText, type Text } from '#domain/text/bilingual.ts';
import { packText } from '#domain/regulation/reading.ts';
import { voteLabel, type Vote } from './assess-vote.ts';
import type { Assessment } from './assessment.ts';
import type { Case } from './case.ts';
import { assessmentsOf, outcomesOf, rulesOf, type DossierOutcome } from './conclude.ts';
import { compareRatios, ratio } from './exact.ts';
import { rungMean } from './ranking.ts';
import { memberText } from './secret-ballot.ts';
import { both, bothWith, criterionInText, shownNumber } from './step-parts.ts';
import { attends, seatsIn, type CountedBallot } from './tally.ts';

type Value = NonNullable<Answer['value']>;

export type WhatIfChange =
  /** One answer of one ballot; `cost` is the difference in points, in levels, or 1 for an item turned over. */
  | {
      readonly kind: 'criterion';
      readonly member: string;
      readonly dossier: string;
      readonly key: string;
      readonly to: Value;
      readonly cost: Decimal;
    }
  /** Several answers of one ballot of points; `cost` is the sum of the differences in points. */
  | {
      readonly kind: 'ballot';
      readonly member: string;
      readonly dossier: string;
      readonly to: Readonly<Record<string, Value>>;
      readonly cost: Decimal;
    }
  /** One member's vote or overall grade as a whole; `cost` is 1, or 2 from xuất sắc to không đạt and back. */
  | {
      readonly kind: 'judgement';
      readonly member: string;
      readonly dossier: string;
      readonly from: string | null;
      readonly to: string;
      readonly ballot: Ballot;
      readonly cost: Decimal;
    }
  | { readonly kind: 'absence'; readonly member: string };

/** A change that turns the conclusion, and what it turns. */
export type WhatIf = {
  readonly change: WhatIfChange;
  readonly turns: readonly { readonly dossier: string; readonly from: DossierOutcome; readonly to: DossierOutcome }[];
  readonly text: Text;
};

/**
 * The smallest changes that turn the conclusion (some dossier's verdict or grade). Null: no change of that kind does. Of equally small
 * ones the first is named, by members, dossiers and criteria in their order.
 */
export type WhatIfReport = {
  readonly criterion: WhatIf | null;
  /** For points: the least sum of differences within one ballot. For votes and levels: one member's judgement as a whole. */
  readonly ballot: WhatIf | null;
  /** Every member whose absence would turn the conclusion; none in a secret vote, where that can't be known. */
  readonly absences: readonly WhatIf[];
};

/** The case after a change. */
export const applyChange = (input: Case, change: WhatIfChange): Case => {
  if (change.kind === 'absence') return { ...input, attendance: { ...input.attendance, [change.member]: 'absent' } };
  return {
    ...input,
    ballots: input.ballots.map((entry) => {
      if (entry.member !== change.member || entry.dossier !== change.dossier) return entry;
      const set = (values: Readonly<Record<string, Value>>): Ballot => ({
        ...entry.ballot,
        answers: {
          ...entry.ballot.answers,
          ...Object.fromEntries(
            Object.entries(values).map(([key, value]) => [
              key,
              { comment: entry.ballot.answers[key]?.comment ?? '', value },
            ]),
          ),
        },
      });
      switch (change.kind) {
        case 'criterion':
          return { ...entry, ballot: set({ [change.key]: change.to }) };
        case 'ballot':
          return { ...entry, ballot: set(change.to) };
        case 'judgement':
          return { ...entry, ballot: change.ballot };
      }
    }),
  };
};

type Outcomes = ReadonlyMap<string, DossierOutcome>;
const turnsBetween = (before: Outcomes, after: Outcomes): WhatIf['turns'] =>
  [...before].flatMap(([dossier, from]) => {
    const to = after.get(dossier) ?? from;
    return from.verdict === to.verdict && from.grade === to.grade ? [] : [{ dossier, from, to }];
  });

/** Everything the search asks of one case again and again. */
type Search = {
  readonly input: Case;
  readonly before: Outcomes;
  readonly known: ReadonlyMap<string, Assessment>;
};

const turnsOf = ({ input, before, known }: Search, change: WhatIfChange): WhatIf['turns'] => {
  const changed = applyChange(input, change);
  if (change.kind === 'absence') return turnsBetween(before, outcomesOf(changed));
  const others = new Map([...known].filter(([dossier]) => dossier !== change.dossier));
  return turnsBetween(before, outcomesOf(changed, others));
};

/** One answer of points as a ladder of equal steps: rung `at` of 0 to `top`, each worth `step` points. */
type Cell = {
  readonly key: string;
  readonly scale: Scale & { kind: 'points' | 'marks' };
  readonly at: number;
  readonly top: number;
  readonly step: Big;
};

const cellsOf = (ballot: CountedBallot, assessment: Assessment): readonly Cell[] =>
  assessment.tally.asked.flatMap(({ key, criterion: { scale } }): Cell[] => {
    const value = ballot.ballot?.answers[key]?.value;
    if (value?.kind === 'points' && scale.kind === 'points') {
      const step = new Big(scale.step);
      return [
        {
          key,
          scale,
          step,
          at: new Big(value.points).div(step).toNumber(),
          top: new Big(scale.max).div(step).toNumber(),
        },
      ];
    }
    return value?.kind === 'marks' && scale.kind === 'marks'
      ? [{ key, scale, step: new Big(scale.coefficient), at: value.mark, top: scale.top }]
      : [];
  });

const valueAt = ({ scale, step }: Cell, rung: number): Value =>
  scale.kind === 'points' ? { kind: 'points', points: step.times(rung).toFixed() } : { kind: 'marks', mark: rung };

type Direction = 1 | -1;
const directions: readonly Direction[] = [-1, 1];
const roomOf = ({ at, top }: Cell, direction: Direction): number => (direction === 1 ? top - at : at);

/**
 * Least whole number from 1 to `most` for which `turns` holds, when it holds for `most` and for everything above the least; 0 when not
 * even for `most`.
 */
const leastThatTurns = (most: number, turns: (count: number) => boolean): number => {
  if (most < 1 || !turns(most)) return 0;
  let [no, yes] = [0, most];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (turns(middle)) yes = middle;
    else no = middle;
  }
  return yes;
};

/** The best change found so far; `cost` null while there is none. */
type Best = { cost: Big | null; change: WhatIfChange | null };

/** How many steps of a cell cost less than the best change so far. */
const stepsWorthTrying = (cell: Cell, direction: Direction, { cost }: Best): number => {
  const room = roomOf(cell, direction);
  if (cost === null) return room;
  const affordable = Math.ceil(cost.div(cell.step).toNumber()) - 1;
  return Math.min(room, Math.max(0, affordable));
};

/**
 * Smallest change of one answer of points. More points for a dossier never make anything about it worse, so for each answer the rungs
 * that turn the conclusion are all those beyond some rung on either side: it is found by halving.
 */
const smallestCell = (search: Search, best: Best): void => {
  for (const [dossier, assessment] of search.known)
    for (const ballot of assessment.tally.judged)
      for (const cell of cellsOf(ballot, assessment))
        for (const direction of directions) {
          const change = (count: number): WhatIfChange => ({
            kind: 'criterion',
            member: ballot.member.id,
            dossier,
            key: cell.key,
            to: valueAt(cell, cell.at + direction * count),
            cost: cell.step.times(count).toFixed(),
          });
          const count = leastThatTurns(
            stepsWorthTrying(cell, direction, best),
            (steps) => turnsOf(search, change(steps)).length > 0,
          );
          if (count === 0) continue;
          const cost = cell.step.times(count);
          if (best.cost === null || cost.lt(best.cost)) Object.assign(best, { cost, change: change(count) });
        }
};

/**
 * Steps in one direction at which a cell changes anything but the total: leaving or reaching 0, its minimum (on the ballot or in the
 * mean), the means of the same criterion in other dossiers where the tie ladder compares them.
 */
const breakpoints = (cell: Cell, direction: Direction, assessment: Assessment, search: Search): readonly number[] => {
  const rules = rulesOf(search.input);
  if (rules.conclusion.method !== 'points') return [];
  const { zeroRule, criterionMinimum, ranking } = rules.conclusion;
  const inLadder = (ranking?.ties ?? []).some((rung) => rung.kind === 'criterion' && rung.criterion === cell.key);
  const mean = rungMean(assessment, cell.key);
  const rivals = inLadder
    ? [...search.known.values()].flatMap((other) =>
        other !== assessment && other.tally.dossier.contest === assessment.tally.dossier.contest
          ? (rungMean(other, cell.key) ?? [])
          : [],
      )
    : [];
  const minimum = cell.scale.kind === 'points' ? cell.scale.min : null;
  const signature = (count: number): string => {
    const rung = cell.at + direction * count;
    const gained = cell.step.times(direction * count);
    const moved = mean && { num: mean.num.plus(gained), den: mean.den };
    return [
      zeroRule ? rung === 0 : '',
      criterionMinimum && minimum !== null ? cell.step.times(rung).gte(minimum) : '',
      criterionMinimum && minimum !== null && moved ? compareRatios(moved, ratio(minimum)) >= 0 : '',
      ...(moved ? rivals.map((rival) => compareRatios(moved, rival)) : []),
    ].join();
  };
  const found: number[] = [];
  for (let count = 1, before = signature(0); count <= roomOf(cell, direction); count += 1) {
    const now = signature(count);
    if (now !== before) found.push(count);
    before = now;
  }
  return found;
};

/** A sum of points that can be spread over cells, and how many steps of each make it. */
type Spread = { readonly sum: Big; readonly steps: readonly number[] };

/** Every sum that steps of the cells can make, up to `most`, least first, 0 included. */
const spreads = (cells: readonly Cell[], rooms: readonly number[], most: Big | null): readonly Spread[] => {
  let made = new Map<string, Spread>([['0', { sum: new Big(0), steps: cells.map(() => 0) }]]);
  cells.forEach((cell, index) => {
    const next = new Map(made);
    for (const { sum, steps } of made.values())
      for (let count = 1; count <= (rooms[index] ?? 0); count += 1) {
        const total = sum.plus(cell.step.times(count));
        if (most !== null && total.gte(most)) break;
        const key = total.toFixed();
        if (!next.has(key)) next.set(key, { sum: total, steps: steps.with(index, count) });
      }
    made = next;
  });
  return [...made.values()].sort((left, right) => left.sum.cmp(right.sum));
};

const costOf = (cells: readonly Cell[], steps: readonly number[]): Big =>
  cells.reduce((sum, cell, index) => sum.plus(cell.step.times(steps[index] ?? 0)), new Big(0));

/**
 * Smallest change within one ballot of points, measured by the sum of the differences. All answers move the same way (moving one back
 * can only hinder). What turns the conclusion are the total and the breakpoints passed; so for every choice of breakpoints the least
 * further sum that turns it is found by halving over the sums that can be made.
 */
const smallestBallot = (search: Search, best: Best): void => {
  for (const [dossier, assessment] of search.known)
    for (const ballot of assessment.tally.judged) {
      const cells = cellsOf(ballot, assessment);
      for (const direction of directions) {
        const change = (steps: readonly number[]): WhatIfChange => ({
          kind: 'ballot',
          member: ballot.member.id,
          dossier,
          to: Object.fromEntries(
            cells.flatMap((cell, index) => {
              const count = steps[index] ?? 0;
              return count === 0 ? [] : [[cell.key, valueAt(cell, cell.at + direction * count)] as const];
            }),
          ),
          cost: costOf(cells, steps).toFixed(),
        });
        const turns = (steps: readonly number[]): boolean => turnsOf(search, change(steps)).length > 0;
        if (!turns(cells.map((cell) => roomOf(cell, direction)))) continue;
        const points = cells.map((cell) => breakpoints(cell, direction, assessment, search));
        const fromBase = (base: readonly number[]): void => {
          const spent = costOf(cells, base);
          if (best.cost?.lte(spent)) return;
          const fill = spreads(
            cells,
            cells.map((cell, index) => roomOf(cell, direction) - (base[index] ?? 0)),
            best.cost && best.cost.minus(spent),
          );
          const stepsAt = (index: number): readonly number[] =>
            base.map((count, cell) => count + (fill[index]?.steps[cell] ?? 0));
          const enough = turns(stepsAt(0));
          const least = enough ? 0 : leastThatTurns(fill.length - 1, (index) => turns(stepsAt(index)));
          if (enough || least > 0)
            Object.assign(best, { cost: costOf(cells, stepsAt(least)), change: change(stepsAt(least)) });
        };
        // Every choice of one breakpoint, or none, for each cell; the plain total first, because it bounds the others.
        const choose = (base: readonly number[], index: number): void => {
          if (best.cost?.lte(costOf(cells, base))) return;
          if (index === cells.length) fromBase(base);
          else for (const count of [0, ...(points[index] ?? [])]) choose(base.with(index, count), index + 1);
        };
        choose(
          cells.map(() => 0),
          0,
        );
      }
    }
};

const levelRank: Readonly<Record<string, number>> = { fail: 0, pass: 1, excellent: 2 };
const levels = ['excellent', 'pass', 'fail'] as const;

/** Other values an answer without points could have, each with its distance. */
const otherValues = (value: Value): readonly { readonly to: Value; readonly cost: number }[] => {
  switch (value.kind) {
    case 'passFail':
      return [{ to: { kind: 'passFail', passed: !value.passed }, cost: 1 }];
    case 'levels':
      return levels
        .filter((level) => level !== value.level)
        .map((level) => ({
          to: { kind: 'levels' as const, level },
          cost: Math.abs((levelRank[level] ?? 0) - (levelRank[value.level] ?? 0)),
        }));
    case 'points':
    case 'marks':
    case 'notApplicable':
      return [];
  }
};

const tryAll = (search: Search, best: Best, changes: readonly (WhatIfChange & { readonly cost: Decimal })[]): void => {
  for (const change of changes) {
    const cost = new Big(change.cost);
    if (best.cost !== null && cost.gte(best.cost)) continue;
    if (turnsOf(search, change).length > 0) Object.assign(best, { cost, change });
  }
};

const answerChanges = (search: Search): readonly (WhatIfChange & { readonly cost: Decimal })[] =>
  [...search.known].flatMap(([dossier, { tally }]) =>
    tally.judged.flatMap(({ member, ballot }) =>
      tally.asked.flatMap(({ key }) => {
        const value = ballot?.answers[key]?.value ?? null;
        return value === null
          ? []
          : otherValues(value).map(({ to, cost }) => ({
              kind: 'criterion' as const,
              member: member.id,
              dossier,
              key,
              to,
              cost: String(cost),
            }));
      }),
    ),
  );

/** Ballots that say as a whole what `ballot` doesn't: another opinion, every item passed or one failed, another overall grade. */
const otherBallots = (
  ballot: Ballot,
  assessment: Assessment,
  from: string | null,
  opinionsDecide: boolean,
): readonly { readonly to: string; readonly ballot: Ballot; readonly cost: number }[] => {
  const { form, asked } = assessment.tally;
  if (opinionsDecide)
    return form.opinions
      .filter(({ id }) => id !== ballot.opinion)
      .map(({ id, meaning }) => ({ to: meaning, ballot: { ...ballot, opinion: id }, cost: 1 }));
  const refilled = (fill: (value: Value, index: number) => Value): Ballot => {
    let index = 0;
    return {
      ...ballot,
      answers: Object.fromEntries(
        Object.entries(ballot.answers).map(([key, answer]) => {
          if (answer.value === null || answer.value.kind === 'notApplicable') return [key, answer];
          const value = fill(answer.value, index);
          index += 1;
          return [key, { ...answer, value }];
        }),
      ),
    };
  };
  if (asked.some(({ criterion }) => criterion.scale.kind === 'passFail'))
    return from === 'for'
      ? [{ to: 'against', ballot: refilled((_, index) => ({ kind: 'passFail', passed: index > 0 })), cost: 1 }]
      : [{ to: 'for', ballot: refilled(() => ({ kind: 'passFail', passed: true })), cost: 1 }];
  return levels
    .filter((level) => level !== from)
    .map((level) => ({
      to: level,
      ballot: refilled(() => ({ kind: 'levels', level })),
      cost: Math.abs((levelRank[level] ?? 0) - (levelRank[from ?? 'fail'] ?? 0)),
    }));
};

const judgementChanges = (search: Search): readonly (WhatIfChange & { readonly cost: Decimal })[] => {
  const { conclusion } = rulesOf(search.input);
  const opinionsDecide = conclusion.method === 'vote' && conclusion.from === 'opinion';
  return [...search.known].flatMap(([dossier, assessment]) =>
    assessment.tally.judged.flatMap(({ member, ballot }) => {
      const from = assessment.judgements.get(member.id)?.id ?? null;
      return ballot === null
        ? []
        : otherBallots(ballot, assessment, from, opinionsDecide).map((other) => ({
            kind: 'judgement' as const,
            member: member.id,
            dossier,
            from,
            to: other.to,
            ballot: other.ballot,
            cost: String(other.cost),
          }));
    }),
  );
};

const valueText = (value: Value | null): Text => {
  switch (value?.kind) {
    case 'points':
      return shownNumber(value.points);
    case 'marks':
      return sameText(String(value.mark));
    case 'passFail':
      return both((t) => t.level(value.passed ? 'pass' : 'fail'));
    case 'levels':
      return both((t) => t.level(value.level));
    case 'notApplicable':
    case undefined:
      return sameText('–');
  }
};

const voteText = ({ input, known }: Search, dossier: string, vote: Vote): Text => {
  const { conclusion } = rulesOf(input);
  const form = known.get(dossier)?.tally.form;
  return form && conclusion.method === 'vote' ? voteLabel(form, conclusion.from, vote) : both((t) => t.vote(vote));
};

const judgementText = (judgement: string | null, search: Search, dossier: string): Text => {
  switch (judgement) {
    case 'excellent':
    case 'pass':
    case 'fail':
      return both((t) => t.level(judgement));
    case 'for':
    case 'against':
    case 'forWithChanges':
      return voteText(search, dossier, judgement);
    default:
      return sameText('–');
  }
};

const inEach = (make: (lang: 'vi' | 'en') => Text): Text => ({ vi: make('vi').vi, en: make('en').en });

const changeText = (search: Search, change: WhatIfChange): Text => {
  const { input, known } = search;
  const member = memberText(input.members.find(({ id }) => id === change.member) ?? { id: change.member, name: '' });
  if (change.kind === 'absence') return bothWith((t, name) => t.whatIfAbsence(name), member);
  const assessment = known.get(change.dossier);
  const title = assessment?.tally.dossier.title ?? change.dossier;
  switch (change.kind) {
    case 'criterion': {
      const asked = assessment?.tally.asked.find(({ key }) => key === change.key);
      const label = asked ? criterionInText(asked) : sameText(change.key);
      const own = assessment?.tally.judged.find((ballot) => ballot.member.id === change.member);
      const from = valueText(own?.ballot?.answers[change.key]?.value ?? null);
      const to = valueText(change.to);
      return inEach((lang) => both((t) => t.whatIfCell(member[lang], label[lang], title, from[lang], to[lang])));
    }
    case 'ballot': {
      const points = shownNumber(change.cost);
      return inEach((lang) => both((t) => t.whatIfBallot(member[lang], title, points[lang])));
    }
    case 'judgement': {
      const from = judgementText(change.from, search, change.dossier);
      const to = judgementText(change.to, search, change.dossier);
      return inEach((lang) => both((t) => t.whatIfAnswer(member[lang], title, from[lang], to[lang])));
    }
  }
};

const outcomeText = (search: Search, dossier: string, { verdict, grade }: DossierOutcome): Text => {
  const { conclusion } = rulesOf(search.input);
  if (grade !== null && verdict !== 'noQuorum') {
    const row = conclusion.method === 'points' ? conclusion.grades?.rows.find(({ id }) => id === grade) : undefined;
    return row ? packText(row.label) : judgementText(grade, search, dossier);
  }
  return dossier === '' ? sameText('') : both((t) => t.verdictWord(verdict));
};

const whatIf = (search: Search, change: WhatIfChange | null): WhatIf | null => {
  if (change === null) return null;
  const turns = turnsOf(search, change);
  const [first] = turns;
  if (!first) return null;
  const told = changeText(search, change);
  const title = search.input.dossiers.find(({ id }) => id === first.dossier)?.title ?? first.dossier;
  const from = outcomeText(search, first.dossier, first.from);
  const to = outcomeText(search, first.dossier, first.to);
  return {
    change,
    turns,
    text: inEach((lang) => both((t) => t.whatIfTurns(told[lang], title, from[lang], to[lang]))),
  };
};

/**
 * Finds exactly the smallest changes that would turn the conclusion: of one answer, of one ballot, or one member's absence. Takes some
 * hundred evaluations of the case; nothing is sampled or estimated.
 */
export const findWhatIf = (input: Case): WhatIfReport => {
  const search: Search = { input, before: outcomesOf(input), known: assessmentsOf(input) };
  const rules = rulesOf(input);
  const cell: Best = { cost: null, change: null };
  if (rules.conclusion.method === 'points') smallestCell(search, cell);
  else tryAll(search, cell, answerChanges(search));
  // A single answer is also a ballot changed; starting from it spares most of the search.
  const ballot: Best = { cost: null, change: null };
  if (rules.conclusion.method === 'points') {
    if (cell.change?.kind === 'criterion') {
      const { member, dossier, key, to, cost } = cell.change;
      Object.assign(ballot, { cost: cell.cost, change: { kind: 'ballot', member, dossier, to: { [key]: to }, cost } });
    }
    smallestBallot(search, ballot);
  } else tryAll(search, ballot, judgementChanges(search));
  // In a secret vote nobody knows which ballot would be missing with a member.
  const absences = (input.secretBallot ? [] : seatsIn(input))
    .filter(({ id }) => attends(input, rules, id))
    .flatMap(({ id }) => whatIf(search, { kind: 'absence', member: id }) ?? []);
  return { criterion: whatIf(search, cell.change), ballot: whatIf(search, ballot.change), absences };
};
