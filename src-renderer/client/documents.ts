import type { StoredDocument } from '#domain/contract/storage.ts';
import type { Problem } from '#domain/contract/base.ts';
import type { DocumentClient, DocumentSnapshot } from './document-client.ts';

/** What the registry needs of a document whatever its kind. */
type AnyDocument = Pick<DocumentClient<never, never>, 'hasUnsaved' | 'flush' | 'subscribe'> & {
  readonly getSnapshot: () => DocumentSnapshot<unknown>;
};

type Held = {
  readonly about: StoredDocument;
  readonly document: AnyDocument;
  holders: number;
  /** Its screen was left before the disk had everything. */
  leftUnsaved: boolean;
};
const open = new Map<string, Held>();

/** A document of this window that could not be saved, and why. */
export type UnsavedDocument = { readonly about: StoredDocument; readonly problem: Problem };
let unsaved: readonly UnsavedDocument[] = [];
const listeners = new Set<() => void>();

const lookAgain = (): void => {
  const found = [...open.values()].flatMap(({ about, document }) => {
    const snapshot = document.getSnapshot();
    return snapshot.phase === 'open' && snapshot.save.kind === 'failed' && document.hasUnsaved
      ? [{ about, problem: snapshot.save.problem }]
      : [];
  });
  const isSame =
    found.length === unsaved.length &&
    found.every((one, at) => one.about === unsaved[at]?.about && one.problem.code === unsaved[at].problem.code);
  if (isSame) return;
  unsaved = found;
  for (const listener of listeners) listener();
};

/** The documents that could not be saved, also those whose screen was left; the same list until it changes. */
export const unsavedDocuments = (): readonly UnsavedDocument[] => unsaved;

/** Calls back when `unsavedDocuments` changes. Returns the function that ends it. */
export const onUnsavedChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const laterListeners = new Set<() => void>();

/** Calls back when the disk has what was typed on a screen that was left before: a list read meanwhile is behind. Returns what ends it. */
export const onSavedLater = (listener: () => void): (() => void) => {
  laterListeners.add(listener);
  return () => laterListeners.delete(listener);
};

const keyOf = ({ kind, id }: StoredDocument): string => `${kind}:${id}`;

/**
 * The one client of a document in this window, made by `make` where none is open. Each holder calls `release` once; a document with
 * unsaved deeds outlives its last holder until the disk has them, so leaving a screen loses nothing.
 */
export const acquireDocument = <Document extends AnyDocument>(
  about: StoredDocument,
  make: () => Document,
): Document => {
  const held = open.get(keyOf(about));
  if (held) {
    held.holders += 1;
    // The key names the kind of document, and each kind has one `make`.
    return held.document as Document;
  }
  const document = make();
  const made: Held = { about, document, holders: 1, leftUnsaved: false };
  open.set(keyOf(about), made);
  document.subscribe(() => {
    lookAgain();
    letGo(made);
  });
  return document;
};

/** Forgets a document that no screen holds and the disk has whole. */
const letGo = (held: Held): void => {
  if (held.holders > 0 || held.document.hasUnsaved) return;
  if (open.get(keyOf(held.about)) !== held) return;
  open.delete(keyOf(held.about));
  lookAgain();
  if (held.leftUnsaved) for (const listener of laterListeners) listener();
};

export const releaseDocument = (about: StoredDocument): void => {
  const held = open.get(keyOf(about));
  if (!held) return;
  held.holders -= 1;
  held.leftUnsaved ||= held.document.hasUnsaved;
  void held.document.flush().then(() => letGo(held));
};

/** Is anything on any screen that the disk doesn't have? */
export const anyUnsaved = (): boolean => [...open.values()].some(({ document }) => document.hasUnsaved);

/** Saves everything now; true when the disk then has it all. */
export const flushAll = async (): Promise<boolean> => {
  const results = await Promise.all([...open.values()].map(({ document }) => document.flush()));
  return results.every(Boolean);
};
