import { rulesFor, type CouncilRules } from '#domain/regulation/pack.ts';
import { lastDayFor } from '#domain/regulation/deadline-day.ts';
import type { Session } from './state.ts';

type Deadline = CouncilRules['deadlines'][number];

/** A deadline of the session's pack as it stands on a day; it reminds and never locks anything. */
export type StandingDeadline = {
  readonly deadline: Deadline;
  /** The day it is counted from, `YYYY-MM-DD`; null where the session doesn't have it (yet). */
  readonly eventDay: string | null;
  /** The last day on which it is kept; null without that day. */
  readonly lastDay: string | null;
  /**
   * `open`: the last day is today or still to come; `missed`: it has gone by while the event is still to come, or it was a day after the
   * event; `past`: the event itself is over, so that nothing can be done about it; `unknown`: no day to count from.
   */
  readonly state: 'open' | 'missed' | 'past' | 'unknown';
};

const dayOfEvent = (session: Session, event: Deadline['event']): string | null => {
  switch (event) {
    case 'meeting':
      return session.meeting.startsAt?.slice(0, 10) ?? null;
    case 'decision':
      return session.council.decision.date;
    case 'validDossier':
      // When a dossier was found valid is not part of a session.
      return null;
  }
};

/** The deadlines of the session's pack on the day `today` (`YYYY-MM-DD`), in the order of the pack. */
export const deadlinesOf = (session: Session, today: string): readonly StandingDeadline[] =>
  (session.pack ? (rulesFor(session.pack, session.council.kind)?.deadlines ?? []) : []).map((deadline) => {
    const eventDay = dayOfEvent(session, deadline.event);
    if (eventDay === null) return { deadline, eventDay, lastDay: null, state: 'unknown' };
    const lastDay = lastDayFor(deadline, eventDay, session.daysOff);
    const isOver = deadline.relation === 'atLeastBefore' && today > eventDay;
    return { deadline, eventDay, lastDay, state: today <= lastDay ? 'open' : isOver ? 'past' : 'missed' };
  });
