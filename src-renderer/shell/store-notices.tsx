import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { api, client } from '../client/client.ts';
import { useMessages } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { useProblemText } from '../ui/problem-text.ts';
import classes from './save-status.module.css';

/** Notices whose next step is on the screen of backups. */
const leadsToBackups = new Set(['store.backupNotMade', 'store.olderThanKnown']);

/** What the store noticed and a person should know once: it stands below the header until somebody has seen it. */
export const StoreNotices = () => {
  const t = useMessages(storageMessages);
  const say = useProblemText();
  const queries = useQueryClient();
  const { data = [] } = useQuery(
    api.storage.notices.queryOptions({ staleTime: 0, refetchOnMount: 'always', refetchInterval: 20_000 }),
  );
  const last = data.at(-1);
  if (last === undefined) return null;
  const dismiss = async (): Promise<void> => {
    try {
      await client.storage.dismissNotices({ upTo: last.number });
    } finally {
      await queries.invalidateQueries({ queryKey: api.storage.notices.key() });
    }
  };
  return (
    <div className={classes.readOnly} role="status">
      <Notice
        tone="attention"
        wide
        actions={
          <>
            {data.some(({ problem }) => leadsToBackups.has(problem.code)) && (
              <Button component={Link} size="sm" variant="default" href="/storage">
                {t.link}
              </Button>
            )}
            <Button size="sm" variant="default" onClick={() => void dismiss()}>
              {t.noticesDone}
            </Button>
          </>
        }
      >
        {[...new Set(data.map(({ problem }) => say(problem)))].map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Notice>
    </div>
  );
};
