import canonicalize from 'canonicalize';
import { z } from 'zod';
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

const loneSurrogates = /\p{Surrogate}/gu;

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(loneSurrogates, '\uFFFD');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key.replace(loneSurrogates, '\uFFFD'), wellFormed(item)]),
    );
  }
  return value;
}

/**
 * Canonical JSON (RFC 8785) of a plain value. Half a surrogate pair, which a broken paste can bring and UTF-8 can't hold, becomes
 * U+FFFD instead of making the text impossible to save. Throws on numbers that JSON doesn't have.
 */
export function canonicalText(value: unknown): string {
  const text = canonicalOrNull(value) ?? canonicalize(wellFormed(value));
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** Null where the value has to be put right first: it is seldom so, and looking beforehand would cost every save. */
function canonicalOrNull(value: unknown): string | null {
  try {
    return canonicalize(value) ?? null;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Lone surrogate')) return null;
    throw error;
  }
}

/** `canonicalText` of an entry's body, put together from its known keys in their canonical order: every save passes here. */
export function bodyText({ actor, at, clock, data, prev, seq, type, v }: EntryBody): string {
  const who = `{"actor":${canonicalText(actor)},"at":${JSON.stringify(at)}`;
  const said = clock === undefined ? '' : `,"clock":${JSON.stringify(clock)}`;
  return `${who}${said},"data":${canonicalText(data)},"prev":"${prev}","seq":${seq},"type":"${type}","v":${v}}`;
}

/** The hash of a line stands at its very end, so that the bytes before it are the ones the hash was taken over. */
export const hashMark = ',"hash":"';
/** Length in bytes of `,"hash":"<64 hex digits>"}`. */
export const hashSuffixLength = hashMark.length + 64 + 2;

/** A journal's line (without its line end) from the canonical text of a body and the hash of that text. */
export function entryLine(bodyText: string, hash: string): string {
  return `${bodyText.slice(0, -1)}${hashMark}${hash}"}`;
}

/** The text whose SHA-256 is the `prev` of a document's first entry: a journal put under another name is noticed. */
export function genesisText(kind: string, id: string): string {
  return canonicalText({ format: 'hoidong-journal', kind, id });
}
