import { hashMark, written, type EntryBody, type JournalEntry } from '#domain/journal/entry.ts';
import { sha256 } from './digest.ts';

const hashLength = 64;
const lineEnd = '"}\n';

/**
 * An entry and its line, line end included, from a body: what comes back is what a later reading of the line gives, to the last
 * detail. Every save passes here, so the text is put into bytes once, and those bytes are hashed and written.
 */
export function sealed(body: EntryBody): { readonly entry: JournalEntry; readonly line: Buffer } {
  const { text, read } = written(body);
  // UTF-8 takes at most three bytes a UTF-16 unit.
  const bytes = Buffer.allocUnsafe(text.length * 3 + hashMark.length + hashLength + lineEnd.length);
  const length = bytes.write(text, 0);
  const hash = sha256(bytes.subarray(0, length));
  // The hash takes the place of the body's closing brace.
  const end = length - 1 + bytes.write(`${hashMark}${hash}${lineEnd}`, length - 1, 'latin1');
  return { entry: { ...read, hash }, line: bytes.subarray(0, end) };
}
