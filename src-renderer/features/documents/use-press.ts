import { useRef, useState } from 'react';
import type { BinaryFile } from '#domain/contract/binary.ts';
import type { DocumentFormat } from '#domain/contract/documents.ts';
import { paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { client } from '../../client/client.ts';
import { printPdf } from '../../client/files.ts';
import { problemOf, UnsavedError } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { useDeliver } from '../../ui/use-deliver.ts';

/** A page to be made, with the name the progress shows. */
export type Wanted = { readonly id: string; readonly title: string };

export type Press = {
  /** What is being made just now; null while nothing is. `count` is null for one file made in one go. */
  readonly working: { readonly title: string; readonly at: number; readonly count: number | null } | null;
  readonly failure: string | null;
  /** A sentence about what was stopped. */
  readonly notice: string | null;
  readonly stop: () => void;
  /** Several pages in one PDF with bookmarks: saved, or opened where it can be printed. */
  readonly asOne: (pages: readonly Wanted[], then: 'save' | 'print') => Promise<void>;
  /** Each page as a file of its own. Stopping saves none. */
  readonly asFiles: (pages: readonly Wanted[], format: DocumentFormat) => Promise<void>;
};

/** Makes pages and gives them to the person, with progress, a cancel that is safe, and words for what fails. */
export const usePress = (): Press => {
  const t = useMessages(paperworkMessages);
  const say = useProblemText();
  const { id: sessionId, flush, save } = useSession();
  const { deliver, failure: notDelivered } = useDeliver();
  const [working, setWorking] = useState<Press['working']>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const stopping = useRef<AbortController | null>(null);

  const run = async (job: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const controller = new AbortController();
    stopping.current = controller;
    setFailure(null);
    setNotice(null);
    try {
      if (!(await flush()))
        throw new UnsavedError(save.kind === 'failed' ? save.problem : { code: 'app.fault', details: {} });
      await job(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) setNotice(t.stopped);
      else setFailure(say(problemOf(error)));
    } finally {
      stopping.current = null;
      setWorking(null);
    }
  };

  const asOne: Press['asOne'] = (pages, then) =>
    run(async (signal) => {
      setWorking({ title: pages.length === 1 ? (pages[0]?.title ?? '') : '', at: 1, count: null });
      const { files } = await client.documents.render(
        { sessionId, paperIds: pages.map(({ id }) => id), format: 'pdf' },
        { signal },
      );
      setWorking(null);
      if (then === 'save') await deliver(files);
      else
        for (const file of files) {
          const problem = await printPdf(file);
          if (problem !== null) setFailure(say(problem));
        }
    });

  const asFiles: Press['asFiles'] = (pages, format) =>
    run(async (signal) => {
      const made: BinaryFile[] = [];
      for (const [index, { id, title }] of pages.entries()) {
        setWorking({ title, at: index + 1, count: pages.length });
        const { files } = await client.documents.render({ sessionId, paperIds: [id], format }, { signal });
        made.push(...files);
      }
      setWorking(null);
      await deliver(made);
    });

  return { working, failure: failure ?? notDelivered, notice, stop: () => stopping.current?.abort(), asOne, asFiles };
};
