import type { Pack } from '#domain/regulation/pack.ts';
import { ownSource } from '#domain/regulation/settle-marks.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { useMessages } from '../../../ui/language.tsx';
import { Fields } from '../../../ui/section.tsx';
import { ChoiceAt, DayAt, TextAt } from './fields-at.tsx';
import { LinesAt } from './lines-at.tsx';
import { BasisAt, ListAt, RuleAt } from './rule.tsx';

/** What the pack is called, and which tasks it is for. */
export const GeneralSection = () => (
  <>
    <TextAt path={['title']} kind="long" />
    <TextAt path={['summary']} kind="area" />
    <RuleAt path={['appliesTo']}>
      <Fields columns={2}>
        <DayAt path={['appliesTo', 'approvedFrom']} />
        <DayAt path={['appliesTo', 'approvedTo']} />
      </Fields>
      <ChoiceAt path={['appliesTo', 'level']} options={['programme', 'national', 'ministry', 'any']} />
      <LinesAt path={['appliesTo', 'programmes']} />
    </RuleAt>
  </>
);

/** The documents the rules rest on. */
export const DocumentsSection = () => {
  const t = useMessages(packEditorMessages);
  return (
    <RuleAt path={['documents']}>
      <ListAt<Pack['documents'][number]>
        path={['documents']}
        noun={t.oneDocument}
        blank={(key) => ({
          number: `${t.newDocument} ${key.replace(/^own/u, '')}`,
          title: t.newText,
          issuedOn: null,
          inForceFrom: null,
          inForceTo: null,
          source: ownSource(null),
        })}
        nameOf={({ number }) => number}
        under={({ title }) => title}
        body={(path) => (
          <>
            <TextAt path={[...path, 'number']} />
            <TextAt path={[...path, 'title']} kind="long" />
            <Fields columns={3}>
              <DayAt path={[...path, 'issuedOn']} />
              <DayAt path={[...path, 'inForceFrom']} />
              <DayAt path={[...path, 'inForceTo']} />
            </Fields>
            <BasisAt path={[...path, 'source']} />
          </>
        )}
      />
    </RuleAt>
  );
};

/** What each kind of work is called. */
export const VocabularySection = () => (
  <RuleAt path={['vocabulary']}>
    {(['identification', 'selection', 'acceptance', 'appraisal', 'inspection'] as const).map((kind) => (
      <TextAt key={kind} path={['vocabulary', kind]} />
    ))}
  </RuleAt>
);
