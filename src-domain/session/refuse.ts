import { divergedPair, lastMerge, openMerge } from '#domain/session/diverged.ts';
import { sessionFields, type SessionEvent } from '#domain/session/events.ts';
import { applySession } from '#domain/session/apply.ts';
import { hasBallots, isOpenedBallot, isSecret, openingHolds, votersOf } from '#domain/session/secret-ballot.ts';
import type { Session } from '#domain/session/state.ts';

/** Why an event can't be recorded now: a code of the session's problems and the values for its text. */
export type Refusal = {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
};

const no = (code: string, details: Refusal['details'] = {}): Refusal => ({ code: `session.${code}`, details });

/** Events that change what is counted; refused while the count is closed. */
const countedChanges: ReadonlySet<SessionEvent['type']> = new Set<SessionEvent['type']>([
  'council.kindSet',
  'pack.chosen',
  'member.added',
  'member.removed',
  'dossier.added',
  'dossier.removed',
  'conflict.set',
  'conflict.cleared',
  'attendance.set',
  'viceChair.authorised',
  'paperBallot.entered',
  'paperBallot.removed',
  'ballot.ruled',
  'ballot.rulingCleared',
  'late.ruled',
  'seat.keyReset',
  'seat.furtherKeyAllowed',
  'returns.merged',
  'merge.confirmed',
  'merge.withdrawn',
  'returns.imported',
  'secretBallot.chosen',
  'secretBallot.returnsTaken',
  'secretBallot.returnDropped',
  'secretBallot.paperMarked',
  'secretBallot.paperPut',
  'secretBallot.paperRemoved',
  'secretBallot.opened',
  'secretBallot.votedAgain',
]);

/** Events refused once the box is open: what they would change can no longer be told apart in it. */
const openedOut: ReadonlySet<SessionEvent['type']> = new Set<SessionEvent['type']>([
  'council.kindSet',
  'pack.chosen',
  'dossier.added',
  'dossier.removed',
  'seat.keyReset',
  'secretBallot.chosen',
  'secretBallot.returnsTaken',
  'secretBallot.returnDropped',
  'secretBallot.paperMarked',
  'secretBallot.paperPut',
  'secretBallot.paperRemoved',
  'secretBallot.opened',
]);
/** Events that may change whose ballots count; refused once the box is open where they would. */
const votersTouched: ReadonlySet<SessionEvent['type']> = new Set<SessionEvent['type']>([
  'attendance.set',
  'conflict.set',
  'conflict.cleared',
  'late.ruled',
  'member.changed',
  'member.removed',
]);

/** Events that change a page of the minutes; refused while these are locked. */
const lockedOut = (type: SessionEvent['type']): boolean =>
  ![
    'rehearsal.set',
    'minutes.corrected',
    'session.created',
    'keys.made',
    'keys.exported',
    'keys.imported',
    'signedFile.added',
    'signedFile.removed',
    'daysOff.set',
  ].includes(type);

const memberIn = (session: Session, id: string): Refusal | null =>
  session.members[id] ? null : no('unknownMember', { memberId: id });
const dossierIn = (session: Session, id: string): Refusal | null =>
  session.dossiers[id] ? null : no('unknownDossier', { dossierId: id });

const namedThings = (session: Session, event: SessionEvent): Refusal | null => {
  const named = event as { memberId?: string | null; dossierId?: string | null };
  if (typeof named.memberId === 'string') {
    const isOnBallot =
      event.type === 'ballot.ruled' || event.type === 'ballot.rulingCleared' || event.type === 'outlier.explained';
    if (isOnBallot && isSecret(session))
      return isOpenedBallot(session, event.memberId, event.dossierId) ? null : no('unknownBallot');
    const refusal = memberIn(session, named.memberId);
    if (refusal) return refusal;
  }
  return typeof named.dossierId === 'string' ? dossierIn(session, named.dossierId) : null;
};

const votedInSecret = ({ secretBallot }: Session, memberId: string): boolean =>
  secretBallot.returns[memberId] !== undefined || secretBallot.paperVoters[memberId] !== undefined;

const dossierInBox = ({ secretBallot }: Session, dossierId: string): boolean =>
  secretBallot.papers[dossierId] !== undefined ||
  Object.values(secretBallot.paperVoters).some((row) => row[dossierId]) ||
  Object.values(secretBallot.returns).some((held) => held.some(({ dossiers }) => dossiers.includes(dossierId)));

/** Do the opened ballots belong to those who voted? Not where something changed between the unsealing and the moment they are written down. */
const openedAsTheyVoted = (
  session: Session,
  { dossiers }: Extract<SessionEvent, { type: 'secretBallot.opened' }>,
): Refusal | null =>
  Object.keys(dossiers).every((id) => session.dossiers[id]) &&
  session.dossierOrder.every((id) => {
    const { counted, setAside } = votersOf(session, id);
    const opened = dossiers[id] ?? { seats: [], setAside: 0, ballots: [] };
    return (
      opened.seats.length === counted.length &&
      opened.ballots.length === counted.length &&
      opened.setAside === setAside.length &&
      counted.every(({ memberId }, index) => opened.seats[index] === memberId)
    );
  })
    ? null
    : no('votersChanged');

const byType = (session: Session, event: SessionEvent): Refusal | null => {
  switch (event.type) {
    case 'field.set':
      return sessionFields[event.field].safeParse(event.value).success ? null : no('badField', { field: event.field });
    case 'council.kindSet':
      return hasBallots(session) ? no('kindHasBallots') : null;
    case 'pack.chosen':
      // A guarded step: the screen says which ballots it touches and asks for the reason.
      return hasBallots(session) && event.reason.trim() === '' ? no('packNeedsReason') : null;
    case 'member.added':
      return session.members[event.member.id] ? no('doubleId') : null;
    case 'member.removed':
      return session.returns[event.memberId] ||
        session.paperBallots[event.memberId] ||
        votedInSecret(session, event.memberId)
        ? no('memberHasBallots', { name: session.members[event.memberId]?.name ?? '' })
        : null;
    case 'dossier.added':
      return session.dossiers[event.dossier.id] ? no('doubleId') : null;
    case 'dossier.removed':
      return [...Object.values(session.returns), ...Object.values(session.divergedReturns)].some((held) =>
        held.some(({ ballots }) => ballots[event.dossierId]),
      ) ||
        Object.values(session.paperBallots).some((row) => row[event.dossierId]) ||
        dossierInBox(session, event.dossierId)
        ? no('dossierHasBallots', { title: session.dossiers[event.dossierId]?.title ?? '' })
        : null;
    case 'paperBallot.entered':
      if (isSecret(session)) return no('secretNamedBallot');
      return session.conflicts[event.memberId]?.[event.dossierId]?.state === 'confirmed'
        ? no('recusedBallot', { name: session.members[event.memberId]?.name ?? '' })
        : null;
    case 'returns.merged': {
      const pair = divergedPair(session, event.memberId);
      const { merge } = event.merged;
      return pair && merge && pair.left.digest === merge.left && pair.right.digest === merge.right
        ? null
        : no('nothingToMerge', { name: session.members[event.memberId]?.name ?? '' });
    }
    case 'merge.confirmed':
      return openMerge(session, event.memberId)?.digest === event.digest
        ? null
        : no('noOpenMerge', { name: session.members[event.memberId]?.name ?? '' });
    case 'merge.withdrawn':
      return lastMerge(session, event.memberId)?.digest === event.digest
        ? null
        : no('noOpenMerge', { name: session.members[event.memberId]?.name ?? '' });
    case 'counting.committeeSet':
      return event.committee.map((id) => memberIn(session, id)).find((refusal) => refusal !== null) ?? null;
    case 'counting.closed':
      if (session.counting.closed) return no('countClosedAlready');
      if (isSecret(session) && session.secretBallot.opened === null) return no('boxShut');
      return Object.values(event.counts).some(
        ({ returned, valid, invalid, issued }) => valid + invalid !== returned || returned > issued,
      )
        ? no('countDoesNotAddUp')
        : null;
    case 'counting.reopened':
      return session.counting.closed ? null : no('countNotClosed');
    case 'conclusion.adopted':
      return session.counting.closed ? null : no('conclusionNeedsCount');
    case 'statement.added':
      return session.minutes.statements.some(({ id }) => id === event.statement.id) ? no('doubleId') : null;
    case 'minutes.corrected':
      return session.minutes.state === 'locked' ? null : no('minutesNotLocked');
    case 'returns.imported':
      return isSecret(session) ? no('secretNamedBallot') : null;
    case 'secretBallot.chosen':
      if (hasBallots(session)) return no('secretHasBallots');
      // Members who were told that the vote is secret are not to find their names beside it.
      return !event.secret && Object.keys(session.packages).length > 0 && isSecret(session)
        ? no('secretPromised')
        : null;
    case 'secretBallot.paperMarked':
      if (session.conflicts[event.memberId]?.[event.dossierId]?.state === 'confirmed')
        return no('recusedBallot', { name: session.members[event.memberId]?.name ?? '' });
      return isSecret(session) ? null : no('notSecret');
    case 'secretBallot.returnsTaken':
    case 'secretBallot.paperPut':
      return isSecret(session) ? null : no('notSecret');
    case 'secretBallot.opened':
      return isSecret(session) ? openedAsTheyVoted(session, event) : no('notSecret');
    case 'secretBallot.votedAgain':
      return session.secretBallot.opened === null ? no('boxShut') : null;
    case 'signedFile.added':
      return session.signedFiles.some(({ id }) => id === event.file.id) ? no('doubleId') : null;
    case 'signedFile.removed':
      return session.signedFiles.some(({ id }) => id === event.fileId) ? null : no('unknownSignedFile');
    case 'minutes.locked':
      return session.minutes.state === 'agreed' ? null : no('minutesNotAgreed');
    default:
      return null;
  }
};

/**
 * Says why an event may not be recorded in this state, or null when it may. Checked by the renderer for a quick answer and by the
 * back end before anything is written.
 */
export const refuseSessionEvent = (session: Session, event: SessionEvent): Refusal | null => {
  if (session.minutes.state === 'locked' && lockedOut(event.type)) return no('minutesLocked');
  if (session.counting.closed && countedChanges.has(event.type)) return no('countClosed');
  if (session.secretBallot.opened) {
    if (openedOut.has(event.type)) return no('boxOpened');
    const meta = { seq: 0, at: session.secretBallot.opened.at, actor: '' };
    if (votersTouched.has(event.type) && openingHolds(session) && !openingHolds(applySession(session, event, meta)))
      return no('boxOpened');
  }
  return namedThings(session, event) ?? byType(session, event);
};
