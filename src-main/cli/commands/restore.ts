import { resolve } from 'node:path';
import { BackupFolder } from '#main/store/backups.ts';
import { importArchive } from '#main/store/transfer.ts';
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
 * `hoidong restore`: lists the backups; with the name of one and `--session ID`, `--workbook ID`, `--pack ID` or `--all` puts documents back as they
 * were; with `--import FILE.zip` takes over an export of another computer. What is replaced is kept, and its place is told.
 */
export async function run<S, SE, SH, W, WE, WH>(
  args: readonly string[],
  streams: CommandIo,
  kinds: Kinds<S, SE, SH, W, WE, WH>,
): Promise<number> {
  const io = byLine(streams);
  const words = wordsOf(io);
  const given = readArguments(args, ['from', 'session', 'workbook', 'pack', 'import'], ['all', 'take-theirs']);
  const name = given?.rest[0];
  const wanted = [
    given?.values.get('session'),
    given?.values.get('workbook'),
    given?.values.get('pack'),
    given?.flags.has('all') === true ? '' : undefined,
  ];
  const count = wanted.filter((one) => one !== undefined).length;
  const imported = given?.values.get('import');
  const isWrong = name === undefined ? count > 0 : count !== 1 || imported !== undefined;
  if (given === null || given.rest.length > 1 || isWrong) {
    io.err(words.restoreUsage);
    return 2;
  }
  const from = given.values.get('from');
  return withArchive(io, kinds, name === undefined && imported === undefined, async (archive) => {
    if (imported !== undefined) {
      const report = await importArchive(archive, resolve(imported), { takeTheirs: given.flags.has('take-theirs') });
      for (const { id, outcome, kept } of report.lines) {
        io.out(`${id}: ${words[outcome]}`);
        if (kept !== null) io.out(words.kept(kept));
      }
      return report.lines.some(({ outcome }) => outcome === 'conflict') ? 1 : 0;
    }
    const folder = new BackupFolder(archive, from === undefined ? undefined : resolve(from));
    if (name === undefined) {
      const backups = await folder.list();
      if (backups.length === 0) io.out(words.noBackups);
      for (const backup of backups) io.out(words.backupLine(backup.name, backup.documents, backup.damaged));
      return 0;
    }
    const [session, workbook, pack] = wanted;
    const report =
      session !== undefined
        ? await folder.restoreDocument(name, 'session', session)
        : workbook !== undefined
          ? await folder.restoreDocument(name, 'workbook', workbook)
          : pack !== undefined
            ? await folder.restoreDocument(name, 'pack', pack)
            : await folder.restoreAll(name);
    for (const { id, kept } of report.restored) {
      io.out(words.restored(id));
      if (kept !== null) io.out(words.kept(kept));
    }
    if (report.unchanged > 0) io.out(words.unchanged(report.unchanged));
    for (const { problem } of report.skipped) io.err(problemText(io, problem));
    return report.skipped.length === 0 ? 0 : 1;
  });
}
