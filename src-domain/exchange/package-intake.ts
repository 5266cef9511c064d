import type { PackageManifest } from './package-manifest.ts';
import type { ReceiptManifest } from './receipt-manifest.ts';

/** What a member's workbook holds, as far as judging an arriving package needs it. */
export interface HeldPackage {
  readonly sessionId: string;
  readonly memberId: string;
  readonly packageId: string;
  readonly number: number;
  readonly secretaryKey: string;
  readonly dossiers: readonly { readonly id: string; readonly fingerprint: string }[];
  /** Form id to fingerprint. */
  readonly formFingerprints: Readonly<Record<string, string>>;
}

export interface PackageVerdict {
  readonly outcome:
    | 'new'
    | 'updated'
    | 'unchanged'
    | 'older'
    /** Another seat or session: it opens a workbook of its own. */
    | 'otherSeat'
    /** Signed with another secretary's key than the package before: the member asks the secretary before going on. */
    | 'otherKey';
  /** Dossiers exactly as before: the member's marks stay. */
  readonly kept: readonly string[];
  readonly added: readonly string[];
  /** Same dossier, another version or another form: the marks stay to be looked at again. */
  readonly replaced: readonly string[];
  readonly removed: readonly string[];
}

/** What an arrived package means to the workbook of this seat; `held` is null where there is none. */
export const judgePackage = (manifest: PackageManifest, held: HeldPackage | null): PackageVerdict => {
  const ids = manifest.dossiers.map(({ id }) => id);
  const nothing = { kept: [], added: [], replaced: [], removed: [] };
  if (!held) return { ...nothing, outcome: 'new', added: ids };
  if (held.sessionId !== manifest.sessionId || held.memberId !== manifest.seat.memberId)
    return { ...nothing, outcome: 'otherSeat', added: ids };
  if (held.secretaryKey !== manifest.secretaryKey) return { ...nothing, outcome: 'otherKey' };
  if (held.packageId === manifest.packageId) return { ...nothing, outcome: 'unchanged', kept: ids };
  if (manifest.number <= held.number) return { ...nothing, outcome: 'older' };
  const before = new Map(held.dossiers.map(({ id, fingerprint }) => [id, fingerprint]));
  const sameForm = new Set(
    manifest.forms.filter(({ id, fingerprint }) => held.formFingerprints[id] === fingerprint).map(({ id }) => id),
  );
  const same = (dossier: PackageManifest['dossiers'][number]): boolean =>
    before.get(dossier.id) === dossier.fingerprint && sameForm.has(dossier.formId);
  const known = manifest.dossiers.filter(({ id }) => before.has(id));
  return {
    outcome: 'updated',
    kept: known.filter(same).map(({ id }) => id),
    replaced: known.filter((dossier) => !same(dossier)).map(({ id }) => id),
    added: ids.filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !ids.includes(id)),
  };
};

/** What a receipt means to the workbook it came to. */
export type ReceiptVerdict = 'taken' | 'otherSeat' | 'otherKey' | 'unknownReturn';

/** Compares a receipt, whose own signature holds, with the returns the member made. */
export const judgeReceipt = (
  receipt: ReceiptManifest,
  held: Pick<HeldPackage, 'sessionId' | 'memberId' | 'secretaryKey'> & {
    readonly returns: readonly { readonly returnId: string; readonly digest: string }[];
  },
): ReceiptVerdict => {
  if (receipt.sessionId !== held.sessionId || receipt.memberId !== held.memberId) return 'otherSeat';
  if (receipt.secretaryKey !== held.secretaryKey) return 'otherKey';
  const known = held.returns.some(
    ({ returnId, digest }) =>
      digest === receipt.returnDigest && (receipt.returnId === undefined || receipt.returnId === returnId),
  );
  return known ? 'taken' : 'unknownReturn';
};

/** What a re-issued package changes against the one before, for its manifest. */
export const changesSince = (
  before: Pick<PackageManifest, 'packageId' | 'number'> & {
    readonly dossiers: readonly { readonly id: string; readonly fingerprint: string }[];
  },
  now: readonly { readonly id: string; readonly fingerprint: string }[],
  note: string,
): NonNullable<PackageManifest['changes']> => {
  const was = new Map(before.dossiers.map(({ id, fingerprint }) => [id, fingerprint]));
  const ids = new Set(now.map(({ id }) => id));
  return {
    sincePackageId: before.packageId,
    sinceNumber: before.number,
    added: now.filter(({ id }) => !was.has(id)).map(({ id }) => id),
    replaced: now.filter(({ id, fingerprint }) => was.has(id) && was.get(id) !== fingerprint).map(({ id }) => id),
    removed: [...was.keys()].filter((id) => !ids.has(id)),
    note,
  };
};
