import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { scoreFromTable } from '#main/services/sample-members.ts';

/** One member's return made by the program from a fixed table, in a data folder of its own; answers with its place. */
export const makeReturn = async (
  given: { readonly path: string; readonly passphrase: string },
  ballotFor: Parameters<typeof scoreFromTable>[2],
  into: string,
): Promise<string> => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'hoidong-member-'));
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  try {
    const file = new File([new Uint8Array(await readFile(given.path))], path.basename(given.path));
    const made = await scoreFromTable(application, { file, passphrase: given.passphrase }, ballotFor);
    const target = path.join(into, `${randomUUID()}-${made.name}`);
    await writeFile(target, new Uint8Array(await made.arrayBuffer()));
    return target;
  } finally {
    await application.close();
    await rm(dataDir, { recursive: true, force: true });
  }
};
