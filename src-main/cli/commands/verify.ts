import { exchangeMessages } from '#domain/text/messages/exchange.ts';
import { signingMessages } from '#domain/text/messages/signing.ts';
import type { CommandIo } from '../command.ts';
import { asksForHelp } from '../options.ts';

/** `hoidong verify F`: the signatures of a PDF, or the seal, signature and content of an exchanged file. */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  if (asksForHelp(args)) {
    io.out(`${exchangeMessages[io.language]['usage.verify']}\n${signingMessages[io.language].verifyUsage}\n`);
    return 0;
  }
  const isPdf = args.some((word) => /\.pdf$/iu.test(word));
  const { run: verify } = isPdf ? await import('./verify-pdf.ts') : await import('./verify-exchange.ts');
  return verify(args, io);
};
