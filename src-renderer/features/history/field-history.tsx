import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { Aside } from '../../ui/aside.tsx';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import table from '../../ui/table.module.css';
import { readAs, type Field } from './fields.ts';
import classes from './history.module.css';

/** Every value that one field ever had, the last on top. */
export const FieldHistory = ({ field, onClose }: { readonly field: Field; readonly onClose: () => void }) => {
  const t = useMessages(paperworkMessages);
  const language = useLanguage();
  const say = useProblemText();
  const { id: sessionId, state, standing } = useSession();
  const input = { sessionId, path: [...field.path] };
  const { data, error } = useQuery({
    ...api.sessions.fieldHistory.queryOptions({ input }),
    // A further change asks anew.
    queryKey: [...api.sessions.fieldHistory.queryKey({ input }), standing.seq],
  });
  const changes = (data ?? [])
    .map((change) => ({
      ...change,
      before: readAs(field, state, change.before),
      after: readAs(field, state, change.after),
    }))
    .filter(({ before, after }) => before !== after)
    .reverse();
  const shown = (text: string) => (text === '' ? <span className={classes.quiet}>{t.nothing}</span> : text);
  return (
    <Aside width="reading">
      <section className={classes.then} aria-label={t.fieldTitle(field.place)}>
        <div className={classes.thenHead}>
          <h2>{t.fieldTitle(field.place)}</h2>
          <Button
            variant="subtle"
            size="sm"
            leftSection={<IconX aria-hidden size="1.125rem" stroke={1.75} />}
            onClick={onClose}
          >
            {t.closeThen}
          </Button>
        </div>
        {error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(error))}
          </Notice>
        )}
        {data === undefined && error === null && <p role="status">{t.readingThen}</p>}
        {data !== undefined && changes.length === 0 && <p>{t.fieldNever}</p>}
        {changes.length > 0 && (
          <table className={`${table.table ?? ''} ${classes.compare ?? ''}`}>
            <thead>
              <tr>
                <th scope="col">{t.columnWhen}</th>
                <th scope="col">{t.columnBefore}</th>
                <th scope="col">{t.columnAfter}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ seq, at, label, before, after }) => (
                <tr key={seq}>
                  <th scope="row">
                    {dayAndClockOf(at)}
                    <span className={classes.under}>{label[language]}</span>
                  </th>
                  <td>{shown(before)}</td>
                  <td>{shown(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Aside>
  );
};
