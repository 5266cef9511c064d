import { isSecret } from '#domain/session/secret-ballot.ts';
import { dossiersOf, isRecused, type Session } from '#domain/session/state.ts';

/**
 * Does the member's last package hold other dossiers than it would now (one added, taken away, withheld, or given a new file since), or
 * say something else about how the council votes?
 * False while there is none.
 */
export const isPackageStale = (session: Session, memberId: string): boolean => {
  const last = session.packages[memberId]?.at(-1);
  if (last === undefined) return false;
  if ((last.secretBallot ?? false) !== isSecret(session)) return true;
  const due = dossiersOf(session).filter(({ id }) => !isRecused(session, memberId, id));
  const sameSet =
    due.length === Object.keys(last.dossiers).length && due.every(({ id }) => last.dossiers[id] !== undefined);
  return !sameSet || due.some(({ attachments }) => attachments.some(({ addedAt }) => addedAt > last.issuedAt));
};
