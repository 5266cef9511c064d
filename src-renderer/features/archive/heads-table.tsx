import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { memo, useState } from 'react';
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
const BATCH = 50;

type Props = {
  readonly heads: readonly ListedHead[];
  /** Why a session takes no changes, by its id; sound ones are not in it. */
  readonly problems: ReadonlyMap<string, Problem>;
  /** The folder takes no changes. */
  readonly readOnly: boolean;
};

export const HeadsTable = ({ heads, problems, readOnly }: Props) => {
  const t = useMessages(sessionMessages);
  // Another search begins with its first sessions again.
  const [more, setMore] = useState({ of: heads, count: BATCH });
  const shown = more.of === heads ? more.count : BATCH;
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
              <HeadRow
                key={head.id}
                head={head}
                problem={problems.get(head.id)}
                onRemove={readOnly ? null : setLeaving}
              />
            ))}
          </tbody>
        </table>
      </div>
      {heads.length > shown && (
        <div>
          <Button variant="default" onClick={() => setMore({ of: heads, count: shown + BATCH })}>
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

type RowProps = {
  readonly head: ListedHead;
  readonly problem: Problem | undefined;
  /** Null where the folder takes no changes. */
  readonly onRemove: ((head: ListedHead) => void) | null;
};

/** One session; a row that stays the same while somebody types a search is not drawn again. */
const HeadRow = memo(({ head, problem, onRemove }: RowProps) => {
  const t = useMessages(sessionMessages);
  const tg = useMessages(storageMessages);
  const name = head.name.trim() || t.unnamed;
  return (
    <tr className={table.row}>
      <th scope="row" className={classes.name}>
        <Link href={`/sessions/${head.id}`}>{name}</Link>
        <span className={classes.under}>
          {[t[head.kind], head.decisionNumber, head.rehearsal ? t.rehearsal : '']
            .filter((text) => text !== '')
            .join(' · ')}
        </span>
        {problem !== undefined && (
          <span className={classes.trouble}>{problem.code === 'store.newer' ? tg.newerMark : tg.damagedMark}</span>
        )}
      </th>
      <td>{dayText(head.day) || t.noDay}</td>
      <td className={classes.stage}>{t[head.stage]}</td>
      <td className={table.number}>{head.dossiers}</td>
      <td className={table.number}>{t.returnedOf(head.returned, head.members)}</td>
      <td className={table.number}>
        {onRemove !== null && (
          <ActionIcon aria-label={t.removeNamed(name)} color="gray" onClick={() => onRemove(head)}>
            <IconTrash aria-hidden size="1.25rem" stroke={1.75} />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
});
HeadRow.displayName = 'HeadRow';
