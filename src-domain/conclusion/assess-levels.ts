import type { Scale } from '#domain/forms/form.ts';
import type { AskedCriterion } from '#domain/forms/points.ts';
import type { LevelsRules } from '#domain/regulation/pack.ts';
import type { Text } from '#domain/text/bilingual.ts';
import type { Assessment } from './assessment.ts';
import type { CaseProduct } from './case.ts';
import { countVotes } from './count-votes.ts';
import { daysInMonths } from './lateness.ts';
import { memberText } from './secret-ballot.ts';
import {
  both,
  computedStep,
  criterionText,
  conditionText,
  conditionsMetOrNot,
  metOrNot,
  missingFigure,
  numberFigure,
  passingGradeFigures,
  recordedStep,
} from './step-parts.ts';
import type { Step } from './step.ts';
import type { CountedBallot, Tally } from './tally.ts';

type Level = 'excellent' | 'pass' | 'fail';
type Aspect = (Scale & { kind: 'levels' })['aspect'];
type Judged = { readonly asked: AskedCriterion; readonly aspect: Aspect; readonly level: Level };

const levelsIn = ({ ballot }: CountedBallot, tally: Tally): readonly Judged[] =>
  tally.asked.flatMap((asked) => {
    const { scale } = asked.criterion;
    const value = ballot?.answers[asked.key]?.value;
    return scale.kind === 'levels' && value?.kind === 'levels'
      ? [{ asked, aspect: scale.aspect, level: value.level }]
      : [];
  });

const isQuantity = ({ aspect }: Judged): boolean => aspect === 'quantity' || aspect === 'volume';

/** Every one of some judgements is at least so good; nothing to judge decides nothing. */
const everyStep = (
  id: string,
  title: Text,
  source: Step['source'],
  judged: readonly Judged[],
  good: (level: Level) => boolean,
): Step => {
  const figures = [
    numberFigure(
      'good',
      both((t) => t.levelGood()),
      judged.filter(({ level }) => good(level)).length,
    ),
    numberFigure(
      'all',
      both((t) => t.levelAll()),
      judged.length,
    ),
  ];
  return judged.length === 0
    ? recordedStep({ id, title, source, figures, text: both((t) => t.nothingToJudge()) })
    : computedStep({
        id,
        title,
        source,
        figures,
        computation: { op: 'compare', left: 'good', right: 'all', comparison: 'equal' },
        text: metOrNot(),
      });
};

const latenessStep = (id: string, tally: Tally, rule: LevelsRules['member']['lateness']): readonly Step[] => {
  if (!rule) return [];
  const { lateness } = tally.dossier;
  const consented = computedStep({
    id: `${id}.consented`,
    title: both((t) => t.lateConsented()),
    source: rule.source,
    figures: [
      numberFigure(
        'consented',
        both((t) => t.lateConsented()),
        lateness.consented ? 1 : 0,
      ),
      numberFigure(
        'needed',
        both((t) => t.needed()),
        1,
      ),
    ],
    computation: { op: 'compare', left: 'consented', right: 'needed', comparison: 'equal' },
    text: metOrNot(),
  });
  const intime = computedStep({
    id: `${id}.inTime`,
    title: both((t) => t.lateUpTo(t.lateLimit({ upTo: 'months', amount: rule.months }))),
    source: rule.source,
    figures: [
      numberFigure(
        'daysLate',
        both((t) => t.daysLate()),
        lateness.daysLate,
      ),
      numberFigure(
        'allowed',
        both((t) => t.daysAllowed()),
        daysInMonths(lateness.due, rule.months),
      ),
    ],
    computation: { op: 'compare', left: 'daysLate', right: 'allowed', comparison: 'atMost' },
    text: conditionText(
      both((t) => t.lateFine()),
      both((t) => t.lateTooMuch()),
    ),
  });
  return [
    computedStep({
      id,
      title: both((t) => t.lateOrConsented()),
      source: rule.source,
      children: [intime, consented],
      computation: { op: 'any' },
      text: metOrNot(),
    }),
  ];
};

const deliveredSteps = (
  id: string,
  failing: readonly Judged[],
  products: readonly CaseProduct[],
  rules: LevelsRules,
): readonly Step[] => {
  const { fraction, source } = rules.member.pass.deliveredShare;
  return failing.map(({ asked, aspect }) => {
    const product = products.find((item) => item.id === asked.product?.id);
    const figuresOf = aspect === 'quantity' ? product?.quantity : product?.volume;
    const labels = { delivered: both((t) => t.delivered()), ordered: both((t) => t.ordered()) };
    return computedStep({
      id: `${id}.${asked.key}`,
      title: criterionText(asked),
      source,
      figures: figuresOf
        ? [
            numberFigure('delivered', labels.delivered, figuresOf.delivered),
            numberFigure('ordered', labels.ordered, figuresOf.ordered),
          ]
        : [missingFigure('delivered', labels.delivered), missingFigure('ordered', labels.ordered)],
      computation: { op: 'share', part: 'delivered', whole: 'ordered', ...fraction, negated: false },
      text: conditionText(
        both((t) => t.met()),
        both((t) => t.notMet()),
        both((t) => t.deliveredMissing()),
      ),
    });
  });
};

/** One member's overall grade, derived from what the member judged. */
const memberStep = (id: string, ballot: CountedBallot, tally: Tally, rules: LevelsRules): Step => {
  const judged = levelsIn(ballot, tally);
  const { excellent, pass, lateness } = rules.member;
  const aboutProducts = judged.filter(({ aspect }) => aspect !== 'report');
  const report = judged.filter(({ aspect }) => aspect === 'report');
  const quality = judged.filter(({ aspect }) => aspect === 'quality');
  const amounts = judged.filter(isQuantity);
  const reached = amounts.filter(({ level }) => level !== 'fail');
  const atLeastPass = (level: Level): boolean => level !== 'fail';
  const reportStep = (at: string): Step =>
    everyStep(
      `${at}.report`,
      both((t) => t.levelReport()),
      pass.source,
      report,
      atLeastPass,
    );
  const late = (at: string): readonly Step[] => latenessStep(`${at}.lateness`, tally, lateness);
  const excellentId = `${id}.excellent`;
  const passId = `${id}.pass`;
  const { fraction } = pass.quantityShare;
  const shareFigures = [
    numberFigure(
      'good',
      both((t) => t.levelGood()),
      reached.length,
    ),
    numberFigure(
      'all',
      both((t) => t.levelAll()),
      amounts.length,
    ),
  ];
  const shareTitle = both((t) => t.quantityShare(t.fraction(fraction.num, fraction.den, fraction.comparison)));
  const quantityStep =
    amounts.length === 0
      ? recordedStep({
          id: `${passId}.quantity`,
          title: shareTitle,
          source: pass.quantityShare.source,
          figures: shareFigures,
          text: both((t) => t.nothingToJudge()),
        })
      : computedStep({
          id: `${passId}.quantity`,
          title: shareTitle,
          source: pass.quantityShare.source,
          figures: shareFigures,
          computation: { op: 'share', part: 'good', whole: 'all', ...fraction, negated: false },
          text: metOrNot(),
        });
  const delivered = pass.deliveredShare.fraction;
  const failing = amounts.filter(({ level }) => level === 'fail');
  const deliveredStep = computedStep({
    id: `${passId}.delivered`,
    title: both((t) => t.deliveredShare(t.fraction(delivered.num, delivered.den, delivered.comparison))),
    source: pass.deliveredShare.source,
    children: deliveredSteps(`${passId}.delivered`, failing, tally.dossier.products, rules),
    computation: { op: 'all' },
    text: conditionText(
      both((t) => t.met()),
      both((t) => t.notMet()),
      both((t) => t.deliveredMissing()),
    ),
  });
  const all = (at: string, title: Text, source: Step['source'], children: readonly Step[]): Step =>
    computedStep({
      id: at,
      title,
      source,
      children,
      computation: { op: 'all' },
      text: conditionText(
        both((t) => t.gradeFits()),
        both((t) => t.gradeFitsNot()),
      ),
    });
  return computedStep({
    id,
    title: memberText(ballot.member),
    source: pass.source,
    children: [
      all(
        excellentId,
        both((t) => t.level('excellent')),
        excellent.source,
        [
          everyStep(
            `${excellentId}.products`,
            both((t) => t.levelProductsExcellent()),
            excellent.source,
            aboutProducts,
            (level) => level === 'excellent',
          ),
          reportStep(excellentId),
          ...late(excellentId),
        ],
      ),
      all(
        passId,
        both((t) => t.level('pass')),
        pass.source,
        [
          everyStep(
            `${passId}.quality`,
            both((t) => t.levelQuality()),
            pass.source,
            quality,
            atLeastPass,
          ),
          quantityStep,
          deliveredStep,
          reportStep(passId),
          ...late(passId),
        ],
      ),
    ],
    computation: {
      op: 'firstThatHolds',
      values: [
        { id: excellentId, value: 'excellent' },
        { id: passId, value: 'pass' },
      ],
      otherwise: 'fail',
    },
    text: ({ value }) =>
      value === null ? both((t) => t.deliveredMissing()) : both((t) => t.memberGradeIs(t.level(value as Level))),
  });
};

/** Members' grades derived from their ballots, and the council's grade from the members'. */
export const assessLevels = (levels: LevelsRules, tally: Tally): Assessment => {
  const id = `dossier.${tally.dossier.id}`;
  const members = tally.judged.map((ballot) => ({
    ballot,
    step: memberStep(`${id}.member.${ballot.member.id}`, ballot, tally, levels),
  }));
  const open = members.some(({ step }) => step.outcome.value === null) || members.length === 0;
  const votes = {
    excellent: 0,
    pass: 0,
    fail: 0,
    ...countVotes(members.flatMap(({ step }) => step.outcome.value ?? [])),
  };
  const { excellent, fail } = levels.council;
  const count = (key: Level): ReturnType<typeof numberFigure> =>
    open
      ? missingFigure(
          key,
          both((t) => t.levelCount(t.level(key))),
        )
      : numberFigure(
          key,
          both((t) => t.levelCount(t.level(key))),
          votes[key],
        );
  const shareStep = (at: string, key: 'excellent' | 'fail', rule: typeof fail): Step =>
    computedStep({
      id: at,
      title: both((t) =>
        t.levelShare(
          t.level(key),
          t.fraction(rule.fraction.num, rule.fraction.den, rule.fraction.comparison),
          t.base(rule.of),
        ),
      ),
      source: rule.source,
      figures: [
        count(key),
        numberFigure(
          'whole',
          both((t) => t.base(rule.of)),
          tally.denominators[rule.of],
        ),
      ],
      computation: { op: 'share', part: key, whole: 'whole', ...rule.fraction, negated: false },
      text: metOrNot(),
    });
  const noneFailing = computedStep({
    id: `${id}.grade.excellent.noneFailing`,
    title: both((t) => t.noneFailing()),
    source: excellent.source,
    figures: [
      count('fail'),
      numberFigure(
        'none',
        both((t) => t.needed()),
        0,
      ),
    ],
    computation: { op: 'compare', left: 'fail', right: 'none', comparison: 'equal' },
    text: metOrNot(),
  });
  const excellentStep = computedStep({
    id: `${id}.grade.excellent`,
    title: both((t) => t.level('excellent')),
    source: excellent.source,
    children: [
      shareStep(`${id}.grade.excellent.share`, 'excellent', excellent),
      ...(excellent.noneFailing ? [noneFailing] : []),
    ],
    computation: { op: 'all' },
    text: conditionText(
      both((t) => t.gradeFits()),
      both((t) => t.gradeFitsNot()),
    ),
  });
  const gradeStep = computedStep({
    id: `${id}.grade`,
    title: both((t) => t.councilGrade()),
    source: excellent.source,
    children: [excellentStep, shareStep(`${id}.grade.fail`, 'fail', fail)],
    computation: {
      op: 'firstThatHolds',
      values: [
        { id: `${id}.grade.excellent`, value: 'excellent' },
        { id: `${id}.grade.fail`, value: 'fail' },
      ],
      otherwise: 'pass',
    },
    text: ({ value }) =>
      value === null ? both((t) => t.undetermined()) : both((t) => t.gradeIs(t.level(value as Level))),
  });
  const grade = gradeStep.outcome.value as Level | null;
  const conditions = computedStep({
    id: `${id}.conditions`,
    title: both((t) => t.conditions()),
    figures: passingGradeFigures(
      grade && { label: both((t) => t.level(grade)), passes: grade !== 'fail' },
      both((t) => t.councilGrade()),
    ),
    children: [gradeStep],
    computation: { op: 'compare', left: 'passes', right: 'needed', comparison: 'equal' },
    text: conditionsMetOrNot(),
  });
  return {
    tally,
    conditions,
    others: members.map(({ step }) => step),
    mean: null,
    ranked: null,
    criteria: tally.asked.map(({ key, criterion, product }) => ({
      key,
      label: criterionText({ criterion, product }),
      max: null,
      min: null,
      mean: null,
      zeros: 0,
    })),
    grade: grade === null ? null : { id: grade, label: both((t) => t.level(grade)) },
    judgements: new Map(
      members.flatMap(({ ballot, step }) => {
        const level = step.outcome.value as Level | null;
        return level === null ? [] : [[ballot.member.id, { id: level, label: both((t) => t.level(level)) }] as const];
      }),
    ),
    votes,
    changes: false,
    flagged: [],
    warnings: [],
  };
};
