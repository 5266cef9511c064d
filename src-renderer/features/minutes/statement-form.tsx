import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { dossiersOf, statementKindSchema, type Statement } from '#domain/session/state.ts';
import { minutesMessages } from '#domain/text/messages/minutes.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { useSession } from '../../client/session-document.ts';
import { Choice, TextArea, TextLine, useReadOnly } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Fields } from '../../ui/section.tsx';
import classes from './minutes.module.css';

type Props = { readonly statement: Statement; readonly onDone: () => void; readonly onNext: () => void };

/** One statement: what kind, on which dossier, by whom, and the words. */
export const StatementForm = ({ statement, onDone, onNext }: Props) => {
  const t = useMessages(minutesMessages);
  const ts = useMessages(sessionMessages);
  const { state, record } = useSession();
  const readOnly = useReadOnly();
  const people = state.memberOrder.flatMap((id) => state.members[id] ?? []);
  const change = (changes: Partial<Omit<Statement, 'id'>>, field?: string) =>
    record(
      { type: 'statement.changed', statementId: statement.id, changes },
      field && `statement.${statement.id}.${field}`,
    );
  const who = useRef<HTMLDivElement>(null);
  // A line that was just added is there to be written on.
  const [isNew] = useState(statement.text === '' && statement.memberId === null && statement.speaker === '');
  useEffect(() => {
    if (isNew) who.current?.querySelector('select')?.focus();
  }, [isNew]);
  return (
    <div className={classes.form}>
      <Fields columns={2}>
        <Choice
          label={t.kind}
          value={statement.kind}
          options={statementKindSchema.options.map((kind) => ({ value: kind, label: t[kind] }))}
          onChange={(kind) => change({ kind })}
        />
        <Choice
          label={t.about}
          value={statement.dossierId ?? ''}
          options={[
            { value: '', label: t.aboutAll },
            ...dossiersOf(state).map(({ id, code }, index) => ({
              value: id,
              label: `${t.dossierNumber(index + 1)} ${code}`.trim(),
            })),
          ]}
          onChange={(dossierId) => change({ dossierId: dossierId === '' ? null : dossierId })}
        />
      </Fields>
      <div ref={who}>
        <Choice
          label={t.who}
          value={statement.memberId ?? ''}
          options={[
            { value: '', label: t.whoOther },
            ...people.map(({ id, name, office }) => ({
              value: id,
              label: `${name.trim() || ts.namelessMember}, ${ts[office].toLocaleLowerCase('vi')}`,
            })),
          ]}
          onChange={(memberId) => change({ memberId: memberId === '' ? null : memberId })}
        />
      </div>
      {statement.memberId === null && (
        <TextLine
          label={t.whoName}
          placeholder={t.whoNameHint}
          value={statement.speaker}
          onChange={(speaker) => change({ speaker }, 'speaker')}
        />
      )}
      <TextArea label={t.text} minRows={4} value={statement.text} onChange={(text) => change({ text }, 'text')} />
      <div className={classes.buttons}>
        <Button disabled={readOnly} onClick={onNext}>
          {t.addAfter}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t.done}
        </Button>
      </div>
    </div>
  );
};
