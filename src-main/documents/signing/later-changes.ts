import type { SignedFileCheck } from '#domain/documents/signature-report.ts';
import { formOf, signatureFields } from './fields.ts';
import { openForUpdate, type PdfForUpdate } from './pdf-update.ts';

/**
 * What stands in a PDF behind its first `length` bytes, which are a whole PDF themselves: nothing, signatures only, or something that
 * may change what a reader sees. `unknown` where the update is not written in a way this program reads.
 *
 * A signature holds for the bytes it covers, whatever is added later: a file may carry a good signature and show other words than were
 * signed. So every object that was replaced is looked at.
 */
export function laterChanges(bytes: Uint8Array, length: number): SignedFileCheck['additions'] {
  if (bytes.subarray(length).every((byte) => byte === 0x0a || byte === 0x0d)) return 'none';
  const before = openForUpdate(bytes.subarray(0, length));
  const after = openForUpdate(bytes);
  if (!before || !after) return 'unknown';
  const replaced = [...before.offsets.keys()].filter((id) => after.offsets.get(id) !== before.offsets.get(id));
  return after.root === before.root &&
    replaced.every((id) => isForSigning(before, after, id)) &&
    addsOnlyFields(before, after, replaced)
    ? 'signatures'
    : 'other';
}

/** Entries that signing adds or changes in objects that were there. */
const signingEntries = [
  /\/AcroForm\s+\d+\s+0\s+R/,
  /\/SigFlags\s+\d+/,
  /\/Fields\s*\[[^\]]*\]/,
  /\/Annots\s*\[[^\]]*\]/,
  /\/V\s+\d+\s+0\s+R/,
  /\/AP\s*<<[^<>]*>>/,
  /\/DSS\s+\d+\s+0\s+R/,
  /\/Perms\s*<<[^<>]*>>/,
];

const withoutSigning = (dictionary: string): string =>
  signingEntries
    .reduce((text, entry) => text.replace(entry, ' '), dictionary)
    .replace(/\s+/g, ' ')
    .replace(/ ?(<<|>>) ?/g, '$1');

function isForSigning(before: PdfForUpdate, after: PdfForUpdate, id: number): boolean {
  const [then, now] = [before.dictionary(id), after.dictionary(id)];
  if (then === null || now === null || /\/XFA\b/.test(now)) return false;
  const kinds = /\/Type\s*\/(?:Catalog|Page|Annot)\b|\/FT\s*\/Sig\b/;
  const known = kinds.test(now) || formOf(after)?.id === id || formOf(before)?.id === id;
  return known && withoutSigning(then) === withoutSigning(now);
}

/** Every annotation that came to a page is the visible place of a signature. Only a page written anew can have new ones. */
function addsOnlyFields(before: PdfForUpdate, after: PdfForUpdate, replaced: readonly number[]): boolean {
  const fields = new Set(signatureFields(after).map(({ id }) => id));
  return replaced.every((id) => {
    const there = new Set(annotationsOf(before.dictionary(id)));
    return annotationsOf(after.dictionary(id)).every((annotation) => there.has(annotation) || fields.has(annotation));
  });
}

function annotationsOf(dictionary: string | null): readonly number[] {
  const annotations = /\/Annots\s*\[([^\]]*)\]/.exec(dictionary ?? '')?.[1] ?? '';
  return [...annotations.matchAll(/(\d+)\s+0\s+R/g)].map(([, number]) => Number(number));
}
