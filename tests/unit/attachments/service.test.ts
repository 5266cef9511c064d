import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MAX_ATTACHMENT_BYTES } from '#domain/contract/sessions.ts';
import { createApplication, type Application } from '#main/application/application.ts';
import type { ApplicationPorts } from '#main/application/ports.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';

let folder: string;
let ports: ApplicationPorts;
let application: Application;
let sessionId: string;
let dossierId: string;
let sample: readonly string[];

const kept = (): Promise<readonly string[]> => application.archive.attachments.list();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoidong-attachments-'));
  ports = nodePorts('loopback', join(folder, 'data'), () => undefined);
  application = await createApplication(ports);
  ({ sessionId } = await application.services.sessions.createSample());
  const { session } = await application.services.sessions.get({ sessionId });
  dossierId = session.dossierOrder[0] ?? '';
  sample = await kept();
});
afterEach(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

/** A person's own file, as the desktop host names it. */
const named = async (name: string, bytes: string | Uint8Array): Promise<{ incomingId: string; path: string }> => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { incomingId: ports.namedFiles.name(path), path };
};
const add = ({ incomingId }: { readonly incomingId: string }) =>
  application.services.attachments.add({ sessionId, dossierId, file: { incomingId }, pages: null });
const workFiles = (): Promise<string[]> => readdir(join(folder, 'data', 'incoming'));
const pdf = (length: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(length, 7)]);

it('a named file is attached from where it lies, stays there, and is read part by part', async () => {
  const bytes = pdf(3_000_000);
  const file = await named('Thuyết minh.pdf', bytes);
  const { attachment } = await add(file);
  expect(attachment).toMatchObject({ name: 'Thuyết minh.pdf', size: bytes.length });
  expect((await readFile(file.path)).equals(bytes)).toBe(true);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 1_000_000) {
    const asked = { sessionId, dossierId, attachmentId: attachment.id, at, size: 1_000_000 };
    parts.push(Buffer.from(await (await application.services.attachments.read(asked)).arrayBuffer()));
  }
  expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  const { incomingId } = file;
  const part = await application.services.incoming.read({ incomingId, at: 9, size: 4 });
  expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([7, 7, 7, 7]);
});

it.each([
  ['không phải.pdf', 'a short text', 'attachments.notPdf'],
  ['không phải.pdf', Buffer.alloc(500_000, 'text'), 'attachments.notPdf'],
  ['rỗng.docx', '', 'attachments.empty'],
] as const)('%s is refused, with nothing left in the store or the work folder', async (name, bytes, code) => {
  await expect(add(await named(name, bytes))).rejects.toMatchObject({ code, details: { name } });
  expect(await kept()).toEqual(sample);
  expect(await workFiles()).toEqual([]);
});

it('one too large is refused before it is read, and before it is handed over', async () => {
  const { incomingId, path } = await named('lớn.pdf', pdf(10));
  await truncate(path, MAX_ATTACHMENT_BYTES + 1);
  await expect(add({ incomingId })).rejects.toMatchObject({ code: 'attachments.tooLarge' });
  await expect(
    application.services.incoming.begin({ name: 'lớn.pdf', size: MAX_ATTACHMENT_BYTES + 1, purpose: 'attachment' }),
  ).rejects.toMatchObject({ code: 'attachments.tooLarge', details: { name: 'lớn.pdf', max: MAX_ATTACHMENT_BYTES } });
  expect(await kept()).toEqual(sample);
  expect(await workFiles()).toEqual([]);
});

it('one that is gone with its stick, or that the session refuses, leaves nothing', async () => {
  const file = await named('mất.pdf', pdf(10));
  await rm(file.path);
  await expect(add(file)).rejects.toMatchObject({ code: 'files.unreadable', details: { name: 'mất.pdf' } });
  await expect(application.services.incoming.read({ ...file, at: 0, size: 10 })).rejects.toMatchObject({
    code: 'files.unreadable',
  });
  const sound = await named('đủ.pdf', pdf(10));
  await expect(
    application.services.attachments.add({
      sessionId,
      dossierId: 'no-such-dossier',
      file: { incomingId: sound.incomingId },
      pages: 1,
    }),
  ).rejects.toMatchObject({ code: expect.stringMatching(/^session\./) as string });
  expect(await kept()).toEqual(sample);
  expect(await workFiles()).toEqual([]);
});

it('no part of a damaged file is shown, whichever part is damaged and whenever', async () => {
  const bytes = pdf(2_000_000);
  const { attachment } = await add(await named('hỏng.pdf', bytes));
  const asked = { sessionId, dossierId, attachmentId: attachment.id };
  const { attachments } = application.services;
  const first = await attachments.read({ ...asked, at: 0, size: 100 });
  expect(first.size).toBe(100);
  bytes[1_999_999] = 8;
  await writeFile(application.archive.attachments.path(attachment.sha256), bytes);
  await expect(attachments.read({ ...asked, at: 0, size: 100 })).rejects.toMatchObject({
    code: 'store.attachmentDamaged',
  });
  await expect(attachments.lend(asked)).rejects.toMatchObject({ code: 'store.attachmentDamaged' });
  await rm(application.archive.attachments.path(attachment.sha256));
  await expect(attachments.read({ ...asked, at: 0, size: 100 })).rejects.toMatchObject({
    code: 'store.attachmentMissing',
  });
});

it('a lent file is not the page’s to remove', async () => {
  const { attachment } = await add(await named('giữ.pdf', pdf(10)));
  const asked = { sessionId, dossierId, attachmentId: attachment.id };
  const { keptId } = await application.services.attachments.lend(asked);
  await application.services.packages.forget({ keptIds: [keptId] });
  expect(await kept()).toContain(attachment.sha256);
});
