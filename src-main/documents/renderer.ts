import { Worker } from 'node:worker_threads';
import type { Paper } from '#domain/documents/model.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { renderChecked } from './pdf/checked.ts';
import type { Fault } from './pdf/content.ts';
import type { FromWorker, ToWorker } from './pdf/messages.ts';
import type { RenderOptions } from './pdf/render.ts';

export type { RenderOptions } from './pdf/render.ts';
export type { Fault } from './pdf/content.ts';

export interface PdfRendererOptions {
  /** Where the worker's script is: a .ts file under Node, a bundled one in Electron; null renders in this thread. */
  readonly workerUrl: URL | null;
  /** Folder of Tinos-*.ttf and sRGB.icc. */
  readonly fontsDir: string;
}

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** First page of each paper by its id, from 1. */
  readonly firstPages: Readonly<Record<string, number>>;
  /** Characters and pictures that could not be printed; the page says so in their place. */
  readonly faults: readonly Fault[];
}

export interface PdfRenderer {
  /**
   * One paper, or several in one file with bookmarks, as PDF/A-2b; read back before it is handed out. The same papers
   * with the same `createdAt` give the same bytes. Rejects with an AbortError when cancelled, with the problem
   * `documents.unreadable` (details `paper`, `item`) when what was written does not say what the papers say, and with
   * `documents.failed` (detail `message`) when the renderer itself broke.
   */
  render(
    papers: Paper | readonly Paper[],
    options: RenderOptions,
    signal?: AbortSignal,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Uint8Array>;
  /** The same with page counts and faults. */
  renderFully(
    papers: Paper | readonly Paper[],
    options: RenderOptions,
    signal?: AbortSignal,
    onProgress?: (done: number, total: number) => void,
  ): Promise<RenderedPdf>;
  /** Ends the worker; renderings under way are rejected. */
  close(): Promise<void>;
}

interface Job {
  readonly resolve: (rendered: RenderedPdf) => void;
  readonly reject: (reason: Error) => void;
  readonly progress: (done: number) => void;
}

const aborted = (): DOMException => new DOMException('Cancelled', 'AbortError');

/** A renderer with a worker of its own, which starts with the first page asked for and restarts if it breaks. */
export function createPdfRenderer({ workerUrl, fontsDir }: PdfRendererOptions): PdfRenderer {
  let worker: Worker | null = null;
  let nextId = 1;
  const jobs = new Map<number, Job>();

  function failAll(error: Error): void {
    worker = null;
    for (const job of jobs.values()) job.reject(error);
    jobs.clear();
  }

  function start(url: URL): Worker {
    const started = new Worker(url);
    // The program may end while a renderer rests.
    started.unref();
    started.on('message', (message: FromWorker) => {
      const job = jobs.get(message.id);
      if (!job) return;
      switch (message.kind) {
        case 'progress':
          job.progress(message.done);
          return;
        case 'done': {
          jobs.delete(message.id);
          const { bytes, pages, firstPages, faults } = message;
          job.resolve({ bytes, pages, firstPages, faults });
          break;
        }
        case 'failed':
          jobs.delete(message.id);
          job.reject(revive(message.name, message.message, message.details));
          break;
      }
      if (jobs.size === 0) started.unref();
    });
    started.on('error', (error) => failAll(new ProblemError('documents.failed', { message: String(error) })));
    started.on('exit', () => {
      if (worker === started) failAll(new ProblemError('documents.failed', { message: 'exit' }));
    });
    return started;
  }

  function inWorker(
    url: URL,
    papers: readonly Paper[],
    options: RenderOptions,
    signal: AbortSignal | undefined,
    progress: (done: number) => void,
  ): Promise<RenderedPdf> {
    worker ??= start(url);
    const running = worker;
    running.ref();
    const id = nextId++;
    return new Promise((resolve, reject) => {
      const cancel = () => {
        if (!jobs.delete(id)) return;
        running.postMessage({ kind: 'cancel', id } satisfies ToWorker);
        if (jobs.size === 0) running.unref();
        reject(aborted());
      };
      const settle = () => signal?.removeEventListener('abort', cancel);
      jobs.set(id, {
        resolve: (rendered) => {
          settle();
          resolve(rendered);
        },
        reject: (reason) => {
          settle();
          reject(reason);
        },
        progress,
      });
      signal?.addEventListener('abort', cancel, { once: true });
      running.postMessage({ kind: 'render', id, papers, options, fontsDir } satisfies ToWorker);
    });
  }

  async function here(
    papers: readonly Paper[],
    options: RenderOptions,
    signal: AbortSignal | undefined,
    progress: (done: number) => void,
  ): Promise<RenderedPdf> {
    try {
      return await renderChecked(papers, options, fontsDir, async (done) => {
        progress(done);
        await new Promise((resolve) => setImmediate(resolve));
        if (signal?.aborted === true) throw aborted();
      });
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      throw revive(name, message, null);
    }
  }

  const renderFully: PdfRenderer['renderFully'] = async (given, options, signal, onProgress) => {
    const papers = isList(given) ? given : [given];
    if (signal?.aborted === true) throw aborted();
    const progress = (done: number) => onProgress?.(done, papers.length);
    return workerUrl === null
      ? here(papers, options, signal, progress)
      : inWorker(workerUrl, papers, options, signal, progress);
  };

  return {
    renderFully,
    render: async (...args) => (await renderFully(...args)).bytes,
    close: async () => {
      const ending = worker;
      failAll(aborted());
      await ending?.terminate();
    },
  };
}

const isList = (papers: Paper | readonly Paper[]): papers is readonly Paper[] => Array.isArray(papers);

function revive(name: string, message: string, details: ProblemError['details'] | null): Error {
  if (details) return new ProblemError(message, details);
  if (name === 'AbortError') return aborted();
  return new ProblemError('documents.failed', { message });
}
