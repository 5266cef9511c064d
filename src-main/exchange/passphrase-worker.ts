// Entry of the worker thread that derives keys from passphrases: 1.3 s and 268 MB that must not stop the windows.
import { parentPort } from 'node:worker_threads';
import { lockWithPassphrase, unlockWithPassphrase } from './passphrase-lock.ts';
import { joined, MESSAGE_SIZE, type FromWorker, type ToWorker } from './passphrase-messages.ts';

const port = parentPort;
if (!port) throw new Error('runs as a worker only');

const tell = (message: FromWorker): void => port.postMessage(message);

let giveInput: ((chunk: Uint8Array | null) => void) | undefined;
const input = new ReadableStream<Uint8Array>(
  {
    async pull(controller) {
      const chunk = await new Promise<Uint8Array | null>((resolve) => {
        giveInput = resolve;
        tell({ type: 'need' });
      });
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  },
  { highWaterMark: 0 },
);

let output: ReadableStreamDefaultReader<Uint8Array> | undefined;

const handle = async (message: ToWorker): Promise<void> => {
  switch (message.type) {
    case 'start': {
      const { mode, passphrase, workFactor } = message;
      const stream =
        mode === 'encrypt'
          ? lockWithPassphrase(input, passphrase, workFactor)
          : unlockWithPassphrase(input, passphrase);
      output = (await stream).getReader();
      tell({ type: 'ready' });
      return;
    }
    case 'pull': {
      const chunks: Uint8Array[] = [];
      for (let size = 0; size < MESSAGE_SIZE;) {
        const result = await output?.read();
        if (result?.done !== false) break;
        chunks.push(result.value);
        size += result.value.length;
      }
      const chunk = joined(chunks);
      port.postMessage({ type: 'output', chunk } satisfies FromWorker, chunk ? [chunk.buffer] : []);
      if (!chunk) port.close();
      return;
    }
    case 'input':
      giveInput?.(message.chunk);
      return;
  }
};

port.on('message', (message: ToWorker) => {
  handle(message).catch((error: unknown) => {
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    port.close();
  });
});
