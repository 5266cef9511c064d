import type { PointsRules, TieRung } from '#domain/regulation/pack.ts';
import { sameText, type Text } from '#domain/text/bilingual.ts';
import { packText } from '#domain/regulation/reading.ts';
import type { Assessment } from './assessment.ts';
import type { Case, CaseMember } from './case.ts';
import { placesOf } from './evaluate.ts';
import { addRatios, ratio, ratioText, zeroRatio, type Ratio } from './exact.ts';
import { both, bothWith, computedStep, missingFigure, numberFigure, recordedStep } from './step-parts.ts';
import type { Figure, OpenTie, RankedPlace, Step } from './step.ts';

export type Ranking = {
  readonly contest: string;
  readonly places: readonly RankedPlace[];
  readonly openTies: readonly OpenTie[];
  readonly step: Step;
};

const titleOf = ({ tally }: Assessment): Text =>
  sameText(tally.dossier.title.trim() === '' ? tally.dossier.id : tally.dossier.title);

const orderText =
  (contenders: readonly Assessment[]) =>
  (order: string | null): Text => {
    const name = (id: string): string => {
      const found = contenders.find(({ tally }) => tally.dossier.id === id);
      return found ? titleOf(found).vi : id;
    };
    return sameText(
      placesOf(order ?? '')
        .map((group) => group.map((id) => `“${name(id)}”`).join(' = '))
        .join(' > '),
    );
  };

/** Mean of a criterion; null where nobody gave points for it. */
export const rungMean = ({ tally }: Assessment, criterion: string): Ratio | null => {
  const values = tally.judged.flatMap(({ points }) => points[criterion] ?? []);
  if (values.length === 0) return null;
  const sum = values.reduce<Ratio>((before, value) => addRatios(before, ratio(value)), zeroRatio);
  return { num: sum.num, den: sum.den.times(values.length) };
};

const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((item) => right.includes(item));

const orderStep = (
  id: string,
  title: Text,
  rung: TieRung,
  tied: readonly Assessment[],
  best: 'greatest' | 'least',
  figureOf: (contender: Assessment) => Ratio | null,
): Step => {
  const figures = tied.map((contender): Figure => {
    const amount = figureOf(contender);
    const key = contender.tally.dossier.id;
    return amount ? numberFigure(key, titleOf(contender), ratioText(amount)) : missingFigure(key, titleOf(contender));
  });
  return computedStep({
    id,
    title,
    source: rung.source,
    figures,
    computation: { op: 'order', of: figures.map(({ key }) => key), best },
    text: ({ value }) => orderText(tied)(value),
  });
};

const rungStep = (
  id: string,
  rung: TieRung,
  tied: readonly Assessment[],
  input: Case,
  presiding: CaseMember | null,
): Step => {
  const ids = tied.map(({ tally }) => tally.dossier.id);
  switch (rung.kind) {
    case 'chairScore':
      // Nobody knows which of the ballots is that of the one presiding.
      if (input.secretBallot)
        return recordedStep({
          id,
          title: both((t) => t.rungChairScore(presiding?.name ?? '')),
          source: rung.source,
          text: both((t) => t.rungChairScoreSecret()),
        });
      return orderStep(
        id,
        both((t) => t.rungChairScore(presiding?.name ?? '')),
        rung,
        tied,
        'greatest',
        ({ tally }) => {
          const total = tally.judged.find(({ member }) => member.id === presiding?.id)?.total ?? null;
          return total === null ? null : ratio(total);
        },
      );
    case 'criterion': {
      const criterion = tied[0]?.tally.asked.find(({ key }) => key === rung.criterion)?.criterion;
      return orderStep(
        id,
        bothWith((t, label) => t.rungCriterion(label), packText(criterion?.label ?? rung.criterion)),
        rung,
        tied,
        'greatest',
        (contender) => rungMean(contender, rung.criterion),
      );
    }
    case 'castingVote': {
      const cast = input.ties.find(
        (tie) => tie.kind === 'castingVote' && ids.every((item) => tie.order.includes(item)),
      );
      if (cast?.kind !== 'castingVote')
        return recordedStep({
          id,
          title: both((t) => t.rungCastingVote()),
          source: rung.source,
          text: both((t) => t.rungAwaitsCastingVote()),
        });
      return orderStep(
        id,
        both((t) => t.rungCastingVoteFor(cast.reason)),
        rung,
        tied,
        'least',
        ({ tally }) => ratio(cast.order.indexOf(tally.dossier.id) + 1),
      );
    }
    case 'lot': {
      const lot = input.ties.find((tie) => tie.kind === 'lot' && sameSet(tie.dossiers, ids));
      if (lot?.kind !== 'lot')
        return recordedStep({
          id,
          title: both((t) => t.rungLot()),
          source: rung.source,
          text: both((t) => t.rungAwaitsLot()),
        });
      return computedStep({
        id,
        title: both((t) => t.rungLotSeed(lot.seed)),
        source: rung.source,
        computation: { op: 'lot', seed: lot.seed, among: [...ids].sort() },
        text: ({ value }) => orderText(tied)(value),
      });
    }
    case 'authority':
      return recordedStep({
        id,
        title: both((t) => t.rungAuthority()),
        source: rung.source,
        text: both((t) => t.rungAuthorityText()),
      });
  }
};

type Awaits = OpenTie['awaits'];
const awaitedBy = (rung: TieRung): Awaits | null => {
  switch (rung.kind) {
    case 'castingVote':
      return 'castingVote';
    case 'lot':
      return 'lot';
    case 'authority':
      return 'authority';
    case 'chairScore':
    case 'criterion':
      return null;
  }
};

/**
 * Ranks the dossiers of one contest that meet every condition by their means, then breaks ties by the pack's ladder, rung by rung. A tie
 * no rung breaks stays a tie. A rung that waits for an act (casting vote, lot) is waited for: no rung after it is tried.
 */
export const rankContest = (
  contest: string,
  contenders: readonly Assessment[],
  rules: NonNullable<PointsRules['ranking']>,
  input: Case,
  presiding: CaseMember | null,
): Ranking => {
  const id = `ranking.${contest}`;
  const means = contenders.map((contender): Figure => {
    const key = contender.tally.dossier.id;
    return contender.ranked
      ? numberFigure(key, titleOf(contender), ratioText(contender.ranked))
      : missingFigure(key, titleOf(contender));
  });
  const byMean = computedStep({
    id: `${id}.mean`,
    title: both((t) => t.rankByMean()),
    source: rules.source,
    figures: means,
    computation: { op: 'order', of: means.map(({ key }) => key), best: 'greatest' },
    text: ({ value }) => orderText(contenders)(value),
  });
  const steps: Step[] = [byMean];
  const openTies: OpenTie[] = [];
  const breakTie = (ids: readonly string[], from: number): void => {
    const tied = contenders.filter(({ tally }) => ids.includes(tally.dossier.id));
    for (let index = from; index < rules.ties.length; index += 1) {
      const rung = rules.ties[index];
      if (!rung) break;
      const step = rungStep(`${id}.tie.${[...ids].sort().join('.')}.${index + 1}`, rung, tied, input, presiding);
      steps.push(step);
      const places = placesOf(step.outcome.value ?? '');
      if (places.length > 1) {
        for (const place of places) if (place.length > 1) breakTie(place, index + 1);
        return;
      }
      const awaits = awaitedBy(rung);
      if (awaits) {
        openTies.push({ contest, dossiers: ids, awaits });
        return;
      }
    }
    openTies.push({ contest, dossiers: ids, awaits: 'nothing' });
  };
  for (const place of placesOf(byMean.outcome.value ?? '')) if (place.length > 1) breakTie(place, 0);
  const step = computedStep({
    id,
    title: contest === '' ? both((t) => t.ranking()) : both((t) => t.rankingOf(contest)),
    source: rules.source,
    children: steps,
    computation: { op: 'refine' },
    text: ({ value }) => (contenders.length === 0 ? both((t) => t.rankingEmpty()) : orderText(contenders)(value)),
  });
  let before = 0;
  const places = placesOf(step.outcome.value ?? '').map((dossiers): RankedPlace => {
    const place = { rank: before + 1, dossiers };
    before += dossiers.length;
    return place;
  });
  return { contest, places, openTies, step };
};
