import { useRef, useState } from 'react';
import type { Problem } from '#domain/contract/base.ts';
import { client } from '../../client/client.ts';
import { followJob, type FollowedJob } from '../../client/follow-job.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';

type Outcome =
  | { readonly kind: 'taken'; readonly count: number }
  /** As asked; nothing was recorded. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type Taking = {
  /** While returns are being recorded; `total` is 0 until it is known. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly take: (batchId: string, upTo: number) => Promise<Outcome>;
  readonly stop: () => void;
};

/** Records what was read, as one deed, with progress and a stop that leaves all or nothing. */
export const useTaking = (): Taking => {
  const { id: sessionId, perform } = useSession();
  const [progress, setProgress] = useState<Taking['progress']>(null);
  const job = useRef<FollowedJob | null>(null);

  const take = async (batchId: string, upTo: number): Promise<Outcome> => {
    const followed = followJob(({ done, total }) => setProgress({ done, total: total ?? 0 }));
    job.current = followed;
    setProgress({ done: 0, total: 0 });
    try {
      const { lines } = await perform(() => client.returns.apply({ sessionId, batchId, upTo, jobId: followed.jobId }));
      return { kind: 'taken', count: lines.filter(({ applies }) => applies).length };
    } catch (error) {
      const problem = problemOf(error);
      return problem.code === 'jobs.cancelled' ? { kind: 'stopped' } : { kind: 'failed', problem };
    } finally {
      followed.end();
      job.current = null;
      setProgress(null);
    }
  };

  return { progress, take, stop: () => job.current?.cancel() };
};
