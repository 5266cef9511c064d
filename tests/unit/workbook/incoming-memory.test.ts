import { fork } from 'node:child_process';
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, it } from 'vitest';
import { PORTION_BYTES } from '#domain/contract/incoming.ts';
import type { AppContract } from '#domain/contract/index.ts';
import { handOverTo } from '../../support/hand-over.ts';
import { makeLargePackage } from '../../support/large-package.ts';
import { writeLargePdf } from '../../support/large-pdf.ts';
import { passphrase } from '../exchange/samples.ts';

const MiB = 1024 * 1024;
const script = fileURLToPath(new URL('../../support/watched-host.ts', import.meta.url));

const clientOf = (address: string): ContractRouterClient<AppContract> => {
  const { origin, hash } = new URL(address);
  return createORPCClient(
    new RPCLink({
      url: `${origin}/api`,
      headers: { authorization: `Bearer ${hash.slice('#token='.length)}`, origin, 'sec-fetch-site': 'same-origin' },
      fetch: async (request, init) => {
        // Node would send a body of unknown length, a browser knows it.
        const body = await request.arrayBuffer();
        return fetch(request.url, { ...init, method: request.method, headers: request.headers, body });
      },
    }),
  );
};

/** A host in a process of its own, and the most memory it took since it was last told to begin. */
const startHost = async (dataDir: string) => {
  const child = fork(script, [dataDir], { stdio: 'ignore' });
  const told = (): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      child.once('message', (message) => resolve(message as Record<string, unknown>));
      child.once('exit', () => reject(new Error('the host ended')));
    });
  const { url } = await told();
  const ask = async (word: 'begin' | 'look'): Promise<number> => {
    const answer = told();
    child.send(word);
    return Number((await answer)['rss']);
  };
  const end = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.send('end');
    });
  return { client: clientOf(String(url)), ask, end };
};

it(
  'a page hands over a package with 200 MB of attachments and the program opens it in a fraction of that memory',
  { timeout: 240_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hoidong-memory-'));
    const host = await startHost(join(folder, 'data'));
    try {
      const path = join(folder, 'To.hdgoi');
      await pipeline((await makeLargePackage(200)).chunks, createWriteStream(path));
      const { size } = await stat(path);
      expect(size).toBeGreaterThan(200 * MiB);
      const { client } = host;
      expect(await client.workbooks.list()).toEqual([]);

      const before = await host.ask('begin');
      const file = await openAsBlob(path);
      const { incomingId } = await handOverTo(client.incoming, 'To.hdgoi', file, 'package');
      const handed = await host.ask('look');
      const { workbookId, outcome } = await client.workbooks.openPackage({ file: { incomingId }, passphrase });
      expect(outcome).toBe('new');
      await client.incoming.drop({ incomingId });
      const opened = await host.ask('look');
      const { workbook } = await client.workbooks.get({ workbookId });
      expect(workbook.package?.dossiers.flatMap(({ attachments }) => attachments)).toHaveLength(4);
      // About 100 MiB of buffers that two threads have not collected yet, whatever the package's size; one copy of it comes on top of that.
      expect(handed - before).toBeLessThan(190 * MiB);
      expect(opened - before).toBeLessThan(190 * MiB);
    } finally {
      await host.end();
      await rm(folder, { recursive: true, force: true });
    }
  },
);

it(
  'a dossier file of nearly 200 MB is attached and read, and a whole archive imported, in a fraction of that memory',
  { timeout: 240_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hoidong-memory-'));
    const host = await startHost(join(folder, 'data'));
    try {
      const { client } = host;
      const path = join(folder, 'thuyet-minh.pdf');
      const pages = await writeLargePdf(path, 195);
      const { sessionId } = await client.sessions.createSample();
      const { session } = await client.sessions.get({ sessionId });
      const dossierId = session.dossierOrder[0] ?? '';

      const before = await host.ask('begin');
      const handed = await handOverTo(client.incoming, 'thuyet-minh.pdf', await openAsBlob(path), 'attachment');
      const { attachment } = await client.attachments.add({ sessionId, dossierId, file: handed, pages });
      await client.incoming.drop(handed);
      const attached = await host.ask('look');
      for (let at = 0; at < attachment.size; at += PORTION_BYTES)
        await client.attachments.read({ sessionId, dossierId, attachmentId: attachment.id, at, size: PORTION_BYTES });
      const read = await host.ask('look');

      const exported = await client.storage.export();
      const archive = new Blob([(await exported?.file?.arrayBuffer()) ?? '']);
      expect(archive.size).toBeGreaterThan(195 * MiB);
      const beforeImport = await host.ask('begin');
      const file = await handOverTo(client.incoming, 'tat-ca.zip', archive, 'archive');
      const preview = await client.storage.previewImport({ file });
      expect(preview?.lines).toMatchObject([{ id: sessionId, outcome: 'same' }]);
      await client.storage.import({ batchId: preview?.batchId ?? '', takeTheirs: false });
      const imported = await host.ask('look');

      expect(attached - before).toBeLessThan(150 * MiB);
      expect(read - before).toBeLessThan(150 * MiB);
      expect(imported - beforeImport).toBeLessThan(150 * MiB);
    } finally {
      await host.end();
      await rm(folder, { recursive: true, force: true });
    }
  },
);
