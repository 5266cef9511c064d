import { checkArchive, indexCodes } from '#main/store/check-archive.ts';
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
 * `hoidong check [--fix-index]`: reads and verifies everything in the data folder. 0 when all is sound, 1 when something was found, 2 when
 * the arguments are wrong. Without `--fix-index` nothing is written, so it runs beside a program that is at work.
 */
export async function run<S, SE, SH, W, WE, WH>(
  args: readonly string[],
  streams: CommandIo,
  kinds: Kinds<S, SE, SH, W, WE, WH>,
): Promise<number> {
  const io = byLine(streams);
  const words = wordsOf(io);
  const given = readArguments(args, [], ['fix-index']);
  if (given === null || given.rest.length > 0) {
    io.err(words.checkUsage);
    return 2;
  }
  const fixIndex = given.flags.has('fix-index');
  return withArchive(io, kinds, !fixIndex, async (archive) => {
    const report = await checkArchive(archive, { fixIndex });
    io.out(words.checked(report.documents, report.entries, report.attachments, report.backups));
    if (report.findings.length === 0) io.out(words.allSound);
    else io.out(words.findings(report.findings.length));
    for (const { where, problem } of report.findings) io.out(`- ${where}: ${problemText(io, problem)}`);
    if (report.indexFixed) io.out(words.indexFixed);
    if (report.unnamedRemoved > 0) io.out(words.unnamedRemoved(report.unnamedRemoved));
    // What the new index has put right is no longer wrong.
    const left = report.findings.filter(({ problem }) => !(report.indexFixed && indexCodes.has(problem.code)));
    return left.length === 0 ? 0 : 1;
  });
}
