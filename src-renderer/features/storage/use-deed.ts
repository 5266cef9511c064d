import { useCallback, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../../client/problem.ts';
import { useProblemText } from '../../ui/problem-text.ts';

/** One deed at a time on the data folder: whether it is under way, why it failed, and everything on the screen read anew after it. */
export const useDeed = (): {
  readonly busy: boolean;
  /** A sentence to show, null when all is well. */
  readonly failure: string | null;
  readonly run: (work: () => Promise<void>) => Promise<void>;
} => {
  const say = useProblemText();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = useCallback(
    async (work: () => Promise<void>): Promise<void> => {
      setBusy(true);
      setFailure(null);
      try {
        await work();
      } catch (error) {
        setFailure(say(problemOf(error)));
      } finally {
        setBusy(false);
        await queries.invalidateQueries();
      }
    },
    [queries, say],
  );
  return { busy, failure, run };
};
