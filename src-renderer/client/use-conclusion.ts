import { useMemo } from 'react';
import { conclude } from '#domain/conclusion/conclude.ts';
import type { Conclusion } from '#domain/conclusion/step.ts';
import { toCase } from '#domain/session/to-case.ts';
import { useSession } from './session-document.ts';

/** The conclusion of the open session as it stands on the screen; null while no pack is chosen or it has no form for this council. */
export const useConclusion = (): Conclusion | null => {
  const { state } = useSession();
  return useMemo(() => {
    const theCase = toCase(state);
    return theCase && conclude(theCase);
  }, [state]);
};
