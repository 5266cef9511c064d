/** Runs in a worker thread: renders papers one job after another, so that no window ever waits for a page. */
import { parentPort } from 'node:worker_threads';
import { ProblemError } from '#domain/contract/problems.ts';
import { renderChecked } from './checked.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const port = parentPort;
if (!port) throw new Error('This file runs in a worker thread');

const cancelled = new Set<number>();
let queue = Promise.resolve();

function answer(message: FromWorker, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

async function run(job: Extract<ToWorker, { kind: 'render' }>): Promise<void> {
  try {
    const rendered = await renderChecked(job.papers, job.options, job.fontsDir, async (done) => {
      answer({ kind: 'progress', id: job.id, done });
      // A turn of the event loop, in which a cancel can arrive.
      await new Promise((resolve) => setImmediate(resolve));
      if (cancelled.has(job.id)) throw new DOMException('Cancelled', 'AbortError');
    });
    // A copy of its own size can be handed over without copying once more.
    const bytes = new Uint8Array(rendered.bytes);
    answer({ kind: 'done', id: job.id, ...rendered, bytes }, [bytes.buffer]);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const details = error instanceof ProblemError ? error.details : null;
    answer({ kind: 'failed', id: job.id, name, message, details });
  } finally {
    cancelled.delete(job.id);
  }
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'cancel') {
    cancelled.add(message.id);
    return;
  }
  queue = queue.then(() => run(message));
});
