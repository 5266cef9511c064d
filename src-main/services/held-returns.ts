import type { HeldReturns, HeldRevision } from '#domain/exchange/held-returns.ts';
import { formFor, formsOf } from '#domain/session/ballots.ts';
import { allHeld, sideOf } from '#domain/session/diverged.ts';
import { awaitsConfirmation, dossiersOf, isRecused, seatsOf, type Session } from '#domain/session/state.ts';
import { fingerprintOf } from '#main/exchange/fingerprint.ts';
import { describedDossiers, packFingerprint } from '#main/services/package-content.ts';

/** Local times of a session are Vietnam's, which has one offset all year. */
export const localMoment = (local: string): string => `${local}:00+07:00`;

const heldRevisionsOf = (session: Session, memberId: string): readonly HeldRevision[] =>
  allHeld(session, memberId).map((held) => ({
    returnId: held.returnId,
    revision: held.revision,
    digest: held.digest,
    ancestors: held.ancestors,
    supersedes: held.supersedes,
    beside: session.divergedReturns[memberId]?.includes(held),
    merge: held.merge && (awaitsConfirmation(held) ? 'unconfirmed' : 'confirmed'),
    side: sideOf(held),
  }));

/** What the session holds, as judging an arriving return needs it. */
export const heldReturnsOf = (session: Session): HeldReturns => {
  const described = new Map(describedDossiers(session).map((dossier) => [dossier.id, dossier]));
  return {
    sessionId: session.id,
    seats: Object.fromEntries(
      seatsOf(session)
        .filter(({ id }) => session.packages[id])
        .map(({ id }) => {
          return [
            id,
            {
              pinnedKey: session.returns[id]?.[0]?.publicKey ?? null,
              furtherKeys: (session.furtherKeys[id] ?? []).map(({ publicKey }) => publicKey),
              revisions: heldRevisionsOf(session, id),
              withheld: session.dossierOrder.filter((dossierId) => isRecused(session, id, dossierId)),
            },
          ];
        }),
    ),
    dossiers: Object.fromEntries(
      dossiersOf(session).map((dossier) => [
        dossier.id,
        {
          fingerprint: described.get(dossier.id)?.fingerprint ?? '',
          formId: formFor(session, dossier)?.id ?? '',
          productIds: dossier.products.map(({ id }) => id),
        },
      ]),
    ),
    forms: Object.fromEntries(formsOf(session).map((form) => [form.id, { form, fingerprint: fingerprintOf(form) }])),
    packFingerprint: packFingerprint(session),
    countClosedAt: session.counting.closed?.at ?? null,
    deadline: session.meeting.deadline === null ? null : localMoment(session.meeting.deadline),
  };
};
