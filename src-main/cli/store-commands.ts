import { documentKinds } from '#main/application/archive.ts';
import type { Command, CommandIo } from './command.ts';
import { asksForHelp } from './options.ts';
import { dataFolderOf } from './with-application.ts';

type StoreRun = (
  args: readonly string[],
  io: CommandIo & { readonly dataDir: string },
  kinds: typeof documentKinds,
) => Promise<number>;

/** Takes `--data FOLDER` out of a command's words. */
const withoutData = (
  args: readonly string[],
): { readonly data: string | undefined; readonly rest: readonly string[] } => {
  const at = args.indexOf('--data');
  if (at === -1 || args[at + 1] === undefined) return { data: undefined, rest: args };
  return { data: args[at + 1], rest: [...args.slice(0, at), ...args.slice(at + 2)] };
};

/** A command of the store, which knows no kinds of documents by itself, as a command of the program. */
export const storeCommand = (run: StoreRun): Command => ({
  run: async (args, io) => {
    const { data, rest } = withoutData(args);
    if (asksForHelp(rest)) {
      // A call that makes no sense prints how the command is used and does nothing; asked for, that is an answer.
      await run(['--help'], { ...io, err: io.out, dataDir: dataFolderOf(data) }, documentKinds);
      return 0;
    }
    return run(rest, { ...io, dataDir: dataFolderOf(data) }, documentKinds);
  },
});
