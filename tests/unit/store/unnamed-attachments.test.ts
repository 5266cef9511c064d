import { readFile, stat, truncate, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BackupFolder } from '#main/store/backups.ts';
import { checkArchive } from '#main/store/check-archive.ts';
import { removeUnnamedAttachments, unnamedFor } from '#main/store/unnamed-attachments.ts';
import { memoryFolder, openNotes, temporaryFolder, type NoteArchive } from '../../support/note-archive.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let archive: NoteArchive;
const clock = (): string => new Date().toISOString();

beforeEach(async () => {
  folder = await temporaryFolder(memoryFolder);
  data = join(folder.path, 'data');
  archive = await openNotes(data, { clock });
});
afterEach(async () => {
  await archive.close();
  await folder.remove();
});

const put = async (words: string): Promise<string> => (await archive.attachments.put(Buffer.from(words))).sha256;

/** As if the program had been started anew, with files of that age. */
const startLater = async (age: number): Promise<void> => {
  const then = new Date(Date.now() - age);
  for (const hash of await archive.attachments.list()) await utimes(archive.attachments.path(hash), then, then);
  await archive.close();
  archive = await openNotes(data, { clock });
};
const longAgo = unnamedFor + 60_000;

test('what nothing has named for a week goes; what any document, kept folder or bin names stays', async () => {
  const named = await put('named');
  const inFile = await put('named in a file beside a journal');
  const binned = await put('named in the bin');
  const aside = await put('named in what was kept aside');
  const nobody = await put('named nowhere');
  await archive.sessions.create('a', [{ type: 'titled', title: `it has ${named}` }], 'secretary');
  await archive.sessions.files('a').put('list.txt', Buffer.from(`${'x'.repeat(65_500)} ${inFile}.`));
  await archive.sessions.create('b', [{ type: 'titled', title: binned }], 'secretary');
  await archive.sessions.remove('b');
  await archive.sessions.create('c', [{ type: 'titled', title: aside }], 'secretary');
  await archive.sessions.close('c');
  await archive.moveAside('kept', join(data, 'sessions', 'c'), 'c');
  await startLater(longAgo);
  expect(await removeUnnamedAttachments(archive)).toBe(1);
  expect(await archive.attachments.list()).toEqual([named, inFile, binned, aside].sort());
  await expect(stat(archive.attachments.path(nobody))).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await removeUnnamedAttachments(archive)).toBe(0);
});

test('a younger one stays, and so does one that was put in since the start, however old its file is', async () => {
  const young = await put('young');
  await startLater(unnamedFor - 60_000);
  expect(await removeUnnamedAttachments(archive)).toBe(0);
  await startLater(longAgo);
  // A package is being opened that brings the same file again; its entry is still to come.
  const staged = await archive.attachments.stage(Buffer.from('young'));
  expect(await removeUnnamedAttachments(archive)).toBe(0);
  await staged.keep();
  expect(await archive.attachments.list()).toEqual([young]);
});

test('while a backup goes by its list none is removed, and a search that one came across removes none either', async () => {
  const hash = await put('named nowhere');
  await startLater(longAgo);
  await archive.attachments.whileNoneLeaves(async () => {
    expect(await removeUnnamedAttachments(archive)).toBe(0);
  });
  const before = new Date();
  const removed = archive.attachments.removeUnnamed(before, async (candidates) => {
    // A restore begins and ends while the journals are searched, and names the file again.
    await archive.attachments.whileNoneLeaves(() => Promise.resolve());
    return candidates;
  });
  expect(await removed).toBe(0);
  expect(await archive.attachments.list()).toEqual([hash]);
});

test('a backup still has what was removed, and gives it back', async () => {
  const hash = await put('named nowhere');
  const backups = new BackupFolder(archive);
  const { name } = await backups.run();
  await startLater(longAgo);
  expect(await removeUnnamedAttachments(archive)).toBe(1);
  const later = new BackupFolder(archive);
  expect(await later.verify()).toEqual([]);
  await later.restoreAll(name);
  expect((await archive.attachments.read(hash)).toString()).toBe('named nowhere');
});

test('a check that makes the index anew removes them, but only where everything else is sound', async () => {
  const hash = await put('named nowhere');
  await archive.sessions.create('a', [{ type: 'titled', title: 'a' }], 'secretary');
  await startLater(longAgo);
  expect(await checkArchive(archive)).toMatchObject({ findings: [], unnamedRemoved: 0 });
  const journal = join(data, 'sessions', 'a', 'journal.jsonl');
  const { length } = await readFile(journal);
  await truncate(journal, length - 5);
  expect(await checkArchive(archive, { fixIndex: true })).toMatchObject({ indexFixed: true, unnamedRemoved: 0 });
  expect(await archive.attachments.list()).toEqual([hash]);
});

test('and removes them where it is', async () => {
  await put('named nowhere');
  await startLater(longAgo);
  expect(await checkArchive(archive, { fixIndex: true })).toMatchObject({ findings: [], unnamedRemoved: 1 });
  expect(await archive.attachments.list()).toEqual([]);
});
