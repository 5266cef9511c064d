import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openNotes, problemFrom, temporaryFolder } from '../support/note-archive.ts';
import { prepareWriter, start } from './kills.ts';

test('while one process writes a second never does, is told who holds the folder, and may read', async () => {
  const folder = await temporaryFolder();
  const data = join(folder.path, 'data');
  const writer = prepareWriter(data, 1);
  try {
    await writer.ready;
    start(writer);
    await writer.opened;
    const problem = await problemFrom(openNotes(data));
    expect(problem.code).toBe('store.locked');
    expect(problem.details['pid']).toBe(writer.process.pid);
    expect(typeof problem.details['host']).toBe('string');
    expect(Date.parse(String(problem.details['since']))).toBeGreaterThan(Date.now() - 60_000);

    // The same folder under another name is the same folder.
    await symlink(data, join(folder.path, 'link'));
    expect((await problemFrom(openNotes(join(folder.path, 'link')))).code).toBe('store.locked');

    const reading = await openNotes(data, { readOnly: true });
    expect((await reading.sessions.list()).map(({ id }) => id).sort()).toEqual(['one', 'two']);
    const document = await reading.sessions.open('one');
    expect(document.seq).toBeGreaterThan(0);
    for (const refused of [
      document.append([{ type: 'titled', title: 'second' }], 'second'),
      document.undo('second'),
      reading.sessions.create('three', [{ type: 'titled', title: '' }], 'second'),
      reading.sessions.remove('one'),
      reading.attachments.put(Buffer.from('x')),
      reading.sessions.files('one').put('x', Buffer.from('x')),
    ]) {
      expect((await problemFrom(refused)).code).toBe('store.openedReadOnly');
    }
    await reading.close();
    expect((await readFile(join(data, 'sessions', 'one', 'journal.jsonl'), 'utf8')).includes('second')).toBe(false);

    // A process that is killed holds nothing any more.
    writer.process.kill('SIGKILL');
    await writer.gone;
    const after = await openNotes(data);
    expect((await after.sessions.open('one')).status).toEqual({ kind: 'ok' });
    await after.close();
  } finally {
    writer.process.kill('SIGKILL');
    await folder.remove();
  }
});

test('one process can not open a folder for writing twice, and can again after closing it', async () => {
  const folder = await temporaryFolder();
  const first = await openNotes(folder.path);
  expect((await problemFrom(openNotes(folder.path))).code).toBe('store.locked');
  await first.close();
  const second = await openNotes(folder.path);
  await second.close();
  await folder.remove();
});
