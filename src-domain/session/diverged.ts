import { headsOf, lineOf } from '#domain/exchange/held-returns.ts';
import type { MergeSide } from '#domain/exchange/merge.ts';
import { awaitsConfirmation, type HeldReturn, type Session } from '#domain/session/state.ts';

/** Everything held of one member: the line that counts, then what diverged from it. */
export const allHeld = (session: Session, memberId: string): readonly HeldReturn[] => [
  ...(session.returns[memberId] ?? []),
  ...(session.divergedReturns[memberId] ?? []),
];

/** What a held return says, as far as it can be merged. */
export const sideOf = ({ ballots, declaredConflicts, remarks }: HeldReturn): MergeSide => ({
  ballots,
  conflicts: declaredConflicts,
  remarks,
});

/** Two returns of one member that were not written upon each other. */
export type DivergedPair = {
  /** The one in the line that counts. */
  readonly left: HeldReturn;
  readonly right: HeldReturn;
  /** The newest held one that both were written upon; null where none is held. */
  readonly base: HeldReturn | null;
  /** How many more wait behind this pair. */
  readonly more: number;
};

/** The next two returns of a member that wait to be merged; null when there are none. */
export const divergedPair = (session: Session, memberId: string): DivergedPair | null => {
  const left = session.returns[memberId]?.at(-1);
  if (!left || !session.divergedReturns[memberId]) return null;
  const held = allHeld(session, memberId);
  const [right, ...rest] = headsOf(held).filter(({ digest }) => digest !== left.digest);
  if (!right) return null;
  const line = lineOf(left, held);
  const known = right.ancestors.findLast((digest) => line.has(digest) && held.some((one) => one.digest === digest));
  return { left, right, base: held.find(({ digest }) => digest === known) ?? null, more: rest.length };
};

/** The last merge made for a member, unless something newer took its place. */
export const lastMerge = (session: Session, memberId: string): HeldReturn | null => {
  const last = session.returns[memberId]?.at(-1);
  return last?.merge ? last : null;
};

/** The same while it waits for the member's confirmation. */
export const openMerge = (session: Session, memberId: string): HeldReturn | null => {
  const last = lastMerge(session, memberId);
  return last && awaitsConfirmation(last) ? last : null;
};

/** The newest return of the member's own that stands in the line that counts: what a receipt can be given for. */
export const signedReturn = (session: Session, memberId: string): HeldReturn | undefined =>
  session.returns[memberId]?.findLast(({ merge }) => merge === undefined);

/** The files the member signed that a merge was made of, through merges of merges; a signed return is its own only source. */
export const signedSources = (session: Session, memberId: string, held: HeldReturn): readonly HeldReturn[] => {
  const { merge } = held;
  if (!merge) return [held];
  return allHeld(session, memberId)
    .filter(({ digest }) => digest === merge.left || digest === merge.right)
    .flatMap((side) => signedSources(session, memberId, side));
};
