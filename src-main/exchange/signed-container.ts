import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { canonicalText } from '#domain/exchange/canonical.ts';
import { envelopeSchema, EXCHANGE_FORMAT, EXCHANGE_VERSION, type ExchangeKind } from '#domain/exchange/envelope.ts';
import type { Entry } from '#domain/exchange/fields.ts';
import { manifestSchemas } from '#domain/exchange/json-schema.ts';
import type { PackageManifest } from '#domain/exchange/package-manifest.ts';
import type { ReceiptManifest } from '#domain/exchange/receipt-manifest.ts';
import type { ReturnManifest } from '#domain/exchange/return-manifest.ts';
import { migrate, type RawManifest } from '#domain/exchange/migrations.ts';
import type { Container } from './container-reader.ts';
import { writeContainer, type NewEntry } from './container-writer.ts';
import { sha256Hex } from './fingerprint.ts';
import { signatureHolds, signBytes } from './keys.ts';
import type { LongJob } from './progress.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { Refused } from './refused.ts';
import { canonicalValue, parseJson } from './strict-json.ts';

export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';

/** The manifest's field that holds the signer's public key. */
const signerField = { package: 'secretaryKey', return: 'memberKey', receipt: 'secretaryKey' } as const satisfies Record<
  ExchangeKind,
  string
>;

interface Manifests {
  readonly package: PackageManifest;
  readonly return: ReturnManifest;
  readonly receipt: ReceiptManifest;
}
export type ManifestOf<Kind extends ExchangeKind> = Manifests[Kind];

/** The same schemas, typed so that a kind leads to its manifest. */
const schemas: { readonly [Kind in ExchangeKind]: z.ZodType<Manifests[Kind]> } = manifestSchemas;

/** The first place where a value is not what its schema says. */
export const parseWith = <T>(schema: z.ZodType<T>, value: unknown, where: string): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Refused({
    code: 'malformed',
    path: [where, ...(issue?.path ?? [])].map(String).join('/'),
    problem: issue?.code === 'custom' ? issue.message : (issue?.code ?? 'invalid'),
  });
};

/** A manifest with its signature, and the chunks of the container they stand in. */
export interface SignedContainer<Kind extends ExchangeKind> {
  readonly manifest: ManifestOf<Kind>;
  /** SHA-256 of the manifest's bytes: the name of this very file for chains, receipts and short codes. */
  readonly digest: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Signs a manifest and puts it, first, into a container with its entries.
 *
 * @throws z.ZodError if the manifest is not what its own schema says: a fault of the caller.
 */
export const signContainer = <Kind extends ExchangeKind>(
  kind: Kind,
  draft: Readonly<Record<string, unknown>>,
  signer: { readonly signingKey: string; readonly publicKey: string },
  entries: readonly NewEntry[],
  date: string,
): SignedContainer<Kind> => {
  const text = canonicalText({ ...draft, format: EXCHANGE_FORMAT, version: EXCHANGE_VERSION, kind });
  const manifest = schemas[kind].parse(JSON.parse(text));
  const bytes = Buffer.from(text, 'utf8');
  const signature = signBytes(bytes, signer.signingKey, signer.publicKey);
  return {
    manifest,
    digest: sha256Hex(bytes),
    chunks: writeContainer(
      [{ path: MANIFEST, bytes }, { path: SIGNATURE, bytes: signature }, ...entries],
      new Date(date),
    ),
  };
};

export interface ReadManifest<Kind extends ExchangeKind> {
  readonly manifest: ManifestOf<Kind>;
  readonly digest: string;
  /** Version it was written in. */
  readonly version: number;
}

/**
 * Reads and checks a container's manifest: envelope, signature, canonical form, schema, in that order.
 *
 * @throws Refused
 */
export const readManifest = async <Kind extends ExchangeKind>(
  container: Container,
  kind: Kind,
  limits: ReadingLimits,
): Promise<ReadManifest<Kind>> => {
  if (!container.entries.has(MANIFEST)) throw new Refused({ code: 'notExchangeFile' });
  const size = container.entries.get(MANIFEST) ?? 0;
  if (size > limits.jsonSize)
    throw new Refused({ code: 'limit', limit: 'jsonSize', value: size, max: limits.jsonSize });
  const bytes = await container.read(MANIFEST);
  const parsed = parseJson(bytes, MANIFEST, limits);
  const envelope = envelopeSchema.safeParse(parsed.value);
  if (!envelope.success) throw new Refused({ code: 'notExchangeFile' });
  const { version } = envelope.data;
  if (version > EXCHANGE_VERSION) throw new Refused({ code: 'newerFormat', version });
  if (envelope.data.kind !== kind) throw new Refused({ code: 'wrongKind', expected: kind, found: envelope.data.kind });
  if (container.entries.get(SIGNATURE) !== 64) throw new Refused({ code: 'tampered', where: SIGNATURE });
  const signature = await container.read(SIGNATURE);
  const signer = envelope.data[signerField[kind]];
  if (typeof signer !== 'string' || !signatureHolds(bytes, signature, signer))
    throw new Refused({ code: 'tampered', where: SIGNATURE });
  const value = canonicalValue(parsed, MANIFEST) as RawManifest;
  const current = migrate(kind, version, value, EXCHANGE_VERSION);
  const manifest = parseWith(schemas[kind], current, MANIFEST);
  checkListing(container, manifest.entries);
  return { manifest, digest: sha256Hex(bytes), version };
};

/** The container holds what the manifest lists, and nothing else. */
const checkListing = (container: Container, listed: readonly Entry[]): void => {
  const sizes = new Map(listed.map(({ path, size }) => [path, size]));
  for (const name of container.entries.keys())
    if (name !== MANIFEST && name !== SIGNATURE && !sizes.has(name))
      throw new Refused({ code: 'danger', danger: 'unlistedEntry', entry: name });
  for (const [path, size] of sizes)
    if (container.entries.get(path) !== size) throw new Refused({ code: 'tampered', where: path });
};

/** The bytes of a listed entry; the last chunk comes only if their SHA-256 is the manifest's. */
export async function* listedBytes(
  container: Container,
  entry: Entry,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let held: Uint8Array | undefined;
  for await (const chunk of container.stream(entry.path)) {
    signal?.throwIfAborted();
    if (held) yield held;
    hash.update(chunk);
    held = chunk;
  }
  if (hash.digest('hex') !== entry.sha256) throw new Refused({ code: 'tampered', where: entry.path });
  if (held) yield held;
}

/** Reads every listed entry through once, so that nothing is believed before all of it is checked. */
export const checkEntries = async (container: Container, entries: readonly Entry[], job: LongJob): Promise<void> => {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const entry of entries) {
    for await (const chunk of listedBytes(container, entry, job.signal)) {
      done += chunk.length;
      job.onProgress?.({ phase: 'checking', done, total });
    }
  }
};

/** A listed JSON entry, canonical and as its schema says. */
export const readListedJson = async <T>(
  container: Container,
  entry: Entry,
  schema: z.ZodType<T>,
  limits: ReadingLimits,
): Promise<T> => {
  if (entry.size > limits.jsonSize)
    throw new Refused({ code: 'limit', limit: 'jsonSize', value: entry.size, max: limits.jsonSize });
  const parts: Uint8Array[] = [];
  for await (const chunk of listedBytes(container, entry)) parts.push(chunk);
  const value = canonicalValue(parseJson(Buffer.concat(parts), entry.path, limits), entry.path);
  return parseWith(schema, value, entry.path);
};
