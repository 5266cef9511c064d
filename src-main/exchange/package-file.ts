import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { canonicalText } from '#domain/exchange/canonical.ts';
import type { Entry } from '#domain/exchange/fields.ts';
import type { PackageDossier, PackageFile, PackageManifest } from '#domain/exchange/package-manifest.ts';
import type { Reading } from '#domain/exchange/refusal.ts';
import { formSchema, type Form } from '#domain/forms/form.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { openContainer, type Container } from './container-reader.ts';
import type { NewEntry } from './container-writer.ts';
import { displayFileName, entryPathOf } from './file-names.ts';
import { dossierFingerprint, sha256Hex } from './fingerprint.ts';
import type { SessionKeys } from './keys.ts';
import { meantPassphrase } from './passphrase.ts';
import { inProcessCipher, type PassphraseCipher } from './passphrase-cipher.ts';
import type { LongJob } from './progress.ts';
import { packageLimits, type ReadingLimits } from './reading-limits.ts';
import { Refused, reading } from './refused.ts';
import { lockOf, unseal, withinTime, type SealedSource } from './sealed-source.ts';
import { checkEntries, listedBytes, readListedJson, readManifest, signContainer } from './signed-container.ts';

/** A dossier file to be packed; `open` gives its bytes from the start each time. */
export interface PackageFileInput {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number | null;
  readonly open: () => AsyncIterable<Uint8Array>;
}

export type PackageDossierInput = Omit<PackageDossier, 'fingerprint' | 'files'> & {
  readonly files: readonly PackageFileInput[];
};

/** Everything a package says except what is computed. A dossier the member has a confirmed conflict in must not be among them. */
export type PackageInput = Omit<
  PackageManifest,
  'format' | 'version' | 'kind' | 'forms' | 'dossiers' | 'recipient' | 'secretaryKey' | 'entries'
> & {
  readonly forms: readonly Form[];
  readonly dossiers: readonly PackageDossierInput[];
  readonly keys: SessionKeys;
};

/** A sealed file on its way out. `chunks` can be read once. */
export interface Sealed<Manifest> {
  readonly manifest: Manifest;
  /** SHA-256 of the signed manifest. */
  readonly digest: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface SealPackageOptions extends LongJob {
  readonly cipher?: PassphraseCipher;
  /** Bounds of whoever will read it; a package beyond them is not made. */
  readonly limits?: ReadingLimits;
}

/** A dossier as the manifest describes it, with its fingerprint. */
export const describeDossier = ({ files, ...facts }: PackageDossierInput): PackageDossier => {
  const described = files.map(({ id, name, sha256, size, pages }): PackageFile => {
    const shown = displayFileName(name);
    return { id, name: shown, path: entryPathOf(sha256, shown), sha256, size, pages };
  });
  const dossier = { ...facts, products: [...facts.products], files: described };
  return { ...dossier, fingerprint: dossierFingerprint(dossier) };
};

/** The file's bytes while they are still the ones the manifest was signed for. */
async function* unchangedBytes(
  file: PackageFileInput,
  onBytes: (count: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of file.open()) {
    signal?.throwIfAborted();
    hash.update(chunk);
    size += chunk.length;
    onBytes(chunk.length);
    yield chunk;
  }
  if (size !== file.size || hash.digest('hex') !== file.sha256)
    throw new ProblemError('exchange.attachmentDamaged', { name: file.name, sha256: file.sha256 });
}

/**
 * Makes one member's package: signed by the session's key, locked with the passphrase. Resolves once the key is derived; the files are read
 * while `chunks` is read, in bounded memory.
 *
 * @throws ProblemError `exchange.packageTooLarge`; while reading `chunks`, `exchange.attachmentDamaged` or the signal's reason.
 */
export const sealPackage = async (
  input: PackageInput,
  passphrase: string,
  options: SealPackageOptions = {},
): Promise<Sealed<PackageManifest>> => {
  const { signal, onProgress, cipher = inProcessCipher(), limits = packageLimits } = options;
  const { keys, forms, dossiers, ...facts } = input;
  const described = dossiers.map(describeDossier);
  const formEntries = forms.map((form) => ({
    id: form.id,
    path: `forms/${form.id}.json`,
    bytes: Buffer.from(canonicalText(form)),
  }));
  const files = new Map(
    dossiers
      .flatMap((dossier) => dossier.files)
      .map((file) => [entryPathOf(file.sha256, displayFileName(file.name)), file]),
  );
  const total = [...files.values()].reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const count = (bytes: number): void => {
    done += bytes;
    onProgress?.({ phase: 'sealing', done, total });
  };
  const newEntries: readonly NewEntry[] = [
    ...formEntries.map(({ path, bytes }) => ({ path, bytes })),
    ...[...files].map(([path, file]) => ({ path, size: file.size, open: () => unchangedBytes(file, count, signal) })),
  ];
  const entries: readonly Entry[] = [
    ...formEntries.map(({ path, bytes }) => ({ path, sha256: sha256Hex(bytes), size: bytes.length })),
    ...[...files].map(([path, { sha256, size }]) => ({ path, sha256, size })),
  ];
  refuseTooLarge(entries, limits);
  const draft = {
    ...facts,
    forms: formEntries.map(({ id, path, bytes }) => ({ id, path, fingerprint: sha256Hex(bytes) })),
    dossiers: described,
    recipient: keys.recipient,
    secretaryKey: keys.secretaryKey,
    entries,
  };
  const signer = { signingKey: keys.signingKey, publicKey: keys.secretaryKey };
  const { manifest, digest, chunks } = signContainer('package', draft, signer, newEntries, input.issuedAt);
  onProgress?.({ phase: 'deriving', done: 0, total });
  return { manifest, digest, chunks: await cipher.encrypt(chunks, meantPassphrase(passphrase), signal) };
};

const refuseTooLarge = (entries: readonly Entry[], limits: ReadingLimits): void => {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const largest = Math.max(0, ...entries.map(({ size }) => size));
  // A margin for the container's headers, the manifest and the seal, which come on top of the entries.
  const overhead = limits.jsonSize + entries.length * 1_024 + total / 1_024;
  if (
    total + overhead > limits.sealedSize ||
    total > limits.totalSize ||
    largest > limits.entrySize ||
    entries.length + 2 > limits.entryCount
  )
    throw new ProblemError('exchange.packageTooLarge', { size: total, max: limits.totalSize, files: entries.length });
};

/** A package as opened: every entry has been checked. `close` it; it may stand on a file. */
export interface OpenedPackage {
  readonly manifest: PackageManifest;
  readonly digest: string;
  /** By form id. */
  readonly forms: Readonly<Record<string, Form>>;
  /** The bytes of a dossier file; checked once more on the way. */
  readonly file: (file: Pick<PackageFile, 'path'>) => AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
}

export interface OpenPackageOptions extends LongJob {
  readonly cipher?: PassphraseCipher;
  readonly limits?: ReadingLimits;
  /** Where a large package may be unpacked while it is open; a folder of the program's own. */
  readonly workDir?: string;
}

const readPackage = async (
  container: Container,
  limits: ReadingLimits,
  job: LongJob,
): Promise<Pick<OpenedPackage, 'manifest' | 'digest' | 'forms'>> => {
  const { manifest, digest } = await readManifest(container, 'package', limits);
  for (const dossier of manifest.dossiers)
    if (dossierFingerprint(dossier) !== dossier.fingerprint)
      throw new Refused({ code: 'tampered', where: `dossiers/${dossier.id}` });
  await checkEntries(container, manifest.entries, job);
  const listed = new Map(manifest.entries.map((entry) => [entry.path, entry]));
  const forms: Record<string, Form> = {};
  for (const { id, path } of manifest.forms) {
    const entry = listed.get(path);
    if (!entry) throw new Refused({ code: 'tampered', where: path });
    const form = await readListedJson(container, entry, formSchema, limits);
    if (form.id !== id) throw new Refused({ code: 'malformed', path, problem: 'formId' });
    forms[id] = form;
  }
  return { manifest, digest, forms };
};

/** Opens a package with its seal off: for tests and tools that look below the seal. */
export const readUnsealedPackage = (
  content: Uint8Array,
  limits: ReadingLimits = packageLimits,
): Promise<Reading<Pick<OpenedPackage, 'manifest' | 'digest' | 'forms'>>> =>
  reading(async () => {
    const container = await openContainer(content, limits);
    try {
      return await readPackage(container, limits, {});
    } finally {
      container.close();
    }
  });

/**
 * Opens a package and checks all of it. Cancelling rejects with the signal's reason; what is wrong with the file is data.
 */
export const openPackage = (
  source: SealedSource,
  passphrase: string,
  options: OpenPackageOptions = {},
): Promise<Reading<OpenedPackage>> =>
  reading(() => {
    const { cipher = inProcessCipher(), limits = packageLimits, workDir = tmpdir() } = options;
    return withinTime(limits, options.signal, async (signal) => {
      const job = { ...options, signal };
      if ((await lockOf(source, limits)) === 'key')
        throw new Refused({ code: 'wrongKind', expected: 'package', found: 'return' });
      const unsealed = await unseal(source, (sealed) => cipher.decrypt(sealed, meantPassphrase(passphrase), signal), {
        ...job,
        noKey: 'wrongPassphrase',
        workDir,
        limits,
      });
      let container: Container | undefined;
      const close = async (): Promise<void> => {
        container?.close();
        await unsealed.discard();
      };
      try {
        const opened = await openContainer(unsealed.content, limits);
        container = opened;
        const read = await readPackage(opened, limits, job);
        const listed = new Map(read.manifest.entries.map((entry) => [entry.path, entry]));
        return {
          ...read,
          file: ({ path }) => {
            const entry = listed.get(path);
            if (!entry) throw new RangeError(`not an entry of this package: ${path}`);
            return listedBytes(opened, entry);
          },
          close,
        };
      } catch (error) {
        await close();
        throw error;
      }
    });
  });
