import type { z } from 'zod';
import type { Patch } from './patch.ts';

/** Who changed a document, when (ISO 8601, UTC, milliseconds) and as which entry of its journal. */
export interface EventMeta {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
}

/** A short name of a deed in both languages, fit to follow "Hoàn tác: ". */
export interface Label {
  readonly vi: string;
  readonly en: string;
}

/**
 * The step from version `to - 1` of a kind's events to version `to`: pure functions over plain JSON that never import the present
 * types, because they must still work when these have changed again.
 */
export interface Migration {
  readonly to: number;
  /** Says what changed, for people. */
  readonly name: string;
  /** One event of the old version in, the events of the new version that say the same out. */
  event(event: unknown): readonly unknown[];
  /** The same for a change written down by an undo or a redo; left out where the state kept its shape. */
  patch?(patch: Patch): readonly Patch[];
}

/** What the store must know of one kind of document. All functions are pure; `State` and `Event` are plain JSON. */
export interface DocumentKind<State, Event, Head = unknown> {
  readonly name: 'session' | 'workbook' | 'pack';
  /** Version of the events that this program writes; 1 or more. */
  readonly version: number;
  /** To be raised when `apply` or `headOf` begins to give other results for the same events: kept snapshots and heads are then made anew. */
  readonly stateVersion: number;
  initial(): State;
  /** The state after one event. May throw for an event that can't be; nothing is then written. */
  apply(state: State, event: Event, meta: EventMeta): State;
  readonly eventSchema: z.ZodType<Event>;
  /** In order: `migrations[0].to` is 2. */
  readonly migrations: readonly Migration[];
  /** What is wrong with a state, in words; empty for a sound one. */
  invariants(state: State): readonly string[];
  label(event: Event): Label;
  /** Whether a user may take the event back; true where left out. */
  readonly undoable?: (event: Event) => boolean;
  /** What the list of the archive shows of the document: small plain JSON. */
  headOf(state: State): Head;
}

/** An event of any version up to `kind.version`, brought to the present one and validated. Throws when it is not of its kind. */
export function readEvent<State, Event>(
  kind: DocumentKind<State, Event>,
  version: number,
  event: unknown,
): readonly Event[] {
  let events: readonly unknown[] = [event];
  for (const migration of kind.migrations) {
    if (migration.to > version) events = events.flatMap((old) => migration.event(old));
  }
  return events.map((plain) => kind.eventSchema.parse(plain));
}

/** The changes of an undo or a redo of any version up to `kind.version`, brought to the present one. */
export function readPatches(
  kind: { readonly migrations: readonly Migration[] },
  version: number,
  patches: readonly Patch[],
): readonly Patch[] {
  return kind.migrations.reduce(
    (present, migration) =>
      migration.to > version ? present.flatMap((patch) => migration.patch?.(patch) ?? [patch]) : present,
    patches,
  );
}
