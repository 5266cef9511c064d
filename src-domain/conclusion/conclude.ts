import type { WarnedDossiers } from '#domain/text/messages/conclusion.ts';
import { weakestMark } from '#domain/regulation/mark.ts';
import type { Form } from '#domain/forms/form.ts';
import { formTotalMax } from '#domain/forms/points.ts';
import { rulesFor, type CouncilRules } from '#domain/regulation/pack.ts';
import { sameText, type Text } from '#domain/text/bilingual.ts';
import { assessLevels } from './assess-levels.ts';
import { assessPoints, meanOf } from './assess-points.ts';
import { assessVote } from './assess-vote.ts';
import type { Assessment } from './assessment.ts';
import type { Case, CaseDossier } from './case.ts';
import type { Mark } from '#domain/regulation/source.ts';
import { citation, packText } from '#domain/regulation/reading.ts';
import { compositionStep, quorumOf, type QuorumFacts } from './quorum.ts';
import { rankContest, type Ranking } from './ranking.ts';
import { both, bothWith, computedStep, metOrNot, numberFigure, recordedStep, wordFigure } from './step-parts.ts';
import type { Conclusion, DossierResult, SelectCase, Step, Verdict } from './step.ts';
import { tallyOf, type Tally } from './tally.ts';
import { compareRatios, ratio } from './exact.ts';

/** The rules a case is judged by. Throws where the pack has none for its kind of council: `checkCase` says so beforehand. */
export const rulesOf = (input: Case): CouncilRules => {
  const rules = rulesFor(input.pack, input.council);
  if (!rules) throw new Error(`The pack ${input.pack.id} has no rules for ${input.council}.`);
  return rules;
};

const assess = (input: Case, rules: CouncilRules, dossier: CaseDossier): Assessment => {
  const form = rules.forms.find(({ id }) => id === dossier.formId);
  if (!form) throw new Error(`The pack ${input.pack.id} has no form ${dossier.formId}.`);
  const tally = tallyOf(input, rules, form, dossier);
  const { conclusion } = rules;
  switch (conclusion.method) {
    case 'points':
      return assessPoints(input, rules, conclusion, tally);
    case 'vote':
      return assessVote(input, conclusion, tally);
    case 'levels':
      return assessLevels(conclusion, tally);
  }
};

const countsStep = ({ dossier, denominators: counts }: Tally): Step => {
  const id = `dossier.${dossier.id}.counts`;
  const figure = (key: keyof typeof counts): ReturnType<typeof numberFigure> =>
    numberFigure(
      key,
      both((t) => t.base(key)),
      counts[key],
    );
  return recordedStep({
    id,
    title: both((t) => t.counts()),
    figures: (
      [
        'total',
        'attending',
        'recused',
        'present',
        'issued',
        'returned',
        'valid',
        'invalid',
        'abstained',
        'judged',
        'setAside',
      ] as const
    ).map(figure),
    text: both((t) => t.countsText(counts.issued, counts.returned, counts.valid, counts.invalid)),
  });
};

const marksIn = (step: Step): readonly Mark[] => [
  ...(step.source ? [step.source.mark] : []),
  ...step.children.flatMap(marksIn),
];

const formStep = ({ dossier, form }: Tally): Step => {
  const max = formTotalMax(form);
  return recordedStep({
    id: `dossier.${dossier.id}.form`,
    title: both((t) => t.form()),
    source: form.source,
    figures:
      max === null
        ? []
        : [
            numberFigure(
              'max',
              both((t) => t.formMax()),
              max,
            ),
          ],
    text: formText(form),
  });
};

const formText = ({ code, title }: Form): Text => {
  const name = packText(title);
  const number = code === null ? null : citation(code);
  return number === null ? name : { vi: `${name.vi} (${number.vi})`, en: `${name.en} (${number.en})` };
};

const dossierQuorum = ({ dossier, denominators }: Tally, rules: CouncilRules): Step | null => {
  const { recused } = rules.conflictOfInterest;
  if (recused.countsForQuorum || denominators.recused === 0) return null;
  const { fraction } = rules.quorum.presence;
  return computedStep({
    id: `dossier.${dossier.id}.quorum`,
    title: both((t) => t.dossierQuorum(t.fraction(fraction.num, fraction.den, fraction.comparison))),
    source: recused.source,
    figures: [
      numberFigure(
        'present',
        both((t) => t.base('present')),
        denominators.present,
      ),
      numberFigure(
        'total',
        both((t) => t.base('total')),
        denominators.total,
      ),
    ],
    computation: { op: 'share', part: 'present', whole: 'total', ...fraction, negated: false },
    text: metOrNot(),
  });
};

type Place = 'first' | 'lower' | 'tiedFirst' | 'notRanked';

const verdictCases: readonly SelectCase[] = [
  { when: { quorum: 'false' }, value: 'noQuorum' },
  { when: { conditions: 'undetermined' }, value: 'undetermined' },
  { when: { conditions: 'fails' }, value: 'notRecommended' },
  { when: { place: 'tiedFirst' }, value: 'tied' },
  { when: { place: 'lower' }, value: 'eligible' },
  { when: { changes: 'true' }, value: 'recommendedWithChanges' },
];

const placeOfDossier = (id: string, ranking: Ranking | null, rules: CouncilRules): Place => {
  if (!ranking || rules.conclusion.method !== 'points' || rules.conclusion.ranking?.recommend !== 'first')
    return 'notRanked';
  const place = ranking.places.find(({ dossiers }) => dossiers.includes(id));
  if (!place) return 'notRanked';
  if (place.rank > 1) return 'lower';
  return place.dossiers.length > 1 ? 'tiedFirst' : 'first';
};

const statementOf = (input: Case, assessment: Assessment, verdict: Verdict, rank: number | null): Text => {
  const title =
    assessment.tally.dossier.title.trim() === '' ? assessment.tally.dossier.id : assessment.tally.dossier.title;
  const kind = input.council;
  const word = packText(input.pack.vocabulary[kind]);
  const grade = assessment.grade?.label ?? null;
  switch (verdict) {
    case 'recommended':
      return grade === null
        ? bothWith((t, named) => t.stateRecommended(kind, named, title, rank), word)
        : bothWith((t, label) => t.stateGrade(title, label), grade);
    case 'recommendedWithChanges':
      return both((t) => t.stateWithChanges(title));
    case 'eligible':
      return both((t) => t.stateEligible(title, rank ?? 0));
    case 'tied':
      return both((t) => t.stateTied(title));
    case 'notRecommended':
      return grade === null
        ? bothWith((t, named) => t.stateNotRecommended(kind, named, title), word)
        : bothWith((t, label) => t.stateGrade(title, label), grade);
    case 'undetermined':
      return both((t) => t.stateUndetermined(title));
    case 'noQuorum':
      return both((t) => t.stateNoQuorum(title));
  }
};

const contestsOf = (assessments: readonly Assessment[]): readonly string[] => [
  ...new Set(assessments.map(({ tally }) => tally.dossier.contest)),
];

type Weighed = {
  readonly quorum: QuorumFacts;
  readonly assessments: readonly Assessment[];
  readonly rankings: readonly Ranking[];
};

/** Assessments and rankings of a case; assessments already known are taken over. */
const weigh = (input: Case, rules: CouncilRules, known: ReadonlyMap<string, Assessment>): Weighed => {
  const quorum = quorumOf(input, rules);
  const assessments = input.dossiers.map((dossier) => known.get(dossier.id) ?? assess(input, rules, dossier));
  const ranks = rules.conclusion.method === 'points' ? rules.conclusion.ranking : null;
  const rankings = ranks
    ? contestsOf(assessments).map((contest) =>
        rankContest(
          contest,
          assessments.filter(
            ({ tally, conditions }) => tally.dossier.contest === contest && conditions.outcome.kind === 'holds',
          ),
          ranks,
          input,
          quorum.presiding,
        ),
      )
    : [];
  return { quorum, assessments, rankings };
};

const rankingFor = ({ tally }: Assessment, { rankings }: Weighed): Ranking | null =>
  rankings.find(({ contest }) => contest === tally.dossier.contest) ?? null;

const verdictOf = (rules: CouncilRules, assessment: Assessment, weighed: Weighed) => {
  const { dossier } = assessment.tally;
  const own = dossierQuorum(assessment.tally, rules);
  const quorumMet = weighed.quorum.met && own?.outcome.kind !== 'fails';
  const ranking = rankingFor(assessment, weighed);
  const place = placeOfDossier(dossier.id, ranking, rules);
  const ranked = ranking?.places.find(({ dossiers }) => dossiers.includes(dossier.id)) ?? null;
  const step = computedStep({
    id: `dossier.${dossier.id}.verdict`,
    title: both((t) => t.verdict()),
    source: rules.advisory.source,
    figures: [
      wordFigure(
        'quorum',
        both((t) => t.quorum()),
        String(quorumMet),
        both((t) => (quorumMet ? t.met() : t.notMet())),
      ),
      wordFigure(
        'conditions',
        both((t) => t.conditions()),
        assessment.conditions.outcome.kind,
        assessment.conditions.outcome.text,
      ),
      wordFigure(
        'place',
        both((t) => t.place()),
        place,
        both((t) => t.placeWord(place, ranked?.rank ?? null)),
      ),
      wordFigure(
        'changes',
        both((t) => t.vote('forWithChanges')),
        String(assessment.changes),
        both((t) => t.yesNo(assessment.changes)),
      ),
    ],
    computation: { op: 'select', cases: verdictCases, otherwise: 'recommended' },
    text: ({ value }) => both((t) => t.verdictWord(value as Verdict)),
  });
  return { step, own, ranked, verdict: step.outcome.value as Verdict };
};

/** What is concluded about one dossier, without the reasoning. */
export type DossierOutcome = { readonly verdict: Verdict; readonly grade: string | null };

/** Assessments of a case by dossier, for computing the outcomes of cases that differ from it in a few dossiers only. */
export const assessmentsOf = (input: Case): ReadonlyMap<string, Assessment> => {
  const rules = rulesOf(input);
  return new Map(input.dossiers.map((dossier) => [dossier.id, assess(input, rules, dossier)]));
};

/** The bare outcomes of a case by dossier; `known` are assessments that are the same in it. */
export const outcomesOf = (
  input: Case,
  known: ReadonlyMap<string, Assessment> = new Map(),
): ReadonlyMap<string, DossierOutcome> => {
  const rules = rulesOf(input);
  const weighed = weigh(input, rules, known);
  return new Map(
    weighed.assessments.map((assessment) => [
      assessment.tally.dossier.id,
      { verdict: verdictOf(rules, assessment, weighed).verdict, grade: assessment.grade?.id ?? null },
    ]),
  );
};

const resultOf = (
  input: Case,
  rules: CouncilRules,
  assessment: Assessment,
  weighed: Weighed,
): Omit<DossierResult, 'withoutFlagged'> => {
  const { tally } = assessment;
  const { dossier } = tally;
  const id = `dossier.${dossier.id}`;
  const { step: verdictStep, own, ranked, verdict } = verdictOf(rules, assessment, weighed);
  const statement = statementOf(input, assessment, verdict, ranked?.rank ?? null);
  const step = computedStep({
    id,
    title: sameText(dossier.title.trim() === '' ? dossier.id : dossier.title),
    children: [
      formStep(tally),
      countsStep(tally),
      ...(own ? [own] : []),
      ...assessment.others,
      assessment.conditions,
      verdictStep,
    ],
    computation: { op: 'child', id: `${id}.verdict` },
    text: () => statement,
  });
  const totals = tally.judged
    .flatMap(({ total }) => (total === null ? [] : [total]))
    .sort((left, right) => compareRatios(ratio(left), ratio(right)));
  return {
    id: dossier.id,
    title: dossier.title,
    formId: dossier.formId,
    contest: dossier.contest,
    denominators: tally.denominators,
    ballots: tally.ballots.map(({ member, standing, given, reason, total, points }) => {
      const judgement = assessment.judgements.get(member.id);
      return {
        member: member.id,
        standing,
        origin: given?.origin ?? null,
        reason,
        total,
        points,
        judgement: judgement?.id ?? null,
        judgementLabel: judgement?.label ?? null,
        flagged: assessment.flagged.includes(member.id),
      };
    }),
    criteria: assessment.criteria,
    mean: assessment.mean && meanOf(assessment.mean, tally.judged.length, rules),
    lowest: totals[0] ?? null,
    highest: totals.at(-1) ?? null,
    votes: assessment.votes,
    grade: assessment.grade,
    verdict,
    mark: weakestMark(marksIn(step)),
    rank: ranked?.rank ?? null,
    tiedWith: ranked ? ranked.dossiers.filter((other) => other !== dossier.id) : [],
    statement,
    step,
  };
};

/** What the ballots of the dossiers lack; dossiers that lack the same stand in one warning. */
const ballotWarnings = (assessments: readonly Assessment[]): readonly Text[] => {
  const together = (countOf: (assessment: Assessment) => number): readonly (readonly [number, WarnedDossiers])[] => {
    const found = new Map<number, WarnedDossiers>();
    for (const [index, assessment] of assessments.entries()) {
      const count = countOf(assessment);
      const { title } = assessment.tally.dossier;
      if (count > 0) found.set(count, [...(found.get(count) ?? []), { number: index + 1, title }]);
    }
    return [...found];
  };
  const missing = together(({ tally: { denominators } }) => denominators.issued - denominators.returned);
  const setAside = together(({ tally: { denominators } }) => denominators.setAside);
  return [
    ...missing.map(([count, where]) => both((t) => t.warnMissing(count, where))),
    ...setAside.map(([count, where]) => both((t) => t.warnSetAside(count, where))),
  ];
};

const commentsStep = (input: Case, rules: CouncilRules): readonly Step[] =>
  input.absentComments.length === 0
    ? []
    : [
        recordedStep({
          id: 'absentComments',
          title: both((t) => t.absentComments()),
          source: rules.absentComments.source,
          figures: [
            numberFigure(
              'comments',
              both((t) => t.absentCommentCount()),
              input.absentComments.length,
            ),
          ],
          text: both((t) => t.absentCommentsText()),
        }),
      ];

type Base = Omit<Conclusion, 'dossiers'> & { readonly dossiers: readonly Omit<DossierResult, 'withoutFlagged'>[] };

const concludeOnce = (input: Case): Base => {
  const rules = rulesOf(input);
  const composition = compositionStep(input, rules);
  const weighed = weigh(input, rules, new Map());
  const { quorum, assessments, rankings } = weighed;
  const dossiers = assessments.map((assessment) => resultOf(input, rules, assessment, weighed));
  const openTies = rankings.flatMap((ranking) => ranking.openTies);
  const step = recordedStep({
    id: 'conclusion',
    title: bothWith((t, name) => t.conclusion(name), packText(rules.name)),
    source: rules.advisory.source,
    children: [
      composition.step,
      quorum.step,
      ...commentsStep(input, rules),
      ...rankings.map((ranking) => ranking.step),
      ...dossiers.map((result) => result.step),
    ],
    text: both((t) => t.advisory()),
  });
  const warnings = [
    ...(input.pack.draft ? [both((t) => t.warnDraft())] : []),
    ...(input.pack.template ? [both((t) => t.warnTemplate())] : []),
    ...composition.warnings,
    ...(quorum.met ? [] : [both((t) => t.warnQuorum())]),
    ...ballotWarnings(assessments),
    ...assessments.flatMap((assessment) => assessment.warnings),
    ...openTies.map(({ awaits, dossiers: tied }) => both((t) => t.warnTie(tied.length, awaits))),
  ];
  return {
    pack: { id: input.pack.id, version: input.pack.version, title: input.pack.title, draft: input.pack.draft },
    council: input.council,
    quorum: {
      met: quorum.met,
      present: quorum.present,
      total: quorum.total,
      presiding: quorum.presiding?.id ?? null,
    },
    dossiers,
    rankings: rankings.map(({ contest, places }) => ({ contest, places })),
    openTies,
    warnings,
    mark: weakestMark(marksIn(step)),
    step,
  };
};

/** The case with every flagged ballot taken out, for the result "without"; the flags themselves stay out of it. */
const withoutFlagged = (input: Case, flagged: ReadonlySet<string>): Case => ({
  ...input,
  ballots: input.ballots.filter(({ member, dossier }) => !flagged.has(`${member} ${dossier}`)),
});

/**
 * Computes what a council may recommend and why. Pure: the same case gives the same answer, on every computer, in whatever order its
 * ballots come. The case must be one `checkCase` finds nothing wrong with. The council advises; nothing here is a decision.
 */
export const conclude = (input: Case): Conclusion => {
  const base = concludeOnce(input);
  const flagged = new Set(
    base.dossiers.flatMap((dossier) =>
      dossier.ballots.filter((ballot) => ballot.flagged).map(({ member }) => `${member} ${dossier.id}`),
    ),
  );
  const without = flagged.size > 0 ? concludeOnce(withoutFlagged(input, flagged)) : null;
  return {
    ...base,
    dossiers: base.dossiers.map((dossier) => {
      const other = dossier.ballots.some((ballot) => ballot.flagged)
        ? without?.dossiers.find(({ id }) => id === dossier.id)
        : undefined;
      return { ...dossier, withoutFlagged: other ? { mean: other.mean, verdict: other.verdict } : null };
    }),
  };
};
