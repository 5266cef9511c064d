import Big from 'big.js';
import type { Answer, Ballot } from '#domain/forms/ballot.ts';
import type { Criterion, CriterionGroup, Decimal, Form, Scale } from '#domain/forms/form.ts';

/** As much of an expected product as a form needs to know. */
export type FormProduct = { readonly id: string; readonly name: string };

/** One thing a member answers: a criterion, or a criterion for one product. */
export type AskedCriterion = {
  /** Key of its answer in the ballot: `criterionId` or `criterionId:productId`. */
  readonly key: string;
  readonly group: CriterionGroup;
  readonly criterion: Criterion;
  /** The product judged; null where the criterion is asked once. */
  readonly product: FormProduct | null;
};

/** Every criterion of a form in its order, those judged per product repeated for each product. */
export const criteriaOf = (form: Form, products: readonly FormProduct[]): readonly AskedCriterion[] =>
  form.groups.flatMap((group) =>
    group.criteria.flatMap((criterion): AskedCriterion[] =>
      criterion.perProduct
        ? products.map((product) => ({ key: `${criterion.id}:${product.id}`, group, criterion, product }))
        : [{ key: criterion.id, group, criterion, product: null }],
    ),
  );

/** The most points a scale can give; null where it gives none (đạt / không đạt, levels). */
export const scaleMax = (scale: Scale): Decimal | null => {
  switch (scale.kind) {
    case 'points':
      return scale.max;
    case 'marks':
      return new Big(scale.coefficient).times(scale.top).toFixed();
    case 'passFail':
    case 'levels':
      return null;
  }
};

/** Sum of the maxima of a form's criteria, each taken once; null when the form gives no points. */
export const formTotalMax = (form: Form): Decimal | null => {
  const maxima = form.groups.flatMap((group) => group.criteria.flatMap(({ scale }) => scaleMax(scale) ?? []));
  return maxima.length === 0 ? null : maxima.reduce((sum, max) => sum.plus(max), new Big(0)).toFixed();
};

/** Points an answer is worth on its scale; null when unanswered, not applicable or not a matter of points. */
export const pointsOf = (scale: Scale, value: Answer['value']): Decimal | null => {
  if (value?.kind === 'points' && scale.kind === 'points') return value.points;
  if (value?.kind === 'marks' && scale.kind === 'marks') return new Big(scale.coefficient).times(value.mark).toFixed();
  return null;
};

export type BallotProblemCode =
  | 'blankItem'
  | 'aboveMaximum'
  | 'offStep'
  | 'wrongScale'
  | 'notApplicableNotAllowed'
  | 'missingComment'
  | 'missingOpinion'
  | 'missingOpinionField'
  | 'unknownCriterion'
  | 'unknownOpinion';

/** What is amiss with a ballot; `key` is the answer's key, the opinion field's id, or null for the ballot as a whole. */
export type BallotProblem = { readonly key: string | null; readonly code: BallotProblemCode };

export type GroupPoints = {
  readonly id: string;
  /** Sum of the points given so far in the group; null when it has no points criteria. */
  readonly points: Decimal | null;
  readonly max: Decimal | null;
};

export type BallotCheck = {
  /** Everything the form demands is there and in range. An abstaining ballot is complete. */
  readonly complete: boolean;
  readonly problems: readonly BallotProblem[];
  /** Sum of all points; null while an item of points is unanswered, out of range, or the form gives none. N/A items add nothing. */
  readonly total: Decimal | null;
  /** Sum of what is there so far, for a running total; "0" on a blank ballot of points, null when the form gives none. */
  readonly runningTotal: Decimal | null;
  readonly perGroup: readonly GroupPoints[];
};

/** A decimal as a whole number of millionths; exact, because a decimal has at most six digits on either side of its dot. */
const millionths = (value: Decimal): number => {
  const [whole = '0', fraction = ''] = value.split('.');
  return Number(whole) * 1_000_000 + Number(fraction.padEnd(6, '0'));
};

const valueProblem = (criterion: Criterion, value: Answer['value']): BallotProblemCode | null => {
  if (value === null) return 'blankItem';
  const { scale } = criterion;
  if (value.kind === 'notApplicable') return criterion.allowNotApplicable ? null : 'notApplicableNotAllowed';
  if (value.kind !== scale.kind) return 'wrongScale';
  if (value.kind === 'points' && scale.kind === 'points') {
    const points = millionths(value.points);
    if (points > millionths(scale.max)) return 'aboveMaximum';
    return points % millionths(scale.step) === 0 ? null : 'offStep';
  }
  if (value.kind === 'marks' && scale.kind === 'marks') return value.mark > scale.top ? 'aboveMaximum' : null;
  return null;
};

const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === '';

const answerProblems = (asked: readonly AskedCriterion[], ballot: Ballot): readonly BallotProblem[] =>
  asked.flatMap(({ key, criterion }): BallotProblem[] => {
    const answer = ballot.answers[key];
    const wrong = valueProblem(criterion, answer?.value ?? null);
    return [
      ...(wrong ? [{ key, code: wrong }] : []),
      ...(criterion.comment === 'required' && isEmpty(answer?.comment)
        ? [{ key, code: 'missingComment' as const }]
        : []),
    ];
  });

const opinionProblems = (form: Form, ballot: Ballot): readonly BallotProblem[] => {
  if (form.opinions.length === 0) return ballot.opinion === null ? [] : [{ key: null, code: 'unknownOpinion' }];
  if (ballot.opinion === null) return [{ key: null, code: 'missingOpinion' }];
  const chosen = form.opinions.find(({ id }) => id === ballot.opinion);
  if (!chosen) return [{ key: null, code: 'unknownOpinion' }];
  return chosen.fields
    .filter(({ id, required }) => required && isEmpty(ballot.opinionFields[id]))
    .map(({ id }) => ({ key: id, code: 'missingOpinionField' }));
};

const sum = (values: readonly Decimal[]): Decimal =>
  values.reduce((total, value) => total.plus(value), new Big(0)).toFixed();

/**
 * Checks a ballot against its form and adds up its points as decimals. A criterion repeated for each product is asked once for each of
 * `products`; answers for anything else are a problem and add nothing.
 */
export const checkBallot = (form: Form, products: readonly FormProduct[], ballot: Ballot): BallotCheck => {
  const asked = criteriaOf(form, products);
  const keys = new Set(asked.map(({ key }) => key));
  const scored = asked.filter(({ criterion }) => scaleMax(criterion.scale) !== null);
  const inRange = ({ key, criterion }: AskedCriterion): Decimal | null => {
    const value = ballot.answers[key]?.value ?? null;
    return valueProblem(criterion, value) === null ? pointsOf(criterion.scale, value) : null;
  };
  const perGroup = form.groups.map(({ id, criteria }): GroupPoints => {
    const own = scored.filter(({ group }) => group.id === id);
    const maxima = criteria.flatMap(({ scale }) => scaleMax(scale) ?? []);
    return {
      id,
      points: own.length === 0 ? null : sum(own.flatMap((item) => inRange(item) ?? [])),
      max: maxima.length === 0 ? null : sum(maxima),
    };
  });
  const runningTotal = scored.length === 0 ? null : sum(scored.flatMap((item) => inRange(item) ?? []));
  if (ballot.abstained) return { complete: true, problems: [], total: null, runningTotal, perGroup };

  const problems: readonly BallotProblem[] = [
    ...answerProblems(asked, ballot),
    ...Object.keys(ballot.answers)
      .filter((key) => !keys.has(key))
      .map((key): BallotProblem => ({ key, code: 'unknownCriterion' })),
    ...opinionProblems(form, ballot),
    ...(form.overallComment === 'required' && isEmpty(ballot.comment)
      ? [{ key: null, code: 'missingComment' } as const]
      : []),
  ];
  const pointless = scored.some(
    ({ key, criterion }) => valueProblem(criterion, ballot.answers[key]?.value ?? null) !== null,
  );
  return { complete: problems.length === 0, problems, total: pointless ? null : runningTotal, runningTotal, perGroup };
};
