import { randomUUID } from 'node:crypto';
import { ProblemError } from '#domain/contract/problems.ts';
import type { Problem } from '#domain/contract/base.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { storeMessages, storeProblems } from '#domain/text/messages/store.ts';
import { openArchive, type Archive, type ArchiveOptions } from '#main/store/document-store.ts';

/** What a command speaks to. */
export interface CommandIo {
  out(text: string): void;
  err(text: string): void;
  readonly dataDir: string;
  /** Vietnamese where left out. */
  readonly language?: Language;
}

/** The same with a line end after every text. */
export function byLine(io: CommandIo): CommandIo {
  return { ...io, out: (text) => io.out(`${text}\n`), err: (text) => io.err(`${text}\n`) };
}

/** The kinds of documents in an archive, as `openArchive` wants them. */
export type Kinds<S, SE, SH, W, WE, WH> = ArchiveOptions<S, SE, SH, W, WE, WH>['kinds'];

/** What a problem of the store says in the command's language. */
export function problemText(io: CommandIo, { code, details }: Problem): string {
  return storeProblems[code]?.[io.language ?? 'vi'](details) ?? code;
}

/** The words of the store's commands in the command's language. */
export function wordsOf(io: CommandIo): (typeof storeMessages)['vi'] {
  return storeMessages[io.language ?? 'vi'];
}

/**
 * Opens the archive for one command and closes it again. The answer is the command's exit code; a problem is told on `err` and gives 1.
 */
export async function withArchive<S, SE, SH, W, WE, WH>(
  io: CommandIo,
  kinds: Kinds<S, SE, SH, W, WE, WH>,
  readOnly: boolean,
  work: (archive: Archive<S, SE, SH, W, WE, WH>) => Promise<number>,
): Promise<number> {
  try {
    const archive = await openArchive(io.dataDir, {
      kinds,
      clock: () => new Date().toISOString(),
      ids: () => randomUUID(),
      notice: (problem) => io.err(problemText(io, problem)),
      readOnly,
    });
    try {
      return await work(archive);
    } finally {
      await archive.close();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    io.err(problemText(io, { code: error.code, details: { ...error.details } }));
    return 1;
  }
}

/** Command-line arguments: `--name value`, `--flag`, and the rest in order. Null when an option is not among those named. */
export function readArguments(
  args: readonly string[],
  withValue: readonly string[],
  flags: readonly string[],
): {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly rest: readonly string[];
} | null {
  const values = new Map<string, string>();
  const set = new Set<string>();
  const rest: string[] = [];
  for (let place = 0; place < args.length; place += 1) {
    const arg = args[place] ?? '';
    if (!arg.startsWith('--')) {
      rest.push(arg);
      continue;
    }
    const name = arg.slice(2);
    const next = args[place + 1];
    if (flags.includes(name)) set.add(name);
    else if (withValue.includes(name) && next !== undefined) {
      values.set(name, next);
      place += 1;
    } else return null;
  }
  return { values, flags: set, rest };
}
