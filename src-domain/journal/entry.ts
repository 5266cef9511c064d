import { z } from 'zod';
import { canonical, canonicalText } from './canonical.ts';
import { patchSchema, type Patch } from './patch.ts';

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ precision: 3 });

const common = {
  /** Version of the document kind whose program wrote the entry. */
  v: z.int().min(1),
  /** 1 for the first entry, then without gaps. */
  seq: z.int().min(1),
  /** When, as ISO 8601 in UTC with milliseconds; never earlier than the entry before it. */
  at: instant,
  /** What the computer's clock said, present only where it had been set back behind the entry before. */
  clock: instant.optional(),
  /** Who did it: the name of a role or of a seat, never free text about a person. */
  actor: z.string().min(1).max(200),
  /** `hash` of the entry before; for the first, the document's own beginning (see `genesisText`). */
  prev: sha256Hex,
};
const reversal = z.object({ target: z.int().min(1), patches: z.array(patchSchema).readonly() });

/** An entry without its own hash: exactly what the hash is taken over, as canonical JSON (RFC 8785). */
export const entryBodySchema = z.discriminatedUnion('type', [
  // All events of one deed stand in one line: a line is whole or cut off, so half a deed can't survive a crash.
  z.object({ ...common, type: z.literal('event'), data: z.object({ events: z.array(z.unknown()).min(1).readonly() }) }),
  z.object({ ...common, type: z.literal('undo'), data: reversal }),
  z.object({ ...common, type: z.literal('redo'), data: reversal }),
]);

interface EntryCommon {
  readonly v: number;
  readonly seq: number;
  readonly at: string;
  readonly clock?: string | undefined;
  readonly actor: string;
  readonly prev: string;
}
/** What an undo or a redo writes down: whose deed it takes back or does again, and the change that this makes now. */
export interface Reversal {
  readonly target: number;
  readonly patches: readonly Patch[];
}
export interface EventEntryBody extends EntryCommon {
  readonly type: 'event';
  readonly data: { readonly events: readonly unknown[] };
}
export interface ReversalEntryBody extends EntryCommon {
  readonly type: 'undo' | 'redo';
  readonly data: Reversal;
}
export type EntryBody = EventEntryBody | ReversalEntryBody;

/** One line of a journal. */
export type JournalEntry = EntryBody & { readonly hash: string };

/** The canonical text of an entry's body, and the body as a later reading of that text gives it. */
export function written<Body extends EntryBody>(body: Body): { readonly text: string; readonly read: Body } {
  const { at, clock, prev, seq, type, v } = body;
  const actor = canonical(body.actor);
  const data = canonical(body.data);
  const said = clock === undefined ? '' : `,"clock":${JSON.stringify(clock)}`;
  // Put together from its known keys in their canonical order.
  return {
    text: `{"actor":${actor.text},"at":${JSON.stringify(at)}${said},"data":${data.text},"prev":"${prev}","seq":${seq},"type":"${type}","v":${v}}`,
    read: { ...body, actor: actor.read, data: data.read },
  };
}

/** The hash of a line stands at its very end, so that the bytes before it are the ones the hash was taken over. */
export const hashMark = ',"hash":"';
/** Length in bytes of `,"hash":"<64 hex digits>"}`. */
export const hashSuffixLength = hashMark.length + 64 + 2;

/** The text whose SHA-256 is the `prev` of a document's first entry: a journal put under another name is noticed. */
export function genesisText(kind: string, id: string): string {
  return canonicalText({ format: 'hoidong-journal', kind, id });
}
