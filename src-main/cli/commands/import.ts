import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { IntakeLine } from '#domain/contract/sessions.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { intakeText } from '#domain/exchange/intake-text.ts';
import { commandMessages } from '#domain/text/messages/commands.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';
import { openVault, withApplication } from '../with-application.ts';

const readable = (line: IntakeLine, language: Language): string => {
  const said = intakeText(line.code, line.details, language);
  return `${line.fileName}: ${said ? `${said.title}. ${said.what} ${said.todo}` : line.code}`;
};

/** `hoidong import SESSION F… [--dry-run] [--json]`: one line a file, then takes what can be taken. 1 where any file was not taken or waits to be merged. */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const text = commandMessages[io.language];
  const { values, positionals } = readOptions(
    args,
    {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    2_001,
    io.language,
  );
  if (values.help) {
    io.out(text.importHelp + text.dataOption + text.vaultNote);
    return 0;
  }
  const [sessionId, ...paths] = positionals;
  if (sessionId === undefined) throw new UsageError(text.sessionMissing);
  if (paths.length === 0) throw new UsageError(text.filesMissing);
  const files: File[] = [];
  for (const path of paths) {
    try {
      files.push(new File([new Uint8Array(await readFile(path))], basename(path)));
    } catch {
      io.err(`${text.notRead(path)}\n`);
      return 1;
    }
  }
  return withApplication(io, values.data, async (application) => {
    await openVault(application);
    const { returns } = application.services;
    const { batchId, lines } = await returns.preview({ sessionId, files });
    // A diverged return is kept whole beside the one that counts; counting it needs a person.
    const beside = lines.filter(({ applies, code }) => applies && code === 'diverged').length;
    const taking = lines.filter(({ applies }) => applies).length - beside;
    const applied = values['dry-run'] !== true && taking + beside > 0;
    if (applied) await returns.apply({ sessionId, batchId });
    if (values.json)
      io.out(
        `${JSON.stringify({ applied, taken: applied ? taking : 0, keptBeside: applied ? beside : 0, lines }, null, 2)}\n`,
      );
    else {
      for (const line of lines) io.out(`${readable(line, io.language)}\n`);
      io.out(`${values['dry-run'] ? text.dryRun : text.taken(applied ? taking : 0)}\n`);
      if (applied && beside > 0) io.out(`${text.keptBeside(beside)}\n`);
    }
    return taking === lines.length ? 0 : 1;
  });
};
