import { PORTION_BYTES, type IncomingPurpose } from '#domain/contract/incoming.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { client } from './client.ts';
import type { Openable } from './files.ts';

type Options = {
  readonly purpose: IncomingPurpose;
  readonly signal?: AbortSignal;
  /** How much of the file is there, 0 to 1. */
  readonly onSent?: (share: number) => void;
};

const bytesOf = async (file: File, at: number): Promise<ArrayBuffer> => {
  try {
    return await file.slice(at, at + PORTION_BYTES).arrayBuffer();
  } catch {
    // A browser names neither the reason nor the file: it was changed, moved or pulled out with its stick.
    throw new ProblemError('files.unreadable', { name: file.name });
  }
};

/**
 * Gives a large file to the back end and answers with its id there; `client.incoming.drop` lets go of it. A file the desktop host named is
 * there already; of any other the page holds one portion at a time. Aborted, it rejects with the signal's reason and leaves nothing.
 */
export const handOver = async (file: Openable, { purpose, signal, onSent }: Options): Promise<string> => {
  if ('incomingId' in file) return file.incomingId;
  const { incomingId } = await client.incoming.begin({ name: file.name, size: file.size, purpose });
  try {
    for (let at = 0; at < file.size; at += PORTION_BYTES) {
      signal?.throwIfAborted();
      onSent?.(at / file.size);
      const portion = new File([await bytesOf(file, at)], 'portion');
      await client.incoming.add({ incomingId, at, portion }, signal ? { signal } : {});
    }
    signal?.throwIfAborted();
    return incomingId;
  } catch (error) {
    letGoOf(incomingId);
    throw error;
  }
};

/** The back end forgets the file; if nobody hears it, it does so at its next start. */
export const letGoOf = (incomingId: string): void => void client.incoming.drop({ incomingId }).catch(() => undefined);
