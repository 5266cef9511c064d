/**
 * Between a job and its worker. Everything is pulled, so neither side runs ahead: the job asks for a chunk of output (`pull`), the worker asks for
 * the input it needs for it (`need`).
 */
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
