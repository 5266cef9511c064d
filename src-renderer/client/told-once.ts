const pending = new Set<string>();

/**
 * Notes whether something stands on the screen that is told once and nobody has saved: the passphrases of new packages, of a key file.
 * Closing the window would lose it.
 */
export const noteToldOnce = (name: string, unsaved: boolean): void => {
  if (unsaved) pending.add(name);
  else pending.delete(name);
};

/** Would closing the window lose something that is told once? */
export const anyToldOnce = (): boolean => pending.size > 0;
