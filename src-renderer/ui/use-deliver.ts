import { useCallback, useState } from 'react';
import type { BinaryFile } from '#domain/contract/binary.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { deliverFiles } from '../client/files.ts';
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
  readonly failure: string | null;
} => {
  const t = useMessages(shellMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<string | null>(null);
  const deliver = useCallback(
    async (files: readonly BinaryFile[]): Promise<boolean> => {
      setFailure(null);
      try {
        const delivery = await deliverFiles(files);
        if (delivery.outcome === 'failed') setFailure(say(delivery.problem));
        if (delivery.outcome === 'saved')
          announce(delivery.place === null ? t.savedFiles(files.length) : t.savedFileTo(delivery.place));
        return delivery.outcome === 'saved';
      } catch (error) {
        setFailure(say(problemOf(error)));
        return false;
      }
    },
    [announce, say, t],
  );
  return { deliver, failure };
};
