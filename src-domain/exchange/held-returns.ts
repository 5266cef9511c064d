import type { Form } from '#domain/forms/form.ts';

/** One revision the secretary holds, with the digests it was written upon. */
export interface HeldRevision {
  readonly returnId: string;
  readonly revision: number;
  readonly digest: string;
  /** All of `ancestors` of its manifest; a merge of diverged returns lists everything both were written upon, and both. */
  readonly ancestors: readonly string[];
}

export interface HeldSeat {
  /** The member's key as first imported; null while nothing was, or after a lost key was struck out. */
  readonly pinnedKey: string | null;
  readonly revisions: readonly HeldRevision[];
  /** Dossiers kept from this member by a confirmed conflict of interest. */
  readonly withheld: readonly string[];
}

export interface HeldDossier {
  readonly fingerprint: string;
  readonly formId: string;
  readonly productIds: readonly string[];
}

/** What a session holds, as far as judging an arriving return needs it. */
export interface HeldReturns {
  readonly sessionId: string;
  /** Member id to seat. */
  readonly seats: Readonly<Record<string, HeldSeat>>;
  readonly dossiers: Readonly<Record<string, HeldDossier>>;
  readonly forms: Readonly<Record<string, { readonly form: Form; readonly fingerprint: string }>>;
  readonly packFingerprint: string;
  /** When the count was closed; null while it is open. */
  readonly countClosedAt: string | null;
  /** The soft deadline as a moment with its offset; null for none. */
  readonly deadline: string | null;
}

/** The revisions no other held one was written upon: one normally, two or more when returns have diverged. */
export const headsOf = (revisions: readonly HeldRevision[]): readonly HeldRevision[] => {
  const superseded = new Set(revisions.flatMap(({ ancestors }) => ancestors));
  return revisions.filter(({ digest }) => !superseded.has(digest));
};

/** The seat after a further revision is kept. Keeping one twice changes nothing; the order of keeping doesn't matter to the heads. */
export const keepRevision = (seat: HeldSeat, revision: HeldRevision, memberKey: string): HeldSeat => ({
  ...seat,
  pinnedKey: seat.pinnedKey ?? memberKey,
  revisions: seat.revisions.some(({ digest }) => digest === revision.digest)
    ? seat.revisions
    : [...seat.revisions, revision],
});
