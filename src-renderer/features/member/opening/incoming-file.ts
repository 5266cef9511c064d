/** A file that somebody wants opened, wherever in the program that happened. */
export type Incoming = {
  readonly file: File;
  readonly kind: 'package' | 'receipt' | 'return' | 'keys' | 'unknown';
  /** Further returns that were opened with it. */
  readonly more: readonly File[];
};

const endings: Readonly<Record<string, Incoming['kind']>> = {
  hdgoi: 'package',
  hdbiennhan: 'receipt',
  hdphieu: 'return',
  hdkhoa: 'keys',
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
export const offerFile = (file: File): void => publish({ file, kind: kindOfFile(file.name), more: [] });

/** The same for files opened together: returns go on together, of anything else the first is opened. */
export const offerFiles = (files: readonly File[]): void => {
  const returns = files.filter(({ name }) => kindOfFile(name) === 'return');
  const [first, ...more] = returns.length > 0 ? returns : files;
  if (first !== undefined) publish({ file: first, kind: kindOfFile(first.name), more: returns.length > 0 ? more : [] });
};

export const letGoOfFile = (): void => publish(null);

export const waitingFile = (): Incoming | null => waiting;

export const onWaitingFile = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
