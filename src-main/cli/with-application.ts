import { resolve } from 'node:path';
import { ProblemError } from '#domain/contract/problems.ts';
import { problemText } from '#domain/text/problems.ts';
import { createApplication, type Application } from '#main/application/application.ts';
import { defaultDataFolder } from '#main/hosting/data-folder.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import type { CommandIo } from './command.ts';

/** The environment variable a script gives the vault's passphrase in; a word on the command line would be seen by everybody. */
export const VAULT_VARIABLE = 'HOIDONG_VAULT_PASSPHRASE';

/** The data folder a command works on: the one named, else the desktop program's. */
export const dataFolderOf = (named: string | undefined): string =>
  named === undefined ? defaultDataFolder() : resolve(named);

/**
 * Does a command's work on a data folder and closes it again. The answer is the exit code; a problem is told in the person's words and
 * gives 1.
 */
export const withApplication = async (
  io: CommandIo,
  data: string | undefined,
  work: (application: Application) => Promise<number>,
  { readOnly = false }: { readonly readOnly?: boolean } = {},
): Promise<number> => {
  try {
    const application = await createApplication(nodePorts('cli', dataFolderOf(data), io.err), { readOnly });
    try {
      return await work(application);
    } finally {
      await application.close();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    io.err(`${problemText({ code: error.code, details: { ...error.details } }, io.language)}\n`);
    return 1;
  }
};

/** Opens the vault with the passphrase of the environment, making the vault where there is none yet. Throws the vault's problems. */
export const openVault = async ({ services: { vault } }: Application): Promise<void> => {
  const passphrase = process.env[VAULT_VARIABLE] ?? '';
  const { state } = await vault.state();
  if (state === 'absent') await vault.create({ passphrase: passphrase === '' ? null : passphrase });
  if (state === 'locked') await vault.unlock({ passphrase });
};
