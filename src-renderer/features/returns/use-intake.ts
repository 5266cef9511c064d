import { useCallback, useState } from 'react';
import type { IntakeLine } from '#domain/contract/sessions.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useMessages } from '../../ui/language.tsx';
import { useProblemText } from '../../ui/problem-text.ts';

export type IntakeState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading'; readonly count: number }
  /** The vault must be opened first; the files wait. */
  | { readonly phase: 'locked'; readonly files: readonly File[] }
  | {
      readonly phase: 'report';
      readonly files: readonly File[];
      readonly batchId: string;
      readonly lines: readonly IntakeLine[];
    };

/** Reading return files, the report of what they are, and taking them. */
export const useIntake = () => {
  const t = useMessages(collectingMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const { id: sessionId, perform, flush } = useSession();
  const [state, setState] = useState<IntakeState>({ phase: 'idle' });
  const [failure, setFailure] = useState<string | null>(null);

  const read = useCallback(
    async (files: readonly File[]): Promise<void> => {
      setFailure(null);
      setState({ phase: 'reading', count: files.length });
      try {
        await flush();
        const { batchId, lines } = await client.returns.preview({ sessionId, files: [...files] });
        setState({ phase: 'report', files, batchId, lines });
      } catch (error) {
        const problem = problemOf(error);
        if (problem.code === 'vault.locked') setState({ phase: 'locked', files });
        else {
          setState({ phase: 'idle' });
          setFailure(say(problem));
        }
      }
    },
    [flush, say, sessionId],
  );

  /** Answers whether they were taken; if not, `failure` says why. */
  const take = async (batchId: string): Promise<boolean> => {
    setFailure(null);
    try {
      const { lines } = await perform(() => client.returns.apply({ sessionId, batchId }));
      announce(t.taken(lines.filter(({ applies }) => applies).length));
      setState({ phase: 'idle' });
      return true;
    } catch (error) {
      setFailure(say(problemOf(error)));
      return false;
    }
  };

  return { state, failure, read, take, putAside: () => setState({ phase: 'idle' }) };
};
