import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { LookedAtFolder } from '#domain/contract/intake.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { intakeMessages } from '#domain/text/messages/intake.ts';
import { api, client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useMessages } from '../../ui/language.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { useTaking, type Taking } from './use-taking.ts';

const EVERY = 1_500;

export type FolderIntake = {
  /** The folder looked at for this session; null while there is none. */
  readonly folder: LookedAtFolder | null;
  readonly failure: string | null;
  readonly notice: string | null;
  readonly taking: Taking['progress'];
  readonly look: (folderId: string, keeps: boolean) => Promise<void>;
  /** Answers whether they were taken; if not, `failure` or `notice` says why. */
  readonly take: () => Promise<boolean>;
  readonly stop: () => void;
  readonly putAside: () => Promise<void>;
  readonly lookAgain: () => Promise<void>;
  readonly letGo: () => Promise<void>;
  readonly refresh: () => void;
};

/** The folder the program looks at for this session, asked after every moment while the screen is open. */
export const useFolder = (): FolderIntake => {
  const t = useMessages(collectingMessages);
  const ti = useMessages(intakeMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const { id: sessionId, standing } = useSession();
  const [failure, setFailure] = useState<string | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const taking = useTaking();
  const key = api.intake.folder.queryKey({ input: { sessionId } });
  const query = useQuery({
    // What the session holds decides what is new: an undo asks anew.
    queryKey: [...key, standing.seq],
    queryFn: () => client.intake.folder({ sessionId }),
    refetchInterval: ({ state }) => (state.data === null || state.data?.finished === true ? false : EVERY),
    placeholderData: (before) => before,
    staleTime: 0,
  });
  const folder = query.data ?? null;
  const refresh = () => void queries.invalidateQueries({ queryKey: key });

  const fresh = folder?.lines.length ?? 0;
  const told = useRef(fresh);
  useEffect(() => {
    if (fresh > told.current) announce(ti.arrived(fresh - told.current));
    told.current = fresh;
  }, [announce, fresh, ti]);

  const tried = async (job: () => Promise<unknown>): Promise<void> => {
    setFailure(null);
    setNotice(null);
    try {
      await job();
    } catch (error) {
      setFailure(say(problemOf(error)));
    }
    await queries.invalidateQueries({ queryKey: key });
  };

  return {
    folder,
    failure: failure ?? (query.error ? say(problemOf(query.error)) : null),
    notice,
    taking: taking.progress,
    look: (folderId, keeps) => tried(() => client.intake.look({ sessionId, folderId, keeps })),
    take: async () => {
      if (folder === null) return false;
      let taken = false;
      await tried(async () => {
        const outcome = await taking.take(folder.batchId, folder.upTo);
        taken = outcome.kind === 'taken';
        if (outcome.kind === 'taken') announce(t.taken(outcome.count));
        if (outcome.kind === 'stopped') setNotice(ti.cancelledTaking);
        if (outcome.kind === 'failed') setFailure(say(outcome.problem));
      });
      return taken;
    },
    stop: taking.stop,
    putAside: () => tried(() => client.intake.putAside({ sessionId, upTo: folder?.upTo ?? 0 })),
    lookAgain: () => tried(() => client.intake.lookAgain({ sessionId })),
    letGo: () => tried(() => client.intake.letGo({ sessionId })),
    refresh,
  };
};
