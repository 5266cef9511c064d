/** A file from the secretary that somebody wants opened, wherever in the program that happened. */
export type Incoming = { readonly file: File; readonly kind: 'package' | 'receipt' | 'return' | 'unknown' };

const endings: Readonly<Record<string, Incoming['kind']>> = {
  hdgoi: 'package',
  hdbiennhan: 'receipt',
  hdphieu: 'return',
};

/** What a file is by the ending of its name; its contents are judged by the back end. */
export const kindOfFile = (name: string): Incoming['kind'] =>
  endings[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'unknown';

let waiting: Incoming | null = null;
const listeners = new Set<() => void>();

const publish = (next: Incoming | null): void => {
  waiting = next;
  for (const listener of listeners) listener();
};

/** Hands a file to whoever opens files (`FileOpener`). A second one takes the place of one that still waits. */
export const offerFile = (file: File): void => publish({ file, kind: kindOfFile(file.name) });

export const letGoOfFile = (): void => publish(null);

export const waitingFile = (): Incoming | null => waiting;

export const onWaitingFile = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
