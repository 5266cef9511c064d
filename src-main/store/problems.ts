import { ProblemError } from '#domain/contract/problems.ts';

/** The `code` of a failed system call, or undefined for anything else. */
export function errnoOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether a failed system call says that the file is not there. */
export function isMissing(error: unknown): boolean {
  return errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR';
}

const codes: Readonly<Record<string, string>> = {
  ENOSPC: 'store.diskFull',
  EDQUOT: 'store.diskFull',
  EFBIG: 'store.diskFull',
  EROFS: 'store.readOnlyFolder',
  EACCES: 'store.notPermitted',
  EPERM: 'store.notPermitted',
  ENOENT: 'store.folderGone',
  ENOTDIR: 'store.folderGone',
  ENODEV: 'store.folderGone',
  ENXIO: 'store.folderGone',
  ESTALE: 'store.folderGone',
  ENOTCONN: 'store.folderGone',
  EIO: 'store.diskFault',
  EBUSY: 'store.busy',
  ETXTBSY: 'store.busy',
  EMFILE: 'store.tooManyFiles',
  ENFILE: 'store.tooManyFiles',
};

/**
 * A failed system call as a problem a person can do something about; `where` is the file or folder it concerned. What is a problem
 * already stays so. Anything that is not a failed system call is a fault of the program and is thrown on.
 */
export function problemOf(error: unknown, where: string): ProblemError {
  if (error instanceof ProblemError) return error;
  const errno = errnoOf(error);
  if (errno === undefined || !/^E[A-Z0-9]+$/.test(errno)) throw error;
  return new ProblemError(codes[errno] ?? 'store.failed', { path: where, errno });
}

/** Does `work`, turning failed system calls into problems. */
export async function withProblems<Result>(where: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw problemOf(error, where);
  }
}
