import { applySession } from '#domain/session/apply.ts';
import { refuseSessionEvent } from '#domain/session/refuse.ts';
import type { PersonalEvent } from '#domain/session/events.ts';
import type { Session } from '#domain/session/state.ts';
import { client } from './client.ts';
import { createDocumentContext } from './document-context.tsx';

const named = ({ session, standing }: Awaited<ReturnType<typeof client.sessions.get>>) => ({
  state: session,
  standing,
});

/** The session open on the screen: `SessionDocument` around the screens, `useSession` in them. */
export const { Provider: SessionDocument, useDocument: useSession } = createDocumentContext<Session, PersonalEvent>(
  'session',
  (sessionId) => ({
    get: () => client.sessions.get({ sessionId }).then(named),
    record: (events, deedId) => client.sessions.record({ sessionId, events: [...events], deedId }),
    undo: () => client.sessions.undo({ sessionId }).then(named),
    redo: () => client.sessions.redo({ sessionId }).then(named),
    refuse: refuseSessionEvent,
    apply: applySession,
  }),
);
