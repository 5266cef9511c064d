import type { Criterion } from '#domain/forms/form.ts';
import type { CouncilRules, Grade, Pack } from '#domain/regulation/pack.ts';
import { readIn } from '#domain/regulation/reading.ts';
import type { Source } from '#domain/regulation/source.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { packChoices } from '#domain/text/messages/pack-choices.ts';
import { packMessages } from '#domain/text/messages/packs.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';

/** One rule as a reader sees it. */
export type RuleLine = { readonly key: string; readonly text: string; readonly source: Source };
export type RuleGroup = { readonly title: string; readonly rules: readonly RuleLine[] };

type Share = { readonly num: number; readonly den: number; readonly comparison: 'atLeast' | 'moreThan' };

/** Everything a pack says about one kind of council, in groups and in words. */
export const rulesInWords = (pack: CouncilRules, language: Language): readonly RuleGroup[] => {
  const rules = readIn(pack, language);
  const t = packMessages[language];
  const tw = sessionMessages[language];
  const share = ({ num, den, comparison }: Share): string => t[comparison](num, den);
  const line = (key: string, text: string, source: Source): RuleLine => ({ key, text, source });
  const stated = (
    list: readonly { readonly id: string; readonly text: string; readonly source: Source }[],
  ): RuleLine[] => list.map(({ id, text, source }) => line(id, text, source));
  const { composition, quorum, conflictOfInterest, countingCommittee, conclusion } = rules;
  const { size } = composition;

  const criterion = ({ label, scale }: Criterion): string => {
    switch (scale.kind) {
      case 'points':
        return t.points(label, formatDecimal(scale.max));
      case 'marks':
        return t.marks(label, String(scale.top), formatDecimal(scale.coefficient));
      case 'passFail':
        return t.passFail(label);
      case 'levels':
        return t.levels(label);
    }
  };

  const outlierLine = (outlier: CouncilRules['outlier']): RuleLine => {
    switch (outlier.mode) {
      case 'off':
        return line('outlier', t.outlierOff, outlier.source);
      case 'absolute':
        return line('outlier', t.outlierAbsolute(formatDecimal(outlier.points)), outlier.source);
      case 'relative':
        return line('outlier', t.outlierRelative(outlier.num, outlier.den), outlier.source);
    }
  };

  /** How late a grade may be handed in, as the rest of its condition. */
  const lateText = (late: Grade['when'][number]['late']): string => {
    switch (late.upTo) {
      case 'onTime':
        return t.lateOnTime;
      case 'days':
        return t.lateDays(late.amount);
      case 'months':
        return t.lateMonths(late.amount);
      case 'any':
        return t.lateAny;
    }
  };
  const gradeText = ({ label, when }: Grade): string =>
    when.length === 0
      ? t.gradeRest(label)
      : t.gradeWhen(
          label,
          when
            .map(({ points, comparison, late }) =>
              [
                (comparison === 'atLeast' ? t.atLeastPoints : t.moreThanPoints)(formatDecimal(points)),
                lateText(late),
              ].join(', '),
            )
            .join(t.or),
        );

  const concluding = (): RuleLine[] => {
    switch (conclusion.method) {
      case 'points': {
        const { outOf, mean, threshold, zeroRule, criterionMinimum, grades, ranking } = conclusion;
        const labels = new Map(
          rules.forms
            .flatMap((form) => form.groups.flatMap(({ criteria }) => criteria))
            .map(({ id, label }) => [id, label]),
        );
        return [
          line('outOf', t.outOf(formatDecimal(outOf.points)), outOf.source),
          line('mean', t.mean, mean.source),
          ...(threshold
            ? [
                line(
                  'threshold',
                  t.threshold(
                    (threshold.comparison === 'atLeast' ? t.atLeastPoints : t.moreThanPoints)(
                      formatDecimal(threshold.points),
                    ),
                  ),
                  threshold.source,
                ),
              ]
            : []),
          ...(zeroRule ? [line('zeroRule', t.zeroRule(share(zeroRule.fraction)), zeroRule.source)] : []),
          ...(criterionMinimum
            ? [
                line(
                  'criterionMinimum',
                  criterionMinimum.on === 'mean' ? t.minimumMean : t.minimumEvery,
                  criterionMinimum.source,
                ),
              ]
            : []),
          ...(grades ? grades.rows.map((row) => line(`grade-${row.id}`, gradeText(row), grades.source)) : []),
          ...(conclusion.memberGrades ? [line('memberGrades', t.memberGrades, conclusion.memberGrades.source)] : []),
          ...(ranking
            ? [
                line('recommend', ranking.recommend === 'first' ? t.recommendFirst : t.recommendAll, ranking.source),
                ...ranking.ties.map((rung, index): RuleLine => {
                  const key = `tie-${index}`;
                  switch (rung.kind) {
                    case 'chairScore':
                      return line(key, t.tieChair, rung.source);
                    case 'criterion':
                      return line(key, t.tieCriterion(labels.get(rung.criterion) ?? rung.criterion), rung.source);
                    case 'castingVote':
                      return line(key, t.tieVote, rung.source);
                    case 'lot':
                      return line(key, t.tieLot, rung.source);
                    case 'authority':
                      return line(key, t.tieAuthority, rung.source);
                  }
                }),
              ]
            : []),
        ];
      }
      case 'vote':
        return [
          line('approval', t.approval(share(conclusion.approval.fraction)), conclusion.approval.source),
          line(
            'withChanges',
            conclusion.withChanges.countsAsFor ? t.withChangesFor : t.withChangesNot,
            conclusion.withChanges.source,
          ),
          ...stated(conclusion.followUps),
        ];
      case 'levels': {
        const { member, council } = conclusion;
        return [
          line('excellent', t.levelExcellent, member.excellent.source),
          line('pass', t.levelPass, member.pass.source),
          line(
            'quantity',
            t.levelQuantity(share(member.pass.quantityShare.fraction)),
            member.pass.quantityShare.source,
          ),
          line(
            'delivered',
            t.levelDelivered(share(member.pass.deliveredShare.fraction)),
            member.pass.deliveredShare.source,
          ),
          ...(member.lateness ? [line('lateness', t.lateness(member.lateness.months), member.lateness.source)] : []),
          line('councilExcellent', t.councilExcellent(share(council.excellent.fraction)), council.excellent.source),
          line('councilFail', t.councilFail(share(council.fail.fraction)), council.fail.source),
        ];
      }
    }
  };

  const sizes =
    size.allowed === null
      ? size.min === size.max
        ? String(size.min)
        : `${size.min}–${size.max}`
      : size.allowed.join(', ');
  const { hostMembers: fromHost } = conflictOfInterest;
  const groups: readonly RuleGroup[] = [
    {
      title: t.composition,
      rules: [
        line('size', t.size(sizes), size.source),
        ...composition.offices.map(({ office, min, max, source }) =>
          line(office, t.office(tw[office], min, max), source),
        ),
        ...(composition.outside
          ? [line('outside', t.outside(share(composition.outside.fraction)), composition.outside.source)]
          : []),
        ...stated(composition.backgrounds),
      ],
    },
    {
      title: t.quorum,
      rules: [
        line('presence', t.presence(share(quorum.presence.fraction)), quorum.presence.source),
        ...(quorum.presiding ? [line('presiding', t[quorum.presiding.who], quorum.presiding.source)] : []),
        ...quorum.offices.map(({ office, min, source }) =>
          line(office, t.officePresent(tw[office].toLocaleLowerCase('vi'), min), source),
        ),
        line('online', quorum.online.counts ? t.onlineCounts : t.onlineNot, quorum.online.source),
        line(
          'forms',
          t.meetingForms(rules.meetingForms.allowed.map((form) => tw[form].toLocaleLowerCase('vi')).join(', ')),
          rules.meetingForms.source,
        ),
      ],
    },
    {
      title: t.conflicts,
      rules: [
        ...(fromHost
          ? [
              line(
                'fromHost',
                t.fromHost(
                  fromHost.max,
                  fromHost.barredOffices.map((office) => tw[office].toLocaleLowerCase('vi')).join(', '),
                ),
                fromHost.source,
              ),
            ]
          : []),
        ...stated(conflictOfInterest.exclusions),
        ...stated(conflictOfInterest.leaving),
        line(
          'recused',
          conflictOfInterest.recused.countsForQuorum ? t.recusedCounts : t.recusedNot,
          conflictOfInterest.recused.source,
        ),
      ],
    },
    { title: t.deadlines, rules: stated(rules.deadlines) },
    {
      title: t.counting,
      rules: [
        ...(countingCommittee
          ? [
              line(
                'committee',
                [t.committee(countingCommittee.size), countingCommittee.composition ?? '']
                  .filter((text) => text !== '')
                  .join(': '),
                countingCommittee.source,
              ),
            ]
          : []),
        ...(rules.secretBallot
          ? [line('secretBallot', rules.secretBallot.secret ? t.secretVote : t.namedVote, rules.secretBallot.source)]
          : []),
        ...stated([rules.absentComments]),
        ...rules.validity.invalidWhen.map(({ reason, source }) =>
          line(`invalid-${reason}`, t.invalidWhen(packChoices[language][`reason.${reason}`]), source),
        ),
        outlierLine(rules.outlier),
      ],
    },
    ...rules.forms.map((form) => ({
      title: `${t.forms}: ${[form.code, form.title].filter((text) => text !== null).join(' - ')}`,
      rules: [
        line('form', t.wholeForm(form.title), form.source),
        ...form.groups.flatMap(({ criteria, source }) =>
          criteria.map((one) => line(one.id, criterion(one), one.source ?? source ?? form.source)),
        ),
      ],
    })),
    {
      title: t.conclusion,
      rules: [
        ...concluding(),
        line('rounding', t.rounding(rules.rounding.decimals), rules.rounding.source),
        ...stated([rules.dissent, rules.advisory]),
      ],
    },
    {
      title: t.outputs,
      rules: rules.outputs.map(({ output, title, code, source }) =>
        line(output, code === null ? title : `${title} (${code})`, source),
      ),
    },
    { title: t.order, rules: stated(rules.order) },
  ];
  return groups.filter(({ rules: lines }) => lines.length > 0);
};

/** What a pack calls each kind of work, in words. */
export const vocabularyInWords = (pack: Pack, language: Language): readonly RuleLine[] => {
  const { vocabulary } = readIn(pack, language);
  return (['identification', 'selection', 'acceptance', 'appraisal', 'inspection'] as const).map((kind) => ({
    key: kind,
    text: packMessages[language].called(sessionMessages[language][kind], vocabulary[kind]),
    source: vocabulary.source,
  }));
};
