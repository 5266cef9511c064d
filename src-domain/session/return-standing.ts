import { checkBallot } from '#domain/forms/points.ts';
import { formFor, heldBallot } from '#domain/session/ballots.ts';
import { currentSealed, isSecret } from '#domain/session/secret-ballot.ts';
import { isRecused, type Dossier, type Session } from '#domain/session/state.ts';

/** How one member stands to one dossier, for the matrix of returns. */
/** `sealed`: it came, and in a secret vote no more is told. */
export type ReturnStanding = 'sealed' | 'complete' | 'partial' | 'abstained' | 'paper' | 'missing' | 'recused';

export const returnStanding = (session: Session, memberId: string, dossier: Dossier): ReturnStanding => {
  if (isRecused(session, memberId, dossier.id)) return 'recused';
  if (isSecret(session)) {
    if (session.secretBallot.paperVoters[memberId]?.[dossier.id]) return 'paper';
    return currentSealed(session, memberId)?.dossiers.includes(dossier.id) ? 'sealed' : 'missing';
  }
  const held = heldBallot(session, memberId, dossier.id);
  if (!held) return 'missing';
  if (held.ballot.abstained) return 'abstained';
  if (held.origin === 'paper') return 'paper';
  const form = formFor(session, dossier);
  return form && checkBallot(form, dossier.products, held.ballot).complete ? 'complete' : 'partial';
};
