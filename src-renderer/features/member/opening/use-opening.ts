import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { JobProgress } from '#domain/contract/intake.ts';
import type { Problem } from '#domain/contract/base.ts';
import { api, client } from '../../../client/client.ts';
import type { Openable } from '../../../client/files.ts';
import { followJob } from '../../../client/follow-job.ts';
import { handOver, letGoOf } from '../../../client/hand-over.ts';
import { problemOf } from '../../../client/problem.ts';

export type Opened = Awaited<ReturnType<typeof client.workbooks.openPackage>>;

export type OpeningStep = {
  /** `carrying`: the file is on its way to the back end; the others as a job tells them. */
  readonly phase: 'carrying' | Exclude<JobProgress['phase'], 'sealing'>;
  /** 0 to 1; null where nobody can say. */
  readonly share: number | null;
};

export type Opening = {
  /** Null while nothing is going on. */
  readonly step: OpeningStep | null;
  /** Asked to stop, and not there yet. */
  readonly stopping: boolean;
  readonly stopped: boolean;
  readonly problem: Problem | null;
  readonly open: (passphrase: string, trustNewKey: boolean) => Promise<void>;
  /** All or nothing: what was done before the word came is done, and told as such. */
  readonly stop: () => void;
  /** Stops what is going on and lets go of the file; to be called when the person turns away. */
  readonly leave: () => void;
};

const shareOf = ({ done, total }: JobProgress): number | null =>
  total === null || total === 0 ? null : Math.min(1, done / total);

/** Opens one package, told step by step. The file is handed over once, however many passphrases are tried. */
export const useOpening = (file: Openable, onOpened: (opened: Opened) => void): Opening => {
  const queries = useQueryClient();
  const [step, setStep] = useState<OpeningStep | null>(null);
  const [stopping, setStopping] = useState(false);
  const [stopped, setStopped] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const held = useRef<string | null>('incomingId' in file ? file.incomingId : null);
  const cancel = useRef<() => void>(() => undefined);
  const shown = useRef(true);

  const letGo = (): void => {
    if (held.current !== null) letGoOf(held.current);
    held.current = null;
  };

  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
      cancel.current();
    };
  }, []);

  const open = async (passphrase: string, trustNewKey: boolean): Promise<void> => {
    const control = new AbortController();
    let over = false;
    const job = followJob((progress) => {
      const { phase } = progress;
      // What is over may still have had news under way, and nothing is sealed here.
      if (!over && phase !== 'sealing') setStep({ phase, share: shareOf(progress) });
    });
    cancel.current = () => {
      control.abort();
      job.cancel();
    };
    setProblem(null);
    setStopped(false);
    setStopping(false);
    setStep({ phase: 'carrying', share: 0 });
    try {
      held.current ??= await handOver(file, {
        purpose: 'package',
        signal: control.signal,
        onSent: (share) => setStep({ phase: 'carrying', share }),
      });
      setStep({ phase: 'deriving', share: null });
      // Not hung up on when stopped: the answer says whether it was done before.
      const opened = await client.workbooks.openPackage({
        file: { incomingId: held.current },
        passphrase,
        jobId: job.jobId,
        ...(trustNewKey ? { trustNewKey } : {}),
      });
      await queries.invalidateQueries({ queryKey: api.workbooks.list.key() });
      letGo();
      if (shown.current) onOpened(opened);
    } catch (error) {
      const found = problemOf(error);
      // What the back end has no longer is handed over anew next time.
      if (found.code === 'incoming.gone') held.current = null;
      if (found.code === 'jobs.cancelled' || (held.current === null && control.signal.aborted)) setStopped(true);
      else setProblem(found);
    } finally {
      over = true;
      job.end();
      cancel.current = () => undefined;
      if (!shown.current) letGo();
      setStep(null);
      setStopping(false);
    }
  };

  return {
    step,
    stopping,
    stopped,
    problem,
    open,
    stop: () => {
      setStopping(true);
      cancel.current();
    },
    leave: () => {
      if (step === null) letGo();
      else cancel.current();
    },
  };
};
