import { divergedPair, openMerge } from '#domain/session/diverged.ts';
import { hasBallots, hasVoted, isBoxShut } from '#domain/session/secret-ballot.ts';
import { dossiersOf, seatsOf, type Session } from '#domain/session/state.ts';

/** The secretary's steps, in the order they are walked; the left column of the screen. */
export const sessionSteps = [
  'council',
  'meeting',
  'members',
  'dossiers',
  'conflicts',
  'packages',
  'returns',
  'attendance',
  'counting',
  'results',
  'minutes',
  'documents',
] as const;
export type SessionStep = (typeof sessionSteps)[number];

/** Something a step still lacks; `count` says how many where there may be several. Texts in messages/steps.ts. */
export type Lack = { readonly code: string; readonly count: number };

export type StepStanding = {
  readonly step: SessionStep;
  /** `idle`: nothing can be missing yet because an earlier step comes first. */
  readonly state: 'done' | 'open' | 'idle';
  readonly lacks: readonly Lack[];
};

const lackIf = (lacking: boolean | number, code: string): readonly Lack[] => {
  const count = Number(lacking);
  return count > 0 ? [{ code, count }] : [];
};

const lacksOf = (session: Session, step: SessionStep): readonly Lack[] => {
  const seats = seatsOf(session);
  const dossiers = dossiersOf(session);
  const { council, meeting, minutes } = session;
  switch (step) {
    case 'council':
      return [
        ...lackIf(council.name.trim() === '', 'councilName'),
        ...lackIf(council.decision.number.trim() === '', 'decisionNumber'),
        ...lackIf(council.decision.date === null, 'decisionDate'),
        ...lackIf(council.decision.issuer.trim() === '', 'decisionIssuer'),
        ...lackIf(session.pack === null, 'pack'),
      ];
    case 'meeting':
      return [...lackIf(meeting.place.trim() === '', 'place'), ...lackIf(meeting.startsAt === null, 'startsAt')];
    case 'members':
      return [
        ...lackIf(seats.length === 0, 'noMembers'),
        ...lackIf(seats.length > 0 && !seats.some(({ office }) => office === 'chair'), 'noChair'),
        ...lackIf(seats.filter(({ name }) => name.trim() === '').length, 'namelessMembers'),
      ];
    case 'dossiers':
      return [
        ...lackIf(dossiers.length === 0, 'noDossiers'),
        ...lackIf(dossiers.filter(({ title }) => title.trim() === '').length, 'titlelessDossiers'),
        ...lackIf(dossiers.filter(({ attachments }) => attachments.length === 0).length, 'dossiersWithoutFiles'),
      ];
    case 'conflicts':
      return lackIf(
        Object.values(session.conflicts).reduce(
          (sum, row) => sum + Object.values(row).filter(({ state }) => state === 'declared').length,
          0,
        ),
        'undecidedConflicts',
      );
    case 'packages':
      // Whoever has voted, on paper say, needs none any more.
      return lackIf(
        seats.filter(({ id }) => !session.packages[id] && !hasVoted(session, id)).length,
        'membersWithoutPackage',
      );
    case 'returns':
      return [
        ...lackIf(
          seats.filter(({ id }) => !hasVoted(session, id) && session.attendance[id]?.status !== 'absent').length,
          'membersWithoutReturn',
        ),
        ...lackIf(seats.filter(({ id }) => divergedPair(session, id)).length, 'divergedReturns'),
        ...lackIf(seats.filter(({ id }) => openMerge(session, id)).length, 'unconfirmedMerges'),
      ];
    case 'attendance':
      return lackIf(seats.filter(({ id }) => !session.attendance[id]).length, 'membersWithoutAttendance');
    case 'counting':
      return [
        ...lackIf(session.counting.committee.length === 0, 'noCommittee'),
        ...lackIf(isBoxShut(session), 'boxShut'),
        ...lackIf(session.counting.closed === null, 'countOpen'),
      ];
    case 'results':
      return lackIf(session.conclusionAdoptedAt === null, 'conclusionNotAdopted');
    case 'minutes':
      return [...lackIf(meeting.endsAt === null, 'endsAt'), ...lackIf(minutes.state === 'draft', 'minutesDraft')];
    case 'documents':
      return lackIf(minutes.state !== 'locked', 'minutesNotLocked');
  }
};

/** What must stand before a step makes sense. */
const needs: Readonly<Partial<Record<SessionStep, (session: Session) => boolean>>> = {
  conflicts: (session) => session.memberOrder.length > 0 && session.dossierOrder.length > 0,
  packages: (session) => session.memberOrder.length > 0 && session.dossierOrder.length > 0 && session.pack !== null,
  returns: (session) => Object.keys(session.packages).length > 0,
  attendance: (session) => session.memberOrder.length > 0,
  counting: hasBallots,
  results: (session) => session.counting.closed !== null,
  minutes: (session) => session.counting.closed !== null,
  documents: (session) => session.counting.closed !== null,
};

/** Where a session stands, step by step, and what each step still lacks. Nothing here locks a step: it only says. */
export const stepsOf = (session: Session): readonly StepStanding[] =>
  sessionSteps.map((step) => {
    const ready = needs[step]?.(session) ?? true;
    const lacks = ready ? lacksOf(session, step) : [];
    return { step, state: !ready ? 'idle' : lacks.length === 0 ? 'done' : 'open', lacks };
  });

/** The first step that still lacks something: where the secretary goes on. */
export const nextStep = (session: Session): SessionStep =>
  stepsOf(session).find(({ state }) => state === 'open')?.step ?? 'documents';
