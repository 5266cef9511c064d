import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api } from '../../client/client.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { problemOf } from '../../client/problem.ts';
import { useProblemText } from '../../ui/problem-text.ts';

/** Makes a fresh copy of the sample session and goes there; whoever opens it looks at it as a secretary. */
export const useOpenSample = (): {
  readonly open: () => void;
  readonly opening: boolean;
  readonly failure: string | null;
} => {
  const say = useProblemText();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { preferences, change } = usePreferences();
  const create = useMutation(
    api.sessions.createSample.mutationOptions({
      onSuccess: async ({ sessionId }) => {
        await queries.invalidateQueries({ queryKey: api.sessions.key() });
        if (preferences.role === null) change({ role: 'secretary' });
        navigate(`/sessions/${sessionId}`);
      },
    }),
  );
  return {
    open: () => create.mutate({}),
    opening: create.isPending,
    failure: create.error === null ? null : say(problemOf(create.error)),
  };
};
