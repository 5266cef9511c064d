import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { Problem } from '#domain/contract/base.ts';
import { backUpIfDue, startAutomaticBackups } from '#main/store/automatic-backups.ts';
import { BackupFolder } from '#main/store/backups.ts';
import { exportArchive, importArchive, previewImport } from '#main/store/transfer.ts';
import {
  memoryFolder,
  openNotes,
  problemFrom,
  temporaryFolder,
  testClock,
  type NoteArchive,
  type TestClock,
} from '../../support/note-archive.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let clock: TestClock;
let archive: NoteArchive;
beforeEach(async () => {
  folder = await temporaryFolder(memoryFolder);
  data = join(folder.path, 'data');
  clock = testClock();
  archive = await openNotes(data, { clock });
  for (const id of ['a', 'b'])
    await archive.sessions.create(id, [{ type: 'titled', title: `first ${id}` }], 'secretary');
  await archive.sessions.files('a').put('keys.json', Buffer.from('keys of a'));
  await archive.attachments.put(Buffer.from('a dossier'));
});
afterEach(async () => {
  await archive.close();
  await folder.remove();
});

async function retitle(id: string, title: string): Promise<void> {
  const document = await archive.sessions.open(id);
  await document.append([{ type: 'titled', title }], 'secretary');
}

test('a backup copies only what changed, and one session comes back from it without losing what stands there', async () => {
  const backups = new BackupFolder(archive);
  const first = await backups.run();
  expect(first).toMatchObject({ documents: 2, changed: 2, attachments: 1, problems: [] });
  await retitle('a', 'second a');
  await archive.sessions.files('a').put('keys.json', Buffer.from('new keys'));
  const second = await backups.run();
  expect(second).toMatchObject({ documents: 2, changed: 1 });
  expect((await backups.list()).map(({ name }) => name)).toEqual([second.name, first.name]);
  expect(await backups.verify()).toEqual([]);

  const report = await backups.restoreDocument(first.name, 'session', 'a');
  expect((await archive.sessions.open('a')).state.title).toBe('first a');
  expect((await archive.sessions.files('a').read('keys.json'))?.toString()).toBe('keys of a');
  const kept = report.restored[0]?.kept ?? '';
  expect(kept.startsWith(join(data, 'kept'))).toBe(true);
  expect((await readFile(join(kept, 'journal.jsonl'), 'utf8')).includes('second a')).toBe(true);
  expect((await archive.sessions.list()).map(({ head }) => head?.title).sort()).toEqual(['first a', 'first b']);
  expect((await problemFrom(backups.restoreDocument(first.name, 'session', 'zzz'))).code).toBe('store.notInBackup');
  expect((await problemFrom(backups.restoreDocument('2020-01-01', 'session', 'a'))).code).toBe('store.backupMissing');
});

test('everything comes back, attachments too, and documents made since stay', async () => {
  const backups = new BackupFolder(archive);
  const { name } = await backups.run();
  await retitle('a', 'second a');
  await archive.sessions.remove('b');
  await archive.sessions.create('c', [{ type: 'titled', title: 'made since' }], 'secretary');
  const [hash = ''] = await archive.attachments.list();
  await rm(archive.attachments.path(hash));
  const report = await backups.restoreAll(name);
  expect(report.restored.map(({ id, kept }) => [id, kept === null])).toEqual([
    ['a', false],
    ['b', true],
  ]);
  expect((await archive.attachments.read(hash)).toString()).toBe('a dossier');
  expect((await archive.sessions.list()).map(({ head }) => head?.title).sort()).toEqual([
    'first a',
    'first b',
    'made since',
  ]);
  expect(await backups.restoreAll(name)).toEqual({ restored: [], unchanged: 2, skipped: [], shared: [] });
});

test('closing stops a restore between two documents, before another process may write in the folder', async () => {
  const ids = Array.from({ length: 40 }, (_, at) => `d${at}`);
  for (const id of ids) await archive.sessions.create(id, [{ type: 'titled', title: `first ${id}` }], 'secretary');
  const { name } = await new BackupFolder(archive).run();
  for (const id of ids) await retitle(id, `second ${id}`);

  const restore = problemFrom(new BackupFolder(archive).restoreAll(name));
  while (!(await readdir(data)).includes('kept')) await setImmediate();
  await archive.close();
  // Whoever takes the folder over now finds it at rest.
  const atRest = await readdir(join(data, 'kept'));
  expect(atRest.length).toBeLessThan(ids.length);
  expect((await restore).code).toBe('store.closing');
  expect((await problemFrom(new BackupFolder(archive).restoreAll(name))).code).toBe('store.closing');
  expect((await problemFrom(retitle('a', 'too late'))).code).toBe('store.closing');
  expect((await problemFrom(archive.sessions.create('z', [{ type: 'titled', title: 'z' }], 'secretary'))).code).toBe(
    'store.closing',
  );
  expect(await readdir(join(data, 'kept'))).toEqual(atRest);

  archive = await openNotes(data, { clock });
  const again = await new BackupFolder(archive).restoreAll(name);
  // The two that every test begins with were never changed.
  expect(again.unchanged).toBe(atRest.length + 2);
  expect(again.restored).toHaveLength(ids.length - atRest.length);
});

test('the newest sound copy of a damaged document is found, and no later backup pushes it out', async () => {
  const backups = new BackupFolder(archive);
  await retitle('a', 'good');
  const good = await backups.run();
  await archive.sessions.close('a');
  const path = join(data, 'sessions', 'a', 'journal.jsonl');
  const bytes = await readFile(path);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await writeFile(path, bytes);
  const start = Date.parse('2026-03-02T02:00:00.000Z');
  for (let day = 0; day < 60; day += 1) {
    clock.set(new Date(start + day * 86_400_000 * 10).toISOString());
    const report = await backups.run();
    expect(report.problems.map(({ code }) => code)).toEqual(['store.damaged']);
  }
  expect((await backups.list()).length).toBeLessThan(40);
  expect(await backups.newestGood('session', 'a')).toMatchObject({ name: good.name, seq: 2 });
  expect((await archive.sessions.open('a')).status).toMatchObject({
    kind: 'readOnly',
    problem: { code: 'store.damaged' },
  });
  const [newest] = await backups.list();
  expect((await problemFrom(backups.restoreDocument(newest?.name ?? '', 'session', 'a'))).code).toBe(
    'store.backupOfDamaged',
  );
  // Restoring everything from it leaves the damaged one as it is and names it.
  const all = await backups.restoreAll(newest?.name ?? '');
  expect(all).toMatchObject({ restored: [], unchanged: 1 });
  expect(all.skipped.map(({ id, problem }) => [id, problem.code])).toEqual([['a', 'store.backupOfDamaged']]);
  await backups.restoreDocument(good.name, 'session', 'a');
  const document = await archive.sessions.open('a');
  expect(document.status).toEqual({ kind: 'ok' });
  expect(document.state.title).toBe('good');
});

test('a damaged backup is told, never restored from, and never touches what is there', async () => {
  const backups = new BackupFolder(archive);
  const { name } = await backups.run();
  await retitle('a', 'second a');
  const objects = join(data, 'backups', 'objects');
  for (const object of await readdir(objects)) {
    const bytes = await readFile(join(objects, object));
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    await rm(join(objects, object));
    await writeFile(join(objects, object), bytes);
  }
  expect((await backups.verify()).every(({ code }) => code === 'store.backupFileDamaged')).toBe(true);
  expect((await problemFrom(backups.restoreDocument(name, 'session', 'a'))).code).toBe('store.backupFileDamaged');
  expect(await backups.newestGood('session', 'a')).toBeNull();
  expect((await archive.sessions.open('a')).state.title).toBe('second a');
  const set = join(data, 'backups', 'sets', `${name}.json`);
  await writeFile(set, (await readFile(set, 'utf8')).replace('"seq":1', '"seq":2'));
  expect((await problemFrom(backups.restoreAll(name))).code).toBe('store.backupDamaged');
});

test('a clock that is far ahead for once takes no older backup away and hides no newer one', async () => {
  const backups = new BackupFolder(archive);
  const reports: string[] = [];
  const about = {
    clock,
    onReport: (_: BackupFolder, { name }: { name: string }) => reports.push(name),
    onProblem: () => undefined,
  };
  const first = await backups.run();
  clock.set('2099-01-01T00:00:00.000Z');
  const ahead = await backups.run();
  clock.set('2026-03-02T05:00:00.000Z');
  expect((await backups.list()).map(({ name }) => name)).toEqual([ahead.name, first.name]);
  await retitle('a', 'after');
  await backUpIfDue(backups, about);
  await backUpIfDue(backups, about);
  expect(reports).toHaveLength(1);
  expect(await backups.newestGood('session', 'a')).toMatchObject({ name: reports[0], seq: 2 });
});

test('a list of a backup that the disk refuses to read keeps no other from being made, found and removed by age', async () => {
  const backups = new BackupFolder(archive);
  await mkdir(join(data, 'backups', 'sets', '2026-01-01T00-00-00-000Z.json'), { recursive: true });
  const start = Date.parse('2026-03-02T02:00:00.000Z');
  for (let day = 0; day < 60; day += 1) {
    clock.set(new Date(start + day * 86_400_000).toISOString());
    await backups.run();
  }
  const names = (await backups.list()).map(({ name }) => name);
  expect(names.length).toBeLessThan(30);
  expect(await backups.newestGood('session', 'a')).toMatchObject({ name: names[0] });
  expect((await backups.verify()).map(({ code }) => code)).toEqual(['store.backupDamaged']);
});

test('what a reading of every byte found damaged is copied anew by the next backup', async () => {
  const backups = new BackupFolder(archive);
  await backups.run();
  const objects = join(data, 'backups', 'objects');
  const all = await readdir(objects);
  for (const object of all) {
    const bytes = await readFile(join(objects, object));
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    await rm(join(objects, object));
    await writeFile(join(objects, object), bytes);
  }
  expect(await backups.verify()).toHaveLength(all.length);
  expect(await backups.run()).toMatchObject({ problems: [] });
  expect(await backups.verify()).toEqual([]);
});

test('a dossier that is lost here and in the backup is told and keeps no session from being restored', async () => {
  const notices: Problem[] = [];
  await archive.close();
  archive = await openNotes(data, { clock, notices });
  const backups = new BackupFolder(archive);
  const { name } = await backups.run();
  await retitle('a', 'second a');
  const [hash = ''] = await archive.attachments.list();
  await rm(archive.attachments.path(hash));
  await rm(join(data, 'backups', 'objects', hash));
  await backups.restoreDocument(name, 'session', 'a');
  expect((await archive.sessions.open('a')).state.title).toBe('first a');
  expect(notices.map(({ code }) => code)).toEqual(['store.backupFileDamaged']);
});

test('a second folder gets whole copies, and one that is gone is a problem that passes', async () => {
  const other = join(folder.path, 'stick', 'backups');
  const second = new BackupFolder(archive, other);
  const problems: Problem[] = [];
  const reports: string[] = [];
  await writeFile(join(folder.path, 'stick'), 'a file where the stick should be');
  const run = async (): Promise<void> => {
    const stop = startAutomaticBackups({
      folders: () => Promise.resolve([new BackupFolder(archive), second]),
      clock,
      onReport: (where) => reports.push(where.folder),
      onProblem: (_where, problem) => problems.push(problem),
    });
    await stop();
  };
  // Stopping waits for the run that began at once, which goes on to the second folder only when it is not stopped.
  const stop = startAutomaticBackups({
    folders: () => Promise.resolve([second]),
    clock,
    onReport: (where) => reports.push(where.folder),
    onProblem: (_where, problem) => problems.push(problem),
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await stop();
  expect(problems.map(({ code }) => code)).toEqual(['store.folderGone']);
  await rm(join(folder.path, 'stick'));
  await second.run();
  expect((await second.list()).length).toBe(1);
  expect(await second.verify()).toEqual([]);
  // A recent backup is not made again.
  await run();
  await run();
  expect(reports.filter((where) => where === other)).toEqual([]);
});

test('an export carries everything to another computer, where what is there is never lost', async () => {
  const file = join(folder.path, 'all.zip');
  await retitle('a', 'second a');
  expect(await exportArchive(archive, file)).toMatchObject({ documents: 2, attachments: 1, damaged: [] });
  const elsewhere = join(folder.path, 'elsewhere');
  let other = await openNotes(elsewhere);
  const first = await importArchive(other, file);
  expect(first.lines.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['a', 'added'],
    ['b', 'added'],
  ]);
  expect((await other.sessions.open('a')).state.title).toBe('second a');
  expect((await other.sessions.files('a').read('keys.json'))?.toString()).toBe('keys of a');
  expect((await other.attachments.list()).length).toBe(1);

  // There: a goes on, b is left. Here: b goes on differently later.
  await (await other.sessions.open('a')).append([{ type: 'titled', title: 'third a' }], 'secretary');
  const again = await importArchive(other, file);
  expect(again.lines.map(({ outcome }) => outcome)).toEqual(['older', 'same']);
  await retitle('a', 'other third a');
  await retitle('b', 'second b');
  await exportArchive(archive, file);
  const third = await importArchive(other, file);
  expect(third.lines.map(({ outcome }) => outcome)).toEqual(['conflict', 'newer']);
  expect((await other.sessions.open('a')).state.title).toBe('third a');
  expect((await other.sessions.open('b')).state.title).toBe('second b');
  const fourth = await importArchive(other, file, { takeTheirs: true });
  expect(fourth.lines.map(({ outcome }) => outcome)).toEqual(['replaced', 'same']);
  expect((await other.sessions.open('a')).state.title).toBe('other third a');
  expect((await readdir(join(elsewhere, 'kept'))).length).toBe(2);
  await other.close();
  other = await openNotes(elsewhere);
  expect((await other.sessions.list()).map(({ head }) => head?.title).sort()).toEqual(['other third a', 'second b']);
  await other.close();
});

test('a document that lost its journal, or a folder put in by hand, is named and keeps no other out of an export', async () => {
  const file = join(folder.path, 'all.zip');
  await exportArchive(archive, file);
  await mkdir(join(data, 'sessions', 'notes-of-mine'));
  await archive.sessions.close('a');
  await rm(join(data, 'sessions', 'a', 'journal.jsonl'));
  const report = await exportArchive(archive, join(folder.path, 'rest.zip'));
  expect(report).toMatchObject({ documents: 1, damaged: [{ id: 'a' }, { id: 'notes-of-mine' }] });
  // The copy from before brings it back, and what was left of it is kept.
  const { lines } = await importArchive(archive, file);
  expect(lines.map(({ id, outcome, kept }) => [id, outcome, kept === null])).toEqual([
    ['a', 'added', false],
    ['b', 'same', true],
  ]);
  expect((await archive.sessions.open('a')).state.title).toBe('first a');
});

test('an export of a newer program is said to be newer, whatever it holds', async () => {
  const file = join(folder.path, 'newer.zip');
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('{}'), 'reports/2030/report.json');
  zip.addBuffer(
    Buffer.from(JSON.stringify({ format: 'hoidong-archive-export', version: 3, contents: 'otherwise' })),
    'manifest.json',
  );
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  expect(await problemFrom(previewImport(archive, file))).toMatchObject({
    code: 'store.exportNewer',
    details: { version: 3 },
  });
});

test('an export with a byte changed anywhere is refused and nothing is taken over', async () => {
  const file = join(folder.path, 'all.zip');
  await exportArchive(archive, file);
  const bytes = await readFile(file);
  const other = await openNotes(join(folder.path, 'elsewhere'));
  let refused = 0;
  for (let at = 0; at < bytes.length; at += 13) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (bytes[at] ?? 0) ^ 0x10;
    await writeFile(file, damaged);
    try {
      await importArchive(other, file);
    } catch (error) {
      expect((error as { code?: unknown }).code).toBe('store.exportDamaged');
      refused += 1;
      expect(await other.sessions.list()).toEqual([]);
      continue;
    }
    // Bytes that carry nothing (dates, attributes) may differ; what was taken over is then exactly what was sent.
    expect((await other.sessions.open('a')).hash).toBe((await archive.sessions.open('a')).hash);
    for (const id of ['a', 'b']) await other.sessions.remove(id);
  }
  expect(refused).toBeGreaterThan(20);
  await other.close();
});
