import { useSyncExternalStore } from 'react';
import type { KeptFile } from '#domain/contract/sessions.ts';
import { client } from '../../client/client.ts';
import { noteToldOnce } from '../../client/told-once.ts';

/** A package as it was just made, with the passphrase that is told once. */
export type MadePackage = {
  readonly memberId: string;
  readonly file: KeptFile;
  readonly passphrase: string;
  readonly number: number;
  /** Dossiers left out for a confirmed conflict of interest. */
  readonly withheld: readonly string[];
  /** The file, and the slip with its passphrase, have been handed over. */
  readonly fileSaved: boolean;
  readonly slipSaved: boolean;
};

const none: readonly MadePackage[] = [];
// Kept in memory alone, for as long as the window is open: leaving the screen must not cost a passphrase nobody wrote down yet.
const made = new Map<string, readonly MadePackage[]>();
const listeners = new Set<() => void>();
const put = (sessionId: string, next: readonly MadePackage[]) => {
  if (next.length === 0) made.delete(sessionId);
  else made.set(sessionId, next);
  // A passphrase whose slip or file nobody has is lost with the window; the person is asked first.
  noteToldOnce(
    `packages ${sessionId}`,
    next.some(({ fileSaved, slipSaved }) => !fileSaved || !slipSaved),
  );
  for (const listener of listeners) listener();
};
const forgetFiles = (gone: readonly MadePackage[]) => {
  if (gone.length === 0) return;
  // What can't be removed now is removed at the next start of the program.
  void client.packages.forget({ keptIds: gone.map(({ file }) => file.keptId) }).catch(() => undefined);
};

/** Adds a package; one made again for the same member takes the place of the earlier. */
export const keepMade = (sessionId: string, one: Omit<MadePackage, 'fileSaved' | 'slipSaved'>): void => {
  const before = made.get(sessionId) ?? none;
  forgetFiles(before.filter(({ memberId }) => memberId === one.memberId));
  put(sessionId, [
    ...before.filter(({ memberId }) => memberId !== one.memberId),
    { ...one, fileSaved: false, slipSaved: false },
  ]);
};

/** Notes that the files, or the slips, of all packages listed have been handed over. */
export const noteSaved = (sessionId: string, what: 'fileSaved' | 'slipSaved'): void =>
  put(
    sessionId,
    (made.get(sessionId) ?? none).map((one) => ({ ...one, [what]: true })),
  );

/** Puts the passphrases of a session out of sight for good. */
export const forgetMade = (sessionId: string): void => {
  forgetFiles(made.get(sessionId) ?? none);
  put(sessionId, none);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The packages of a session made since the window was opened. */
export const useMadePackages = (sessionId: string): readonly MadePackage[] =>
  useSyncExternalStore(subscribe, () => made.get(sessionId) ?? none);
