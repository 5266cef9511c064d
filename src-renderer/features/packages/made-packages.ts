import { useSyncExternalStore } from 'react';
import type { BinaryFile } from '#domain/contract/binary.ts';

/** A package as it was just made, with the passphrase that is told once. */
export type MadePackage = {
  readonly memberId: string;
  readonly file: BinaryFile;
  readonly passphrase: string;
  readonly number: number;
  /** Dossiers left out for a confirmed conflict of interest. */
  readonly withheld: readonly string[];
};

const none: readonly MadePackage[] = [];
// Kept in memory alone, for as long as the window is open: leaving the screen must not cost a passphrase nobody wrote down yet.
const made = new Map<string, readonly MadePackage[]>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Adds a package; one made again for the same member takes the place of the earlier. */
export const keepMade = (sessionId: string, one: MadePackage): void => {
  made.set(sessionId, [...(made.get(sessionId) ?? none).filter(({ memberId }) => memberId !== one.memberId), one]);
  tell();
};

/** Puts the passphrases of a session out of sight for good. */
export const forgetMade = (sessionId: string): void => {
  made.delete(sessionId);
  tell();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The packages of a session made since the window was opened. */
export const useMadePackages = (sessionId: string): readonly MadePackage[] =>
  useSyncExternalStore(subscribe, () => made.get(sessionId) ?? none);
