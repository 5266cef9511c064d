/** Runs in a worker thread: one job about paper after another, so that no window ever waits for a page. */
import { parentPort } from 'node:worker_threads';
import { ProblemError } from '#domain/contract/problems.ts';
import type { FromWorker, JobMessage, JobName, ToWorker } from './jobs.ts';
import { runJob } from './run-job.ts';

const port = parentPort;
if (!port) throw new Error('This file runs in a worker thread');

const cancelled = new Set<number>();
let queue = Promise.resolve();

function answer(message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, [...transfer]);
}

/** The same answer with bytes that can be handed over without copying them in the thread that waits. */
function handedOver(value: unknown, buffers: ArrayBuffer[]): unknown {
  if (value instanceof Uint8Array) {
    // A copy of its own size: a view may be a slice of something larger.
    const bytes = new Uint8Array(value);
    buffers.push(bytes.buffer);
    return bytes;
  }
  if (Array.isArray(value)) return value.map((item) => handedOver(item, buffers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, handedOver(item, buffers)]));
}

async function run<Name extends JobName>({ id, name, ask, fontsDir }: JobMessage<Name>): Promise<void> {
  try {
    const between = async (done: number): Promise<void> => {
      answer({ kind: 'progress', id, done });
      // A turn of the event loop, in which a cancel can arrive.
      await new Promise((resolve) => setImmediate(resolve));
      if (cancelled.has(id)) throw new DOMException('Cancelled', 'AbortError');
    };
    const made = await runJob({ name, ask }, { fontsDir, between });
    const buffers: ArrayBuffer[] = [];
    answer({ kind: 'done', id, answer: handedOver(made, buffers) as typeof made }, buffers);
  } catch (error) {
    const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
    const details = error instanceof ProblemError ? error.details : null;
    answer({ kind: 'failed', id, name: kind, message, details });
  } finally {
    cancelled.delete(id);
  }
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'cancel') {
    cancelled.add(message.id);
    return;
  }
  queue = queue.then(() => (cancelled.delete(message.id) ? undefined : run(message)));
});
