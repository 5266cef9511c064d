import type { Verdict } from '#domain/conclusion/step.ts';
import type { resultMessages } from '#domain/text/messages/results.ts';

/** A verdict in a few words; the council recommends, it never decides. */
export const verdictText = (t: (typeof resultMessages)['vi'], verdict: Verdict): string => {
  switch (verdict) {
    case 'recommended':
      return t.recommended;
    case 'recommendedWithChanges':
      return t.recommendedWithChanges;
    case 'eligible':
      return t.eligible;
    case 'tied':
      return t.tiedVerdict;
    case 'notRecommended':
      return t.notRecommended;
    case 'undetermined':
      return t.undetermined;
    case 'noQuorum':
      return t.noQuorumVerdict;
  }
};
