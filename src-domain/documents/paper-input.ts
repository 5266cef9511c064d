import { conclude } from '#domain/conclusion/conclude.ts';
import { toCase } from '#domain/session/to-case.ts';
import type { Session } from '#domain/session/state.ts';
import type { PaperInput } from './build/input.ts';

/** What pages are built from: the session and the conclusion computed from it. */
export const paperInputOf = (session: Session): PaperInput => {
  const theCase = toCase(session);
  return { session, conclusion: theCase && conclude(theCase) };
};
