import type { Pack } from '#domain/regulation/pack.ts';
import { touchedBallots, type TouchedBallot } from '#domain/regulation/pack-change.ts';
import { formFor, heldBallots } from './ballots.ts';
import type { Session } from './state.ts';

/** Which of the session's ballots another pack would touch, and how, member by member; none while the session has no pack. */
export const touchedByPack = (session: Session, pack: Pack): readonly TouchedBallot[] =>
  session.pack === null
    ? []
    : touchedBallots(
        session.pack,
        pack,
        session.council.kind,
        heldBallots(session).flatMap(({ memberId, dossierId, ballot }) => {
          const dossier = session.dossiers[dossierId];
          const form = dossier && formFor(session, dossier);
          return form
            ? [{ member: memberId, dossier: dossierId, formId: form.id, products: dossier.products, ballot }]
            : [];
        }),
      );
