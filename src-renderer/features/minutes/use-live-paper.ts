import { useEffect, useRef, useState } from 'react';
import { conclude } from '#domain/conclusion/conclude.ts';
import type { Problem } from '#domain/contract/base.ts';
import type { BinaryFile } from '#domain/contract/binary.ts';
import { papersOf } from '#domain/documents/set.ts';
import type { PaperKind } from '#domain/documents/model.ts';
import type { Session } from '#domain/session/state.ts';
import { toCase } from '#domain/session/to-case.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';

/** How long after the last change a page is made anew, in milliseconds. */
const PAUSE = 1_000;

export type LivePaper = {
  /** The last page that was made; stays while the next is under way and where it fails. */
  readonly file: BinaryFile | null;
  /** When it was made, ISO 8601. */
  readonly at: string | null;
  readonly busy: boolean;
  /** Why the last one could not be made; `unsaved` where the disk does not have what stands on the screen. */
  readonly failure: Problem | 'unsaved' | null;
  readonly again: () => void;
};

const paperIdOf = (session: Session, kind: PaperKind): string | null => {
  const theCase = toCase(session);
  return (
    papersOf({ session, conclusion: theCase && conclude(theCase) }).find((entry) => entry.kind === kind)?.id ?? null
  );
};

/** The one page of a kind as it prints, made anew a moment after the session has changed. */
export const useLivePaper = (kind: PaperKind): LivePaper => {
  const { id: sessionId, state, flush } = useSession();
  const [paper, setPaper] = useState<Omit<LivePaper, 'again'>>({ file: null, at: null, busy: true, failure: null });
  const [attempt, setAttempt] = useState(0);
  const first = useRef(true);

  useEffect(() => {
    const left = new AbortController();
    const make = async (): Promise<Partial<LivePaper>> => {
      if (!(await flush())) return { failure: 'unsaved' };
      const paperId = paperIdOf(state, kind);
      if (paperId === null) return { file: null };
      const { files } = await client.documents.render(
        { sessionId, paperIds: [paperId], format: 'pdf' },
        { signal: left.signal },
      );
      return { file: files[0] ?? null, at: new Date().toISOString() };
    };
    const run = (): void => {
      setPaper((before) => ({ ...before, busy: true }));
      make()
        .catch((error: unknown) => ({ failure: problemOf(error) }))
        .then((made) => {
          if (!left.signal.aborted) setPaper((before) => ({ ...before, failure: null, ...made, busy: false }));
        })
        .catch(() => undefined);
    };
    const timer = setTimeout(run, first.current ? 0 : PAUSE);
    first.current = false;
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [sessionId, state, flush, kind, attempt]);

  return { ...paper, again: () => setAttempt((before) => before + 1) };
};
