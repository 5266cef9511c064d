import { cliMessages } from '#domain/text/messages/cli.ts';
import { UsageError, type CommandIo } from './command.ts';
import { commands } from './commands.ts';
import { overview } from './commands/help.ts';
import { chooseLanguage } from './language.ts';

/** Exit code of a call that makes no sense; nothing was done. */
const USAGE = 2;

type Streams = Pick<CommandIo, 'out' | 'err'>;

/**
 * One call of the command line, from its words to its exit code: 0 done, 1 the command could not do what was asked, 2 the call made no
 * sense. A fault of the program rejects.
 */
export const runCommand = async (
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  { out, err }: Streams,
): Promise<number> => {
  const chosen = chooseLanguage(words, environment);
  if (!chosen.ok) {
    err(`${cliMessages.vi.badLanguage(chosen.value)}\n`);
    return USAGE;
  }
  const { language, rest } = chosen;
  const text = cliMessages[language];
  const [name, ...args] = rest;
  if (name === undefined || name === '--help' || name === '-h') {
    (name === undefined ? err : out)(overview(language));
    return name === undefined ? USAGE : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    err(`${text.unknownCommand(name)}\n`);
    return USAGE;
  }
  const command = await entry.load();
  try {
    return await command.run(args, { out, err, language });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err(`${text.badArguments(name, error.message)}\n`);
    return USAGE;
  }
};
