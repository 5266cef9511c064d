import { useCallback, useRef, useState } from 'react';
import type { IntakeLine } from '#domain/contract/sessions.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { intakeMessages } from '#domain/text/messages/intake.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useMessages } from '../../ui/language.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { inPortions } from './portions.ts';
import { useTaking, type Taking } from './use-taking.ts';

export type IntakeState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading'; readonly done: number; readonly total: number }
  /** The vault must be opened first; the files wait. */
  | { readonly phase: 'locked'; readonly files: readonly File[] }
  | {
      readonly phase: 'report';
      readonly files: readonly File[];
      /** Files that found no room in the batch; they are read once it is taken. */
      readonly rest: readonly File[];
      readonly batchId: string;
      readonly upTo: number;
      readonly lines: readonly IntakeLine[];
    };

export type Intake = {
  readonly state: IntakeState;
  readonly failure: string | null;
  /** What was stopped, and that nothing is lost. */
  readonly notice: string | null;
  readonly taking: Taking['progress'];
  readonly read: (files: readonly File[]) => Promise<void>;
  /** Answers whether they were taken; if not, `failure` or `notice` says why. */
  readonly take: () => Promise<boolean>;
  readonly putAside: () => void;
  /** Stops what is under way: reading, or recording. */
  readonly stop: () => void;
};

/** Reading return files piece by piece, the report of what they are, and taking them. Nothing is recorded before `take`. */
export const useIntake = (): Intake => {
  const t = useMessages(collectingMessages);
  const ti = useMessages(intakeMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const { id: sessionId, flush } = useSession();
  const [state, setState] = useState<IntakeState>({ phase: 'idle' });
  const [failure, setFailure] = useState<string | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const reading = useRef<AbortController | null>(null);
  const taking = useTaking();

  const drop = useCallback(
    (batchId: string) => void client.intake.drop({ sessionId, batchId }).catch(() => undefined),
    [sessionId],
  );

  const read = useCallback(
    async (files: readonly File[]): Promise<void> => {
      const control = new AbortController();
      reading.current = control;
      setFailure(null);
      setNotice(null);
      setState({ phase: 'reading', done: 0, total: files.length });
      let batchId: string | null = null;
      let done = 0;
      let rest: readonly File[] = [];
      try {
        await flush();
        ({ batchId } = await client.intake.open({ sessionId }));
        for (const portion of inPortions(files)) {
          control.signal.throwIfAborted();
          try {
            ({ count: done } = await client.intake.add(
              { sessionId, batchId, files: [...portion] },
              { signal: control.signal },
            ));
          } catch (error) {
            const problem = problemOf(error);
            if (problem.code !== 'intake.batchFull') throw error;
            setFailure(say(problem));
            done = Number(problem.details['count']);
            rest = files.slice(done);
            break;
          }
          setState({ phase: 'reading', done, total: files.length });
        }
        const { upTo, lines } = await client.intake.report({ sessionId, batchId });
        setState({ phase: 'report', files, rest, batchId, upTo, lines });
      } catch (error) {
        if (batchId !== null) drop(batchId);
        const problem = problemOf(error);
        if (problem.code === 'vault.locked') setState({ phase: 'locked', files });
        else {
          setState({ phase: 'idle' });
          if (control.signal.aborted) setNotice(ti.cancelledReading);
          else setFailure(say(problem));
        }
      } finally {
        reading.current = null;
      }
    },
    [drop, flush, say, sessionId, ti],
  );

  const take = async (): Promise<boolean> => {
    if (state.phase !== 'report') return false;
    const { batchId, upTo, rest } = state;
    setFailure(null);
    setNotice(null);
    const outcome = await taking.take(batchId, upTo);
    switch (outcome.kind) {
      case 'taken':
        announce(t.taken(outcome.count));
        setState({ phase: 'idle' });
        if (rest.length > 0) await read(rest);
        return true;
      case 'stopped':
        setNotice(ti.cancelledTaking);
        return false;
      case 'failed':
        setFailure(say(outcome.problem));
        return false;
    }
  };

  return {
    state,
    failure,
    notice,
    taking: taking.progress,
    read,
    take,
    putAside: () => {
      if (state.phase === 'report') drop(state.batchId);
      setState({ phase: 'idle' });
    },
    stop: () => {
      reading.current?.abort();
      taking.stop();
    },
  };
};
