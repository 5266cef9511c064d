import type { Form } from '#domain/forms/form.ts';
import type { MergeSide } from './merge.ts';

/** One revision the secretary holds, with the digests it was written upon. */
export interface HeldRevision {
  readonly returnId: string;
  readonly revision: number;
  readonly digest: string;
  /** All of `ancestors` of its manifest; a merge of diverged returns lists everything both were written upon, and both. */
  readonly ancestors: readonly string[];
  /** Digests it took the place of without being written upon them, since it says the same and more. */
  readonly supersedes?: readonly string[] | undefined;
  /** Kept beside the line that counts, because it diverged from it. */
  readonly beside?: boolean | undefined;
  /** A merge made by the secretary; confirmed by the member? Undefined for what the member signed. */
  readonly merge?: 'confirmed' | 'unconfirmed' | undefined;
  /** What it says, where that can matter to judging another one. */
  readonly side?: MergeSide | undefined;
}

export interface HeldSeat {
  /** The member's key as first imported; null while nothing was, or after a lost key was struck out. */
  readonly pinnedKey: string | null;
  /** Keys of further computers of the same member, allowed one by one with a reason. */
  readonly furtherKeys?: readonly string[] | undefined;
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
  /** When the ballot box of a secret vote was opened; null or left out while it is shut and in an open vote. */
  readonly boxOpenedAt?: string | null;
  /** Nothing that was voted may be seen, so two returns that diverged are not kept to be merged. */
  readonly secretBallot?: boolean;
  /** The soft deadline as a moment with its offset; null for none. */
  readonly deadline: string | null;
}

type Chained = Pick<HeldRevision, 'digest' | 'ancestors' | 'supersedes'>;

/** The revisions no other held one was written upon or took the place of: one normally, two or more when returns have diverged. */
export const headsOf = <Revision extends Chained>(revisions: readonly Revision[]): readonly Revision[] => {
  const superseded = new Set(revisions.flatMap(({ ancestors, supersedes = [] }) => [...ancestors, ...supersedes]));
  return revisions.filter(({ digest }) => !superseded.has(digest));
};

/** Everything a revision stands upon, and itself: its ancestors, what it took the place of, and what that stands upon. */
export const lineOf = (revision: Chained, held: readonly Chained[]): ReadonlySet<string> => {
  const line = new Set<string>();
  const waiting = [revision.digest, ...revision.ancestors, ...(revision.supersedes ?? [])];
  for (let digest = waiting.pop(); digest !== undefined; digest = waiting.pop()) {
    if (line.has(digest)) continue;
    line.add(digest);
    const known = held.find((one) => one.digest === digest);
    if (known) waiting.push(...known.ancestors, ...(known.supersedes ?? []));
  }
  return line;
};

/** The seat after a further revision is kept. Keeping one twice changes nothing; the order of keeping doesn't matter to the heads. */
export const keepRevision = (seat: HeldSeat, revision: HeldRevision, memberKey: string): HeldSeat => ({
  ...seat,
  pinnedKey: seat.pinnedKey ?? memberKey,
  revisions: seat.revisions.some(({ digest }) => digest === revision.digest)
    ? seat.revisions
    : [...seat.revisions, revision],
});
