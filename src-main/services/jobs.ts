import type { JobProgress } from '#domain/contract/intake.ts';
import type { Services } from '#main/application/services.ts';

/** How far the long operations under way are, by the ids their callers gave them. */
export interface Jobs {
  /** Does the job; while it runs `report` tells how far it is. Without an id nobody asks, and nothing is kept. */
  run<Result>(jobId: string | undefined, work: (report: (progress: JobProgress) => void) => Promise<Result>): Promise<Result>;
  progress(jobId: string): JobProgress | null;
}

export const createJobs = (): Jobs => {
  const running = new Map<string, JobProgress | null>();
  return {
    run: async (jobId, work) => {
      if (jobId === undefined) return work(() => undefined);
      running.set(jobId, null);
      try {
        return await work((progress) => void running.set(jobId, progress));
      } finally {
        running.delete(jobId);
      }
    },
    progress: (jobId) => running.get(jobId) ?? null,
  };
};

export const createJobsService = (jobs: Jobs): Services['jobs'] => ({
  progress: ({ jobId }) => Promise.resolve(jobs.progress(jobId)),
});
