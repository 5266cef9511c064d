import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { createProgram } from '#main/hosting/program.ts';
import { temporaryFolder } from '../support/note-archive.ts';
import { leaveOut, obstacleForMounts } from './requirements.ts';

/** As a page that has just been loaded finds the program. */
const loaded = async (dataDir: string) => {
  const program = createProgram(nodePorts('loopback', dataDir, () => undefined));
  const client = createRouterClient(await program.router(), {});
  return { program, client };
};

test('a folder that can only be read is shown with the reason, and written to again once it can be', async (context) => {
  const obstacle = obstacleForMounts();
  if (obstacle !== null) leaveOut(context, obstacle);
  const folder = await temporaryFolder();
  const disk = join(folder.path, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'pipe' });
  } catch (error) {
    await folder.remove();
    leaveOut(context, `no tmpfs can be mounted: ${String(error)}`);
  }
  const remount = (how: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${how}`, disk], { stdio: 'pipe' });
  const data = join(disk, 'data');
  try {
    const application = await createApplication(nodePorts('cli', data, () => undefined));
    const { sessionId } = await application.services.sessions.create({ kind: 'selection' });
    const rename = (value: string) => ({
      sessionId,
      events: [{ type: 'field.set' as const, field: 'council.name' as const, value }],
    });
    await application.services.sessions.record(rename('Hội đồng'));
    await application.close();

    const expectReadable = async (code: string): Promise<void> => {
      const { program, client } = await loaded(data);
      expect((await client.app.info()).readOnly?.code).toBe(code);
      expect((await client.sessions.list({ from: 0, count: 9 })).sessions.map(({ name }) => name)).toEqual([
        'Hội đồng',
      ]);
      expect((await client.sessions.get({ sessionId })).standing.readOnly?.code).toBe(code);
      await expect(client.sessions.record(rename('khác'))).rejects.toMatchObject({ data: { code } });
      await expect(client.storage.backUp({ place: 'own' })).rejects.toMatchObject({ data: { code } });
      await expect(client.storage.takeOver()).rejects.toMatchObject({ data: { code: 'store.cannotTakeOver' } });
      await program.close();
    };
    const filler = join(disk, 'filler');
    try {
      writeFileSync(filler, Buffer.alloc(4 << 20));
    } catch {
      // As much as there is room for.
    }
    await expectReadable('store.diskFull');
    rmSync(filler);
    remount('ro');
    await expectReadable('store.readOnlyFolder');
    remount('rw');

    // Beside another program that writes it only reads; loading the page again opens it for writing once the other is gone.
    const { program, client } = await loaded(data);
    await client.sessions.record(rename('Hội đồng hai'));
    const { program: second, client: other } = await loaded(data);
    expect((await other.app.info()).readOnly).toMatchObject({ code: 'store.locked', details: { pid: process.pid } });
    await program.close();
    expect((await createRouterClient(await second.router(), {}).app.info()).readOnly).toBeNull();
    await createRouterClient(await second.router(), {}).sessions.record(rename('Hội đồng ba'));
    await second.close();
  } finally {
    execFileSync('umount', [disk], { stdio: 'pipe' });
    await folder.remove();
  }
});
