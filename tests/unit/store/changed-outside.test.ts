import { writeSync } from 'node:fs';
import { appendFile, copyFile, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JournaledDocument } from '#main/store/journaled-document.ts';
import { scanJournal } from '#main/store/journal-scan.ts';
import { memoryFolder, openNotes, problemFrom, temporaryFolder, type NoteArchive } from '../../support/note-archive.ts';
import type { NoteEvent, Notes } from '../../support/note-kind.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let archive: NoteArchive;
let document: JournaledDocument<Notes, NoteEvent>;
let journal: string;
let fails = false;
let attempted: Buffer = Buffer.alloc(0);

const title = (text: string): readonly NoteEvent[] => [{ type: 'titled', title: text }];
const isSound = async (): Promise<boolean> =>
  scanJournal(await readFile(journal), 'session', 'a').ending.kind === 'clean';

beforeEach(async () => {
  fails = false;
  folder = await temporaryFolder(memoryFolder);
  archive = await openNotes(folder.path, {
    rawWrite: (file, bytes, offset, length, position) => {
      attempted = Buffer.from(bytes);
      const written = writeSync(file, bytes, offset, length, position);
      if (fails) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      return written;
    },
  });
  document = await archive.sessions.create('a', title('one'), 'secretary');
  await document.append(title('two'), 'secretary');
  journal = join(document.folder, 'journal.jsonl');
});
afterEach(async () => {
  await archive.close();
  await folder.remove();
});

/** What a second writer, who took the folder over, would append to the journal as it is now. */
async function strangersLine(): Promise<Buffer> {
  const other = await temporaryFolder(memoryFolder);
  const copy = await openNotes(other.path);
  await copy.sessions.create('a', title(''), 's');
  await copy.sessions.close('a');
  await copyFile(journal, join(other.path, 'sessions', 'a', 'journal.jsonl'));
  await rm(join(other.path, 'sessions', 'a', 'snapshot.json'));
  const before = (await readFile(journal)).length;
  await (await copy.sessions.open('a')).append(title('theirs'), 'stranger');
  await copy.close();
  const line = (await readFile(join(other.path, 'sessions', 'a', 'journal.jsonl'))).subarray(before);
  await other.remove();
  return line;
}

test('an older copy put into the open journal is noticed before anything is written behind the gap', async () => {
  const lines = (await readFile(journal, 'utf8')).split('\n');
  await truncate(journal, Buffer.byteLength(`${lines[0] ?? ''}\n`));
  expect((await problemFrom(document.append(title('three'), 'secretary'))).code).toBe('store.changedOutside');
  expect(document.status.kind).toBe('readOnly');
  // Neither lengthened by a gap nor touched in any other way.
  expect(await readFile(journal, 'utf8')).toBe(`${lines[0] ?? ''}\n`);
  expect(await isSound()).toBe(true);
});

test('lines that a second writer put behind ours are neither overwritten nor cut', async () => {
  const line = await strangersLine();
  await appendFile(journal, line);
  const both = await readFile(journal);
  expect((await problemFrom(document.append(title('three'), 'secretary'))).code).toBe('store.changedOutside');
  expect((await readFile(journal)).equals(both)).toBe(true);
  expect(await isSound()).toBe(true);
  await archive.sessions.close('a');
  expect((await archive.sessions.open('a')).state.title).toBe('theirs');
});

test('nor are they when a write of ours had failed before', async () => {
  const line = await strangersLine();
  fails = true;
  expect((await problemFrom(document.append(title('lost'), 'secretary'))).code).toBe('store.diskFault');
  fails = false;
  expect(await isSound()).toBe(true);
  await appendFile(journal, line);
  const both = await readFile(journal);
  expect((await problemFrom(document.append(title('three'), 'secretary'))).code).toBe('store.changedOutside');
  expect((await readFile(journal)).equals(both)).toBe(true);
});

test.each([1, 0.5])('what a failed write of ours left behind is cut by the next one (%s of it)', async (part) => {
  const before = await readFile(journal);
  fails = true;
  expect((await problemFrom(document.append(title('lost'), 'secretary'))).code).toBe('store.diskFault');
  fails = false;
  // A rest that could not be cut at once, as on a stick that was out of reach.
  await appendFile(journal, attempted.subarray(0, Math.ceil(attempted.length * part)));
  expect((await readFile(journal)).length).toBeGreaterThan(before.length);
  await document.append(title('saved'), 'secretary');
  expect(await isSound()).toBe(true);
  expect(document.entries().map(({ data }) => data)).toHaveLength(3);
  expect((await readFile(journal, 'utf8')).includes('lost')).toBe(false);
});
