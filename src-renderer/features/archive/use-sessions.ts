import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { MOST_LISTED } from '#domain/contract/sessions.ts';
import { api } from '../../client/client.ts';
import type { ListedHead } from './archive-view.ts';

/** More than a window shows at once, and so few that the first sessions stand there in no time. */
const FIRST = 100;
/** How long the next part waits for a quiet moment at most, in milliseconds. */
const LATEST = 1_000;

type Sessions = {
  /** What has been read so far, newest change first; undefined before the first part has come. */
  readonly sessions: readonly ListedHead[] | undefined;
  /** How far the reading has come; null once all are there. */
  readonly reading: { readonly read: number; readonly total: number } | null;
  readonly error: Error | null;
  readonly again: () => void;
};

/** The sessions of the archive: the first at once, the others part by part behind them, so that the window never stands still. */
export const useSessions = (): Sessions => {
  const list = useInfiniteQuery(
    api.sessions.list.infiniteOptions({
      input: (from: number) => ({ from, count: from === 0 ? FIRST : MOST_LISTED }),
      initialPageParam: 0,
      getNextPageParam: ({ sessions, total }, _parts, from) =>
        sessions.length > 0 && from + sessions.length < total ? from + sessions.length : undefined,
      staleTime: 0,
    }),
  );
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = list;
  const parts = data?.pages;
  const sessions = useMemo(() => {
    if (parts === undefined) return undefined;
    // One that was changed between two parts has moved to the front, and pushed another into both.
    const byId = new Map(parts.flatMap((part) => part.sessions).map((head) => [head.id, head]));
    return [...byId.values()];
  }, [parts]);
  const total = parts?.at(-1)?.total ?? 0;
  const read = sessions?.length ?? 0;
  useEffect(() => {
    if (isFetching || error !== null || read >= total) return;
    // After what a person does in the window. One that moved to the front in the meantime was in no part.
    const waiting = requestIdleCallback(() => void (hasNextPage ? fetchNextPage() : refetch()), { timeout: LATEST });
    return () => cancelIdleCallback(waiting);
  }, [isFetching, error, hasNextPage, fetchNextPage, refetch, read, total]);
  return { sessions, reading: read < total ? { read, total } : null, error, again: () => void refetch() };
};
