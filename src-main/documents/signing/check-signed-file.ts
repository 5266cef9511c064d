import { createHash } from 'node:crypto';
import type { SignedFileCheck } from '#domain/documents/signature-report.ts';
import { laterChanges } from './later-changes.ts';
import { verifyPdf } from './verify.ts';

/** A locked page as it is known: its hash and its size in bytes. */
export interface LockedBytes {
  readonly sha256: string;
  readonly size: number;
}

/**
 * Looks at a PDF that came back: its signatures, and whether it is one of the locked pages with something added. A signing tool that
 * follows the standard adds to the end, so that the page's own bytes stand first, untouched; that is what is compared.
 */
export function checkSignedFile(bytes: Uint8Array, locked: readonly LockedBytes[]): SignedFileCheck {
  const { signatures, intact } = verifyPdf(bytes);
  const page = locked.find(
    ({ sha256, size }) =>
      size <= bytes.length && createHash('sha256').update(bytes.subarray(0, size)).digest('hex') === sha256,
  );
  const base = page?.size ?? firstSignedEnd(bytes);
  return {
    signatures: [...signatures],
    intact,
    sameness:
      page !== undefined
        ? { kind: 'same', sha256: page.sha256 }
        : { kind: locked.length === 0 ? 'nothingLocked' : 'different' },
    additions: base === null ? 'none' : laterChanges(bytes, base),
  };
}

/** Where the part the first signature covers ends; null in a file without one. */
function firstSignedEnd(bytes: Uint8Array): number | null {
  const range = /\/ByteRange\s*\[\s*0\s+\d+\s+(\d+)\s+(\d+)\s*\]/.exec(Buffer.from(bytes).toString('latin1'));
  const end = range === null ? NaN : Number(range[1]) + Number(range[2]);
  return Number.isSafeInteger(end) && end <= bytes.length ? end : null;
}
