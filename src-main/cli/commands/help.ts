import { cliMessages } from '#domain/text/messages/cli.ts';
import type { Language } from '#domain/text/catalogue.ts';
import type { CommandIo } from '../command.ts';
import { commands } from '../commands.ts';
import { readOptions } from '../options.ts';

/** The list of commands. */
export const overview = (language: Language): string => {
  const text = cliMessages[language];
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary[language]}`);
  return [text.usage, '', text.commands, ...lines, '', text.more, text.languageNote, ''].join('\n');
};

export const run = (args: readonly string[], { out, language }: CommandIo): number => {
  readOptions(args, { help: { type: 'boolean', short: 'h' } }, 0, language);
  out(overview(language));
  return 0;
};
