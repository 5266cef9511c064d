/** What a long job is doing. `done` and `total` are bytes; `total` is null while it can't be known. */
export interface ExchangeProgress {
  readonly phase: 'deriving' | 'sealing' | 'opening' | 'checking';
  readonly done: number;
  readonly total: number | null;
}

/** Common to everything long: cancelling rejects with the signal's reason and leaves nothing behind. */
export interface LongJob {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExchangeProgress) => void;
}
