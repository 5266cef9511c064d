import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createApplication } from '#main/application/application.ts';
import { inProcessCipher } from '#main/exchange/passphrase-cipher.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { createSessionKeyring } from '#main/services/session-keys.ts';
import { createVault } from '#main/services/vault.ts';
import { makeSealedCouncil } from '../../support/sealed-council.ts';

/** A secretary's data folder with a council whose members hold packages, and their returns as bytes. */
export type ReturnsAtHand = {
  readonly sessionId: string;
  readonly vaultPassphrase: string;
  readonly returns: readonly Uint8Array[];
};

/** Leaves such a session in a data folder. The returns are where a test puts them. */
export const seedReturns = async (dataDir: string, count: number): Promise<ReturnsAtHand> => {
  const vaultPassphrase = 'mật khẩu của thư ký';
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  try {
    const { archive, services } = application;
    const clock = (): Date => new Date();
    const refuseUnlessWritable = (): void => archive.refuseUnlessWritable();
    const vault = createVault({ dataDir, protection: null, cipher: inProcessCipher(), refuseUnlessWritable });
    await vault.create(vaultPassphrase);
    const keyring = createSessionKeyring({ archive, vault, clock });
    const council = await makeSealedCouncil(archive, keyring, clock, { count });
    const returns: Uint8Array[] = [];
    for (const memberId of council.members) returns.push(await council.returnOf(memberId));
    await services.app.setPreferences({ role: 'secretary' });
    return { sessionId: council.sessionId, vaultPassphrase, returns };
  } finally {
    await application.close();
  }
};

/** Leaves a secretary's empty data folder with a key store of its own. */
export const makeVault = async (dataDir: string, passphrase: string): Promise<void> => {
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  try {
    await application.services.vault.create({ passphrase });
    await application.services.app.setPreferences({ role: 'secretary' });
  } finally {
    await application.close();
  }
};

/** Writes a return into a folder, which is made where missing; answers with its place. */
export const putReturn = async (folder: string, name: string, bytes: Uint8Array): Promise<string> => {
  await mkdir(folder, { recursive: true });
  const place = path.join(folder, name);
  await writeFile(place, bytes);
  return place;
};
