import { resolve } from 'node:path';
import { BackupFolder } from '#main/store/backups.ts';
import { exportArchive } from '#main/store/transfer.ts';
import {
  byLine,
  problemText,
  readArguments,
  withArchive,
  wordsOf,
  type CommandIo,
  type Kinds,
} from './store-command.ts';

/**
 * `hoidong backup [--to FOLDER] [--list] [--export FILE.zip]`: makes a verified backup in the archive's own folder or in another one, lists
 * the backups, or writes the whole archive into one file for a new computer. 0 when done, 1 when something could not be copied soundly.
 */
export async function run<S, SE, SH, W, WE, WH>(
  args: readonly string[],
  streams: CommandIo,
  kinds: Kinds<S, SE, SH, W, WE, WH>,
): Promise<number> {
  const io = byLine(streams);
  const words = wordsOf(io);
  const given = readArguments(args, ['to', 'export'], ['list']);
  if (given === null || given.rest.length > 0) {
    io.err(words.backupUsage);
    return 2;
  }
  const to = given.values.get('to');
  const exported = given.values.get('export');
  // Reading journals disturbs nobody; only the archive's own folder of backups must not be written by two at once.
  const isReadingOnly = given.flags.has('list') || exported !== undefined || to !== undefined;
  return withArchive(io, kinds, isReadingOnly, async (archive) => {
    if (exported !== undefined) {
      const report = await exportArchive(archive, resolve(exported));
      io.out(words.exported(report.path, report.documents, report.attachments));
      for (const { id } of report.damaged) io.err(words.exportLeftOut(id));
      return report.damaged.length === 0 ? 0 : 1;
    }
    const folder = new BackupFolder(archive, to === undefined ? undefined : resolve(to));
    if (given.flags.has('list')) {
      const backups = await folder.list();
      if (backups.length === 0) io.out(words.noBackups);
      for (const { name, documents, damaged } of backups) io.out(words.backupLine(name, documents, damaged));
      return 0;
    }
    const report = await folder.run();
    io.out(words.backedUp(report.name, report.documents, report.changed));
    for (const problem of report.problems) io.err(problemText(io, problem));
    return report.problems.length === 0 ? 0 : 1;
  });
}
