import type { Entry } from '#domain/exchange/fields.ts';
import type { Reading, Refusal } from '#domain/exchange/refusal.ts';
import { shortCode } from '#domain/exchange/short-code.ts';
import type { AgeLock } from './age-header.ts';
import { openPackage, type OpenPackageOptions } from './package-file.ts';
import { importSessionKeys } from './protected-secret.ts';
import { packageLimits } from './reading-limits.ts';
import { openReceipt } from './receipt-file.ts';
import { reading } from './refused.ts';
import { openReturn } from './return-file.ts';
import { lockOf, sealedSize, type SealedSource } from './sealed-source.ts';

/** What may be told of an opened file: never a secret, never a vote. */
export interface InspectedFile {
  readonly kind: 'package' | 'return' | 'receipt' | 'keys';
  readonly version: number;
  readonly sessionId: string;
  readonly sessionTitle: string | null;
  readonly memberId: string | null;
  readonly memberName: string | null;
  /** Issue of a package, revision of a return or of the return a receipt is for. */
  readonly number: number | null;
  readonly madeAt: string;
  readonly dossiers: number | null;
  readonly digest: string | null;
  readonly code: string | null;
  readonly signer: string | null;
  readonly entries: readonly Entry[];
}

export interface Inspection {
  readonly size: number;
  readonly lock: Reading<AgeLock>;
  /** Null where no key or passphrase for this kind of lock was given. */
  readonly opened: Reading<InspectedFile> | null;
}

export interface InspectionKeys {
  readonly passphrase?: string;
  readonly identities?: readonly string[];
}

const mapped = <T, U>(result: Reading<T>, map: (value: T) => U): Reading<U> =>
  result.ok ? { ok: true, value: map(result.value) } : result;

const refusedAs = (result: Reading<unknown>, test: (refusal: Refusal) => boolean): boolean =>
  !result.ok && test(result.refusal);

const inspectLocked = async (
  source: SealedSource,
  passphrase: string,
  options: OpenPackageOptions,
): Promise<Reading<InspectedFile>> => {
  const opened = await openPackage(source, passphrase, options);
  // A key file is no container.
  if (refusedAs(opened, (refusal) => refusal.code === 'damaged' && refusal.where === 'container')) {
    const keys = await importSessionKeys(source, passphrase, options);
    if (keys.ok)
      return {
        ok: true,
        value: {
          kind: 'keys',
          version: 1,
          sessionId: keys.value.sessionId,
          sessionTitle: keys.value.sessionTitle,
          memberId: null,
          memberName: null,
          number: null,
          madeAt: keys.value.exportedAt,
          dossiers: null,
          digest: null,
          code: null,
          signer: keys.value.keys.secretaryKey,
          entries: [],
        },
      };
  }
  if (!opened.ok) return opened;
  const { manifest, digest, close } = opened.value;
  await close();
  return {
    ok: true,
    value: {
      kind: 'package',
      version: manifest.version,
      sessionId: manifest.sessionId,
      sessionTitle: manifest.session.title,
      memberId: manifest.seat.memberId,
      memberName: manifest.seat.name,
      number: manifest.number,
      madeAt: manifest.issuedAt,
      dossiers: manifest.dossiers.length,
      digest,
      code: shortCode(digest),
      signer: manifest.secretaryKey,
      entries: manifest.entries,
    },
  };
};

const inspectSealed = async (
  source: SealedSource,
  identities: readonly string[],
  options: OpenPackageOptions,
): Promise<Reading<InspectedFile>> => {
  const job = options.signal ? { signal: options.signal } : {};
  const opened = await openReturn(source, identities, job);
  if (refusedAs(opened, (refusal) => refusal.code === 'wrongKind' && refusal.found === 'receipt'))
    return mapped(await openReceipt(source, identities, job), ({ manifest, digest }) => ({
      kind: 'receipt',
      version: manifest.version,
      sessionId: manifest.sessionId,
      sessionTitle: manifest.sessionTitle,
      memberId: manifest.memberId,
      memberName: null,
      number: manifest.revision,
      madeAt: manifest.createdAt,
      dossiers: null,
      digest,
      code: manifest.code,
      signer: manifest.secretaryKey,
      entries: manifest.entries,
    }));
  return mapped(opened, ({ manifest, digest }) => ({
    kind: 'return',
    version: manifest.version,
    sessionId: manifest.sessionId,
    sessionTitle: null,
    memberId: manifest.memberId,
    memberName: null,
    number: manifest.revision,
    madeAt: manifest.createdAt,
    dossiers: manifest.dossiers.length,
    digest,
    code: shortCode(digest),
    signer: manifest.memberKey,
    entries: manifest.entries,
  }));
};

/** Says what a file is, from whom, what is in it and what of that has been checked, as far as the keys given reach. */
export const inspectFile = async (
  source: SealedSource,
  keys: InspectionKeys,
  options: OpenPackageOptions = {},
): Promise<Inspection> => {
  const size = await sealedSize(source);
  const lock = await reading(() => lockOf(source, packageLimits));
  if (!lock.ok) return { size, lock, opened: null };
  if (lock.value === 'passphrase')
    return {
      size,
      lock,
      opened: keys.passphrase === undefined ? null : await inspectLocked(source, keys.passphrase, options),
    };
  return {
    size,
    lock,
    opened: keys.identities === undefined ? null : await inspectSealed(source, keys.identities, options),
  };
};
