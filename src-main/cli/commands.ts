import { cliMessages } from '#domain/text/messages/cli.ts';
import { demoMessages } from '#domain/text/messages/demo.ts';
import type { Language } from '#domain/text/catalogue.ts';
import type { Command } from './command.ts';

/** A command as the command line knows it before it is loaded. */
export type CommandEntry = {
  readonly summary: Readonly<Record<Language, string>>;
  readonly load: () => Promise<Command>;
};

/** Every command by its name. A command's module is loaded when it is called, so that each starts quickly. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  demo: {
    summary: { vi: demoMessages.vi.summary, en: demoMessages.en.summary },
    load: () => import('./commands/demo.ts'),
  },
  serve: {
    summary: { vi: cliMessages.vi.serveSummary, en: cliMessages.en.serveSummary },
    load: () => import('./commands/serve.ts'),
  },
  help: {
    summary: { vi: cliMessages.vi.helpSummary, en: cliMessages.en.helpSummary },
    load: () => import('./commands/help.ts'),
  },
};
