import type { Decimal } from '#domain/forms/form.ts';
import { scaleMax } from '#domain/forms/points.ts';
import type { Grade, PointsRules, CouncilRules } from '#domain/regulation/pack.ts';
import type { Text } from '#domain/text/bilingual.ts';
import { packText } from '#domain/regulation/reading.ts';
import type { Assessment } from './assessment.ts';
import type { Case } from './case.ts';
import { countVotes } from './count-votes.ts';
import { addRatios, compareRatios, parseRatio, ratio, ratioText, roundRatio, zeroRatio, type Ratio } from './exact.ts';
import { allowedDays } from './lateness.ts';
import { outlierStep } from './outliers.ts';
import { memberText } from './secret-ballot.ts';
import {
  both,
  bothWith,
  computedStep,
  criterionText,
  conditionText,
  conditionsMetOrNot,
  metOrNot,
  missingFigure,
  numberFigure,
  passingGradeFigures,
  shownNumber,
} from './step-parts.ts';
import type { CriterionResult, Figure, Mean, Step } from './step.ts';
import type { Tally } from './tally.ts';

/** An exact mean with its rounded form. */
export const meanOf = (exact: Ratio, count: number, { rounding }: CouncilRules): Mean => ({
  exact: ratioText(exact),
  rounded: roundRatio(exact, rounding.decimals, rounding.mode),
  count,
});

/** Does some judged ballot say "không áp dụng" to a criterion of points? Then the mean is the sum of the criteria's own means. */
const hasGaps = ({ judged, asked }: Tally): boolean =>
  judged.some(({ points }) =>
    asked.some(({ key, criterion }) => scaleMax(criterion.scale) !== null && points[key] === undefined),
  );

const criterionMean = (tally: Tally, key: string): { mean: Ratio | null; values: readonly Decimal[] } => {
  const values = tally.judged.flatMap(({ points }) => points[key] ?? []);
  const total = values.reduce<Ratio>((sum, value) => addRatios(sum, ratio(value)), zeroRatio);
  return { values, mean: values.length === 0 ? null : { num: total.num, den: total.den.times(values.length) } };
};

const meanStep = (id: string, tally: Tally, rules: PointsRules): Step => {
  const source = rules.mean.source;
  const text = ({ value }: { value: string | null }): Text =>
    value === null ? both((t) => t.meanNone()) : bothWith((t, shown) => t.meanIs(shown), shownNumber(value));
  if (!hasGaps(tally)) {
    const figures = tally.judged.map(({ member, total }) => numberFigure(member.id, memberText(member), total ?? ''));
    return computedStep({
      id,
      title: both((t) => t.mean()),
      source,
      figures,
      computation: { op: 'mean', of: figures.map(({ key }) => key) },
      text,
    });
  }
  const figures = tally.asked
    .filter(({ criterion }) => scaleMax(criterion.scale) !== null)
    .map(({ key, criterion }): Figure => {
      const { mean } = criterionMean(tally, key);
      return mean
        ? numberFigure(key, packText(criterion.label), ratioText(mean))
        : missingFigure(key, packText(criterion.label));
    });
  return computedStep({
    id,
    title: both((t) => t.meanOfCriteria()),
    source,
    figures,
    computation: { op: 'sum', of: figures.map(({ key }) => key) },
    text,
  });
};

const roundStep = (id: string, mean: Ratio, { rounding }: CouncilRules): Step =>
  computedStep({
    id,
    title:
      rounding.use === 'decides'
        ? both((t) => t.roundDecides(rounding.decimals))
        : both((t) => t.roundShown(rounding.decimals)),
    source: rounding.source,
    figures: [
      numberFigure(
        'mean',
        both((t) => t.mean()),
        ratioText(mean),
      ),
    ],
    computation: { op: 'round', of: 'mean', decimals: rounding.decimals, mode: rounding.mode },
    text: ({ value }) => bothWith((t, shown) => t.rounded(shown), shownNumber(value ?? '')),
  });

const meanFigure = (ranked: Ratio | null): Figure =>
  ranked
    ? numberFigure(
        'mean',
        both((t) => t.mean()),
        ratioText(ranked),
      )
    : missingFigure(
        'mean',
        both((t) => t.mean()),
      );

const thresholdStep = (id: string, ranked: Ratio | null, rule: NonNullable<PointsRules['threshold']>): Step =>
  computedStep({
    id,
    title: bothWith(
      (t, shown) => (rule.comparison === 'atLeast' ? t.thresholdAtLeast(shown) : t.thresholdMoreThan(shown)),
      shownNumber(rule.points),
    ),
    source: rule.source,
    figures: [
      meanFigure(ranked),
      numberFigure(
        'threshold',
        both((t) => t.threshold()),
        rule.points,
      ),
    ],
    computation: { op: 'compare', left: 'mean', right: 'threshold', comparison: rule.comparison },
    text: conditionText(
      both((t) => t.thresholdMet()),
      both((t) => t.thresholdNotMet()),
    ),
  });

const zeroSteps = (id: string, tally: Tally, rule: NonNullable<PointsRules['zeroRule']>): Step => {
  const whole = tally.denominators[rule.of];
  const children = tally.asked
    .filter(({ criterion }) => scaleMax(criterion.scale) !== null)
    .map(({ key, criterion }) =>
      computedStep({
        id: `${id}.${key}`,
        title: packText(criterion.label),
        source: rule.source,
        figures: [
          numberFigure(
            'zeros',
            both((t) => t.zeros()),
            zerosOf(tally, key),
          ),
          numberFigure(
            'whole',
            both((t) => t.base(rule.of)),
            whole,
          ),
        ],
        computation: { op: 'share', part: 'zeros', whole: 'whole', ...rule.fraction, negated: true },
        text: conditionText(
          both((t) => t.zeroFine()),
          both((t) => t.zeroTooMany()),
        ),
      }),
    );
  return computedStep({
    id,
    title: both((t) => t.zeroRule(t.fraction(rule.fraction.num, rule.fraction.den, rule.fraction.comparison))),
    source: rule.source,
    children,
    computation: { op: 'all' },
    text: conditionText(
      both((t) => t.zeroRuleFine()),
      both((t) => t.zeroRuleFails()),
    ),
  });
};

const zerosOf = (tally: Tally, key: string): number =>
  tally.judged.filter(({ points }) => {
    const value = points[key];
    return value !== undefined && ratio(value).num.eq(0);
  }).length;

const minimumSteps = (id: string, tally: Tally, rule: NonNullable<PointsRules['criterionMinimum']>): Step => {
  const children = tally.asked.flatMap(({ key, criterion }) => {
    const { scale } = criterion;
    if (scale.kind !== 'points' || scale.min === null) return [];
    const { mean, values } = criterionMean(tally, key);
    const lowest = values.map((value) => ratio(value)).sort(compareRatios)[0] ?? null;
    const left = rule.on === 'mean' ? mean : lowest;
    const label = rule.on === 'mean' ? both((t) => t.criterionMean()) : both((t) => t.criterionLowest());
    return [
      computedStep({
        id: `${id}.${key}`,
        title: packText(criterion.label),
        source: rule.source,
        figures: [
          left ? numberFigure('reached', label, ratioText(left)) : missingFigure('reached', label),
          numberFigure(
            'minimum',
            both((t) => t.minimum()),
            scale.min,
          ),
        ],
        computation: { op: 'compare', left: 'reached', right: 'minimum', comparison: 'atLeast' },
        text: conditionText(
          both((t) => t.minimumMet()),
          both((t) => t.minimumNotMet()),
        ),
      }),
    ];
  });
  return computedStep({
    id,
    title: both((t) => t.criterionMinimum()),
    source: rule.source,
    children,
    computation: { op: 'all' },
    text: conditionText(
      both((t) => t.criterionMinimumMet()),
      both((t) => t.criterionMinimumNotMet()),
    ),
  });
};

const gradeRow = (id: string, row: Grade, { tally, points, label }: GradeInput, source: Step['source']): Step => {
  const { lateness } = tally.dossier;
  const conditions = row.when.map((condition, index) => {
    const allowed = allowedDays(condition.late, lateness);
    const pointsStep = computedStep({
      id: `${id}.${index}.points`,
      title: bothWith(
        (t, shown) => (condition.comparison === 'atLeast' ? t.thresholdAtLeast(shown) : t.thresholdMoreThan(shown)),
        shownNumber(condition.points),
      ),
      source,
      figures: [
        points ? numberFigure('points', label, ratioText(points)) : missingFigure('points', label),
        numberFigure(
          'limit',
          both((t) => t.threshold()),
          condition.points,
        ),
      ],
      computation: { op: 'compare', left: 'points', right: 'limit', comparison: condition.comparison },
      text: conditionText(
        both((t) => t.thresholdMet()),
        both((t) => t.thresholdNotMet()),
      ),
    });
    const lateStep =
      allowed === null
        ? []
        : [
            computedStep({
              id: `${id}.${index}.late`,
              title: allowed === 0 ? both((t) => t.onTime()) : both((t) => t.lateUpTo(t.lateLimit(condition.late))),
              source,
              figures: [
                numberFigure(
                  'daysLate',
                  both((t) => t.daysLate()),
                  lateness.daysLate,
                ),
                numberFigure(
                  'allowed',
                  both((t) => t.daysAllowed()),
                  allowed,
                ),
              ],
              computation: { op: 'compare', left: 'daysLate', right: 'allowed', comparison: 'atMost' },
              text: conditionText(
                both((t) => t.lateFine()),
                both((t) => t.lateTooMuch()),
              ),
            }),
          ];
    return computedStep({
      id: `${id}.${index}`,
      title: both((t) => t.gradeCondition(index + 1)),
      source,
      children: [pointsStep, ...lateStep],
      computation: { op: 'all' },
      text: metOrNot(),
    });
  });
  return computedStep({
    id,
    title: packText(row.label),
    source,
    children: conditions,
    computation: { op: 'any' },
    text: conditionText(
      both((t) => t.gradeFits()),
      both((t) => t.gradeFitsNot()),
    ),
  });
};

type GradeInput = { readonly tally: Tally; readonly points: Ratio | null; readonly label: Text };

/** Reads a grade off the pack's rows for a mean or for one member's total. */
export const gradeStep = (
  id: string,
  title: Text,
  rows: readonly Grade[],
  source: Step['source'],
  input: GradeInput,
): Step => {
  const graded = rows.filter(({ when }) => when.length > 0);
  const rest = rows.find(({ when }) => when.length === 0);
  return computedStep({
    id,
    title,
    source,
    children: graded.map((row) => gradeRow(`${id}.${row.id}`, row, input, source)),
    computation: {
      op: 'firstThatHolds',
      values: graded.map((row) => ({ id: `${id}.${row.id}`, value: row.id })),
      otherwise: rest?.id ?? null,
    },
    text: ({ value }) => {
      const row = rows.find((item) => item.id === value);
      return row ? bothWith((t, label) => t.gradeIs(label), packText(row.label)) : both((t) => t.undetermined());
    },
  });
};

const criterionResults = (tally: Tally, rules: CouncilRules): readonly CriterionResult[] =>
  tally.asked.map(({ key, criterion, product }) => {
    const { mean, values } = criterionMean(tally, key);
    return {
      key,
      label: criterionText({ criterion, product }),
      max: scaleMax(criterion.scale),
      min: criterion.scale.kind === 'points' ? criterion.scale.min : null,
      mean: mean && meanOf(mean, values.length, rules),
      zeros: zerosOf(tally, key),
    };
  });

/** Mean, threshold, zero rule, minimums, grades and flags of one dossier judged by points. */
export const assessPoints = (input: Case, rules: CouncilRules, points: PointsRules, tally: Tally): Assessment => {
  const id = `dossier.${tally.dossier.id}`;
  const average = meanStep(`${id}.mean`, tally, points);
  const mean = average.outcome.value === null ? null : parseRatio(average.outcome.value);
  const rounded = mean && roundStep(`${id}.rounded`, mean, rules);
  const ranked = rounded && rules.rounding.use === 'decides' ? parseRatio(rounded.outcome.value ?? '') : mean;
  const graded =
    points.grades &&
    gradeStep(
      `${id}.grade`,
      both((t) => t.grade()),
      points.grades.rows,
      points.grades.source,
      {
        tally,
        points: ranked,
        label: both((t) => t.mean()),
      },
    );
  const rows = points.grades?.rows ?? [];
  const grade = rows.find((row) => row.id === graded?.outcome.value) ?? null;
  const gradePasses =
    graded &&
    computedStep({
      id: `${id}.gradePasses`,
      title: both((t) => t.gradePasses()),
      source: points.grades?.source ?? null,
      figures: passingGradeFigures(
        grade && { label: packText(grade.label), passes: grade.meaning === 'pass' },
        both((t) => t.grade()),
      ),
      children: [graded],
      computation: { op: 'compare', left: 'passes', right: 'needed', comparison: 'equal' },
      text: metOrNot(),
    });
  const rulesMet: readonly Step[] = [
    ...(points.threshold ? [thresholdStep(`${id}.threshold`, ranked, points.threshold)] : []),
    ...(points.zeroRule ? [zeroSteps(`${id}.zeroRule`, tally, points.zeroRule)] : []),
    ...(points.criterionMinimum ? [minimumSteps(`${id}.minimum`, tally, points.criterionMinimum)] : []),
    ...(gradePasses ? [gradePasses] : []),
  ];
  const hasJudged = computedStep({
    id: `${id}.judged`,
    title: both((t) => t.judgedSome()),
    figures: [
      tally.judged.length > 0
        ? numberFigure(
            'judged',
            both((t) => t.base('judged')),
            tally.judged.length,
          )
        : missingFigure(
            'judged',
            both((t) => t.base('judged')),
          ),
      numberFigure(
        'needed',
        both((t) => t.needed()),
        1,
      ),
    ],
    computation: { op: 'compare', left: 'judged', right: 'needed', comparison: 'atLeast' },
    text: conditionText(
      both((t) => t.met()),
      both((t) => t.notMet()),
      both((t) => t.nothingJudged()),
    ),
  });
  const noRule = computedStep({
    id: `${id}.noRule`,
    title: both((t) => t.noRule()),
    figures: [
      missingFigure(
        'rule',
        both((t) => t.threshold()),
      ),
      meanFigure(ranked),
    ],
    computation: { op: 'compare', left: 'mean', right: 'rule', comparison: 'atLeast' },
    text: () => both((t) => t.noRuleText()),
  });
  const conditions = computedStep({
    id: `${id}.conditions`,
    title: both((t) => t.conditions()),
    children: [hasJudged, ...(rulesMet.length > 0 ? rulesMet : [noRule])],
    computation: { op: 'all' },
    text: conditionsMetOrNot(),
  });
  const memberGrades =
    points.memberGrades && points.grades
      ? tally.judged.map(({ member, total }) =>
          gradeStep(`${id}.member.${member.id}`, memberText(member), rows, points.memberGrades?.source ?? null, {
            tally,
            points: total === null ? null : ratio(total),
            label: both((t) => t.total()),
          }),
        )
      : [];
  const judgements = new Map(
    memberGrades.flatMap((step) => {
      const row = rows.find((item) => item.id === step.outcome.value);
      const member = step.id.slice(`${id}.member.`.length);
      return row ? [[member, { id: row.id, label: packText(row.label) }] as const] : [];
    }),
  );
  const outliers = outlierStep(`${id}.outliers`, input, rules, tally, mean);
  const votes = countVotes([...judgements.values()].map((judgement) => judgement.id));
  const wouldChange =
    mean !== null &&
    rounded !== null &&
    points.threshold !== null &&
    rules.rounding.use === 'shown' &&
    thresholdStep('', parseRatio(rounded.outcome.value ?? ''), points.threshold).outcome.kind !==
      thresholdStep('', mean, points.threshold).outcome.kind;
  return {
    tally,
    conditions,
    others: [average, ...(rounded ? [rounded] : []), ...memberGrades, ...outliers.steps],
    mean,
    ranked,
    criteria: criterionResults(tally, rules),
    grade: grade && { id: grade.id, label: packText(grade.label) },
    judgements,
    votes,
    changes: false,
    flagged: outliers.flagged,
    warnings: [...(wouldChange ? [both((t) => t.warnRounding(tally.dossier.title))] : []), ...outliers.warnings],
  };
};
