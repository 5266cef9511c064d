import type { StaleReason } from '#domain/contract/sessions.ts';
import { formFor } from '#domain/session/ballots.ts';
import { isSecret } from '#domain/session/secret-ballot.ts';
import { seatsOf, type Session } from '#domain/session/state.ts';
import { fingerprintOf } from '#main/exchange/fingerprint.ts';
import { describedDossiers, givenTo, packFingerprint } from '#main/services/package-content.ts';

/**
 * Members whose last package says something else than one made now would, by the fingerprints that were in it. A member without a package
 * is not among them, and neither is one whose package still holds.
 */
export const stalePackages = (session: Session): Record<string, StaleReason[]> => {
  const now = new Map(describedDossiers(session).map(({ id, fingerprint }) => [id, fingerprint]));
  const pack = packFingerprint(session);
  return Object.fromEntries(
    seatsOf(session).flatMap(({ id }): readonly (readonly [string, StaleReason[]])[] => {
      const last = session.packages[id]?.at(-1);
      if (last === undefined) return [];
      const due = givenTo(session, id);
      const forms = due.flatMap((dossier) => formFor(session, dossier) ?? []);
      const renewed = session.keys?.renewedAt;
      const found: readonly (readonly [StaleReason, boolean])[] = [
        [
          'dossiers',
          due.length !== Object.keys(last.dossiers).length ||
            due.some((dossier) => last.dossiers[dossier.id] === undefined),
        ],
        ['facts', due.some((dossier) => (last.dossiers[dossier.id] ?? now.get(dossier.id)) !== now.get(dossier.id))],
        [
          'form',
          last.packFingerprint !== pack || forms.some((form) => last.formFingerprints[form.id] !== fingerprintOf(form)),
        ],
        ['secret', (last.secretBallot ?? false) !== isSecret(session)],
        ['keys', renewed !== undefined && Date.parse(renewed) > Date.parse(last.issuedAt)],
      ];
      const reasons = found.flatMap(([reason, holds]) => (holds ? [reason] : []));
      return reasons.length === 0 ? [] : [[id, reasons]];
    }),
  );
};
