import type { ReceiptManifest } from '#domain/exchange/receipt-manifest.ts';
import type { Reading } from '#domain/exchange/refusal.ts';
import { shortCode } from '#domain/exchange/short-code.ts';
import { openContainer } from './container-reader.ts';
import { sealToKey, unsealWithKeys } from './key-seal.ts';
import type { SessionKeys } from './keys.ts';
import type { Sealed } from './package-file.ts';
import type { LongJob } from './progress.ts';
import { receiptLimits, type ReadingLimits } from './reading-limits.ts';
import { Refused, reading } from './refused.ts';
import { withinTime, type SealedSource } from './sealed-source.ts';
import { readManifest, signContainer } from './signed-container.ts';

export type ReceiptInput = Omit<
  ReceiptManifest,
  'format' | 'version' | 'kind' | 'code' | 'secretaryKey' | 'entries'
> & {
  readonly keys: SessionKeys;
  /** `memberRecipient` of the return it is for. */
  readonly recipient: string;
};

/** Makes the receipt for one return: signed by the session's key, sealed to the member's. */
export const sealReceipt = async (input: ReceiptInput, options: LongJob = {}): Promise<Sealed<ReceiptManifest>> => {
  const { keys, recipient, ...facts } = input;
  const draft = { ...facts, code: shortCode(facts.returnDigest), secretaryKey: keys.secretaryKey, entries: [] };
  const signer = { signingKey: keys.signingKey, publicKey: keys.secretaryKey };
  const signed = signContainer('receipt', draft, signer, [], input.createdAt);
  return { ...signed, chunks: await sealToKey(signed.chunks, recipient, options.signal) };
};

/** A receipt as opened. Whether it is for this member's return and from the known secretary is `judgeReceipt`. */
export interface OpenedReceipt {
  readonly manifest: ReceiptManifest;
  readonly digest: string;
}

const readReceipt = async (content: Uint8Array, limits: ReadingLimits): Promise<OpenedReceipt> => {
  const container = await openContainer(content, limits);
  try {
    const { manifest, digest } = await readManifest(container, 'receipt', limits);
    if (manifest.code !== shortCode(manifest.returnDigest)) throw new Refused({ code: 'tampered', where: 'code' });
    return { manifest, digest };
  } finally {
    container.close();
  }
};

/** Opens a receipt with its seal off: for tests and tools that look below the seal. */
export const readUnsealedReceipt = (
  content: Uint8Array,
  limits: ReadingLimits = receiptLimits,
): Promise<Reading<OpenedReceipt>> => reading(() => readReceipt(content, limits));

/** Opens a receipt with the member's identity, or with those of all seats the member holds. */
export const openReceipt = (
  source: SealedSource,
  identities: string | readonly string[],
  options: LongJob & { readonly limits?: ReadingLimits } = {},
): Promise<Reading<OpenedReceipt>> =>
  reading(() => {
    const { limits = receiptLimits } = options;
    return withinTime(limits, options.signal, async (signal) => {
      const keys = typeof identities === 'string' ? [identities] : identities;
      return readReceipt(await unsealWithKeys(source, keys, 'receipt', limits, { ...options, signal }), limits);
    });
  });
