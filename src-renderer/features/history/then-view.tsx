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
import { clockOf, dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import table from '../../ui/table.module.css';
import { differencesOf } from './differences.ts';
import classes from './history.module.css';

/** To the second: deeds follow each other quickly. */
const momentText = (moment: string): string => `${dayAndClockOf(moment).slice(0, 10)} ${clockOf(moment)}`;

type Props = {
  readonly entry: HistoryEntry;
  /** The moment it is compared with; null is now. */
  readonly against: HistoryEntry | null;
  readonly onNow: () => void;
  /** Asks for the history of one of the things that differ, by its key. */
  readonly onField: (key: string) => void;
  /** Keys of the things whose history can be asked for. */
  readonly fields: ReadonlySet<string>;
  readonly onClose: () => void;
};

/** The session as it was after one deed, told by what differs from now or from after another deed. */
export const ThenView = ({ entry, against, onNow, onField, fields, onClose }: Props) => {
  const t = useMessages(paperworkMessages);
  const language = useLanguage();
  const say = useProblemText();
  const { id: sessionId, state } = useSession();
  const [first, second] = against !== null && against.seq < entry.seq ? [against, entry] : [entry, against];
  // What has happened stays as it was, so it is read once.
  const momentOf = (seq: number) =>
    api.sessions.at.queryOptions({ input: { sessionId, seq }, staleTime: Infinity, gcTime: 60_000 });
  const earlier = useQuery(momentOf(first.seq));
  const later = useQuery({ ...momentOf(second?.seq ?? first.seq), enabled: second !== null });
  const error = earlier.error ?? later.error;
  const end = second === null ? state : later.data;
  const data = end === undefined ? undefined : earlier.data;
  const differences = data === undefined || end === undefined ? [] : differencesOf(data, end, language);
  const from = momentText(first.at);
  const to = second === null ? t.columnNow : momentText(second.at);
  const title = second === null ? t.thenTitle(from) : t.betweenTitle(from, to);
  return (
    <Aside width="reading">
      <section className={classes.then} aria-label={title}>
        <div className={classes.thenHead}>
          <h2>{title}</h2>
          <Button
            variant="subtle"
            size="sm"
            leftSection={<IconX aria-hidden size="1.125rem" stroke={1.75} />}
            onClick={onClose}
          >
            {t.closeThen}
          </Button>
        </div>
        {second === null ? (
          <p className={classes.quiet}>{t.compareHint}</p>
        ) : (
          <p className={classes.between}>
            <Button size="sm" variant="default" onClick={onNow}>
              {t.compareNow}
            </Button>
          </p>
        )}
        {error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(error))}
          </Notice>
        )}
        {data === undefined && error === null && <p role="status">{t.readingThen}</p>}
        {data !== undefined && differences.length === 0 && <p>{second === null ? t.same : t.sameBetween}</p>}
        {differences.length > 0 && (
          <>
            <p className={classes.quiet}>{second === null ? t.thenLead : t.betweenLead}</p>
            <table className={`${table.table ?? ''} ${classes.compare ?? ''}`}>
              <thead>
                <tr>
                  <th scope="col">{t.columnPlace}</th>
                  <th scope="col">{second === null ? t.columnThen : from}</th>
                  <th scope="col">{to}</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ key, place, then, now }) => (
                  <tr key={key}>
                    <th scope="row">
                      {place}
                      {fields.has(key) && (
                        <Button
                          className={classes.ofField ?? ''}
                          variant="subtle"
                          size="compact-sm"
                          aria-label={t.fieldHistoryOf(place)}
                          onClick={() => onField(key)}
                        >
                          {t.fieldHistory}
                        </Button>
                      )}
                    </th>
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
