import type { DocumentClient } from './document-client.ts';

/** What the registry needs of a document whatever its kind. */
type AnyDocument = Pick<DocumentClient<never, never>, 'hasUnsaved' | 'flush'>;

const open = new Map<string, { readonly document: AnyDocument; holders: number }>();

/**
 * The one client of a document in this window, made by `make` where none is open. Each holder calls `release` once; a document with
 * unsaved deeds outlives its last holder until the disk has them, so leaving a screen loses nothing.
 */
export const acquireDocument = <Document extends AnyDocument>(key: string, make: () => Document): Document => {
  const held = open.get(key);
  if (held) {
    held.holders += 1;
    // The key names the kind of document, and each kind has one `make`.
    return held.document as Document;
  }
  const document = make();
  open.set(key, { document, holders: 1 });
  return document;
};

export const releaseDocument = (key: string): void => {
  const held = open.get(key);
  if (!held) return;
  held.holders -= 1;
  void held.document.flush().then((saved) => {
    if (saved && held.holders <= 0 && open.get(key) === held) open.delete(key);
  });
};

/** Is anything on any screen that the disk doesn't have? */
export const anyUnsaved = (): boolean => [...open.values()].some(({ document }) => document.hasUnsaved);

/** Saves everything now; true when the disk then has it all. */
export const flushAll = async (): Promise<boolean> => {
  const results = await Promise.all([...open.values()].map(({ document }) => document.flush()));
  return results.every(Boolean);
};
