import type { Case } from '#domain/conclusion/case.ts';
import { formFor, heldBallots, type HeldBallot } from '#domain/session/ballots.ts';
import { isSecret, openedBallots } from '#domain/session/secret-ballot.ts';
import { dossiersOf, seatsOf, type Session } from '#domain/session/state.ts';

const sameOrganisation = (left: string, right: string): boolean =>
  left.trim() !== '' && left.trim().normalize('NFC').toLowerCase() === right.trim().normalize('NFC').toLowerCase();

/** The rows of a table member to dossier to value, flat. */
const cells = <T>(
  table: Readonly<Record<string, Readonly<Record<string, T>>>>,
): readonly { member: string; dossier: string; value: T }[] =>
  Object.entries(table).flatMap(([member, row]) =>
    Object.entries(row).map(([dossier, value]) => ({ member, dossier, value })),
  );

/** The ballots out of the box; each stands for itself. Where one came from, a file or paper, stayed in the box. */
const anonymousBallots = (session: Session): readonly HeldBallot[] =>
  session.dossierOrder.flatMap((dossierId) =>
    openedBallots(session, dossierId).map(({ id, ballot }) => ({
      memberId: id,
      dossierId,
      origin: 'file' as const,
      ballot,
    })),
  );

/**
 * What the conclusion is computed from, out of the session as it stands; null while the pack has no form for the council. The
 * administrative secretary is no member and is not in it; a return the chair turned down is not either.
 */
export const toCase = (session: Session): Case | null => {
  const { pack } = session;
  const dossiers = dossiersOf(session);
  if (!pack || dossiers.some((dossier) => !formFor(session, dossier))) return null;
  const seats = seatsOf(session);
  const secret = isSecret(session);
  return {
    pack,
    council: session.council.kind,
    members: seats.map(({ id, name, office, outside, organisation }) => ({
      id,
      name,
      office,
      outside,
      fromHost: dossiers.some(({ hostOrganisation }) => sameOrganisation(organisation, hostOrganisation)),
    })),
    attendance: Object.fromEntries(seats.map(({ id }) => [id, session.attendance[id]?.status ?? 'absent'])),
    viceChairAuthorised: session.viceChairAuthorised,
    dossiers: dossiers.map((dossier) => ({
      id: dossier.id,
      title: dossier.title,
      formId: formFor(session, dossier)?.id ?? '',
      contest: dossier.contest,
      products: dossier.products.map(({ id, name }) => ({
        id,
        name,
        quantity: dossier.deliveries[id]?.quantity ?? null,
        volume: dossier.deliveries[id]?.volume ?? null,
      })),
      lateness: dossier.lateness,
    })),
    recusals: cells(session.conflicts).flatMap(({ member, dossier, value }) =>
      value.state === 'confirmed' ? [{ member, dossier, reason: value.reason }] : [],
    ),
    ...(secret
      ? {
          secretBallot: dossiers.map(({ id }) => ({
            dossier: id,
            members: [...(session.secretBallot.opened?.dossiers[id]?.seats ?? [])],
            setAside: session.secretBallot.opened?.dossiers[id]?.setAside ?? 0,
          })),
        }
      : {}),
    ballots: (secret ? anonymousBallots(session) : heldBallots(session)).map(
      ({ memberId, dossierId, origin, ballot }) => {
        const ruling = session.rulings[memberId]?.[dossierId];
        return {
          member: memberId,
          dossier: dossierId,
          origin,
          ballot,
          ruling: ruling ? { valid: ruling.valid, reason: ruling.reason } : null,
        };
      },
    ),
    absentComments: seats.flatMap(({ id }) => {
      const attendance = session.attendance[id];
      return attendance?.status === 'absent' && attendance.writtenComments.trim() !== ''
        ? [{ member: id, dossier: null, comment: attendance.writtenComments }]
        : [];
    }),
    ties: session.ties.map((tie) =>
      tie.kind === 'lot'
        ? { kind: 'lot', dossiers: tie.dossiers, seed: tie.seed }
        : { kind: 'castingVote', order: tie.order, reason: tie.reason },
    ),
    outlierReasons: cells(session.outlierReasons).map(({ member, dossier, value }) => ({
      member,
      dossier,
      reason: value,
    })),
    followUpVotes: cells(session.followUpVotes).map(({ member: dossier, dossier: topic, value }) => ({
      dossier,
      topic,
      ...value,
    })),
  };
};
