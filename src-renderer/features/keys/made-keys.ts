import { useSyncExternalStore } from 'react';
import type { BinaryFile } from '#domain/contract/binary.ts';
import { noteToldOnce } from '../../client/told-once.ts';

/** A key file as it was just made, with the passphrase that is told once. */
export type MadeKeys = {
  readonly file: BinaryFile;
  readonly passphrase: string;
  /** The file, and the slip with its passphrase, have been handed over. */
  readonly fileSaved: boolean;
  readonly slipSaved: boolean;
};

// Kept in memory alone, for as long as the window is open: leaving the screen must not cost a passphrase nobody wrote down yet.
const made = new Map<string, MadeKeys>();
const listeners = new Set<() => void>();

/** Keeps what was made for a session, or forgets it for good. */
export const keepMadeKeys = (sessionId: string, keys: MadeKeys | null): void => {
  if (keys === null) made.delete(sessionId);
  else made.set(sessionId, keys);
  noteToldOnce(`keys ${sessionId}`, keys !== null && !(keys.fileSaved && keys.slipSaved));
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The key file of a session made since the window was opened; null while there is none. */
export const useMadeKeys = (sessionId: string): MadeKeys | null =>
  useSyncExternalStore(subscribe, () => made.get(sessionId) ?? null);
