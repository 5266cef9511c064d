import { ProblemError } from '#domain/contract/problems.ts';
import type { HoidongArchive } from '#main/application/archive.ts';

/** Where a locked page lies beside its session's journal. A later locking never overwrites an earlier one. */
const lockedName = (sha256: string): string => `locked-${sha256.slice(0, 40)}.pdf`;

/** Keeps a page as it was locked. */
export const keepLockedPage = async (
  archive: HoidongArchive,
  sessionId: string,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: Uint8Array },
): Promise<void> => {
  await archive.sessions.files(sessionId).put(lockedName(sha256), bytes);
};

/** The bytes of a page as it was locked, now or before a correction. Throws `documents.notLocked` (detail `sha256`). */
export const readLockedPage = async (
  archive: HoidongArchive,
  sessionId: string,
  sha256: string,
): Promise<Uint8Array> => {
  const bytes = await archive.sessions.files(sessionId).read(lockedName(sha256));
  if (!bytes) throw new ProblemError('documents.notLocked', { sha256 });
  return bytes;
};
