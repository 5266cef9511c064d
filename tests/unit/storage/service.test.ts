import { existsSync } from 'node:fs';
import { readFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApplication, type Application } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { backupFolderName } from '#main/store/second-folder.ts';
import { handOverTo } from '../../support/hand-over.ts';
import { memoryFolder, problemFrom, temporaryFolder } from '../../support/note-archive.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let application: Application;
/** As many sessions as there are here. */
const all = { from: 0, count: 9 } as const;

const start = async (dataDir: string): Promise<Application> =>
  createApplication(nodePorts('cli', dataDir, () => undefined));
beforeEach(async () => {
  folder = await temporaryFolder(memoryFolder);
  data = join(folder.path, 'data');
  application = await start(data);
});
afterEach(async () => {
  await application.close();
  await folder.remove();
});

const newSession = async (name: string): Promise<string> => {
  const { sessions } = application.services;
  const { sessionId } = await sessions.create({ kind: 'selection' });
  await retitle(sessionId, name);
  return sessionId;
};
const retitle = (sessionId: string, name: string): Promise<unknown> =>
  application.services.sessions.record({
    sessionId,
    events: [{ type: 'field.set', field: 'council.name', value: name }],
  });
const nameOf = async (sessionId: string): Promise<string> =>
  (await application.services.sessions.get({ sessionId })).session.council.name;
const journalOf = (id: string): string => join(data, 'sessions', id, 'journal.jsonl');

/** Breaks the line that holds `text`, behind the program's back, and lets the program read the session anew. */
const damage = async (id: string, text: string): Promise<void> => {
  const journal = await readFile(journalOf(id), 'utf8');
  expect(journal).toContain(text);
  await application.archive.sessions.close(id);
  await rm(join(data, 'sessions', id, 'snapshot.json'), { force: true });
  await writeFile(journalOf(id), journal.replace(text, text.toUpperCase()));
  await application.archive.sessions.close(id);
  await application.services.storage.reopen({ kind: 'session', id });
};

test('a backup is made, told, and gives one session back by its name while what stood there is kept', async () => {
  const { storage } = application.services;
  const id = await newSession('Hội đồng thứ nhất');
  await writeFile(join(data, 'vault.json'), 'a vault');
  const run = await storage.backUp({ place: 'own' });
  expect(run).toMatchObject({ failed: null, documents: 1, changed: 1, problems: [] });
  await retitle(id, 'Hội đồng đã đổi tên');
  const { folders, folderDialog } = await storage.backups();
  expect(folderDialog).toBe(false);
  expect(folders).toMatchObject([{ place: 'own', problem: null, sameDisk: true, checked: null }]);
  const name = folders[0]?.backups[0]?.name ?? '';
  expect(await storage.contents({ place: 'own', name })).toMatchObject({
    documents: [{ kind: 'session', id, name: 'Hội đồng đã đổi tên', good: true, now: 'different' }],
  });
  const restored = await storage.restore({ place: 'own', name, document: { kind: 'session', id } });
  expect(restored).toMatchObject({ restored: [{ id, name: 'Hội đồng thứ nhất' }], skipped: [] });
  expect(await readFile(join(restored.restored[0]?.kept ?? '', 'journal.jsonl'), 'utf8')).toContain('đã đổi tên');
  expect(await nameOf(id)).toBe('Hội đồng thứ nhất');
  expect((await storage.check({ place: 'own' })).problems).toEqual([]);
  // A session that is gone from here is called as the backup knows it, and the vault comes back with everything.
  await application.services.sessions.remove({ sessionId: id });
  await rm(join(data, 'vault.json'));
  expect((await storage.contents({ place: 'own', name })).documents).toMatchObject([
    { name: 'Hội đồng thứ nhất', now: 'gone' },
  ]);
  expect(await storage.restore({ place: 'own', name, document: null })).toMatchObject({ keys: 'taken' });
  expect(await readFile(join(data, 'vault.json'), 'utf8')).toBe('a vault');
});

test('a second folder is marked, and while its stick is out nothing is written where it was', async () => {
  const { storage } = application.services;
  await newSession('Hội đồng');
  const stick = join(folder.path, 'stick');
  expect((await problemFrom(storage.nameSecondFolder({ path: stick }))).code).toBe('store.backupFolderMissing');
  expect((await problemFrom(storage.nameSecondFolder({ path: join(data, 'backups') }))).code).toBe(
    'store.backupFolderInside',
  );
  expect((await problemFrom(storage.backUp({ place: 'second' }))).code).toBe('store.noSecondFolder');
  await mkdir(stick);
  await storage.nameSecondFolder({ path: stick });
  const second = async () => (await storage.backups()).folders.find(({ place }) => place === 'second');
  expect(await second()).toMatchObject({
    path: join(stick, backupFolderName),
    problem: null,
    backups: [{ documents: 1 }],
  });
  await rename(stick, `${stick} out`);
  await mkdir(stick);
  expect(await second()).toMatchObject({ problem: { code: 'store.backupFolderGone' }, backups: [] });
  expect((await problemFrom(storage.backUp({ place: 'second' }))).code).toBe('store.backupFolderGone');
  expect((await second())?.lastRun?.failed?.code).toBe('store.backupFolderGone');
  await rm(stick, { recursive: true });
  await rename(`${stick} out`, stick);
  await storage.backUp({ place: 'second' });
  expect((await second())?.backups).toHaveLength(2);
  await storage.forgetSecondFolder();
  expect(await second()).toBeUndefined();
});

test('a damaged session says what is lost and goes on from its good part or from the newest good backup', async () => {
  const { storage, sessions } = application.services;
  const id = await newSession('Bản đầu');
  await storage.backUp({ place: 'own' });
  for (const name of ['bản hai', 'bản ba', 'bản bốn']) await retitle(id, name);
  await damage(id, 'bản hai');
  const document = { kind: 'session', id } as const;
  const found = await storage.damage(document);
  expect(found).toMatchObject({
    problem: { code: 'store.damaged' },
    name: 'Bản đầu',
    lost: { events: 3 },
    backup: { place: 'own', seq: found?.seq },
  });
  expect(found?.lost?.firstAt).toMatch(/^20/);
  expect(await storage.troubled()).toMatchObject([{ id, problem: { code: 'store.damaged' } }]);
  expect((await sessions.get({ sessionId: id })).standing.readOnly?.code).toBe('store.damaged');
  const { kept } = await storage.continueFromGood(document);
  expect(await readFile(join(kept ?? '', 'journal.jsonl'), 'utf8')).toContain('BẢN HAI');
  expect(await storage.damage(document)).toBeNull();
  expect(await storage.troubled()).toEqual([]);
  await retitle(id, 'đi tiếp');

  // Everything after the first line is broken: the backup has more.
  await storage.backUp({ place: 'own' });
  await damage(id, 'council.kindSet');
  const worse = await storage.damage(document);
  expect(worse?.backup?.seq).toBeGreaterThan(worse?.seq ?? 0);
  await storage.restore({ ...(worse?.backup ?? { place: 'own', name: '' }), document });
  expect(await nameOf(id)).toBe('đi tiếp');
});

test('an export is looked at before it is taken over, and a torn tail is told once', async () => {
  const id = await newSession('Hội đồng chuyển máy');
  const exported = await application.services.storage.export();
  const bytes = await exported?.file?.arrayBuffer();
  expect(exported).toMatchObject({ place: null, documents: 1, damaged: [], keys: 'none' });
  expect(bytes?.byteLength).toBeGreaterThan(100);
  await application.close();
  const journal = await readFile(journalOf(id));
  await writeFile(journalOf(id), Buffer.concat([journal, Buffer.from('{"actor":"sec')]));
  application = await start(data);
  const { storage } = application.services;
  expect(await storage.notices()).toEqual([]);
  await application.services.sessions.get({ sessionId: id });
  const [notice] = await storage.notices();
  expect(notice?.problem).toMatchObject({ code: 'store.tornTailCut', details: { name: 'Hội đồng chuyển máy' } });
  await storage.dismissNotices({ upTo: notice?.number ?? 0 });
  expect(await storage.notices()).toEqual([]);

  const other = await start(join(folder.path, 'other'));
  try {
    const { storage: there, sessions, incoming } = other.services;
    const no = await handOverTo(incoming, 'x.zip', new Blob(['not a ZIP']), 'archive');
    expect((await problemFrom(there.previewImport({ file: no }))).code).toBe('store.exportDamaged');
    const file = await handOverTo(incoming, 'tat-ca.zip', new Blob([bytes ?? new ArrayBuffer(0)]), 'archive');
    const preview = await there.previewImport({ file });
    // From here on it is the import's: others that come meanwhile don't push it out.
    for (let at = 0; at < 6; at += 1) await incoming.begin({ name: `${at}.pdf`, size: 1, purpose: 'attachment' });
    expect(preview).toMatchObject({ lines: [{ id, name: 'Hội đồng chuyển máy', outcome: 'added' }] });
    expect((await sessions.list(all)).sessions).toEqual([]);
    const report = await there.import({ batchId: preview?.batchId ?? '', takeTheirs: false });
    expect(report).toMatchObject({ lines: [{ id, outcome: 'added', kept: null }], keys: 'none' });
    expect((await sessions.list(all)).sessions.map(({ name }) => name)).toEqual(['Hội đồng chuyển máy']);
    expect((await problemFrom(there.import({ batchId: preview?.batchId ?? '', takeTheirs: false }))).code).toBe(
      'store.importGone',
    );
  } finally {
    await other.close();
  }
});

test('a key that holds nothing is applied as the journal will read it again', async () => {
  const { sessions } = application.services;
  const id = await newSession('Hội đồng');
  const member = {
    id: 'm1',
    name: 'Nguyễn Văn A',
    office: 'member',
    academicTitle: '',
    position: '',
    organisation: '',
    outside: false,
    email: '',
    phone: '',
  } as const;
  await sessions.record({ sessionId: id, events: [{ type: 'member.added', member }] });
  // What a screen sends may name a field and give it nothing; JSON has no word for that.
  const changes = { name: undefined, position: 'Viện trưởng' } as unknown as { readonly position: string };
  await sessions.record({ sessionId: id, events: [{ type: 'member.changed', memberId: 'm1', changes }] });
  const now = (await sessions.get({ sessionId: id })).session;
  expect(now.members['m1']).toMatchObject({ name: 'Nguyễn Văn A', position: 'Viện trưởng' });
  await application.close();
  application = await start(data);
  expect((await application.services.sessions.get({ sessionId: id })).session).toEqual(now);
});

test('a data folder that is out of reach is told everywhere, nothing grows in its place, and it is taken up again when it is back', async () => {
  const { app, storage, sessions } = application.services;
  const open = await newSession('Đang mở');
  const closed = await newSession('Không mở');
  await application.archive.sessions.close(closed);
  // The stick is pulled out; its empty place stays.
  const away = `${data}-away`;
  await rename(data, away);
  await mkdir(data);

  expect((await app.info()).readOnly).toMatchObject({ code: 'store.folderGone' });
  const codes = await Promise.all(
    [
      () => storage.backUp({ place: 'own' }),
      () => storage.export(),
      () => sessions.get({ sessionId: closed }),
      () => retitle(open, 'Gõ khi đã rút'),
      () => sessions.create({ kind: 'selection' }),
      () => sessions.remove({ sessionId: closed }),
      () => application.archive.sessions.files(open).put('keys.json', Buffer.from('keys')),
    ].map(async (work) => (await problemFrom(work)).code),
  );
  expect([...new Set(codes)]).toEqual(['store.folderGone']);
  expect((await storage.backups()).folders).toMatchObject([{ problem: { code: 'store.folderGone' }, backups: [] }]);
  await app.setPreferences({ textSize: 'large' });
  await application.archive.writeIndex();
  // Preferences and the log are no part of the archive: they go wherever there is a folder of that name.
  expect((await readdir(data)).filter((name) => name !== 'preferences.json' && name !== 'logs')).toEqual([]);

  // Nor is a folder made anew that was renamed.
  await rm(data, { recursive: true });
  await problemFrom(() => storage.backUp({ place: 'own' }));
  await problemFrom(() => retitle(open, 'Gõ khi đã đổi tên thư mục'));
  await app.setPreferences({ textSize: 'larger' });
  expect(existsSync(data)).toBe(false);

  await rename(away, data);
  expect((await app.info()).readOnly).toBeNull();
  await retitle(open, 'Gõ khi đã cắm lại');
  expect(await nameOf(open)).toBe('Gõ khi đã cắm lại');
  expect(await nameOf(closed)).toBe('Không mở');
  expect((await storage.backUp({ place: 'own' })).documents).toBe(2);
});
