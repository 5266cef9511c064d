import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Problem } from '#domain/contract/base.ts';
import type { SessionHead } from '#domain/session/head.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayText } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import table from '../../ui/table.module.css';
import classes from './archive-screen.module.css';
import type { ListedHead } from './archive-view.ts';

/** How many sessions are shown at first, and how many more each time: thousands of lines would be slow and nobody reads them. */
const BATCH = 100;

type Props = {
  readonly heads: readonly ListedHead[];
  /** Why a session takes no changes, by its id; sound ones are not in it. */
  readonly problems: ReadonlyMap<string, Problem>;
};

export const HeadsTable = ({ heads, problems }: Props) => {
  const t = useMessages(sessionMessages);
  const tg = useMessages(storageMessages);
  const [shown, setShown] = useState(BATCH);
  const [leaving, setLeaving] = useState<SessionHead | null>(null);
  const say = useProblemText();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const remove = useMutation(
    api.sessions.remove.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.sessions.key() }),
    }),
  );
  const nameOf = ({ name }: SessionHead) => name.trim() || t.unnamed;
  const markOf = (id: string): string => {
    const problem = problems.get(id);
    if (problem === undefined) return '';
    return problem.code === 'store.newer' ? tg.newerMark : tg.damagedMark;
  };
  return (
    <>
      {remove.error !== null && (
        <Notice tone="wrong" alert>
          {say(problemOf(remove.error))}
        </Notice>
      )}
      <div className={table.scroller}>
        <table className={table.table}>
          <caption className="visually-hidden">{t.archiveTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{t.columnName}</th>
              <th scope="col">{t.columnDay}</th>
              <th scope="col">{t.columnStage}</th>
              <th scope="col" className={table.number}>
                {t.columnDossiers}
              </th>
              <th scope="col" className={table.number}>
                {t.columnReturned}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t.columnActions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {heads.slice(0, shown).map((head) => (
              <tr key={head.id} className={table.row}>
                <th scope="row" className={classes.name}>
                  <Link href={`/sessions/${head.id}`}>{nameOf(head)}</Link>
                  <span className={classes.under}>
                    {[t[head.kind], head.decisionNumber, head.rehearsal ? t.rehearsal : '']
                      .filter((text) => text !== '')
                      .join(' · ')}
                  </span>
                  {problems.has(head.id) && <span className={classes.trouble}>{markOf(head.id)}</span>}
                </th>
                <td>{dayText(head.day) || t.noDay}</td>
                <td className={classes.stage}>{t[head.stage]}</td>
                <td className={table.number}>{head.dossiers}</td>
                <td className={table.number}>{t.returnedOf(head.returned, head.members)}</td>
                <td className={table.number}>
                  <ActionIcon aria-label={t.removeNamed(nameOf(head))} color="gray" onClick={() => setLeaving(head)}>
                    <IconTrash aria-hidden size="1.25rem" stroke={1.75} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {heads.length > shown && (
        <div>
          <Button variant="default" onClick={() => setShown((before) => before + BATCH)}>
            {t.showMoreSessions(Math.min(BATCH, heads.length - shown))}
          </Button>
        </div>
      )}
      <ConfirmDialog
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t.removeTitle}
        confirmLabel={t.remove}
        danger
        onConfirm={() =>
          leaving !== null &&
          remove.mutate({ sessionId: leaving.id }, { onSuccess: () => announce(t.removed(nameOf(leaving))) })
        }
      >
        {leaving !== null && <p>{t.removeText(nameOf(leaving))}</p>}
      </ConfirmDialog>
    </>
  );
};
