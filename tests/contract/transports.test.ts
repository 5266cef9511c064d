import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemSchema } from '#domain/contract/base.ts';
import { PORTION_BYTES } from '#domain/contract/incoming.ts';
import { contract, type AppContract } from '#domain/contract/index.ts';
import { dossiersOf } from '#domain/session/state.ts';
import { createProgram, type Program } from '#main/hosting/program.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { sourceLayout } from '#main/hosting/program-layout.ts';
import { startLoopback, type Loopback } from '#main/loopback/server.ts';
import { handOverTo } from '../support/hand-over.ts';

const fail = (): never => {
  throw new Error('the sample lacks it');
};

type Client = ContractRouterClient<AppContract>;
/** A client, and how to end what carries it. */
type Carried = { readonly client: Client; end(): Promise<void> };

const called = async (program: Program): Promise<Client> => createRouterClient(await program.router(), {});

const transports: Readonly<Record<string, (program: Program) => Promise<Carried>>> = {
  'called directly': async (program) => ({
    client: await called(program),
    end: () => Promise.resolve(),
  }),
  'over a message port': async (program) => {
    const { port1, port2 } = new MessageChannel();
    new PortHandler(await program.router()).upgrade(port1);
    port1.start();
    port2.start();
    return {
      client: createORPCClient(new PortLink({ port: port2 })),
      end: () => {
        port1.close();
        return Promise.resolve();
      },
    };
  },
  'over HTTP': async (program) => {
    const log = { info: () => undefined, warn: () => undefined, error: () => '' };
    const host: Loopback = await startLoopback({ program, bundleDir: sourceLayout().bundleDir, log });
    const { origin, hash } = new URL(host.url);
    return {
      client: createORPCClient(
        new HttpLink({
          url: `${origin}/api`,
          // What a browser adds by itself.
          headers: { authorization: `Bearer ${hash.slice('#token='.length)}`, origin, 'sec-fetch-site': 'same-origin' },
          fetch: async (request, init) => {
            // Node would send a body of unknown length, a browser knows it.
            const body = await request.arrayBuffer();
            return fetch(request.url, { ...init, method: request.method, headers: request.headers, body });
          },
        }),
      ),
      end: () => host.close(),
    };
  },
};

describe.each(Object.entries(transports))('the contract %s', (_name, carry) => {
  let folder: string;
  let program: Program;
  let carried: Carried;
  let client: Client;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'hoidong-contract-'));
    program = createProgram(nodePorts('loopback', folder, () => undefined));
    carried = await carry(program);
    client = carried.client;
  });

  afterAll(async () => {
    await carried.end();
    await program.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('answers what can be asked at the start, fitting its schemas', async () => {
    const info = await client.app.info();
    expect(info.dataFolder).toBe(folder);
    expect(info.readOnly).toBeNull();
    expect(await client.sessions.list({ from: 0, count: 9 })).toEqual({ sessions: [], total: 0 });
    expect(await client.workbooks.list()).toEqual([]);
    expect((await client.packs.list()).length).toBeGreaterThan(0);
  });

  test('keeps preferences', async () => {
    const before = await client.app.preferences();
    const after = await client.app.setPreferences({ role: 'secretary', textSize: 'large' });
    expect(after).toEqual({ ...before, role: 'secretary', textSize: 'large' });
    expect(await client.app.preferences()).toEqual(after);
  });

  test('carries a file in and out byte for byte, with its Vietnamese name', async () => {
    const { sessionId } = await client.sessions.createSample();
    const { session } = await client.sessions.get({ sessionId });
    const [dossier] = dossiersOf(session);
    if (dossier === undefined) throw new Error('the sample has no dossier');
    const bytes = await readFile(path.join(sourceLayout().assetsDir, 'samples', 'nscl-2026', 'thuyet-minh-02.pdf'));
    const name = 'Thuyết minh số 2 (bản gốc).pdf';
    const { attachment } = await client.attachments.add({
      sessionId,
      dossierId: dossier.id,
      file: await handOverTo(client.incoming, name, new Blob([bytes]), 'attachment'),
      pages: 4,
    });
    expect(attachment).toMatchObject({ name, size: bytes.length });
    const asked = { sessionId, dossierId: dossier.id, attachmentId: attachment.id };
    const read = await client.attachments.read({ ...asked, at: 0, size: PORTION_BYTES });
    expect(read.name).toBe(name);
    expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await client.attachments.read({ ...asked, at: 100, size: 50 });
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 150))).toBe(true);
    const end = await client.attachments.read({ ...asked, at: bytes.length - 10, size: 50 });
    expect(Buffer.from(await end.arrayBuffer()).equals(bytes.subarray(-10))).toBe(true);
    const lent = await client.attachments.lend(asked);
    expect(lent).toMatchObject({ name, size: bytes.length });
    // The page may forget what it was lent; nothing else comes of it.
    await client.packages.forget({ keptIds: [(await client.attachments.lend(asked)).keptId] });
    const saved = await client.packages.file({ keptId: lent.keptId });
    expect(Buffer.from(await saved.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('does a deed once that is sent twice, and again one that was refused', async () => {
    const { sessionId } = await client.sessions.createSample();
    const { session, standing: before } = await client.sessions.get({ sessionId });
    const [dossierId = ''] = session.dossierOrder;
    const copy = { ...(session.dossiers[dossierId] ?? fail()), id: 'copy', attachments: [] };
    const adding = { sessionId, deedId: 'd-1', events: [{ type: 'dossier.added' as const, dossier: copy }] };
    const naming = {
      sessionId,
      deedId: 'd-2',
      events: [{ type: 'dossier.changed' as const, dossierId: 'copy', changes: { title: 'Bản sao' } }],
    };
    await expect(client.sessions.record(naming)).rejects.toBeInstanceOf(ORPCError);
    const first = await client.sessions.record(adding);
    expect(await client.sessions.record(adding)).toEqual(first);
    await client.sessions.record(naming);
    const after = await client.sessions.get({ sessionId });
    expect(after.standing.seq).toBe(before.seq + 2);
    expect(after.session.dossiers['copy']?.title).toBe('Bản sao');
  });

  test('carries an expected failure as its code and details', async () => {
    const failure: unknown = await client.sessions.get({ sessionId: 'khong-co' }).catch((error: unknown) => error);
    if (!(failure instanceof ORPCError)) throw new Error('an error of the contract was expected');
    expect(failure.code).toBe('PROBLEM');
    expect(problemSchema.parse(failure.data).code).toBe('store.notFound');
  });

  test('refuses an input that does not fit, and tells nothing of the inside', async () => {
    // The types forbid it; a page that was taken over would not care.
    const failure: unknown = await client.sessions.get({ sessionId: '../etc' }).catch((error: unknown) => error);
    if (!(failure instanceof ORPCError)) throw new Error('an error of the contract was expected');
    expect(failure.code).toBe('BAD_REQUEST');
    expect(JSON.stringify(failure.toJSON())).not.toMatch(/src-main|node_modules|at file/);
  });
});

test('the contract names each operation once, area by area', () => {
  const names = Object.entries(contract).flatMap(([area, operations]) =>
    Object.keys(operations).map((name) => `${area}.${name}`),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('sessions.record');
});

test('a data folder that cannot be used is a problem that every operation answers with, until it can', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hoidong-contract-'));
  const dataDir = path.join(folder, 'data');
  await writeFile(dataDir, 'a file where the folder should be');
  const program = createProgram(nodePorts('loopback', dataDir, () => undefined));
  try {
    const stuck = await called(program);
    const failure: unknown = await stuck.app.preferences().catch((error: unknown) => error);
    if (!(failure instanceof ORPCError)) throw new Error('an error of the contract was expected');
    expect(problemSchema.parse(failure.data).code).toMatch(/^store\./);
    await rm(dataDir);
    const freed = await called(program);
    expect((await freed.app.preferences()).language).toBe('vi');
  } finally {
    await program.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test('a second host on the same data folder only reads, and writes once the first has gone', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hoidong-contract-'));
  const first = createProgram(nodePorts('loopback', folder, () => undefined));
  const second = createProgram(nodePorts('loopback', folder, () => undefined));
  try {
    const writer = await called(first);
    await writer.sessions.createSample();
    const reader = await called(second);
    expect((await reader.app.info()).readOnly).not.toBeNull();
    expect((await reader.sessions.list({ from: 0, count: 9 })).total).toBe(1);
    await expect(reader.sessions.createSample()).rejects.toMatchObject({ code: 'PROBLEM' });
    await first.close();
    const heir = await called(second);
    expect((await heir.app.info()).readOnly).toBeNull();
    await heir.sessions.createSample();
    expect((await heir.sessions.list({ from: 0, count: 9 })).total).toBe(2);
  } finally {
    await first.close();
    await second.close();
    await rm(folder, { recursive: true, force: true });
  }
});
