import { exchangeMessages } from '#domain/text/messages/exchange.ts';
import { inspectFromCommandLine } from '../exchange-inspection.ts';
import type { CommandIo } from '../command.ts';
import { asksForHelp } from '../options.ts';

/**
 * `hoidong inspect FILE [--passphrase-file P] [--identity-file K] [--json]`: what the file is, from whom, which entries it has and what of it
 * was verified. Without the key it says only how the file is locked. 0 unless the file is refused.
 */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  if (asksForHelp(args)) {
    io.out(`${exchangeMessages[io.language]['usage.inspect']}\n`);
    return 0;
  }
  const inspection = await inspectFromCommandLine(args, io, 'usage.inspect');
  if (!inspection) return 1;
  return inspection.lock.ok && inspection.opened?.ok !== false ? 0 : 1;
};
