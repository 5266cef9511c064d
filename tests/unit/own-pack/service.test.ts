import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDraft } from '#domain/regulation/edit-pack.ts';
import { createApplication, type Application } from '#main/application/application.ts';
import { runCommand } from '#main/cli/run-command.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { BackupFolder } from '#main/store/backups.ts';
import { checkArchive } from '#main/store/check-archive.ts';
import { exportArchive, importArchive } from '#main/store/transfer.ts';
import { memoryFolder, problemFrom, temporaryFolder } from '../../support/note-archive.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const open: Application[] = [];
const start = async (name = 'data', readOnly = false): Promise<Application> => {
  const application = await createApplication(
    nodePorts('cli', join(folder.path, name), () => undefined),
    { readOnly },
  );
  open.push(application);
  return application;
};
const stop = async (application: Application): Promise<void> => {
  open.splice(open.indexOf(application), 1);
  await application.close();
};

beforeEach(async () => {
  folder = await temporaryFolder(memoryFolder);
});
afterEach(async () => {
  for (const application of [...open]) await stop(application);
  await folder.remove();
});

const source = { packId: 'nscl-selection-2022', version: 1, title: 'Tuyển chọn NSCL, bản của đơn vị' };
const authorship = { author: 'Nguyễn Văn A', reason: 'Theo hướng dẫn nội bộ' };
const threshold = ['councils', 0, 'conclusion', 'threshold', 'points'];
const setThreshold = (points: string) => ({ type: 'draft.changed' as const, path: threshold, value: points });

const copyOf = async ({ services: { packs } }: Application): Promise<string> => (await packs.copy(source)).packId;
const published = async (application: Application): Promise<string> => {
  const packId = await copyOf(application);
  await application.services.packs.record({ packId, events: [setThreshold('75')] });
  await application.services.packs.publish({ packId, ...authorship });
  return packId;
};

describe('own regulation packs', () => {
  test('are copied, edited as typed, published, and begun again from the newest version', async () => {
    let application = await start();
    const packId = await copyOf(application);
    await application.services.packs.record({ packId, events: [setThreshold('7')] });
    // Another start of the program: the draft is there as it was typed.
    await stop(application);
    application = await start();
    const { packs } = application.services;
    expect((await packs.get({ packId, version: 'draft' })).title).toBe(source.title);
    await packs.record({ packId, events: [setThreshold('75')] });
    expect(await packs.publish({ packId, ...authorship })).toEqual({ version: 1 });
    await packs.record({ packId, events: [{ type: 'draft.begun' }, setThreshold('80')] });
    expect(await packs.publish({ packId, author: 'Trần Thị B', reason: 'Nâng ngưỡng' })).toEqual({ version: 2 });

    const entry = (await packs.list()).find(({ id }) => id === packId);
    expect(entry).toMatchObject({ origin: 'own', title: source.title, editing: false, problem: null });
    expect(entry?.base).toMatchObject({ id: source.packId, version: 1 });
    expect(entry?.pack?.version).toBe(2);
    expect(entry?.versions.map(({ version, change }) => [version, change?.author, change?.reason])).toEqual([
      [1, authorship.author, authorship.reason],
      [2, 'Trần Thị B', 'Nâng ngưỡng'],
    ]);
    const points = (await packs.differences({ older: { packId, version: 1 }, newer: { packId, version: 2 } })).map(
      ({ place, before, after }) => [place, before, after],
    );
    expect(points).toEqual([['councils.selection.conclusion.threshold.points', '75', '80']]);
    const sinceShipped = await packs.differences({
      older: { packId, version: 'base' },
      newer: { packId, version: 1 },
    });
    expect(sinceShipped.map(({ place }) => place)).toContain('councils.selection.conclusion.threshold.points');
    expect((await checkArchive(application.archive)).findings).toEqual([]);
  });

  test('a published version stays as it was, and so does the shipped pack', async () => {
    const application = await start();
    const { packs } = application.services;
    const packId = await published(application);
    const before = await packs.get({ packId, version: 1 });
    const shipped = await packs.get({ packId: source.packId, version: 1 });
    expect(await problemFrom(packs.record({ packId, events: [setThreshold('90')] }))).toMatchObject({
      code: 'pack.noDraft',
    });
    expect((await packs.open({ packId })).standing.undo?.vi).not.toBe('công bố phiên bản');
    await packs.record({ packId, events: [{ type: 'draft.begun' }, setThreshold('90')] });
    await packs.discard({ packId });
    expect(await packs.get({ packId, version: 1 })).toEqual(before);
    expect(await packs.get({ packId: source.packId, version: 1 })).toEqual(shipped);
    expect(await problemFrom(packs.record({ packId: source.packId, events: [setThreshold('90')] }))).toMatchObject({
      code: 'pack.notFound',
    });
  });

  test('a draft that contradicts itself is kept and not published', async () => {
    const { packs } = (await start()).services;
    const { packId } = await packs.copy(source);
    await packs.record({ packId, events: [setThreshold('101')] });
    expect(await problemFrom(packs.publish({ packId, ...authorship }))).toEqual({
      code: 'pack.notReady',
      details: { count: 1 },
    });
    expect(await problemFrom(packs.publish({ packId, author: '', reason: 'x' }))).toMatchObject({
      code: 'pack.needsReason',
    });
    await packs.undo({ packId });
    expect(await packs.publish({ packId, ...authorship })).toEqual({ version: 1 });
  });

  test('a copy that was never published goes to the bin and not away', async () => {
    const application = await start();
    const { packs } = application.services;
    const packId = await copyOf(application);
    expect(await packs.discard({ packId })).toEqual({ removed: true });
    expect((await packs.list()).some(({ id }) => id === packId)).toBe(false);
  });

  test('one that was published goes to the bin when it is removed, and the session that chose it keeps its copy', async () => {
    const application = await start();
    const { packs, sessions } = application.services;
    const packId = await published(application);
    const pack = await packs.get({ packId, version: 1 });
    const { sessionId } = await sessions.create({ kind: 'selection' });
    await sessions.record({ sessionId, events: [{ type: 'pack.chosen', pack, reason: '' }] });
    await packs.remove({ packId });
    expect((await packs.list()).some(({ id }) => id === packId)).toBe(false);
    expect((await sessions.get({ sessionId })).session.pack).toEqual(pack);
    const binned = await readdir(join(folder.path, 'data', 'trash'));
    expect(binned.some((name) => name.includes(packId))).toBe(true);
    expect(await problemFrom(packs.remove({ packId }))).toMatchObject({ code: 'pack.notFound' });
    expect(await problemFrom(packs.remove({ packId: source.packId }))).toMatchObject({ code: 'pack.notFound' });
  });

  test('a name that is being retyped leaves the pack its last name, and hides no other mistake', async () => {
    const { packs } = (await start()).services;
    const { packId } = await packs.copy(source);
    const empty = { type: 'draft.changed' as const, path: ['title'], value: '' };
    await packs.record({ packId, events: [empty, setThreshold('101')] });
    expect((await packs.list()).find(({ id }) => id === packId)?.title).not.toBe('');
    const draft = readDraft(await packs.get({ packId, version: 'draft' }));
    expect(draft.problems.map(({ place, reason }) => [place, reason.vi])).toEqual([
      ['title', 'không được để trống'],
      ['councils[0].conclusion.threshold.points', '101 điểm lớn hơn tổng 100 điểm'],
    ]);
  });

  test('a damaged one is named with what is wrong, and the others load', async () => {
    let application = await start();
    const [whole, broken, gone] = [
      await published(application),
      await published(application),
      await copyOf(application),
    ];
    await stop(application);
    const journal = (id: string) => join(folder.path, 'data', 'packs', id, 'journal.jsonl');
    const text = await readFile(journal(broken), 'utf8');
    await writeFile(journal(broken), text.replace('"75"', '"76"'));
    await rm(join(folder.path, 'data', 'packs', broken, 'snapshot.json'), { force: true });
    await truncate(journal(gone), 0);
    await rm(join(folder.path, 'data', 'packs', gone, 'snapshot.json'), { force: true });
    await rm(join(folder.path, 'data', 'index.json'), { force: true });
    application = await start();
    const entries = await application.services.packs.list();
    expect(entries.find(({ id }) => id === whole)).toMatchObject({ problem: null });
    expect(entries.find(({ id }) => id === whole)?.pack?.version).toBe(1);
    expect(entries.find(({ id }) => id === broken)?.problem?.code).toMatch(/^store\./);
    expect(entries.find(({ id }) => id === gone)?.problem?.code).toMatch(/^store\./);
    expect(entries.filter(({ origin }) => origin === 'shipped').length).toBeGreaterThan(5);
  });

  test('nothing is written where another program holds the folder', async () => {
    const application = await start();
    const packId = await published(application);
    const other = (await start('data', true)).services.packs;
    expect((await other.list()).some(({ id }) => id === packId)).toBe(true);
    expect(await problemFrom(other.copy(source))).toMatchObject({ code: 'store.openedReadOnly' });
    expect(await problemFrom(other.record({ packId, events: [{ type: 'draft.begun' }] }))).toMatchObject({
      code: 'store.openedReadOnly',
    });
    expect(await problemFrom(other.publish({ packId, ...authorship }))).toMatchObject({ code: 'store.openedReadOnly' });
  });

  test('come back from a backup, and move to another computer', async () => {
    const application = await start();
    const packId = await published(application);
    const version = await application.services.packs.get({ packId, version: 1 });
    const backups = new BackupFolder(application.archive);
    const { name, problems } = await backups.run();
    expect(problems).toEqual([]);
    await application.archive.packs.remove(packId);
    expect((await backups.restoreAll(name)).restored).toMatchObject([{ kind: 'pack', id: packId }]);
    expect(await application.services.packs.get({ packId, version: 1 })).toEqual(version);

    const file = join(folder.path, 'whole.zip');
    await exportArchive(application.archive, file);
    const elsewhere = await start('elsewhere');
    expect((await importArchive(elsewhere.archive, file)).lines).toMatchObject([
      { kind: 'pack', id: packId, outcome: 'added' },
    ]);
    expect(await elsewhere.services.packs.get({ packId, version: 1 })).toEqual(version);
  });

  test('are chosen for a session, which keeps the version it chose', async () => {
    const application = await start();
    const { packs, sessions } = application.services;
    const packId = await published(application);
    const { sessionId } = await sessions.create({ kind: 'selection' });
    const pack = await packs.get({ packId, version: 1 });
    await sessions.record({ sessionId, events: [{ type: 'pack.chosen', pack, reason: '' }] });
    await packs.record({ packId, events: [{ type: 'draft.begun' }, setThreshold('80')] });
    await packs.publish({ packId, ...authorship });
    expect((await sessions.get({ sessionId })).session.pack).toEqual(pack);
  });

  test('are listed on the command line, newest first and before the shipped ones', async () => {
    const application = await start();
    const packId = await published(application);
    await stop(application);
    let out = '';
    const io = { out: (text: string) => void (out += text), err: (text: string) => void (out += text) };
    expect(await runCommand(['packs', '--data', join(folder.path, 'data')], {}, io)).toBe(0);
    const [first, second] = JSON.parse(out) as { readonly id: string; readonly origin: string }[];
    expect(first).toMatchObject({
      id: packId,
      origin: 'own',
      version: 1,
      basedOn: 'nscl-selection-2022@1',
      versions: [{ version: 1, author: authorship.author, reason: authorship.reason }],
    });
    expect(second?.origin).toBe('shipped');
    out = '';
    expect(await runCommand(['packs', '--text', '--data', join(folder.path, 'data')], {}, io)).toBe(0);
    expect(out).toContain('Bộ riêng, sao chép từ: nscl-selection-2022@1');
  });
});
