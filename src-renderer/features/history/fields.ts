import { applyPatches } from '#domain/journal/patch.ts';
import type { Path } from '#domain/journal/plain-json.ts';
import type { Session } from '#domain/session/state.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { thingAt, type Thing } from './differences.ts';

/** Something of a session whose history can be asked for: where it stands, what people call it, how it reads. */
export type Field = Thing & { readonly path: Path };

/** How deep the names of places go: an area, one of its things, one of its fields. */
const DEPTH = 3;

const pathsIn = function* (value: unknown, path: Path): Generator<Path> {
  const isOpen = typeof value === 'object' && value !== null && path.length < DEPTH && Object.keys(value).length > 0;
  if (!isOpen) {
    yield path;
    return;
  }
  for (const [key, child] of Object.entries(value)) yield* pathsIn(child, [...path, key]);
};

const commonStart = (a: Path, b: Path): Path => {
  const end = a.findIndex((key, at) => key !== b[at]);
  return end === -1 ? a : a.slice(0, end);
};

/** Everything in a session that has a name of its own, in the order of the session. */
export const fieldsOf = (session: Session, language: Language): readonly Field[] => {
  const { pack: _pack, id: _id, createdAt: _createdAt, ...named } = session;
  const fields = new Map<string, Field>();
  for (const path of [['pack'], ...pathsIn(named, [])]) {
    const thing = thingAt(path, session, session, language);
    const known = fields.get(thing.key);
    fields.set(thing.key, { ...thing, path: known === undefined ? path : commonStart(known.path, path) });
  }
  // What is only known to have changed has no values to be told.
  const untold = paperworkMessages[language].changed;
  return [...fields.values()].filter(({ path, show }) => path.length > 0 && show(session) !== untold);
};

/** How a value that once stood in a field reads, in the session as it is now; empty where nothing stood. */
export const readAs = ({ path, show }: Field, session: Session, value: unknown): string => {
  if (value === undefined) return '';
  try {
    // A value out of this session's own journal, put where it stood.
    return show(applyPatches(session, [{ path, after: value }]) as Session);
  } catch {
    return typeof value === 'string' ? value : JSON.stringify(value);
  }
};
