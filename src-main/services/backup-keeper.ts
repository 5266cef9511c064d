import { stat } from 'node:fs/promises';
import type { Problem } from '#domain/contract/base.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { BackupFolderState, BackupPlace, BackupRun } from '#domain/contract/storage.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import { backUpIfDue, startAutomaticBackups } from '#main/store/automatic-backups.ts';
import type { BackupReport } from '#main/store/backup-set.ts';
import { BackupFolder } from '#main/store/backups.ts';
import { problemOf } from '#main/store/problems.ts';
import { SecondFolder } from '#main/store/second-folder.ts';
import { removeUnnamedAttachments } from '#main/store/unnamed-attachments.ts';

export type BackupKeeperDeps = {
  readonly archive: HoidongArchive;
  readonly clock: () => Date;
  /** Told of what keeps a backup from being made. */
  readonly onProblem: (place: BackupPlace, problem: Problem) => void;
  /** Told how many attachments that nothing names were removed. */
  readonly onTidied: (removed: number) => void;
  readonly onNotTidied: (problem: Problem) => void;
};

/** The archive's folders of backups and how they stand: one keeper a program, as two runs in one folder must not meet. */
export interface BackupKeeper {
  /** How each folder stands, the own one first. */
  state(): Promise<readonly BackupFolderState[]>;
  /** The folder of a place. Throws `store.backupFolderGone` where it is not there now, `store.noSecondFolder` where none was named. */
  folder(place: BackupPlace): Promise<BackupFolder>;
  /** Makes a backup now. */
  run(place: BackupPlace): Promise<BackupRun>;
  /** Reads every byte of every backup. */
  check(place: BackupPlace): Promise<{ readonly at: string; readonly problems: Problem[] }>;
  /** Names the second folder and makes a first backup there where none is. See `SecondFolder.name` for what it throws. */
  nameSecond(chosen: string): Promise<void>;
  forgetSecond(): Promise<void>;
  /** Makes backups by itself from now on; the answer stops it. */
  start(): () => Promise<void>;
}

/** How long a start is left alone before the first automatic backup, in milliseconds. */
const settlingTime = 20_000;

const places: readonly BackupPlace[] = ['own', 'second'];

const bare = (error: unknown, where: string): Problem => {
  const { code, details } = problemOf(error, where);
  return { code, details };
};

export const createBackupKeeper = ({
  archive,
  clock,
  onProblem,
  onTidied,
  onNotTidied,
}: BackupKeeperDeps): BackupKeeper => {
  const second = new SecondFolder(archive);
  const folders = new Map<string, BackupFolder>();
  const runs = new Map<string, BackupRun>();
  const checks = new Map<string, { readonly at: string; readonly problems: Problem[] }>();
  const now = (): string => clock().toISOString();

  const at = (path: string): BackupFolder => {
    const known = folders.get(path) ?? new BackupFolder(archive, path);
    folders.set(path, known);
    return known;
  };
  const pathOf = (place: BackupPlace): Promise<string | null> =>
    place === 'own' ? Promise.resolve(archive.layout.backups) : second.get();

  const folder = async (place: BackupPlace): Promise<BackupFolder> => {
    const path = await pathOf(place);
    if (path === null) throw new ProblemError('store.noSecondFolder');
    if (place === 'own') await archive.refuseUnlessThere();
    else await second.refuseUnlessThere(path);
    return at(path);
  };

  const noteRun = (path: string, report: BackupReport): BackupRun => {
    const { documents, changed, problems } = report;
    const run: BackupRun = { at: now(), failed: null, documents, changed, problems: [...problems] };
    runs.set(path, run);
    return run;
  };
  const noteFailure = (path: string, failed: Problem): void => {
    runs.set(path, { at: now(), failed, documents: 0, changed: 0, problems: [] });
  };

  const sameDisk = async (path: string): Promise<boolean> => {
    const [here, there] = await Promise.all(
      [stat(archive.layout.root), stat(path)].map((one) => one.catch(() => null)),
    );
    return here !== null && there !== null && here?.dev === there?.dev;
  };

  const stateOf = async (place: BackupPlace, path: string): Promise<BackupFolderState> => {
    const known = { place, path, lastRun: runs.get(path) ?? null, checked: checks.get(path) ?? null };
    try {
      const backups = await (await folder(place)).list();
      return { ...known, problem: null, sameDisk: await sameDisk(path), backups: [...backups] };
    } catch (error) {
      return { ...known, problem: bare(error, path), sameDisk: false, backups: [] };
    }
  };

  const tell = (path: string, report: BackupReport, place: BackupPlace): BackupRun => {
    for (const problem of report.problems) onProblem(place, problem);
    return noteRun(path, report);
  };

  /** A backup of everything was just made, the first of the day, and every document was sound. */
  let tidyingDue = false;
  const tidy = async (): Promise<void> => {
    if (!tidyingDue) return;
    tidyingDue = false;
    try {
      onTidied(await removeUnnamedAttachments(archive));
    } catch (error) {
      // Nothing is lost by it, and tomorrow is another day.
      onNotTidied(bare(error, archive.layout.attachments));
    }
  };

  return {
    state: async () => {
      const found: BackupFolderState[] = [];
      for (const place of places) {
        const path = await pathOf(place);
        if (path !== null) found.push(await stateOf(place, path));
      }
      return found;
    },
    folder,
    run: async (place) => {
      archive.refuseUnlessWritable();
      const path = (await pathOf(place)) ?? '';
      try {
        return tell(path, await (await folder(place)).run(), place);
      } catch (error) {
        const failed = bare(error, path);
        noteFailure(path, failed);
        throw new ProblemError(failed.code, failed.details);
      }
    },
    check: async (place) => {
      const found = await folder(place);
      const check = { at: now(), problems: [...(await found.verify())] };
      checks.set(found.folder, check);
      return check;
    },
    nameSecond: async (chosen) => {
      const path = await second.name(chosen);
      await backUpIfDue(at(path), {
        clock: now,
        onReport: (_, report) => void tell(path, report, 'second'),
        onProblem: (_, problem) => {
          noteFailure(path, problem);
          onProblem('second', problem);
        },
      });
    },
    forgetSecond: () => second.forget(),
    start: () =>
      startAutomaticBackups({
        clock: now,
        firstAfter: settlingTime,
        folders: async () => {
          const due: BackupFolder[] = [at(archive.layout.backups)];
          const path = await second.get().catch(() => null);
          if (path === null) return due;
          try {
            due.push(await folder('second'));
          } catch (error) {
            // A stick that is not plugged in is an ordinary thing: the screen of backups says so, and the next run tries again.
            noteFailure(path, bare(error, path));
          }
          return due;
        },
        onReport: ({ folder: path }, report) => {
          const isOwn = path === archive.layout.backups;
          tell(path, report, isOwn ? 'own' : 'second');
          if (isOwn && report.firstOfDay && report.problems.length === 0) tidyingDue = true;
        },
        afterwards: tidy,
        onProblem: ({ folder: path }, problem) => {
          noteFailure(path, problem);
          onProblem(path === archive.layout.backups ? 'own' : 'second', problem);
        },
      }),
  };
};
