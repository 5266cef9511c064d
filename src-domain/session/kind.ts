import type { DocumentKind } from '#domain/journal/document-kind.ts';
import { applySession, emptySession } from '#domain/session/apply.ts';
import { sessionEventSchema, type SessionEvent } from '#domain/session/events.ts';
import { sessionHead, type SessionHead } from '#domain/session/head.ts';
import { sessionInvariants } from '#domain/session/invariants.ts';
import { sessionEventLabel } from '#domain/session/labels.ts';
import type { Session } from '#domain/session/state.ts';

/** What the program recorded for itself, or cannot be taken back because it left the computer. */
const lasting: ReadonlySet<SessionEvent['type']> = new Set<SessionEvent['type']>([
  'session.created',
  'keys.made',
  'keys.exported',
  'keys.imported',
  'keys.renewed',
  'packages.issued',
  'minutes.locked',
  // The members were told how they vote, and what came out of the box can't be put back.
  'secretBallot.chosen',
  'secretBallot.opened',
  'secretBallot.votedAgain',
]);

/** Sessions as the store keeps them. */
export const sessionKind: DocumentKind<Session, SessionEvent, SessionHead> = {
  name: 'session',
  version: 1,
  stateVersion: 4,
  initial: () => emptySession,
  apply: applySession,
  eventSchema: sessionEventSchema,
  migrations: [],
  invariants: sessionInvariants,
  label: sessionEventLabel,
  undoable: (event) => !lasting.has(event.type),
  headOf: sessionHead,
};
