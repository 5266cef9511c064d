import { cliMessages } from '#domain/text/messages/cli.ts';
import { commandMessages } from '#domain/text/messages/commands.ts';
import { boxCommandMessages } from '#domain/text/messages/box-command.ts';
import { keyCommandMessages } from '#domain/text/messages/key-command.ts';
import { demoMessages } from '#domain/text/messages/demo.ts';
import type { Language } from '#domain/text/catalogue.ts';
import type { Command } from './command.ts';
import { storeCommand } from './store-commands.ts';

/** A command as the command line knows it before it is loaded. */
export type CommandEntry = {
  readonly summary: Readonly<Record<Language, string>>;
  readonly load: () => Promise<Command>;
};

type SummaryKey = Extract<keyof (typeof commandMessages)['vi'], `${string}Summary`>;

const summaryOf = (key: SummaryKey): CommandEntry['summary'] => ({
  vi: commandMessages.vi[key],
  en: commandMessages.en[key],
});

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
  pack: { summary: summaryOf('packSummary'), load: () => import('./commands/pack.ts') },
  import: { summary: summaryOf('importSummary'), load: () => import('./commands/import.ts') },
  keys: {
    summary: { vi: keyCommandMessages.vi.summary, en: keyCommandMessages.en.summary },
    load: () => import('./commands/keys.ts'),
  },
  box: {
    summary: { vi: boxCommandMessages.vi.summary, en: boxCommandMessages.en.summary },
    load: () => import('./commands/box.ts'),
  },
  documents: { summary: summaryOf('documentsSummary'), load: () => import('./commands/documents.ts') },
  sign: { summary: summaryOf('signSummary'), load: () => import('./commands/sign.ts') },
  inspect: { summary: summaryOf('inspectSummary'), load: () => import('./commands/inspect.ts') },
  verify: { summary: summaryOf('verifySummary'), load: () => import('./commands/verify.ts') },
  packs: { summary: summaryOf('packsSummary'), load: () => import('./commands/packs.ts') },
  schema: { summary: summaryOf('schemaSummary'), load: () => import('./commands/schema.ts') },
  conclude: { summary: summaryOf('concludeSummary'), load: () => import('./commands/conclude.ts') },
  agreement: { summary: summaryOf('agreementSummary'), load: () => import('./commands/agreement.ts') },
  check: {
    summary: summaryOf('checkSummary'),
    load: async () => storeCommand((await import('./commands/check.ts')).run),
  },
  backup: {
    summary: summaryOf('backupSummary'),
    load: async () => storeCommand((await import('./commands/backup.ts')).run),
  },
  restore: {
    summary: summaryOf('restoreSummary'),
    load: async () => storeCommand((await import('./commands/restore.ts')).run),
  },
  history: {
    summary: summaryOf('historySummary'),
    load: async () => storeCommand((await import('./commands/history.ts')).run),
  },
  help: {
    summary: { vi: cliMessages.vi.helpSummary, en: cliMessages.en.helpSummary },
    load: () => import('./commands/help.ts'),
  },
};
