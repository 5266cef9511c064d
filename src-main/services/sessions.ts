import type { Standing } from '#domain/contract/base.ts';
import type { Services } from '#main/application/services.ts';
import type { HoidongArchive, SessionDocument } from '#main/application/archive.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import { applySession } from '#domain/session/apply.ts';
import { refuseSessionEvent } from '#domain/session/refuse.ts';
import type { Session } from '#domain/session/state.ts';
import type { SampleLoader } from '#main/services/sample-session.ts';
import type { PackShelf } from '#main/services/packs.ts';
import { createDeedsOnce } from '#main/services/deeds-once.ts';
import { historyOf, standingOf } from '#main/services/standing.ts';

/** Who the journal says did it: the secretary's program. */
export const secretaryActor = 'secretary';

/** Throws the first reason why these events may not be recorded one after the other. */
export const refuseEvents = (session: Session, events: readonly SessionEvent[], at: string): void => {
  let state = session;
  for (const event of events) {
    const refusal = refuseSessionEvent(state, event);
    if (refusal) throw new ProblemError(refusal.code, refusal.details);
    state = applySession(state, event, { seq: 0, at, actor: secretaryActor });
  }
};

/** Records what the program or a person did, after asking the rules of the session; answers when the disk has it. */
export const recordIn = async (
  document: SessionDocument,
  events: readonly SessionEvent[],
  clock: () => Date,
): Promise<void> => {
  await document.append((state) => {
    refuseEvents(state, events, clock().toISOString());
    return events;
  }, secretaryActor);
};

const answer = (document: SessionDocument): { session: Session; standing: ReturnType<typeof standingOf> } => ({
  session: document.state,
  standing: standingOf(document),
});

export type SessionsDeps = {
  readonly archive: HoidongArchive;
  readonly packs: PackShelf;
  readonly sample: SampleLoader;
  readonly clock: () => Date;
  readonly ids: () => string;
};

export const createSessionsService = ({ archive, packs, sample, clock, ids }: SessionsDeps): Services['sessions'] => {
  const once = createDeedsOnce<{ readonly standing: Standing }>();
  return {
    list: async ({ from, count }) => {
      const all = (await archive.sessions.list()).flatMap(({ id, head, changedAt }) =>
        // The folder's name, which no two sessions share: the screen counts by it what it has read.
        head === null ? [] : [{ ...head, id, changedAt: changedAt ?? head.createdAt }],
      );
      return { sessions: all.slice(from, from + count), total: all.length };
    },

    create: async ({ kind }) => {
      const id = ids();
      // No pack yet: it is proposed on the screen from the date of the task, and the secretary chooses.
      const events: SessionEvent[] = [
        { type: 'session.created', id },
        { type: 'council.kindSet', kind },
      ];
      await archive.sessions.create(id, events, secretaryActor);
      return { sessionId: id };
    },

    createSample: async () => {
      const { sessionId } = await sample.create({ archive, packs: await packs.list(), id: ids() });
      return { sessionId };
    },

    get: async ({ sessionId }) => answer(await archive.sessions.open(sessionId)),

    record: ({ sessionId, events, deedId }) =>
      once(deedId, async () => {
        const document = await archive.sessions.open(sessionId);
        await recordIn(document, events, clock);
        return { standing: standingOf(document) };
      }),

    undo: async ({ sessionId }) => {
      const document = await archive.sessions.open(sessionId);
      await document.undo(secretaryActor);
      return answer(document);
    },

    redo: async ({ sessionId }) => {
      const document = await archive.sessions.open(sessionId);
      await document.redo(secretaryActor);
      return answer(document);
    },

    history: async ({ sessionId }) => historyOf(await archive.sessions.open(sessionId)),

    at: async ({ sessionId, seq }) => (await archive.sessions.open(sessionId)).at({ seq }).state,

    fieldHistory: async ({ sessionId, path }) => {
      const document = await archive.sessions.open(sessionId);
      return document.history(path).map(({ seq, at, actor, label, type, before, after }) => ({
        seq,
        at,
        actor,
        label,
        kind: type,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      }));
    },

    remove: async ({ sessionId }) => {
      await archive.sessions.remove(sessionId);
      return {};
    },
  };
};
