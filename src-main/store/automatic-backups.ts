import type { Problem } from '#domain/contract/base.ts';
import type { BackupReport } from './backup-set.ts';
import type { BackupFolder } from './backups.ts';
import { problemOf } from './problems.ts';

/** How often a backup is made while the program runs, in milliseconds. */
export const backupInterval = 60 * 60 * 1_000;

/** What automatic backups need. */
export interface AutomaticBackups {
  /** The archive's own folder of backups and, when the user named one, the second; asked before every run. */
  readonly folders: () => Promise<readonly BackupFolder[]>;
  readonly clock: () => string;
  /** Milliseconds to wait before the first look: a start has better things to do than to read thousands of folders. At once where left out. */
  readonly firstAfter?: number;
  readonly onReport: (folder: BackupFolder, report: BackupReport) => void;
  /** Told when a folder can't be written to now (a stick that is not plugged in); the next run tries again. */
  readonly onProblem: (folder: BackupFolder, problem: Problem) => void;
  /** Done after each round of backups; it must not throw. */
  readonly afterwards?: () => Promise<void>;
}

/** Makes a backup in a folder whose newest is older than an hour. Failures are told, never thrown. */
export async function backUpIfDue(
  folder: BackupFolder,
  about: Omit<AutomaticBackups, 'folders' | 'afterwards'>,
): Promise<void> {
  try {
    const now = Date.parse(about.clock());
    // Those from the future were made before the clock was set back, nobody knows how long ago: they don't count.
    const ages = (await folder.list()).map(({ made }) => now - Date.parse(made)).filter((age) => age >= 0);
    if (Math.min(...ages) < backupInterval) return;
    const report = await folder.run();
    about.onReport(folder, report);
  } catch (error) {
    const { code, details } = problemOf(error, folder.folder);
    about.onProblem(folder, { code, details });
  }
}

/**
 * Makes a backup now where the newest is older than an hour, and then every hour. The answer stops it and resolves when a run under way
 * has ended.
 */
export function startAutomaticBackups(about: AutomaticBackups): () => Promise<void> {
  let isStopped = false;
  let work: Promise<void> = Promise.resolve();
  const runAll = async (): Promise<void> => {
    for (const folder of await about.folders()) if (!isStopped) await backUpIfDue(folder, about);
    if (!isStopped) await about.afterwards?.();
  };
  const tick = (): void => {
    work = work.then(runAll);
  };
  const { firstAfter = 0 } = about;
  if (firstAfter === 0) tick();
  const first = firstAfter === 0 ? undefined : setTimeout(tick, firstAfter).unref();
  const timer = setInterval(tick, backupInterval / 4);
  timer.unref();
  return async () => {
    isStopped = true;
    clearTimeout(first);
    clearInterval(timer);
    await work;
  };
}
