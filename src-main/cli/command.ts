import type { Language } from '#domain/text/catalogue.ts';

/** What a command may touch of the world it was called in. */
export type CommandIo = {
  /** Standard output: the command's answer and nothing else. */
  readonly out: (text: string) => void;
  /** Standard error: progress and messages for the person. */
  readonly err: (text: string) => void;
  readonly language: Language;
};

/** A command of the command line. `args` are the words after its name, `--lang` taken out. Answers with the exit code. */
export type Command = {
  run(args: readonly string[], io: CommandIo): Promise<number> | number;
};

/** Thrown by a command for arguments that make no sense: printed with a hint at `--help`, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
