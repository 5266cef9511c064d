import { readEvent, readPatches, type DocumentKind, type EventMeta, type Label } from './document-kind.ts';
import type { EntryBody } from './entry.ts';
import { applyPatches, diff, type Patch } from './patch.ts';
import { sameJson, valueAt, type Path } from './plain-json.ts';

/** A state together with the number and the time of the entry that led to it; seq 0 is the state before any entry. */
export interface Moment<State> {
  readonly seq: number;
  readonly at: string | null;
  readonly state: State;
}

/** One change of one place, as its history shows it. */
export interface FieldChange extends EventMeta {
  readonly type: EntryBody['type'];
  readonly label: Label;
  /** Plain JSON; undefined where nothing stood there. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Either the number of an entry or a point in time (ISO 8601, UTC, milliseconds). */
export type When = { readonly seq: number } | { readonly time: string };

/**
 * The state after one more entry. Throws when the entry is not of its kind or can't be applied: the caller decides whether that is a
 * refusal or damage.
 */
export function step<State, Event>(kind: DocumentKind<State, Event>, state: State, entry: EntryBody): State {
  const meta: EventMeta = { seq: entry.seq, at: entry.at, actor: entry.actor };
  switch (entry.type) {
    case 'event':
      return entry.data.events
        .flatMap((event) => readEvent(kind, entry.v, event))
        .reduce((value, event) => kind.apply(value, event, meta), state);
    case 'undo':
    case 'redo':
      // The patches were taken from states of this kind; a state is plain JSON, so the result is one again.
      return applyPatches(state, readPatches(kind, entry.v, entry.data.patches)) as State;
  }
}

/** The moment before any entry. */
export function beginning<State, Event>(kind: DocumentKind<State, Event>): Moment<State> {
  return { seq: 0, at: null, state: kind.initial() };
}

/** The moment after the last of `entries`, which must follow `from` (the beginning where left out). */
export function replay<State, Event>(
  kind: DocumentKind<State, Event>,
  entries: Iterable<EntryBody>,
  from: Moment<State> = beginning(kind),
): Moment<State> {
  let moment = from;
  for (const entry of entries) moment = { seq: entry.seq, at: entry.at, state: step(kind, moment.state, entry) };
  return moment;
}

/** Whether an entry had happened at that moment. */
export function hadHappened(entry: EntryBody, when: When): boolean {
  return 'seq' in when ? entry.seq <= when.seq : entry.at <= when.time;
}

/** The document as it was at a moment: a shorter replay. */
export function stateAt<State, Event>(
  kind: DocumentKind<State, Event>,
  entries: readonly EntryBody[],
  when: When,
): Moment<State> {
  const first = entries.findIndex((entry) => !hadHappened(entry, when));
  return replay(kind, first === -1 ? entries : entries.slice(0, first));
}

/** The places where two moments differ. */
export function compare(a: Moment<unknown>, b: Moment<unknown>): readonly Patch[] {
  return diff(a.state, b.state);
}

/** The name of what an entry did; an undo or a redo bears the name of the deed it reverses. */
export function labelOf<State, Event>(
  kind: DocumentKind<State, Event>,
  entry: EntryBody,
  entryOf: (seq: number) => EntryBody | undefined,
): Label {
  if (entry.type === 'event') {
    const [event] = entry.data.events.flatMap((plain) => readEvent(kind, entry.v, plain));
    if (event === undefined) return { vi: 'thay đổi', en: 'change' };
    return kind.label(event);
  }
  const target = entryOf(entry.data.target);
  const name = target === undefined ? { vi: '', en: '' } : labelOf(kind, target, entryOf);
  return entry.type === 'undo'
    ? { vi: `Hoàn tác: ${name.vi}`, en: `Undo: ${name.en}` }
    : { vi: `Làm lại: ${name.vi}`, en: `Redo: ${name.en}` };
}

/** Every change of the value at `path`, oldest first. */
export function historyOf<State, Event>(
  kind: DocumentKind<State, Event>,
  entries: readonly EntryBody[],
  path: Path,
): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  let state = kind.initial();
  for (const entry of entries) {
    const next = step(kind, state, entry);
    const before = valueAt(state, path);
    const after = valueAt(next, path);
    if (!sameJson(before, after)) {
      changes.push({
        seq: entry.seq,
        at: entry.at,
        actor: entry.actor,
        type: entry.type,
        label: labelOf(kind, entry, (seq) => entries[seq - 1]),
        before,
        after,
      });
    }
    state = next;
  }
  return changes;
}
