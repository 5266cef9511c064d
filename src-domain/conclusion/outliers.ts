import type { CouncilRules } from '#domain/regulation/pack.ts';
import type { Text } from '#domain/text/bilingual.ts';
import type { Case } from './case.ts';
import { distance, ratio, ratioText, type Ratio } from './exact.ts';
import { memberText } from './secret-ballot.ts';
import { both, bothWith, computedStep, conditionText, numberFigure } from './step-parts.ts';
import type { Step } from './step.ts';
import type { Tally } from './tally.ts';

type Flags = {
  readonly steps: readonly Step[];
  readonly flagged: readonly string[];
  readonly warnings: readonly Text[];
};

/**
 * Flags ballots further from the mean of all judged ballots than the pack's policy allows. A flag asks for a written reason; it drops
 * nothing. No steps at all where the policy is off.
 */
export const outlierStep = (id: string, input: Case, rules: CouncilRules, tally: Tally, mean: Ratio | null): Flags => {
  const { outlier } = rules;
  if (outlier.mode === 'off' || mean === null || tally.judged.length < 2)
    return { steps: [], flagged: [], warnings: [] };
  const limit: Ratio =
    outlier.mode === 'absolute'
      ? ratio(outlier.points)
      : { num: mean.num.times(outlier.num), den: mean.den.times(outlier.den) };
  const children = tally.judged.map(({ member, total }) =>
    computedStep({
      id: `${id}.${member.id}`,
      title: memberText(member),
      source: outlier.source,
      figures: [
        numberFigure(
          'total',
          both((t) => t.total()),
          total ?? '',
        ),
        numberFigure(
          'mean',
          both((t) => t.mean()),
          ratioText(mean),
        ),
        numberFigure(
          'distance',
          both((t) => t.distance()),
          ratioText(distance(ratio(total ?? '0'), mean)),
        ),
        numberFigure(
          'limit',
          both((t) => t.distanceLimit()),
          ratioText(limit),
        ),
      ],
      computation: { op: 'compare', left: 'distance', right: 'limit', comparison: 'atMost' },
      text: conditionText(
        both((t) => t.outlierWithin()),
        both((t) => t.outlierBeyond()),
      ),
    }),
  );
  const flagged = tally.judged.flatMap(({ member }, index) =>
    children[index]?.outcome.kind === 'fails' ? [member.id] : [],
  );
  const reasonless = flagged.filter(
    (member) =>
      !input.outlierReasons.some(
        (entry) => entry.member === member && entry.dossier === tally.dossier.id && entry.reason.trim() !== '',
      ),
  );
  const warnings = reasonless.map((member) => {
    const name = memberText(
      tally.judged.find((ballot) => ballot.member.id === member)?.member ?? { id: member, name: '' },
    );
    return bothWith((t, shown) => t.warnOutlierReason(shown, tally.dossier.title), name);
  });
  const steps = [
    computedStep({
      id,
      title: both((t) => t.outliers()),
      source: outlier.source,
      children,
      computation: { op: 'all' },
      text: conditionText(
        both((t) => t.outliersNone()),
        both((t) => t.outliersSome(flagged.length)),
      ),
    }),
  ];
  return { steps, flagged, warnings };
};
