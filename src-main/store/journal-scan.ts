import { entryBodySchema, genesisText, hashMark, hashSuffixLength, type JournalEntry } from '#domain/journal/entry.ts';
import { sha256 } from './digest.ts';

/** What a line says of itself at its end, where the canonical order of keys puts it, known without parsing the rest. */
export interface LineFacts {
  readonly seq: number;
  readonly type: 'event' | 'undo' | 'redo';
  readonly version: number;
  readonly prev: string;
  readonly hash: string;
}

/** How the bytes of a journal end. Offsets and lengths are in bytes. */
export type Ending =
  | { readonly kind: 'clean' }
  /** The last write was interrupted: the bytes after `goodLength` were never acknowledged. */
  | { readonly kind: 'torn' }
  /** The last entry is whole, only its line end is missing or wrong. */
  | { readonly kind: 'lineEndLost' }
  /** A complete line is not what was written; nothing behind it can be trusted. */
  | { readonly kind: 'damaged' };

/** A journal read and verified line by line. */
export interface JournalScan {
  /** Where the line of entry n + 1 starts, for every good entry. */
  readonly starts: readonly number[];
  readonly facts: readonly LineFacts[];
  /** Length of the part that verified; with `lineEndLost` it does not count the missing line end. */
  readonly goodLength: number;
  readonly ending: Ending;
}

const lineTail =
  /"prev":"([0-9a-f]{64})","seq":(\d{1,15}),"type":"(event|undo|redo)","v":(\d{1,9}),"hash":"([0-9a-f]{64})"\}$/;
const longestTail = 64 * 2 + 100;
const closing = 0x7d;

/** What one line (without its line end) says, or undefined when it does not verify as the successor of `prev`. */
function verifyLine(line: Buffer, prev: string, seq: number): LineFacts | undefined {
  const tail = lineTail.exec(line.toString('latin1', Math.max(0, line.length - longestTail)));
  if (tail === null) return undefined;
  const [, linePrev, lineSeq, type, version, hash] = tail;
  if (linePrev !== prev || Number(lineSeq) !== seq || hash === undefined) return undefined;
  if (type !== 'event' && type !== 'undo' && type !== 'redo') return undefined;
  // The hash was taken over the body, which ends where the line goes on with the hash: its closing brace stands in for the comma.
  const body = Buffer.from(line.subarray(0, line.length - hashSuffixLength + 1));
  body[body.length - 1] = closing;
  if (sha256(body) !== hash) return undefined;
  return { seq, type, version: Number(version), prev, hash };
}

/** The `prev` of a document's first entry. */
export function genesisHash(kind: string, id: string): string {
  return sha256(genesisText(kind, id));
}

/** Verifies the whole chain: every byte of every line counts. */
export function scanJournal(bytes: Buffer, kind: string, id: string): JournalScan {
  const starts: number[] = [];
  const facts: LineFacts[] = [];
  let prev = genesisHash(kind, id);
  let position = 0;
  const result = (ending: Ending): JournalScan => ({ starts, facts, goodLength: position, ending });
  const accept = (line: LineFacts, next: number): void => {
    starts.push(position);
    facts.push(line);
    prev = line.hash;
    position = next;
  };

  while (position < bytes.length) {
    const end = bytes.indexOf(0x0a, position);
    if (end === -1) {
      for (const lost of [0, 1]) {
        const line = verifyLine(bytes.subarray(position, bytes.length - lost), prev, facts.length + 1);
        if (line !== undefined) {
          accept(line, bytes.length - lost);
          return result({ kind: 'lineEndLost' });
        }
      }
      return result({ kind: 'torn' });
    }
    const line = verifyLine(bytes.subarray(position, end), prev, facts.length + 1);
    if (line === undefined) return result({ kind: 'damaged' });
    accept(line, end + 1);
  }
  return result({ kind: 'clean' });
}

/** The entry that stands in a verified line. Throws when a line that bears the right hash is not an entry (written by a stranger). */
export function parseLine(line: Buffer): JournalEntry {
  const text = line.toString('utf8');
  const split = text.lastIndexOf(hashMark);
  const body = entryBodySchema.parse(JSON.parse(`${text.slice(0, split)}}`));
  return { ...body, hash: text.slice(split + hashMark.length, split + hashMark.length + 64) };
}
