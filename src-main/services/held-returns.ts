import type { HeldReturns, HeldRevision } from '#domain/exchange/held-returns.ts';
import { formFor, formsOf } from '#domain/session/ballots.ts';
import { allHeld, sideOf } from '#domain/session/diverged.ts';
import { isSecret } from '#domain/session/secret-ballot.ts';
import { awaitsConfirmation, dossiersOf, isRecused, seatsOf, type Session } from '#domain/session/state.ts';
import { fingerprintOf } from '#main/exchange/fingerprint.ts';
import { describedDossiers, packFingerprint } from '#main/services/package-content.ts';

/** Local times of a session are Vietnam's, which has one offset all year. */
export const localMoment = (local: string): string => `${local}:00+07:00`;

const heldRevisionsOf = (session: Session, memberId: string): readonly HeldRevision[] => {
  if (isSecret(session))
    // What a return called itself is not kept in a secret vote; nothing is judged by it.
    return (session.secretBallot.returns[memberId] ?? []).map(({ revision, digest, ancestors }) => ({
      returnId: digest,
      revision,
      digest,
      ancestors,
    }));
  return allHeld(session, memberId).map((held) => ({
    returnId: held.returnId,
    revision: held.revision,
    digest: held.digest,
    ancestors: held.ancestors,
    supersedes: held.supersedes,
    beside: session.divergedReturns[memberId]?.includes(held),
    merge: held.merge && (awaitsConfirmation(held) ? 'unconfirmed' : 'confirmed'),
    side: sideOf(held),
  }));
};

/**
 * What the session holds, as judging an arriving return needs it.
 *
 * @param lost members of a secret vote whose sealed files can't be read any more: theirs are taken anew.
 */
export const heldReturnsOf = (session: Session, lost: ReadonlySet<string> = new Set()): HeldReturns => {
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
              pinnedKey: (session.returns[id] ?? session.secretBallot.returns[id])?.[0]?.publicKey ?? null,
              furtherKeys: (session.furtherKeys[id] ?? []).map(({ publicKey }) => publicKey),
              revisions: lost.has(id) ? [] : heldRevisionsOf(session, id),
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
    boxOpenedAt: session.secretBallot.opened?.at ?? null,
    secretBallot: isSecret(session),
    deadline: session.meeting.deadline === null ? null : localMoment(session.meeting.deadline),
  };
};
