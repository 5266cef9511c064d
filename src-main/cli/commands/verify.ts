import type { CommandIo } from '../command.ts';

/** `hoidong verify F`: the signatures of a PDF, or the seal, signature and content of an exchanged file. */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const isPdf = args.some((word) => /\.pdf$/iu.test(word));
  const { run: verify } = isPdf ? await import('./verify-pdf.ts') : await import('./verify-exchange.ts');
  return verify(args, io);
};
