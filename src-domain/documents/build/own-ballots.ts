import { emptySession } from '#domain/session/apply.ts';
import { blankDossier, blankMember } from '#domain/session/blank.ts';
import type { Session } from '#domain/session/state.ts';
import { ballotOf, formOf, type GivenPackage, type Workbook } from '#domain/workbook/state.ts';
import type { Paper } from '../model.ts';
import { buildBallot } from './ballot.ts';

/** As much of the session as the package told; enough for the pages of one member. */
const sessionOf = (given: GivenPackage): Session => ({
  ...emptySession,
  id: given.sessionId,
  rehearsal: given.rehearsal,
  council: {
    ...emptySession.council,
    kind: given.council.kind,
    name: given.council.name,
    programme: given.council.programme,
    decision: {
      ...emptySession.council.decision,
      number: given.council.decision.number,
      date: given.council.decision.date,
      issuer: given.council.decision.issuer,
    },
  },
  meeting: {
    ...emptySession.meeting,
    place: given.meeting.place,
    startsAt: given.meeting.startsAt,
    form: given.meeting.form,
  },
  dossiers: Object.fromEntries(given.dossiers.map(({ id, title }) => [id, { ...blankDossier(id), title }])),
  secretBallot: { ...emptySession.secretBallot, choice: given.secretBallot ?? false },
  dossierOrder: given.dossiers.map(({ id }) => id),
});

/** A member's own ballots as they stand in the workbook, one paper a dossier; empty before a package is opened. */
export const buildOwnBallots = (workbook: Workbook): readonly Paper[] => {
  const given = workbook.package;
  if (!given) return [];
  const session = sessionOf(given);
  const { memberId, ...seat } = given.seat;
  // A secret vote's page carries no name, the member's own copy no more than the others.
  const member = given.secretBallot === true ? null : { ...blankMember(memberId), ...seat };
  return given.dossiers.flatMap((dossier) => {
    const form = formOf(given, dossier);
    if (!form || workbook.conflicts[dossier.id]) return [];
    const { id, code, title, hostOrganisation, principal, products } = dossier;
    const facts = { ...blankDossier(id), code, title, hostOrganisation, principal, products };
    return buildBallot(session, { dossier: facts, member, ballot: ballotOf(workbook, id), form }) ?? [];
  });
};
