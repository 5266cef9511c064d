import { resolve } from 'node:path';
import { commandMessages } from '#domain/text/messages/commands.ts';
import { replaceFileByCopy } from '#main/store/durable-file.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';
import { openVault, withApplication } from '../with-application.ts';

/**
 * `hoidong pack SESSION --member ID --out F`: makes one member's package; its passphrase is in the answer and nowhere else. However large it is,
 * it is never whole in memory, and F is the whole package or what it was before.
 */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const text = commandMessages[io.language];
  const { values, positionals } = readOptions(
    args,
    {
      member: { type: 'string' },
      out: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    1,
    io.language,
  );
  if (values.help) {
    io.out(text.packHelp + text.dataOption + text.vaultNote);
    return 0;
  }
  const [sessionId] = positionals;
  const { member: memberId, out } = values;
  if (sessionId === undefined) throw new UsageError(text.sessionMissing);
  if (memberId === undefined) throw new UsageError(text.memberMissing);
  if (out === undefined) throw new UsageError(text.outMissing);
  return withApplication(io, values.data, async (application) => {
    await openVault(application);
    const { packages } = application.services;
    const { kept, passphrase, number, withheld } = await packages.make({ sessionId, memberId });
    try {
      await replaceFileByCopy(resolve(out), application.keptFiles.pathOf(kept.keptId) ?? '');
    } catch {
      io.err(`${text.notWritten(out)}\n`);
      return 1;
    } finally {
      await packages.forget({ keptIds: [kept.keptId] });
    }
    io.out(`${JSON.stringify({ file: out, member: memberId, number, passphrase, withheld }, null, 2)}\n`);
    return 0;
  });
};
