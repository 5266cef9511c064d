import type { ConclusionRules, CouncilRules, Grade, PointsRules, TieRung, VoteRules } from '#domain/regulation/pack.ts';
import { ownSource } from '#domain/regulation/settle-marks.ts';
import { packChoices } from '#domain/text/messages/pack-choices.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { packWords } from '#domain/text/messages/pack-words.ts';
import { useLanguage, useMessages } from '../../../ui/language.tsx';
import { Choice } from '../../../ui/fields.tsx';
import { Fields } from '../../../ui/section.tsx';
import { capital } from './capital.ts';
import { useDraft, useField, valueAt, type Path } from './draft.tsx';
import classes from './editor.module.css';
import { ChoiceAt, FractionAt, NumberAt, SwitchAt, TextAt } from './fields-at.tsx';
import { BasisAt, ListAt, OptionalRuleAt, RuleAt } from './rule.tsx';
import { shownNumber } from './shown-number.ts';

const bases = ['present', 'total', 'returned', 'valid', 'judged'] as const;
const share = { num: 1, den: 3, comparison: 'moreThan' } as const;

const PointsAt = ({ path }: { readonly path: Path }) => (
  <Fields columns={2}>
    <ChoiceAt path={[...path, 'comparison']} options={['atLeast', 'moreThan']} />
    <NumberAt path={[...path, 'points']} />
  </Fields>
);

type Condition = Grade['when'][number];

/** How late may be handed in what still earns the grade. */
const LateAt = ({ path }: { readonly path: Path }) => {
  const t = useMessages(packEditorMessages);
  const field = useField(path);
  const { upTo } = field.value as Condition['late'];
  const lates: Readonly<Record<string, Condition['late']>> = {
    onTime: { upTo: 'onTime' },
    days: { upTo: 'days', amount: 30 },
    months: { upTo: 'months', amount: 3 },
    any: { upTo: 'any' },
  };
  return (
    <Fields columns={2}>
      <ChoiceAt
        path={[...path, 'upTo']}
        options={['onTime', 'days', 'months', 'any']}
        onChoose={(value) => field.set(lates[value])}
      />
      {(upTo === 'days' || upTo === 'months') && <NumberAt path={[...path, 'amount']} whole label={t.lateAmount} />}
    </Fields>
  );
};

const GradesAt = ({ path }: { readonly path: Path }) => {
  const t = useMessages(packEditorMessages);
  return (
    <ListAt<Grade>
      path={path}
      noun={t.grade}
      blank={(id) => ({ id, label: t.newGrade, meaning: 'pass', when: [] })}
      nameOf={({ label }) => label}
      body={(item) => (
        <>
          <TextAt path={[...item, 'label']} />
          <ChoiceAt path={[...item, 'meaning']} options={['pass', 'fail']} />
          <ListAt<Condition>
            path={[...item, 'when']}
            noun={t.condition}
            blank={() => ({ points: '50', comparison: 'atLeast', late: { upTo: 'onTime' } })}
            nameOf={({ points, comparison }) => `${comparison === 'atLeast' ? '≥' : '>'} ${shownNumber(points)}`}
            body={(inner) => (
              <>
                <PointsAt path={inner} />
                <LateAt path={[...inner, 'late']} />
              </>
            )}
          />
        </>
      )}
    />
  );
};

const RungsAt = ({ path, at }: { readonly path: Path; readonly at: Path }) => {
  const t = useMessages(packEditorMessages);
  const language = useLanguage();
  const { pack, set, readOnly } = useDraft();
  const { forms } = valueAt(pack, at) as CouncilRules;
  const criteria = [
    ...new Map(
      forms.flatMap((form) => form.groups.flatMap((group) => group.criteria)).map(({ id, label }) => [id, label]),
    ),
  ].map(([value, label]) => ({ value, label }));
  const kinds: readonly TieRung['kind'][] = ['chairScore', 'criterion', 'castingVote', 'lot', 'authority'];
  const rungOf = (kind: TieRung['kind']): TieRung =>
    kind === 'criterion'
      ? { kind, criterion: criteria[0]?.value ?? 'none', source: ownSource(null) }
      : { kind, source: ownSource(null) };
  const labelOf = (id: string): string => criteria.find(({ value }) => value === id)?.label ?? t.criterionGone;
  return (
    <ListAt<TieRung>
      path={path}
      noun={t.rung}
      blank={() => rungOf('castingVote')}
      nameOf={(rung) => capital(packChoices[language][`ties.${rung.kind}`])}
      under={(rung) => (rung.kind === 'criterion' ? labelOf(rung.criterion) : null)}
      body={(item, rung) => (
        <>
          <Choice
            label={packWords[language]['ties.kind']}
            value={rung.kind}
            options={kinds.map((value) => ({ value, label: capital(packChoices[language][`ties.${value}`]) }))}
            onChange={(kind) => set(item, rungOf(kind))}
            disabled={readOnly}
          />
          {rung.kind === 'criterion' && <CriterionChoice path={[...item, 'criterion']} criteria={criteria} />}
          <BasisAt path={[...item, 'source']} />
        </>
      )}
    />
  );
};

const CriterionChoice = ({
  path,
  criteria,
}: {
  readonly path: Path;
  readonly criteria: readonly { readonly value: string; readonly label: string }[];
}) => {
  const t = useMessages(packEditorMessages);
  const field = useField(path);
  const isThere = criteria.some(({ value }) => value === field.value);
  return (
    <Choice
      label={field.label}
      error={field.error}
      value={String(field.value)}
      options={isThere ? criteria : [{ value: String(field.value), label: t.criterionGone }, ...criteria]}
      onChange={(value) => field.set(value)}
    />
  );
};

const PointsConclusion = ({
  path,
  at,
  rules,
}: {
  readonly path: Path;
  readonly at: Path;
  readonly rules: PointsRules;
}) => (
  <>
    <RuleAt path={[...path, 'outOf']}>
      <div className={classes.short}>
        <NumberAt path={[...path, 'outOf', 'points']} />
      </div>
    </RuleAt>
    <OptionalRuleAt
      path={[...path, 'threshold']}
      blank={() => ({ points: '70', comparison: 'atLeast', source: ownSource(null) })}
    >
      <PointsAt path={[...path, 'threshold']} />
    </OptionalRuleAt>
    <OptionalRuleAt
      path={[...path, 'zeroRule']}
      blank={() => ({ fraction: share, of: 'present', source: ownSource(null) })}
    >
      <FractionAt path={[...path, 'zeroRule', 'fraction']} />
      <ChoiceAt path={[...path, 'zeroRule', 'of']} options={bases} />
    </OptionalRuleAt>
    <OptionalRuleAt path={[...path, 'criterionMinimum']} blank={() => ({ on: 'mean', source: ownSource(null) })}>
      <ChoiceAt path={[...path, 'criterionMinimum', 'on']} options={['mean', 'everyBallot']} />
    </OptionalRuleAt>
    <OptionalRuleAt
      path={[...path, 'grades']}
      blank={() => ({
        rows: [
          {
            id: 'pass',
            label: 'Đạt',
            meaning: 'pass',
            when: [{ points: '50', comparison: 'atLeast', late: { upTo: 'any' } }],
          },
          { id: 'fail', label: 'Không đạt', meaning: 'fail', when: [] },
        ],
        source: ownSource(null),
      })}
    >
      <GradesAt path={[...path, 'grades', 'rows']} />
    </OptionalRuleAt>
    {(rules.grades !== null || rules.memberGrades !== null) && (
      <OptionalRuleAt path={[...path, 'memberGrades']} blank={() => ({ source: ownSource(null) })} />
    )}
    <OptionalRuleAt
      path={[...path, 'ranking']}
      ownBasis={false}
      blank={() => ({
        recommend: 'first',
        ties: [{ kind: 'authority', source: ownSource(null) }],
        source: ownSource(null),
      })}
    >
      <ChoiceAt path={[...path, 'ranking', 'recommend']} options={['first', 'all']} />
      <BasisAt path={[...path, 'ranking', 'source']} />
      <RuleAt path={[...path, 'ranking', 'ties']}>
        <RungsAt path={[...path, 'ranking', 'ties']} at={at} />
      </RuleAt>
    </OptionalRuleAt>
  </>
);

const VoteConclusion = ({ path }: { readonly path: Path }) => {
  const t = useMessages(packEditorMessages);
  const followUps: Path = [...path, 'followUps'];
  return (
    <>
      <RuleAt path={[...path, 'approval']}>
        <ChoiceAt path={[...path, 'from']} options={['opinion', 'items']} />
        <FractionAt path={[...path, 'approval', 'fraction']} />
        <ChoiceAt path={[...path, 'approval', 'of']} options={bases} />
      </RuleAt>
      <RuleAt path={[...path, 'withChanges']}>
        <SwitchAt path={[...path, 'withChanges', 'countsAsFor']} />
      </RuleAt>
      <RuleAt path={followUps}>
        <ListAt<VoteRules['followUps'][number]>
          path={followUps}
          noun={t.vote}
          blank={(id) => ({ id, text: t.newText, when: 'approved', fraction: null, source: ownSource(null) })}
          nameOf={({ text }) => text}
          body={(item) => (
            <>
              <TextAt path={[...item, 'text']} kind="area" />
              <ChoiceAt path={[...item, 'when']} options={['approved', 'rejected']} />
              <OptionalRuleAt path={[...item, 'fraction']} blank={() => ({ num: 1, den: 2, comparison: 'moreThan' })}>
                <FractionAt path={[...item, 'fraction']} />
              </OptionalRuleAt>
              <BasisAt path={[...item, 'source']} />
            </>
          )}
        />
      </RuleAt>
    </>
  );
};

const LevelsConclusion = ({ path }: { readonly path: Path }) => {
  const pass: Path = [...path, 'member', 'pass'];
  return (
    <>
      <RuleAt path={[...path, 'member', 'excellent']} />
      <RuleAt path={pass} />
      <RuleAt path={[...pass, 'quantityShare']}>
        <FractionAt path={[...pass, 'quantityShare', 'fraction']} />
      </RuleAt>
      <RuleAt path={[...pass, 'deliveredShare']}>
        <FractionAt path={[...pass, 'deliveredShare', 'fraction']} />
      </RuleAt>
      <OptionalRuleAt path={[...path, 'member', 'lateness']} blank={() => ({ months: 6, source: ownSource(null) })}>
        <div className={classes.short}>
          <NumberAt path={[...path, 'member', 'lateness', 'months']} whole />
        </div>
      </OptionalRuleAt>
      <RuleAt path={[...path, 'council', 'excellent']}>
        <FractionAt path={[...path, 'council', 'excellent', 'fraction']} />
        <ChoiceAt path={[...path, 'council', 'excellent', 'of']} options={bases} />
        <SwitchAt path={[...path, 'council', 'excellent', 'noneFailing']} />
      </RuleAt>
      <RuleAt path={[...path, 'council', 'fail']}>
        <FractionAt path={[...path, 'council', 'fail', 'fraction']} />
        <ChoiceAt path={[...path, 'council', 'fail', 'of']} options={bases} />
      </RuleAt>
    </>
  );
};

/** How the council concludes: by points, by votes or by levels; which of them, a copy keeps. */
export const ConclusionSection = ({ at }: { readonly at: Path }) => {
  const path: Path = [...at, 'conclusion'];
  const rules = useField(path).value as ConclusionRules;
  return (
    <div className={classes.form}>
      {rules.method === 'points' && <PointsConclusion path={path} at={at} rules={rules} />}
      {rules.method === 'vote' && <VoteConclusion path={path} />}
      {rules.method === 'levels' && <LevelsConclusion path={path} />}
    </div>
  );
};
