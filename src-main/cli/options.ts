import { parseArgs, type ParseArgsConfig } from 'node:util';
import { cliMessages } from '#domain/text/messages/cli.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

const quoted = (message: string): string => /'(-[^' ]*)/.exec(message)?.[1] ?? message;

/** Does the call only ask how the command is used? */
export const asksForHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

/**
 * A command's arguments, strictly: an option it doesn't have, a value that is missing or a word too many is a {@link UsageError} in
 * the person's language. `words` is how many words besides options there may be.
 */
export const readOptions = <const O extends Options>(
  args: readonly string[],
  options: O,
  words: number,
  language: Language,
) => {
  const text = cliMessages[language];
  try {
    const parsed = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    const surplus = parsed.positionals[words];
    if (surplus !== undefined) throw new UsageError(text.tooMany(surplus));
    return parsed;
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error;
    switch (error.code) {
      case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
        throw new UsageError(text.unknownOption(quoted(error.message)));
      case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
        throw new UsageError(text.missingValue(quoted(error.message)));
      default:
        throw error;
    }
  }
};
