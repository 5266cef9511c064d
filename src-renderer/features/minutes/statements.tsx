import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { dossiersOf, type Statement } from '#domain/session/state.ts';
import { minutesMessages } from '#domain/text/messages/minutes.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { EditableList } from '../../ui/editable-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useReadOnly } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './minutes.module.css';
import { StatementForm } from './statement-form.tsx';

/** What usually follows: a question is answered, an answer is followed by the next question on the same dossier. */
const following: Readonly<Record<Statement['kind'], Statement['kind']>> = {
  question: 'answer',
  answer: 'question',
  opinion: 'opinion',
  dissent: 'dissent',
  other: 'other',
};

/** Who said what: added, edited, put in order and removed. */
export const Statements = () => {
  const t = useMessages(minutesMessages);
  const announce = useAnnounce();
  const { state, record } = useSession();
  const readOnly = useReadOnly();
  const [opened, setOpened] = useState<string | null>(null);
  const { statements } = state.minutes;
  const dossiers = dossiersOf(state);

  const aboutOf = ({ dossierId }: Statement): string => {
    const at = dossiers.findIndex(({ id }) => id === dossierId);
    return at === -1 ? t.aboutAll : t.dossierNumber(at + 1);
  };
  const speakerOf = ({ memberId, speaker }: Statement): string =>
    (memberId === null ? speaker : (state.members[memberId]?.name ?? '')).trim() || t.nobody;

  const add = (after: Statement | undefined) => {
    const id = crypto.randomUUID();
    const kind = after === undefined ? 'question' : following[after.kind];
    const blank: Statement = {
      id,
      kind,
      dossierId: after === undefined ? (dossiers[0]?.id ?? null) : after.dossierId,
      memberId: null,
      speaker: '',
      text: '',
    };
    const place = after === undefined ? -1 : statements.indexOf(after);
    const last = place === -1 || place === statements.length - 1;
    record([
      { type: 'statement.added', statement: blank },
      ...(last ? [] : [{ type: 'statement.moved', statementId: id, to: place + 1 } as const]),
    ]);
    setOpened(id);
  };

  const addButton = (
    <Button
      variant={statements.length === 0 ? 'filled' : 'default'}
      leftSection={<IconPlus aria-hidden size="1.25rem" stroke={2} />}
      disabled={readOnly}
      onClick={() => add(statements.at(-1))}
    >
      {t.add}
    </Button>
  );

  return (
    <Section title={t.statementsTitle} lead={t.statementsLead}>
      {statements.length === 0 ? (
        <EmptyState title={t.statementsEmpty} action={addButton}>
          {t.statementsEmptyText}
        </EmptyState>
      ) : (
        <>
          <EditableList
            label={t.statementsTitle}
            opened={opened}
            onOpen={setOpened}
            disabled={readOnly}
            onMove={(statementId, to) => record({ type: 'statement.moved', statementId, to })}
            onRemove={(statementId) => {
              record({ type: 'statement.removed', statementId });
              announce(t.removed);
            }}
            names={{ moveUp: t.moveUp, moveDown: t.moveDown, remove: t.remove }}
            items={statements.map((statement) => ({
              id: statement.id,
              name: `${t[statement.kind]}, ${speakerOf(statement)}`,
              summary: (
                <>
                  <span>
                    <strong>{speakerOf(statement)}</strong>{' '}
                    <span className={classes.kind}>
                      {t[statement.kind]} · {aboutOf(statement)}
                    </span>
                  </span>
                  {statement.id !== opened && (
                    <span className={classes.words}>{statement.text.trim() || t.noText}</span>
                  )}
                </>
              ),
              body: (
                <StatementForm statement={statement} onDone={() => setOpened(null)} onNext={() => add(statement)} />
              ),
            }))}
          />
          <div>{addButton}</div>
        </>
      )}
    </Section>
  );
};
