import { Worker } from 'node:worker_threads';
import { ProblemError } from '#domain/contract/problems.ts';
import type { FromWorker, JobName, JobShapes, ToWorker } from './jobs.ts';
import { runJob } from './run-job.ts';

/** How a caller goes along with a job. */
export interface JobWatch {
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of papers done. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Where jobs are done. */
export interface JobRunner {
  /**
   * Rejects with an AbortError when cancelled, with the problem the work met, and with `documents.failed` (detail `message`) when the work
   * itself broke.
   */
  run<Name extends JobName>(
    name: Name,
    ask: JobShapes[Name]['ask'],
    watch?: JobWatch,
  ): Promise<JobShapes[Name]['answer']>;
  /** Ends the thread; jobs under way are rejected. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: JobShapes[JobName]['answer']) => void;
  readonly reject: (reason: Error) => void;
  readonly progress: (done: number) => void;
}

const aborted = (): DOMException => new DOMException('Cancelled', 'AbortError');

function revive(name: string, message: string, details: ProblemError['details'] | null): Error {
  if (details) return new ProblemError(message, details);
  if (name === 'AbortError') return aborted();
  return new ProblemError('documents.failed', { message });
}

/** Does the jobs in the calling thread, for a command that has nothing else to do; between papers the event loop gets a turn. */
export function jobsHere(fontsDir: string): JobRunner {
  return {
    run: async (name, ask, { signal, onProgress } = {}) => {
      if (signal?.aborted === true) throw aborted();
      const between = async (done: number): Promise<void> => {
        onProgress?.(done);
        await new Promise((resolve) => setImmediate(resolve));
        if (signal?.aborted === true) throw aborted();
      };
      try {
        return await runJob({ name, ask }, { fontsDir, between });
      } catch (error) {
        if (error instanceof ProblemError) throw error;
        const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
        throw revive(kind, message, null);
      }
    },
    close: () => Promise.resolve(),
  };
}

/** Does the jobs in a thread of its own, which starts with the first one and restarts if it breaks. */
export function jobsInWorker(workerUrl: URL, fontsDir: string): JobRunner {
  let worker: Worker | null = null;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();

  function failAll(error: Error): void {
    worker = null;
    for (const job of waiting.values()) job.reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(workerUrl);
    // The program may end while the thread rests.
    started.unref();
    started.on('message', (message: FromWorker) => {
      const job = waiting.get(message.id);
      if (!job) return;
      switch (message.kind) {
        case 'progress':
          job.progress(message.done);
          return;
        case 'done':
          waiting.delete(message.id);
          job.resolve(message.answer);
          break;
        case 'failed':
          waiting.delete(message.id);
          job.reject(revive(message.name, message.message, message.details));
          break;
      }
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => failAll(new ProblemError('documents.failed', { message: String(error) })));
    started.on('exit', () => {
      if (worker === started) failAll(new ProblemError('documents.failed', { message: 'exit' }));
    });
    return started;
  }

  return {
    run: <Name extends JobName>(
      name: Name,
      ask: JobShapes[Name]['ask'],
      { signal, onProgress }: JobWatch = {},
    ): Promise<JobShapes[Name]['answer']> => {
      if (signal?.aborted === true) return Promise.reject(aborted());
      worker ??= start();
      const running = worker;
      running.ref();
      const id = nextId++;
      return new Promise((resolve, reject) => {
        const cancel = (): void => {
          if (!waiting.delete(id)) return;
          running.postMessage({ kind: 'cancel', id } satisfies ToWorker);
          if (waiting.size === 0) running.unref();
          reject(aborted());
        };
        const settle = (): void => signal?.removeEventListener('abort', cancel);
        waiting.set(id, {
          resolve: (answer) => {
            settle();
            resolve(answer);
          },
          reject: (reason) => {
            settle();
            reject(reason);
          },
          progress: (done) => onProgress?.(done),
        });
        signal?.addEventListener('abort', cancel, { once: true });
        running.postMessage({ kind: 'job', id, name, ask, fontsDir });
      });
    },
    close: async () => {
      const ending = worker;
      failAll(aborted());
      await ending?.terminate();
    },
  };
}
