import type { Openable } from '../../../client/files.ts';

type Kind = 'package' | 'receipt' | 'return' | 'keys' | 'unknown';

/** Files that somebody wants opened, wherever in the program that happened. `turn` tells one offer from the next. */
export type Incoming = { readonly turn: number } & (
  | { readonly kind: 'package'; readonly file: Openable }
  | { readonly kind: 'receipt' | 'keys'; readonly file: File }
  /** Returns opened together; at least one. */
  | { readonly kind: 'return'; readonly files: readonly File[] }
  | { readonly kind: 'unknown'; readonly name: string }
);

const endings: Readonly<Record<string, Kind>> = {
  hdgoi: 'package',
  hdbiennhan: 'receipt',
  hdphieu: 'return',
  hdkhoa: 'keys',
};

/** What a file is by the ending of its name; its contents are judged by the back end. */
const kindOfFile = (name: string): Kind => endings[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'unknown';

let waiting: Incoming | null = null;
let turn = 0;
const listeners = new Set<() => void>();

const publish = (next: Incoming | null): void => {
  waiting = next;
  for (const listener of listeners) listener();
};

/**
 * Hands files to whoever opens files (`FileOpener`): returns go on together, of anything else the first is opened. They take the place of
 * what still waits.
 */
export const offerFiles = (files: readonly Openable[]): void => {
  const returns = files.flatMap((file) => (file instanceof File && kindOfFile(file.name) === 'return' ? [file] : []));
  const [first] = files;
  if (first === undefined) return;
  turn += 1;
  if (returns.length > 0) {
    publish({ turn, kind: 'return', files: returns });
    return;
  }
  const kind = kindOfFile(first.name);
  if (kind === 'package') publish({ turn, kind, file: first });
  else if ((kind === 'receipt' || kind === 'keys') && first instanceof File) publish({ turn, kind, file: first });
  else publish({ turn, kind: 'unknown', name: first.name });
};

/** The same for one file. */
export const offerFile = (file: Openable): void => offerFiles([file]);

export const letGoOfFile = (): void => publish(null);

export const waitingFile = (): Incoming | null => waiting;

export const onWaitingFile = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
