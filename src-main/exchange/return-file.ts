import { canonicalText } from '#domain/exchange/canonical.ts';
import type { OpenedReturn } from '#domain/exchange/intake.ts';
import type { Reading } from '#domain/exchange/refusal.ts';
import { returnBallotsSchema, type ReturnBallots, type ReturnManifest } from '#domain/exchange/return-manifest.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { openContainer } from './container-reader.ts';
import { sha256Hex } from './fingerprint.ts';
import { sealToKey, unsealWithKeys } from './key-seal.ts';
import { seatProof, type MemberKeys } from './keys.ts';
import type { Sealed } from './package-file.ts';
import type { LongJob } from './progress.ts';
import { returnLimits, type ReadingLimits } from './reading-limits.ts';
import { Refused, reading } from './refused.ts';
import { withinTime, type SealedSource } from './sealed-source.ts';
import { readListedJson, readManifest, signContainer } from './signed-container.ts';

/** Everything a return says except what is computed. */
export type ReturnInput = Omit<
  ReturnManifest,
  'format' | 'version' | 'kind' | 'memberKey' | 'memberRecipient' | 'seatProof' | 'entries'
> & {
  readonly ballots: ReturnBallots;
  readonly keys: MemberKeys;
  /** From the package. */
  readonly seatSecret: string;
  /** From the package. */
  readonly recipient: string;
};

const BALLOTS = 'ballots.json';

/**
 * Makes a return: signed by the member's key, sealed to the session's. Every ballot must be of a dossier in `dossiers`, and the other way round.
 *
 * @throws ProblemError `exchange.returnTooLarge`
 */
export const sealReturn = async (
  input: ReturnInput,
  options: LongJob & { readonly limits?: ReadingLimits } = {},
): Promise<Sealed<ReturnManifest>> => {
  const { ballots, keys, seatSecret, recipient, ...facts } = input;
  const { limits = returnLimits } = options;
  const bytes = Buffer.from(canonicalText(returnBallotsSchema.parse(ballots)));
  if (bytes.length > limits.jsonSize || bytes.length > limits.entrySize)
    throw new ProblemError('exchange.returnTooLarge', { size: bytes.length, max: limits.jsonSize });
  const draft = {
    ...facts,
    memberKey: keys.memberKey,
    memberRecipient: keys.recipient,
    seatProof: seatProof({ ...facts, memberKey: keys.memberKey }, seatSecret),
    entries: [{ path: BALLOTS, sha256: sha256Hex(bytes), size: bytes.length }],
  };
  const signer = { signingKey: keys.signingKey, publicKey: keys.memberKey };
  const signed = signContainer('return', draft, signer, [{ path: BALLOTS, bytes }], input.createdAt);
  if (!sameDossiers(signed.manifest, ballots)) throw new TypeError('ballots and dossiers of a return must be the same');
  return { ...signed, chunks: await sealToKey(signed.chunks, recipient, options.signal) };
};

const sameDossiers = (manifest: ReturnManifest, ballots: ReturnBallots): boolean =>
  manifest.dossiers.length === Object.keys(ballots).length &&
  manifest.dossiers.every(({ id }) => Object.hasOwn(ballots, id));

/** Opens a return with its seal off: for tests and tools that look below the seal. */
export const readUnsealedReturn = (
  content: Uint8Array,
  limits: ReadingLimits = returnLimits,
): Promise<Reading<OpenedReturn>> => reading(() => readReturn(content, limits));

const readReturn = async (content: Uint8Array, limits: ReadingLimits): Promise<OpenedReturn> => {
  const container = await openContainer(content, limits);
  try {
    const { manifest, digest } = await readManifest(container, 'return', limits);
    const [entry] = manifest.entries;
    if (!entry) throw new Error('the schema asks for one entry');
    const ballots = await readListedJson(container, entry, returnBallotsSchema, limits);
    if (!sameDossiers(manifest, ballots))
      throw new Refused({ code: 'malformed', path: BALLOTS, problem: 'otherDossiers' });
    return { manifest, ballots, digest };
  } finally {
    container.close();
  }
};

/**
 * Opens a return and checks all of it but what only the session can tell: that is `judgeReturn`. With the keys of several sessions the one that
 * fits is used; the manifest says which session it was.
 */
export const openReturn = (
  source: SealedSource,
  identities: string | readonly string[],
  options: LongJob & { readonly limits?: ReadingLimits } = {},
): Promise<Reading<OpenedReturn>> =>
  reading(() => {
    const { limits = returnLimits } = options;
    return withinTime(limits, options.signal, async (signal) => {
      const keys = typeof identities === 'string' ? [identities] : identities;
      return readReturn(await unsealWithKeys(source, keys, 'return', limits, { ...options, signal }), limits);
    });
  });
