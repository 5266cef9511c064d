/**
 * Between a job and its worker. Everything is pulled, so neither side runs ahead: the job asks for a chunk of output (`pull`), the worker asks for
 * the input it needs for it (`need`). Input and output cross in pieces of about `MESSAGE_SIZE`.
 */
/**
 * Bytes gathered into one message: a wake-up of the other thread costs as much as sealing some 64 KiB. Two or three of them are in memory at a time.
 */
export const MESSAGE_SIZE = 1_048_576;

/** Chunks as one array with a buffer of its own, which can be handed over without copying; null for none. */
export const joined = (chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> | null => {
  if (chunks.length === 0) return null;
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

export type ToWorker =
  | {
      readonly type: 'start';
      readonly mode: 'encrypt' | 'decrypt';
      readonly passphrase: string;
      readonly workFactor: number;
    }
  | { readonly type: 'pull' }
  /** Null ends the input. */
  | { readonly type: 'input'; readonly chunk: Uint8Array | null };

export type FromWorker =
  /** The key is derived; output can be pulled. */
  | { readonly type: 'ready' }
  | { readonly type: 'need' }
  /** Null ends the output. */
  | { readonly type: 'output'; readonly chunk: Uint8Array | null }
  | { readonly type: 'failed'; readonly message: string };
