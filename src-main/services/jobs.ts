import type { JobProgress } from '#domain/contract/intake.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { Services } from '#main/application/services.ts';

/** What a long operation has of its surroundings. */
export type JobTools = { readonly report: (progress: JobProgress) => void; readonly signal: AbortSignal };

/**
 * The long operations under way, by the ids their callers gave them. A person cancels one here and not by hanging up, so that the
 * operation's own answer says whether it was done after all.
 */
export interface Jobs {
  /**
   * Does the job. Cancelled, it throws `jobs.cancelled`; hung up on, the reason of `hungUp`.
   *
   * @param jobId null: nobody asks how far it is, and nobody cancels it.
   */
  run<Result>(
    jobId: string | null,
    hungUp: AbortSignal | undefined,
    work: (tools: JobTools) => Promise<Result>,
  ): Promise<Result>;
  progress(jobId: string): JobProgress | null;
  /** Nothing happens where there is no such job any more. */
  cancel(jobId: string): void;
}

type Running = { progress: JobProgress | null; readonly control: AbortController };

export const createJobs = (): Jobs => {
  const running = new Map<string, Running>();
  return {
    run: async (jobId, hungUp, work) => {
      const job: Running = { progress: null, control: new AbortController() };
      if (jobId !== null) running.set(jobId, job);
      const signal = hungUp ? AbortSignal.any([hungUp, job.control.signal]) : job.control.signal;
      try {
        return await work({
          signal,
          report: (progress) => {
            job.progress = progress;
          },
        });
      } finally {
        if (jobId !== null) running.delete(jobId);
      }
    },
    progress: (jobId) => running.get(jobId)?.progress ?? null,
    cancel: (jobId) => running.get(jobId)?.control.abort(new ProblemError('jobs.cancelled')),
  };
};

export const createJobsService = (jobs: Jobs): Services['jobs'] => ({
  progress: ({ jobId }) => Promise.resolve(jobs.progress(jobId)),
  cancel: ({ jobId }) => {
    jobs.cancel(jobId);
    return Promise.resolve({});
  },
});
