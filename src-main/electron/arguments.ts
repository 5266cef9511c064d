import path from 'node:path';

/** What the desktop host was started with. */
export type StartArguments = {
  /** Another data folder than the usual one, absolute. */
  readonly dataDir: string | null;
  /** Files to open, absolute: packages, returns, receipts. */
  readonly files: readonly string[];
  /** Open the window, wait until the screen has asked something and was answered, print a line, end. */
  readonly smoke: boolean;
  /** For tests: the folder through which file dialogs are answered, absolute. Changes nothing else. */
  readonly scriptedDialogs: string | null;
  /** For the development loop: the origin of the development server. Never heeded in a packed program. */
  readonly devOrigin: string | null;
};

/** Endings of the files that the program opens when the system hands them to it. */
export const openedEndings = ['.hdgoi', '.hdphieu', '.hdbiennhan', '.hdkhoa'] as const;

const isOpened = (word: string): boolean => openedEndings.some((ending) => word.toLowerCase().endsWith(ending));

const valueOf = (words: readonly string[], name: string): string | null => {
  const joined = words.find((word) => word.startsWith(`--${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 3) || null;
  const at = words.indexOf(`--${name}`);
  const next = at === -1 ? undefined : words[at + 1];
  return next === undefined || next.startsWith('-') ? null : next;
};

const isDevOrigin = (origin: string): boolean => /^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(origin);

/**
 * Reads the words after the executable. Chromium adds switches of its own and may reorder them, so whatever is not known is left alone.
 */
export const readArguments = (
  words: readonly string[],
  { cwd, packed }: { readonly cwd: string; readonly packed: boolean },
): StartArguments => {
  const absolute = (word: string | null): string | null => (word === null ? null : path.resolve(cwd, word));
  const devOrigin = packed ? null : valueOf(words, 'dev-origin');
  return {
    dataDir: absolute(valueOf(words, 'data')),
    files: words.filter((word) => !word.startsWith('-') && isOpened(word)).map((word) => path.resolve(cwd, word)),
    smoke: words.includes('--smoke'),
    scriptedDialogs: absolute(valueOf(words, 'scripted-dialogs')),
    devOrigin: devOrigin !== null && isDevOrigin(devOrigin) ? devOrigin : null,
  };
};
