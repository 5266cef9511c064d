import { canonicalText } from '#domain/exchange/canonical.ts';
import { sha256Hex } from '#main/exchange/fingerprint.ts';
import { signBytes } from '#main/exchange/keys.ts';
import { craftZip, type CraftedEntry, type CraftedZip } from './zip-builder.ts';

/** What somebody who has a valid key, but not this program, could hand in. */
export interface Forgery {
  readonly manifest: unknown;
  /** The manifest's text where it is not to be the canonical one. */
  readonly text?: string;
  readonly signer: { readonly signingKey: string; readonly publicKey: string };
  readonly entries: readonly CraftedEntry[];
  readonly zip?: CraftedZip;
}

/** An unsealed container with a signature that holds. */
export const forge = ({ manifest, text, signer, entries, zip }: Forgery): Buffer => {
  const bytes = Buffer.from(text ?? canonicalText(manifest));
  const signature = signBytes(bytes, signer.signingKey, signer.publicKey);
  return craftZip([{ name: 'manifest.json', bytes }, { name: 'manifest.sig', bytes: signature }, ...entries], zip);
};

/** The listing of one entry, as a manifest wants it. */
export const listed = (path: string, bytes: Uint8Array): { path: string; sha256: string; size: number } => ({
  path,
  sha256: sha256Hex(bytes),
  size: bytes.length,
});
