import { divergedPair, lastMerge, openMerge } from '#domain/session/diverged.ts';
import { sessionFields, type SessionEvent } from '#domain/session/events.ts';
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
]);

/** Events that change a page of the minutes; refused while these are locked. */
const lockedOut = (type: SessionEvent['type']): boolean =>
  !['rehearsal.set', 'minutes.corrected', 'session.created', 'keys.made', 'keys.exported', 'keys.imported'].includes(type);

const memberIn = (session: Session, id: string): Refusal | null =>
  session.members[id] ? null : no('unknownMember', { memberId: id });
const dossierIn = (session: Session, id: string): Refusal | null =>
  session.dossiers[id] ? null : no('unknownDossier', { dossierId: id });

const hasBallots = (session: Session): boolean =>
  Object.keys(session.returns).length > 0 || Object.keys(session.paperBallots).length > 0;

const namedThings = (session: Session, event: SessionEvent): Refusal | null => {
  const named = event as { memberId?: string | null; dossierId?: string | null };
  if (typeof named.memberId === 'string') {
    const refusal = memberIn(session, named.memberId);
    if (refusal) return refusal;
  }
  return typeof named.dossierId === 'string' ? dossierIn(session, named.dossierId) : null;
};

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
      return session.returns[event.memberId] || session.paperBallots[event.memberId]
        ? no('memberHasBallots', { name: session.members[event.memberId]?.name ?? '' })
        : null;
    case 'dossier.added':
      return session.dossiers[event.dossier.id] ? no('doubleId') : null;
    case 'dossier.removed':
      return [...Object.values(session.returns), ...Object.values(session.divergedReturns)].some((held) =>
        held.some(({ ballots }) => ballots[event.dossierId]),
      ) || Object.values(session.paperBallots).some((row) => row[event.dossierId])
        ? no('dossierHasBallots', { title: session.dossiers[event.dossierId]?.title ?? '' })
        : null;
    case 'paperBallot.entered':
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
  return namedThings(session, event) ?? byType(session, event);
};
