import { Worker } from 'node:worker_threads';
import { chunksOf, toWebStream } from './byte-streams.ts';
import { SCRYPT_WORK_FACTOR } from './age-header.ts';
import { lockWithPassphrase, unlockWithPassphrase } from './passphrase-lock.ts';
import { joined, MESSAGE_SIZE, type FromWorker, type ToWorker } from './passphrase-messages.ts';

/** Locks and opens streams with a passphrase. Both resolve once the key is derived, and reject if the passphrase is wrong. */
export interface PassphraseCipher {
  readonly encrypt: (
    plain: AsyncIterable<Uint8Array>,
    passphrase: string,
    signal?: AbortSignal,
  ) => Promise<AsyncIterable<Uint8Array>>;
  readonly decrypt: (
    sealed: AsyncIterable<Uint8Array>,
    passphrase: string,
    signal?: AbortSignal,
  ) => Promise<AsyncIterable<Uint8Array>>;
}

/** Works on the calling thread, which stands still for about 1.3 s. For the command line, and where there is no worker. */
export const inProcessCipher = (workFactor = SCRYPT_WORK_FACTOR): PassphraseCipher => ({
  encrypt: async (plain, passphrase, signal) => {
    signal?.throwIfAborted();
    return chunksOf(await lockWithPassphrase(toWebStream(plain), passphrase, workFactor), signal);
  },
  decrypt: async (sealed, passphrase, signal) => {
    signal?.throwIfAborted();
    return chunksOf(await unlockWithPassphrase(toWebStream(sealed), passphrase), signal);
  },
});

const runInWorker = async (
  workerUrl: URL,
  start: ToWorker & { type: 'start' },
  source: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> => {
  signal?.throwIfAborted();
  const input = source[Symbol.asyncIterator]();
  const worker = new Worker(workerUrl);
  let settle:
    { readonly resolve: (message: FromWorker) => void; readonly reject: (error: unknown) => void } | undefined;
  let failure: { readonly error: unknown } | undefined;
  const fail = (error: unknown): void => {
    failure ??= { error };
    settle?.reject(failure.error);
  };
  const abort = (): void => fail(signal?.reason);
  const stop = async (): Promise<void> => {
    signal?.removeEventListener('abort', abort);
    void worker.terminate();
    await input.return?.();
  };
  const tell = (message: ToWorker): void => worker.postMessage(message);
  const feed = async (): Promise<void> => {
    const chunks: Uint8Array[] = [];
    for (let size = 0; size < MESSAGE_SIZE;) {
      const result = await input.next();
      if (result.done === true) break;
      chunks.push(result.value);
      size += result.value.length;
    }
    const chunk = joined(chunks);
    worker.postMessage({ type: 'input', chunk } satisfies ToWorker, chunk ? [chunk.buffer] : []);
  };
  worker.on('message', (message: FromWorker) => {
    if (message.type === 'need') feed().catch(fail);
    else if (message.type === 'failed') fail(new Error(message.message));
    else settle?.resolve(message);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the worker ended early')));
  signal?.addEventListener('abort', abort, { once: true });

  const answerTo = async (message: ToWorker): Promise<FromWorker> => {
    if (failure) throw failure.error;
    return new Promise<FromWorker>((resolve, reject) => {
      settle = { resolve, reject };
      tell(message);
    });
  };

  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const answer = await answerTo({ type: 'pull' });
        if (answer.type !== 'output' || answer.chunk === null) return;
        yield answer.chunk;
      }
    } finally {
      await stop();
    }
  }

  try {
    await answerTo(start);
  } catch (error) {
    await stop();
    throw error;
  }
  return chunks();
};

/**
 * Derives keys and does the sealing in a worker thread of its own for each job.
 *
 * @param workerUrl where the host keeps `passphrase-worker`: the `.ts` under Node, a bundled file in a packaged application.
 */
export const workerCipher = (workerUrl: URL, workFactor = SCRYPT_WORK_FACTOR): PassphraseCipher => ({
  encrypt: (plain, passphrase, signal) =>
    runInWorker(workerUrl, { type: 'start', mode: 'encrypt', passphrase, workFactor }, plain, signal),
  decrypt: (sealed, passphrase, signal) =>
    runInWorker(workerUrl, { type: 'start', mode: 'decrypt', passphrase, workFactor }, sealed, signal),
});
