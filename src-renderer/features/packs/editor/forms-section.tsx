import type { Criterion, CriterionGroup, Form, Opinion, Scale } from '#domain/forms/form.ts';
import { formTotalMax } from '#domain/forms/points.ts';
import { sameJson } from '#domain/journal/plain-json.ts';
import type { ConclusionRules, CouncilRules } from '#domain/regulation/pack.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { packMessages } from '#domain/text/messages/packs.ts';
import { useOwnPack } from '../../../client/own-pack-document.ts';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Fields } from '../../../ui/section.tsx';
import { useDraft, useField, valueAt, type Path } from './draft.tsx';
import classes from './editor.module.css';
import { ChoiceAt, NumberAt, SwitchAt, TextAt } from './fields-at.tsx';
import { BasisAt, ListAt, RuleAt } from './rule.tsx';
import { shownNumber } from './shown-number.ts';

const scales: Readonly<Record<Scale['kind'], Scale>> = {
  points: { kind: 'points', max: '10', step: '1', min: null },
  marks: { kind: 'marks', top: 4, coefficient: '1' },
  passFail: { kind: 'passFail' },
  levels: { kind: 'levels', aspect: 'quality' },
};

const scalesFor: Readonly<Record<ConclusionRules['method'], readonly Scale['kind'][]>> = {
  points: ['points', 'marks', 'passFail'],
  vote: ['passFail'],
  levels: ['levels'],
};

const useScaleText = (): ((scale: Scale) => string) => {
  const t = useMessages(packMessages);
  return (scale) => {
    switch (scale.kind) {
      case 'points':
        return t.points('', shownNumber(scale.max)).replace(/^:\s*/u, '');
      case 'marks':
        return t.marks('', shownNumber(scale.top), shownNumber(scale.coefficient)).replace(/^:\s*/u, '');
      case 'passFail':
        return t.passFail('').replace(/^:\s*/u, '');
      case 'levels':
        return t.levels('').replace(/^:\s*/u, '');
    }
  };
};

const ScaleAt = ({ path, method }: { readonly path: Path; readonly method: ConclusionRules['method'] }) => {
  const field = useField(path);
  const scale = field.value as Scale;
  return (
    <>
      <ChoiceAt
        path={[...path, 'kind']}
        options={[...new Set([...scalesFor[method], scale.kind])]}
        onChoose={(kind) => field.set(scales[kind as Scale['kind']])}
      />
      {scale.kind === 'points' && (
        <Fields columns={3}>
          <NumberAt path={[...path, 'max']} />
          <NumberAt path={[...path, 'step']} />
          <NumberAt path={[...path, 'min']} optional />
        </Fields>
      )}
      {scale.kind === 'marks' && (
        <Fields columns={2}>
          <NumberAt path={[...path, 'top']} whole />
          <NumberAt path={[...path, 'coefficient']} />
        </Fields>
      )}
      {scale.kind === 'levels' && (
        <ChoiceAt path={[...path, 'aspect']} options={['quantity', 'volume', 'quality', 'report']} />
      )}
      {field.error !== undefined && <p className={classes.wrong}>{field.error}</p>}
    </>
  );
};

const comments = ['none', 'optional', 'required'] as const;

const CriteriaAt = ({ path, method }: { readonly path: Path; readonly method: ConclusionRules['method'] }) => {
  const t = useMessages(packEditorMessages);
  const scaleText = useScaleText();
  const [first = 'points'] = scalesFor[method];
  return (
    <ListAt<Criterion>
      path={path}
      noun={t.criterion}
      blank={(id) => ({
        id,
        label: t.newCriterion,
        guidance: null,
        scale: scales[first],
        allowNotApplicable: false,
        comment: 'optional',
        perProduct: false,
      })}
      nameOf={({ label }) => label}
      under={({ scale }) => scaleText(scale)}
      body={(item, criterion) => (
        <>
          <TextAt path={[...item, 'label']} kind="long" />
          <TextAt path={[...item, 'guidance']} kind="area" optional />
          <ScaleAt path={[...item, 'scale']} method={method} />
          <ChoiceAt path={[...item, 'comment']} options={comments} />
          <SwitchAt path={[...item, 'allowNotApplicable']} />
          {method === 'levels' && <SwitchAt path={[...item, 'perProduct']} />}
          {criterion.source !== undefined && <BasisAt path={[...item, 'source']} />}
        </>
      )}
    />
  );
};

/** What the criteria add up to, and what they must. */
const Total = ({ form, at }: { readonly form: Form; readonly at: Path }) => {
  const t = useMessages(packEditorMessages);
  const { pack, problems } = useDraft();
  const { conclusion } = valueAt(pack, at) as CouncilRules;
  // A number half typed can't be added up.
  if (conclusion.method !== 'points' || problems.some(({ code }) => code.startsWith('shape.'))) return null;
  const sum = formTotalMax(form) ?? '0';
  return (
    <p className={classes.total} data-wrong={sum !== conclusion.outOf.points}>
      {t.total(formatDecimal(sum), formatDecimal(conclusion.outOf.points))}
    </p>
  );
};

const FormBody = ({ path, at, form }: { readonly path: Path; readonly at: Path; readonly form: Form }) => {
  const t = useMessages(packEditorMessages);
  const { pack } = useDraft();
  const { base } = useOwnPack().state;
  const { kind, conclusion } = valueAt(pack, at) as CouncilRules;
  const origin = base.councils.find((council) => council.kind === kind)?.forms.find(({ id }) => id === form.id);
  const keptCode =
    form.code !== null &&
    form.code === origin?.code &&
    !sameJson({ ...form, source: null }, { ...origin, source: null });
  const groups = useField([...path, 'groups']);
  return (
    <>
      <Fields columns={2}>
        <TextAt path={[...path, 'title']} kind="long" />
        <TextAt path={[...path, 'code']} optional />
      </Fields>
      {keptCode && <Notice tone="attention">{t.codeKept(form.code ?? '')}</Notice>}
      <BasisAt path={[...path, 'source']} />
      <h3>{groups.label}</h3>
      <Total form={form} at={at} />
      <ListAt<CriterionGroup>
        path={[...path, 'groups']}
        noun={t.group}
        quiet
        blank={(id) => ({
          id,
          label: t.newGroup,
          criteria: [
            {
              id: `${id}-1`,
              label: t.newCriterion,
              guidance: null,
              scale: scales[scalesFor[conclusion.method][0] ?? 'points'],
              allowNotApplicable: false,
              comment: 'optional',
              perProduct: false,
            },
          ],
        })}
        nameOf={({ label }) => label}
        body={(item) => (
          <>
            <TextAt path={[...item, 'label']} kind="long" />
            <CriteriaAt path={[...item, 'criteria']} method={conclusion.method} />
          </>
        )}
      />
      <h3>{useField([...path, 'opinions']).label}</h3>
      <ListAt<Opinion>
        path={[...path, 'opinions']}
        noun={t.opinion}
        blank={(id) => ({ id, label: t.newOpinion, meaning: 'for', fields: [] })}
        nameOf={({ label }) => label}
        body={(item) => (
          <>
            <TextAt path={[...item, 'label']} kind="long" />
            <ChoiceAt path={[...item, 'meaning']} options={['for', 'against', 'forWithChanges']} />
            <ListAt<Opinion['fields'][number]>
              path={[...item, 'fields']}
              noun={t.field}
              blank={(id) => ({ id, label: t.newField, required: false })}
              nameOf={({ label }) => label}
              body={(inner) => (
                <>
                  <TextAt path={[...inner, 'label']} />
                  <SwitchAt path={[...inner, 'required']} />
                </>
              )}
            />
          </>
        )}
      />
      <ChoiceAt path={[...path, 'overallComment']} options={comments} />
    </>
  );
};

/** The ballots: one after another, since a council mostly has one. */
export const FormsSection = ({ at }: { readonly at: Path }) => {
  const forms = (useField([...at, 'forms']).value ?? []) as readonly Form[];
  return forms.map((form, index) => (
    <RuleAt
      key={form.id}
      ownBasis={false}
      path={[...at, 'forms', index]}
      title={[form.code, form.title].filter(Boolean).join(' - ')}
    >
      <FormBody path={[...at, 'forms', index]} at={at} form={form} />
    </RuleAt>
  ));
};
