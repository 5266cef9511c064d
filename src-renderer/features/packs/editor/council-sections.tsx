import { Checkbox } from '@mantine/core';
import {
  invalidReasonSchema,
  officeSchema,
  printedOutputSchema,
  type CouncilRules,
  type InvalidReason,
  type Office,
} from '#domain/regulation/pack.ts';
import { ownSource } from '#domain/regulation/settle-marks.ts';
import { packChoices, type PackChoice } from '#domain/text/messages/pack-choices.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { useLanguage, useMessages } from '../../../ui/language.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Fields } from '../../../ui/section.tsx';
import { capital } from './capital.ts';
import { useField, type Path } from './draft.tsx';
import classes from './editor.module.css';
import { ChoiceAt, FractionAt, NumberAt, SomeOfAt, SwitchAt, TextAt } from './fields-at.tsx';
import { NumbersAt } from './lines-at.tsx';
import { BasisAt, ListAt, OptionalRuleAt, RuleAt } from './rule.tsx';
import { shownNumber } from './shown-number.ts';
import { StatedAt, StatedListAt } from './stated-at.tsx';

/** A part of what a pack says about one kind of council; `at` leads to the council. */
type Props = { readonly at: Path };

const share = { num: 1, den: 2, comparison: 'atLeast' } as const;
const offices: readonly Office[] = officeSchema.options;
const seats = offices.filter((office) => office !== 'administrativeSecretary');

/** The first of a list's choices that no item has taken yet. */
const freeOf = <Value extends string>(choices: readonly Value[], taken: unknown, key: string): Value | null => {
  const items = Array.isArray(taken) ? (taken as readonly Readonly<Record<string, unknown>>[]) : [];
  return choices.find((choice) => !items.some((item) => item[key] === choice)) ?? null;
};

const useOfficeName = (): ((office: string) => string) => {
  const language = useLanguage();
  return (office) => capital(packChoices[language][`office.${office}` as PackChoice]);
};

export const CompositionSection = ({ at }: Props) => {
  const t = useMessages(packEditorMessages);
  const officeName = useOfficeName();
  const size: Path = [...at, 'composition', 'size'];
  const path: Path = [...at, 'composition', 'offices'];
  const free = freeOf(offices, useField(path).value, 'office');
  return (
    <>
      <TextAt path={[...at, 'name']} kind="long" />
      <RuleAt path={size}>
        <Fields columns={3}>
          <NumberAt path={[...size, 'min']} whole />
          <NumberAt path={[...size, 'max']} whole />
          <NumbersAt path={[...size, 'allowed']} />
        </Fields>
      </RuleAt>
      <RuleAt path={path}>
        <ListAt<CouncilRules['composition']['offices'][number]>
          path={path}
          noun={t.office}
          blank={free === null ? null : () => ({ office: free, min: 1, max: null, source: ownSource(null) })}
          nameOf={({ office }) => officeName(office)}
          under={({ min, max }) =>
            max === null
              ? t.peopleAtLeast(shownNumber(min))
              : t.people(min === max ? shownNumber(min) : `${shownNumber(min)}–${shownNumber(max)}`)
          }
          body={(item, { office }) => (
            <>
              <Fields columns={3}>
                <ChoiceAt
                  path={[...item, 'office']}
                  options={offices.filter((one) => one === office || one === free)}
                />
                <NumberAt path={[...item, 'min']} whole />
                <NumberAt path={[...item, 'max']} whole optional />
              </Fields>
              <BasisAt path={[...item, 'source']} />
            </>
          )}
        />
      </RuleAt>
      <OptionalRuleAt
        path={[...at, 'composition', 'outside']}
        blank={() => ({ fraction: share, source: ownSource(null) })}
      >
        <FractionAt path={[...at, 'composition', 'outside', 'fraction']} />
      </OptionalRuleAt>
      <StatedListAt path={[...at, 'composition', 'backgrounds']} noun={t.background} />
    </>
  );
};

export const QuorumSection = ({ at }: Props) => {
  const t = useMessages(packEditorMessages);
  const officeName = useOfficeName();
  const quorum: Path = [...at, 'quorum'];
  const path: Path = [...quorum, 'offices'];
  const free = freeOf(seats, useField(path).value, 'office');
  return (
    <>
      <RuleAt path={[...quorum, 'presence']}>
        <FractionAt path={[...quorum, 'presence', 'fraction']} />
      </RuleAt>
      <OptionalRuleAt
        path={[...quorum, 'presiding']}
        blank={() => ({ who: 'chairOrAuthorised', source: ownSource(null) })}
      >
        <ChoiceAt path={[...quorum, 'presiding', 'who']} options={['chair', 'chairOrViceChair', 'chairOrAuthorised']} />
      </OptionalRuleAt>
      <RuleAt path={path}>
        <ListAt<CouncilRules['quorum']['offices'][number]>
          path={path}
          blank={free === null ? null : () => ({ office: free, min: 1, source: ownSource(null) })}
          nameOf={({ office }) => officeName(office)}
          noun={t.office}
          under={({ min }) => t.peopleAtLeast(shownNumber(min))}
          body={(item, { office }) => (
            <>
              <Fields columns={2}>
                <ChoiceAt path={[...item, 'office']} options={seats.filter((one) => one === office || one === free)} />
                <NumberAt path={[...item, 'min']} whole />
              </Fields>
              <BasisAt path={[...item, 'source']} />
            </>
          )}
        />
      </RuleAt>
      <RuleAt path={[...quorum, 'online']}>
        <SwitchAt path={[...quorum, 'online', 'counts']} />
      </RuleAt>
      <RuleAt path={[...at, 'meetingForms']}>
        <SomeOfAt path={[...at, 'meetingForms', 'allowed']} options={['inPerson', 'online', 'hybrid']} />
      </RuleAt>
    </>
  );
};

export const ConflictsSection = ({ at }: Props) => {
  const t = useMessages(packEditorMessages);
  const conflicts: Path = [...at, 'conflictOfInterest'];
  return (
    <>
      <OptionalRuleAt
        path={[...conflicts, 'hostMembers']}
        blank={() => ({ max: 1, barredOffices: [], source: ownSource(null) })}
      >
        <div className={classes.short}>
          <NumberAt path={[...conflicts, 'hostMembers', 'max']} whole />
        </div>
        <SomeOfAt path={[...conflicts, 'hostMembers', 'barredOffices']} options={offices} />
      </OptionalRuleAt>
      <StatedListAt path={[...conflicts, 'exclusions']} noun={t.case} />
      <StatedListAt path={[...conflicts, 'leaving']} noun={t.case} />
      <RuleAt path={[...conflicts, 'recused']}>
        <SwitchAt path={[...conflicts, 'recused', 'countsForQuorum']} />
      </RuleAt>
    </>
  );
};

export const ValiditySection = ({ at }: Props) => {
  const language = useLanguage();
  const field = useField([...at, 'validity', 'invalidWhen']);
  const rules = (field.value ?? []) as CouncilRules['validity']['invalidWhen'];
  const toggle = (reason: InvalidReason, isOn: boolean) =>
    field.set(isOn ? [...rules, { reason, source: ownSource(null) }] : rules.filter((rule) => rule.reason !== reason));
  return (
    <>
      <RuleAt path={[...at, 'validity']}>
        <div className={classes.boxes}>
          {invalidReasonSchema.options.map((reason) => {
            const rule = rules.find((one) => one.reason === reason);
            return (
              <Checkbox
                key={reason}
                label={capital(packChoices[language][`reason.${reason}`])}
                description={rule === undefined ? undefined : <Mark mark={rule.source.mark} />}
                checked={rule !== undefined}
                disabled={field.readOnly}
                onChange={(event) => toggle(reason, event.currentTarget.checked)}
              />
            );
          })}
        </div>
      </RuleAt>
      <OptionalRuleAt path={[...at, 'secretBallot']} blank={() => ({ secret: true, source: ownSource(null) })}>
        <SwitchAt path={[...at, 'secretBallot', 'secret']} />
      </OptionalRuleAt>
      <StatedAt path={[...at, 'absentComments']} />
    </>
  );
};

export const CountingSection = ({ at }: Props) => {
  const committee: Path = [...at, 'countingCommittee'];
  const outlier: Path = [...at, 'outlier'];
  const field = useField(outlier);
  const { mode, source } = field.value as CouncilRules['outlier'];
  const outliers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    off: { mode: 'off', source },
    absolute: { mode: 'absolute', points: '20', source },
    relative: { mode: 'relative', num: 1, den: 5, source },
  };
  return (
    <>
      <OptionalRuleAt path={committee} blank={() => ({ size: 3, composition: null, source: ownSource(null) })}>
        <div className={classes.short}>
          <NumberAt path={[...committee, 'size']} whole />
        </div>
        <TextAt path={[...committee, 'composition']} optional kind="area" />
      </OptionalRuleAt>
      <RuleAt path={[...at, 'rounding']}>
        <Fields columns={2}>
          <NumberAt path={[...at, 'rounding', 'decimals']} whole />
          <ChoiceAt path={[...at, 'rounding', 'mode']} options={['halfUp', 'halfEven', 'down']} />
        </Fields>
        <ChoiceAt path={[...at, 'rounding', 'use']} options={['shown', 'decides']} />
      </RuleAt>
      <RuleAt path={outlier}>
        <ChoiceAt
          path={[...outlier, 'mode']}
          options={['off', 'absolute', 'relative']}
          onChoose={(value) => field.set(outliers[value])}
        />
        {mode === 'absolute' && (
          <div className={classes.short}>
            <NumberAt path={[...outlier, 'points']} />
          </div>
        )}
        {mode === 'relative' && (
          <Fields columns={2}>
            <NumberAt path={[...outlier, 'num']} whole />
            <NumberAt path={[...outlier, 'den']} whole />
          </Fields>
        )}
      </RuleAt>
    </>
  );
};

export const DeadlinesSection = ({ at }: Props) => {
  const t = useMessages(packEditorMessages);
  return (
    <RuleAt path={[...at, 'deadlines']}>
      <ListAt<CouncilRules['deadlines'][number]>
        path={[...at, 'deadlines']}
        noun={t.deadline}
        blank={(id) => ({
          id,
          text: t.newText,
          amount: 3,
          unit: 'workingDays',
          relation: 'atLeastBefore',
          event: 'meeting',
          source: ownSource(null),
        })}
        nameOf={({ text }) => text}
        body={(item) => (
          <>
            <TextAt path={[...item, 'text']} kind="area" />
            <Fields columns={2}>
              <NumberAt path={[...item, 'amount']} whole />
              <ChoiceAt path={[...item, 'unit']} options={['workingDays', 'days', 'months']} />
              <ChoiceAt path={[...item, 'relation']} options={['atLeastBefore', 'atMostAfter']} />
              <ChoiceAt path={[...item, 'event']} options={['meeting', 'validDossier', 'decision']} />
            </Fields>
            <BasisAt path={[...item, 'source']} />
          </>
        )}
      />
    </RuleAt>
  );
};

export const OutputsSection = ({ at }: Props) => {
  const t = useMessages(packEditorMessages);
  const language = useLanguage();
  const path: Path = [...at, 'outputs'];
  const kinds = printedOutputSchema.shape.output.options;
  const free = freeOf(kinds, useField(path).value, 'output');
  return (
    <>
      <RuleAt path={path}>
        <ListAt<CouncilRules['outputs'][number]>
          path={path}
          noun={t.printedPage}
          blank={
            free === null
              ? null
              : () => ({
                  output: free,
                  title: capital(packChoices.vi[`output.${free}`]),
                  code: null,
                  source: ownSource(null),
                })
          }
          nameOf={({ title }) => title}
          under={({ output, title, code }) => {
            const kind = capital(packChoices[language][`output.${output}`]);
            return [kind === title ? null : kind, code].filter((text) => text !== null).join(' · ');
          }}
          body={(item) => (
            <>
              <TextAt path={[...item, 'title']} />
              <TextAt path={[...item, 'code']} optional />
              <BasisAt path={[...item, 'source']} />
            </>
          )}
        />
      </RuleAt>
      <StatedListAt path={[...at, 'order']} noun={t.stage} />
      <StatedAt path={[...at, 'dissent']} />
      <StatedAt path={[...at, 'advisory']} />
    </>
  );
};
