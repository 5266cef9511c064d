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
  let unwanted = false;
  const forbid = (): void => void client.jobs.cancel({ jobId }).catch(() => undefined);
  const ask = async (): Promise<void> => {
    // Said again: the word may have come before the job had begun.
    if (unwanted) forbid();
    const progress = await client.jobs.progress({ jobId }).catch(() => null);
    if (progress !== null) onProgress(progress);
  };
  const timer = window.setInterval(() => void ask(), EVERY);
  return {
    jobId,
    cancel: () => {
      unwanted = true;
      forbid();
    },
    end: () => window.clearInterval(timer),
  };
};
