import type { BinaryFile } from '#domain/contract/binary.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { SealedSource } from '#main/exchange/sealed-source.ts';
import type { Incoming } from '#main/services/incoming.ts';
import { withProblems } from '#main/store/problems.ts';

/** A file as the screen gave it, ready to be opened. */
export type GivenFile = { readonly name: string; readonly source: SealedSource };

/**
 * Where the file is read from. A named one stays on the disk; bytes are whole in memory, and only callers within the program give more of them
 * than a portion.
 *
 * @throws ProblemError `incoming.gone`, `incoming.outOfTurn`.
 */
export const givenFileOf = async (
  file: BinaryFile | { readonly incomingId: string },
  incoming: Pick<Incoming, 'find'>,
): Promise<GivenFile> => {
  if (!('incomingId' in file)) return { name: file.name, source: new Uint8Array(await file.arrayBuffer()) };
  const { name, path } = incoming.find(file.incomingId);
  return { name, source: { path } };
};

const concerns = (error: unknown, path: string): boolean =>
  error instanceof Error &&
  (('path' in error && error.path === path) || ('syscall' in error && error.syscall === 'read'));

/**
 * Reads the file and writes what is in it under `workDir`.
 *
 * @throws ProblemError `files.unreadable` where a person's own file can't be read any more (a stick was pulled out); the store's problems.
 */
export const readGivenFile = <Result>(
  { name, source }: GivenFile,
  workDir: string,
  read: () => Promise<Result>,
): Promise<Result> =>
  withProblems(workDir, async () => {
    try {
      return await read();
    } catch (error) {
      if (!(source instanceof Uint8Array) && concerns(error, source.path))
        throw new ProblemError('files.unreadable', { name });
      throw error;
    }
  });
