import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { keyCommandMessages } from '#domain/text/messages/key-command.ts';
import { commandMessages } from '#domain/text/messages/commands.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';
import { openVault, withApplication } from '../with-application.ts';

/** `hoidong keys export SESSION --out F`, `hoidong keys import F --passphrase-file P`: a session's keys to another computer and from it. */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const text = keyCommandMessages[io.language];
  const common = commandMessages[io.language];
  const { values, positionals } = readOptions(
    args,
    {
      out: { type: 'string' },
      'passphrase-file': { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    2,
    io.language,
  );
  if (values.help) {
    io.out(text.help + common.dataOption + common.vaultNote);
    return 0;
  }
  const [deed, named] = positionals;
  if (deed === 'export') {
    const { out } = values;
    if (named === undefined) throw new UsageError(common.sessionMissing);
    if (out === undefined) throw new UsageError(common.outMissing);
    return withApplication(io, values.data, async (application) => {
      await openVault(application);
      const { file, passphrase } = await application.services.keys.export({ sessionId: named });
      try {
        await writeFile(out, new Uint8Array(await file.arrayBuffer()), { mode: 0o600 });
      } catch {
        io.err(`${common.notWritten(out)}\n`);
        return 1;
      }
      io.out(`${JSON.stringify({ file: out, session: named, passphrase }, null, 2)}\n`);
      return 0;
    });
  }
  if (deed !== 'import') throw new UsageError(text.deedMissing);
  const from = values['passphrase-file'];
  if (named === undefined) throw new UsageError(text.fileMissing);
  if (from === undefined) throw new UsageError(text.passphraseMissing);
  const read = async (path: string): Promise<Buffer<ArrayBuffer> | null> => readFile(path).catch(() => null);
  const [bytes, passphrase] = [await read(named), await read(from)];
  for (const [path, content] of [
    [named, bytes],
    [from, passphrase],
  ] as const)
    if (content === null) io.err(`${common.notRead(path)}\n`);
  if (bytes === null || passphrase === null) return 1;
  return withApplication(io, values.data, async (application) => {
    await openVault(application);
    const { sessionId, outcome } = await application.services.keys.import({
      file: new File([bytes], basename(named)),
      passphrase: passphrase.toString('utf8').trim(),
    });
    io.out(`${JSON.stringify({ session: sessionId, outcome }, null, 2)}\n`);
    return 0;
  });
};
