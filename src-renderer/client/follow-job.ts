import type { JobProgress } from '#domain/contract/intake.ts';
import { client } from './client.ts';

export type FollowedJob = {
  /** Given to the operation. */
  readonly jobId: string;
  /** Asks it to stop; the operation's own answer says whether it did. */
  readonly cancel: () => void;
  /** To be called when the operation has answered. */
  readonly end: () => void;
};

const EVERY = 400;

/** Asks every moment how far a long operation is, until `end`. What is not answered is passed over: it is news, not work. */
export const followJob = (onProgress: (progress: JobProgress) => void): FollowedJob => {
  const jobId = crypto.randomUUID();
  const ask = async (): Promise<void> => {
    const progress = await client.jobs.progress({ jobId }).catch(() => null);
    if (progress !== null) onProgress(progress);
  };
  const timer = window.setInterval(() => void ask(), EVERY);
  return {
    jobId,
    cancel: () => void client.jobs.cancel({ jobId }).catch(() => undefined),
    end: () => window.clearInterval(timer),
  };
};
