import type { Ballot } from '#domain/forms/ballot.ts';
import type { Form } from '#domain/forms/form.ts';
import { rulesFor } from '#domain/regulation/pack.ts';
import { currentReturn, isRecused, seatsOf, type Dossier, type Session } from '#domain/session/state.ts';

/** One member's ballot on one dossier as the session holds it; a paper ballot takes the place of a file's. */
export type HeldBallot = {
  readonly memberId: string;
  readonly dossierId: string;
  readonly origin: 'file' | 'paper';
  readonly ballot: Ballot;
};

/** The ballot that counts for this member and dossier; undefined when none came. Recusal and presence are not looked at. */
export const heldBallot = (session: Session, memberId: string, dossierId: string): HeldBallot | undefined => {
  const paper = session.paperBallots[memberId]?.[dossierId];
  if (paper) return { memberId, dossierId, origin: 'paper', ballot: paper };
  const file = currentReturn(session, memberId)?.ballots[dossierId];
  return file && { memberId, dossierId, origin: 'file', ballot: file };
};

/** Every ballot the session holds, member by member in their order; those of recused members are left out. */
export const heldBallots = (session: Session): readonly HeldBallot[] =>
  seatsOf(session).flatMap(({ id: memberId }) =>
    session.dossierOrder.flatMap((dossierId) => {
      const held = heldBallot(session, memberId, dossierId);
      return held && !isRecused(session, memberId, dossierId) ? [held] : [];
    }),
  );

/** The forms of the session's pack for its kind of council; empty while no pack is chosen or it has no rules for that kind. */
export const formsOf = (session: Session): readonly Form[] =>
  session.pack ? (rulesFor(session.pack, session.council.kind)?.forms ?? []) : [];

/** The form a dossier is judged with: the one chosen for it, else the pack's first for this kind of council. */
export const formFor = (session: Session, dossier: Pick<Dossier, 'formId'>): Form | undefined => {
  const forms = formsOf(session);
  return forms.find(({ id }) => id === dossier.formId) ?? forms[0];
};
