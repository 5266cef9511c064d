import { createHash } from 'node:crypto';
import { canonicalText } from '#domain/exchange/canonical.ts';
import type { PackageDossier } from '#domain/exchange/package-manifest.ts';

/** SHA-256 in lower-case hexadecimal. */
export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of the canonical form of plain JSON: fingerprints of forms and packs. */
export const fingerprintOf = (value: unknown): string => sha256Hex(canonicalText(value));

/** What a dossier's fingerprint is taken over: its facts and the bytes of its files, not how the files are named. */
export type DossierFacts = Omit<PackageDossier, 'fingerprint' | 'files'> & {
  readonly files: readonly { readonly sha256: string; readonly size: number }[];
};

/** Says which version of a dossier was judged: changes whenever a fact or the bytes of a file change. */
export const dossierFingerprint = (dossier: DossierFacts): string => {
  const { id, code, title, hostOrganisation, principal, formId, products, files } = dossier;
  return fingerprintOf({
    id,
    code,
    title,
    hostOrganisation,
    principal,
    formId,
    products: products.map(({ id: productId, name, group }) => ({ id: productId, name, group })),
    files: files.map(({ sha256, size }) => ({ sha256, size })),
  });
};
