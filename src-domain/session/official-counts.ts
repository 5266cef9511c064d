import type { Conclusion } from '#domain/conclusion/step.ts';
import type { Count } from '#domain/session/state.ts';

/** The four official counts of every dossier, as the conclusion counted them: what the closed count freezes. */
export const officialCounts = (conclusion: Conclusion): Record<string, Count> =>
  Object.fromEntries(
    conclusion.dossiers.map(({ id, denominators: { issued, returned, valid, invalid } }) => [
      id,
      { issued, returned, valid, invalid },
    ]),
  );
