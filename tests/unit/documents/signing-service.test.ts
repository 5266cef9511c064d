import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApplication, type Application } from '#main/application/application.ts';
import { run as runDocuments } from '#main/cli/commands/documents.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { seedConductedSession } from '../../e2e/support/seeded-session.ts';
import { makeP12 } from '../../support/make-p12.ts';

const passphrase = 'mat khau 1';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const fileOf = (name: string, bytes: Uint8Array): File => new File([new Uint8Array(bytes)], name);

describe('signing and keeping what comes back', () => {
  let dataDir: string;
  let application: Application;
  let sessionId: string;
  const certificate = fileOf(
    'a.p12',
    makeP12({ name: 'Nguyễn Văn A', passphrase, from: '2020-01-01', to: '2049-01-01' }),
  );
  const signedFiles = async () => (await application.services.sessions.get({ sessionId })).session.signedFiles;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(os.tmpdir(), 'hoidong-signing-'));
    sessionId = await seedConductedSession(dataDir);
    application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  }, 60_000);
  afterAll(async () => {
    await application.close();
    await rm(dataDir, { recursive: true });
  });

  test('shows whose certificate it is, and meets a wrong passphrase with its own problem', async () => {
    const { signing } = application.services;
    await expect(signing.identify({ certificate, passphrase })).resolves.toMatchObject({
      holder: 'Nguyễn Văn A',
      organisation: 'Cơ quan Mẫu',
      validity: 'good',
      selfSigned: true,
    });
    await expect(signing.identify({ certificate, passphrase: 'sai' })).rejects.toMatchObject({
      code: 'documents.p12Locked',
    });
    await expect(
      signing.identify({ certificate: fileOf('x.p12', new Uint8Array(0)), passphrase }),
    ).rejects.toMatchObject({ code: 'documents.p12Locked' });
  });

  test('signs no draft, and nothing that is not there', async () => {
    const { signing } = application.services;
    const given = { sessionId, certificate, passphrase, field: 'chu-tich', reason: '', place: '' };
    await expect(signing.sign({ ...given, source: { kind: 'page', paperId: 'bien-ban' } })).rejects.toMatchObject({
      code: 'documents.draftNotSigned',
    });
    await expect(signing.sign({ ...given, source: { kind: 'page', paperId: 'khong-co' } })).rejects.toMatchObject({
      code: 'documents.unknownPaper',
    });
    await expect(signing.sign({ ...given, source: { kind: 'locked', sha256: '0'.repeat(64) } })).rejects.toMatchObject({
      code: 'documents.notLocked',
    });
    await expect(signing.read({ sessionId, fileId: 'khong-co' })).rejects.toMatchObject({
      code: 'session.unknownSignedFile',
    });
    expect(await signedFiles()).toEqual([]);
  });

  test('signs a page that is final, and says that nothing was locked to compare it with', async () => {
    const { signing } = application.services;
    const source = { kind: 'page', paperId: 'bang-tong-hop' } as const;
    expect(await signing.fields({ sessionId, source })).toEqual([
      { name: 'thu-ky', signed: false },
      { name: 'chu-tich', signed: false },
    ]);
    const given = { sessionId, certificate, passphrase, field: 'chu-tich', reason: 'Xác nhận', place: 'Hà Nội' };
    const { file } = await signing.sign({ ...given, source });
    expect(file).toMatchObject({ kind: 'signed', page: source.paperId, lockedSha256: null, origin: 'here' });
    const { check } = await signing.check({ sessionId, fileId: file.id });
    expect(check).toMatchObject({
      intact: true,
      sameness: { kind: 'nothingLocked' },
      signatures: [{ signer: 'Nguyễn Văn A', reason: 'Xác nhận', faults: [] }],
    });
    await expect(signing.sign({ ...given, source: { kind: 'signed', fileId: file.id } })).rejects.toMatchObject({
      code: 'documents.fieldSigned',
    });
  });

  test('keeps a scan as it is, refuses what is neither PDF nor picture, and takes a scan for no signature', async () => {
    const { signing } = application.services;
    const { file } = await signing.attach({ sessionId, file: fileOf('Trang ký.png', png), kind: 'scan', page: null });
    const back = await signing.read({ sessionId, fileId: file.id });
    expect(Buffer.from(await back.arrayBuffer()).equals(png)).toBe(true);
    expect(back.type).toBe('image/png');
    expect(await signing.check({ sessionId, fileId: file.id })).toEqual({ check: null });
    const text = fileOf('trang.pdf', Buffer.from('không phải PDF'));
    await expect(signing.attach({ sessionId, file: text, kind: 'signed', page: null })).rejects.toMatchObject({
      code: 'documents.notPdfOrPicture',
    });
    await expect(
      signing.attach({ sessionId, file: fileOf('a.png', png), kind: 'signed', page: null }),
    ).rejects.toMatchObject({ code: 'documents.signedNotPdf' });
  });

  test('can be undone, stands in the history and in the session as JSON', async () => {
    const { sessions, documents } = application.services;
    const before = await signedFiles();
    expect(before.map(({ kind }) => kind)).toEqual(['signed', 'scan']);
    const removed = before[1]?.id ?? '';
    await sessions.record({ sessionId, events: [{ type: 'signedFile.removed', fileId: removed }] });
    expect(await signedFiles()).toHaveLength(1);
    expect((await sessions.undo({ sessionId })).session.signedFiles).toEqual(before);
    const labels = (await sessions.history({ sessionId })).map(({ label }) => label.vi);
    expect(labels).toContain('ghi văn bản đã ký hoặc bản quét');
    const { files } = await documents.render({ sessionId, paperIds: ['bien-ban'], format: 'json' });
    const json = JSON.parse(Buffer.from((await files[0]?.arrayBuffer()) ?? new ArrayBuffer(0)).toString()) as object;
    expect(json).toMatchObject({ signedFiles: before });
  });

  test('goes with the whole set that the command line writes', async () => {
    const out = join(dataDir, 'out');
    const said: string[] = [];
    const io = {
      out: (text: string) => said.push(text),
      err: (text: string) => said.push(text),
      language: 'vi' as const,
    };
    expect(await runDocuments([sessionId, '--out', out, '--data', dataDir], io), said.join('')).toBe(0);
    const kept = (await readdir(join(out, 'da-ky'), { recursive: true })).filter((name) => name.includes('.'));
    expect(kept.sort()).toEqual([join('1', 'bang-tong-hop-da-ky.pdf'), join('2', 'Trang ký.png')]);
    expect((await readFile(join(out, 'da-ky', '2', 'Trang ký.png'))).equals(png)).toBe(true);
  });
});
