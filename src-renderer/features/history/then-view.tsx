import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '#domain/contract/base.ts';
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
import { differencesOf } from './differences.ts';
import classes from './history.module.css';

/** The session as it was after one deed, told by what differs from now. */
export const ThenView = ({ entry, onClose }: { readonly entry: HistoryEntry; readonly onClose: () => void }) => {
  const t = useMessages(paperworkMessages);
  const language = useLanguage();
  const say = useProblemText();
  const { id: sessionId, state } = useSession();
  // What has happened stays as it was, so it is read once.
  const { data, error } = useQuery(
    api.sessions.at.queryOptions({ input: { sessionId, seq: entry.seq }, staleTime: Infinity, gcTime: 60_000 }),
  );
  const differences = data === undefined ? [] : differencesOf(data, state, language);
  return (
    <Aside width="reading">
      <section className={classes.then} aria-label={t.thenTitle(dayAndClockOf(entry.at))}>
        <div className={classes.thenHead}>
          <h2>{t.thenTitle(dayAndClockOf(entry.at))}</h2>
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
        {data !== undefined && differences.length === 0 && <p>{t.same}</p>}
        {differences.length > 0 && (
          <>
            <p className={classes.quiet}>{t.thenLead}</p>
            <table className={`${table.table ?? ''} ${classes.compare ?? ''}`}>
              <thead>
                <tr>
                  <th scope="col">{t.columnPlace}</th>
                  <th scope="col">{t.columnThen}</th>
                  <th scope="col">{t.columnNow}</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ key, place, then, now }) => (
                  <tr key={key}>
                    <th scope="row">{place}</th>
                    <td>{then === '' ? <span className={classes.quiet}>{t.nothing}</span> : then}</td>
                    <td>{now === '' ? <span className={classes.quiet}>{t.nothing}</span> : now}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </section>
    </Aside>
  );
};
