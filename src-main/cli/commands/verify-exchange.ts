import { exchangeMessages } from '#domain/text/messages/exchange.ts';
import { inspectFromCommandLine } from '../exchange-inspection.ts';
import type { CommandIo } from '../command.ts';

/**
 * `hoidong verify FILE [--passphrase-file P] [--identity-file K] [--json]`: 0 only if seal, container, signature, schema and every hash hold. What
 * can't be checked for want of a key is not verified: 1.
 */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const inspection = await inspectFromCommandLine(args, io, 'usage.verify');
  if (!inspection) return 1;
  if (inspection.lock.ok && !inspection.opened) io.err(`${exchangeMessages[io.language]['inspect.notVerified']}\n`);
  return inspection.opened?.ok === true ? 0 : 1;
};
