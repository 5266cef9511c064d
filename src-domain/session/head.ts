import { z } from 'zod';
import { councilKindSchema } from '#domain/regulation/pack.ts';
import { daySchema, dossiersOf, idSchema, momentSchema, seatsOf, type Session } from '#domain/session/state.ts';

/** Where a session stands, for the archive list. */
export const sessionStageSchema = z.enum(['preparing', 'collecting', 'counting', 'concluded', 'locked']);
export type SessionStage = z.infer<typeof sessionStageSchema>;

/** What the archive list shows of a session without opening it; kept in the index, always rebuilt from the session itself. */
export const sessionHeadSchema = z.strictObject({
  id: idSchema,
  createdAt: momentSchema,
  kind: councilKindSchema,
  programme: z.string(),
  name: z.string(),
  decisionNumber: z.string(),
  /** The meeting's day, else null. */
  day: daySchema.nullable(),
  stage: sessionStageSchema,
  rehearsal: z.boolean(),
  members: z.int().min(0),
  dossiers: z.int().min(0),
  returned: z.int().min(0),
  /** Titles and codes of the dossiers and names of the members, for the search. */
  searchable: z.string(),
});
export type SessionHead = z.infer<typeof sessionHeadSchema>;

export const stageOf = (session: Session): SessionStage => {
  if (session.minutes.state === 'locked') return 'locked';
  if (session.conclusionAdoptedAt !== null) return 'concluded';
  if (session.counting.closed !== null || Object.keys(session.attendance).length > 0) return 'counting';
  if (Object.keys(session.packages).length > 0) return 'collecting';
  return 'preparing';
};

export const sessionHead = (session: Session): SessionHead => ({
  id: session.id,
  createdAt: session.createdAt,
  kind: session.council.kind,
  programme: session.council.programme,
  name: session.council.name,
  decisionNumber: session.council.decision.number,
  day: session.meeting.startsAt?.slice(0, 10) ?? null,
  stage: stageOf(session),
  rehearsal: session.rehearsal,
  members: seatsOf(session).length,
  dossiers: session.dossierOrder.length,
  returned: new Set([...Object.keys(session.returns), ...Object.keys(session.secretBallot.returns)]).size,
  searchable: [
    ...dossiersOf(session).flatMap(({ code, title, hostOrganisation }) => [code, title, hostOrganisation]),
    ...seatsOf(session).map(({ name }) => name),
  ].join('\n'),
});
