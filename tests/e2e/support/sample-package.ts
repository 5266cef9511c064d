import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';

/** A package of the sample session as a secretary would hand it over. */
export type SamplePackage = { readonly file: string; readonly passphrase: string };

/** Makes a package in `folder`, for a member who judges all dossiers. */
export const makeSamplePackage = async (folder: string): Promise<SamplePackage> => {
  const application = await createApplication(nodePorts('cli', path.join(folder, 'secretary'), () => undefined));
  try {
    const { services } = application;
    await services.vault.create({ passphrase: 'mật khẩu của thư ký' });
    const { sessionId } = await services.sessions.createSample(undefined);
    const { session } = await services.sessions.get({ sessionId });
    const memberId = session.memberOrder.find(
      (id) => session.members[id]?.office === 'reviewer' && Object.keys(session.conflicts[id] ?? {}).length === 0,
    );
    if (memberId === undefined) throw new Error('the sample has no reviewer without conflicts');
    const { file, passphrase } = await services.packages.issue({ sessionId, memberId });
    const place = path.join(folder, 'handed over');
    await mkdir(place, { recursive: true });
    const written = path.join(place, file.name);
    await writeFile(written, new Uint8Array(await file.arrayBuffer()));
    return { file: written, passphrase };
  } finally {
    await application.close();
  }
};
