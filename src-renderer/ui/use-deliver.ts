import { useCallback, useState } from 'react';
import type { BinaryFile } from '#domain/contract/binary.ts';
import type { KeptFile } from '#domain/contract/sessions.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { deliverFiles, deliverKept, type Delivery } from '../client/files.ts';
import { problemOf } from '../client/problem.ts';
import { useAnnounce } from './announcer.tsx';
import { useMessages } from './language.tsx';
import { useProblemText } from './problem-text.ts';

/**
 * Gives files to the person and says where they went. `failure` is a sentence to show beside the button, null when all is well.
 * The promise tells whether the files were saved (false: cancelled or failed).
 */
export const useDeliver = (): {
  readonly deliver: (files: readonly BinaryFile[]) => Promise<boolean>;
  /** The same for files that the back end keeps. */
  readonly deliverKeptFiles: (files: readonly KeptFile[]) => Promise<boolean>;
  /** The same for one that the back end names when it is asked to. */
  readonly deliverLent: (lend: () => Promise<KeptFile>) => Promise<boolean>;
  readonly failure: string | null;
} => {
  const t = useMessages(shellMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<string | null>(null);
  const tell = useCallback(
    async (count: number, hand: () => Promise<Delivery>): Promise<boolean> => {
      setFailure(null);
      try {
        const delivery = await hand();
        if (delivery.outcome === 'failed') setFailure(say(delivery.problem));
        if (delivery.outcome === 'saved')
          announce(delivery.place === null ? t.savedFiles(count) : t.savedFileTo(delivery.place));
        return delivery.outcome === 'saved';
      } catch (error) {
        setFailure(say(problemOf(error)));
        return false;
      }
    },
    [announce, say, t],
  );
  const deliver = useCallback((files: readonly BinaryFile[]) => tell(files.length, () => deliverFiles(files)), [tell]);
  const deliverKeptFiles = useCallback(
    (files: readonly KeptFile[]) => tell(files.length, () => deliverKept(files)),
    [tell],
  );
  const deliverLent = useCallback(
    (lend: () => Promise<KeptFile>) => tell(1, async () => deliverKept([await lend()])),
    [tell],
  );
  return { deliver, deliverKeptFiles, deliverLent, failure };
};
