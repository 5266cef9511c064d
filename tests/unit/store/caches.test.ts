import { copyFile, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownPackKind } from '#domain/own-pack/kind.ts';
import { ArchiveIndex } from '#main/store/archive-index.ts';
import { checkArchive } from '#main/store/check-archive.ts';
import { layoutOf } from '#main/store/layout.ts';
import { memoryFolder, openNotes, temporaryFolder } from '../../support/note-archive.ts';
import { noteKind, noteWorkbookKind, type NoteEvent } from '../../support/note-kind.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
beforeEach(async () => {
  folder = await temporaryFolder(memoryFolder);
  data = join(folder.path, 'data');
});
afterEach(() => folder.remove());

const title = (text: string): readonly NoteEvent[] => [{ type: 'titled', title: text }];
const titlesIn = async (dataDir: string): Promise<Record<string, string | undefined>> => {
  const archive = await openNotes(dataDir);
  const listed = await archive.sessions.list();
  await archive.close();
  return Object.fromEntries(listed.map(({ id, head }) => [id, head?.title]));
};

async function twoSessions(): Promise<void> {
  const archive = await openNotes(data);
  for (const id of ['a', 'b']) await archive.sessions.create(id, title(`title of ${id}`), 'secretary');
  await archive.close();
}

test('an index that is written while a document is being replaced leaves word that the document may differ', async () => {
  await twoSessions();
  const older = join(folder.path, 'older');
  await cp(join(data, 'sessions', 'a'), older, { recursive: true });
  const archive = await openNotes(data);
  await (await archive.sessions.open('a')).append(title('newer'), 'secretary');
  await archive.sessions.close('a');
  await archive.writeIndex();
  const afterCrash = join(folder.path, 'after-crash');
  await archive.sessions.whileClosed('a', async () => {
    // What three seconds after the last change do by themselves.
    await archive.writeIndex();
    await rm(join(data, 'sessions', 'a'), { recursive: true });
    await rename(older, join(data, 'sessions', 'a'));
    await cp(data, afterCrash, { recursive: true });
  });
  await archive.close();
  expect((await titlesIn(afterCrash))['a']).toBe('title of a');
});

test('whoever opens a document while its folder is replaced or removed waits, and gets what is there then', async () => {
  await twoSessions();
  const archive = await openNotes(data);
  await archive.sessions.open('a');
  const events: string[] = [];
  const replacing = archive.sessions.whileClosed('a', async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await copyFile(join(data, 'sessions', 'a', 'journal.jsonl'), join(folder.path, 'copy'));
    events.push('replaced');
  });
  const document = await archive.sessions.open('a');
  events.push('opened');
  await replacing;
  expect(events).toEqual(['replaced', 'opened']);
  expect((await document.append(title('on'), 'secretary')).seq).toBe(2);

  const removing = archive.sessions.remove('a');
  await Promise.all([expect(archive.sessions.open('a')).rejects.toThrow('store.notFound'), removing]);
  expect((await archive.sessions.list()).map(({ id }) => id)).toEqual(['b']);
  await archive.close();
});

test('a mark that is put while it is being taken away is there afterwards', async () => {
  await mkdir(data);
  const layout = layoutOf(data);
  const kinds = { session: noteKind, workbook: noteWorkbookKind, pack: ownPackKind };
  const index = new ArchiveIndex(layout, kinds, true);
  const name = { kind: 'session', id: 'a' } as const;
  for (let at = 0; at < 60; at += 1) {
    await index.mark(name);
    const under = { way: true };
    const writing = index
      .write(() => false)
      .then(() => {
        under.way = false;
      });
    while (under.way) {
      await index.mark(name);
      await nextTurn();
    }
    await writing;
    await index.mark(name);
    expect(await readdir(layout.marks)).toEqual(['session.a']);
  }
});

test('a snapshot and an index that the disk refuses to read keep nothing from being opened', async () => {
  await twoSessions();
  for (const cache of [join(data, 'sessions', 'a', 'snapshot.json'), join(data, 'index.json')]) {
    await rm(cache);
    await mkdir(cache);
  }
  const archive = await openNotes(data);
  expect((await archive.sessions.open('a')).state.title).toBe('title of a');
  expect((await archive.sessions.list()).map(({ id }) => id).sort()).toEqual(['a', 'b']);
  await archive.close();
});

test('one document that the disk refuses to read is listed with its problem and keeps no other out of the list', async () => {
  await twoSessions();
  await rm(join(data, 'index.json'));
  const journal = join(data, 'sessions', 'a', 'journal.jsonl');
  await rename(journal, join(folder.path, 'aside'));
  await mkdir(journal);
  const archive = await openNotes(data);
  const listed = await archive.sessions.list();
  expect(listed.map(({ id, head, problem }) => [id, head?.title, problem?.code])).toEqual([
    ['b', 'title of b', undefined],
    ['a', undefined, 'store.failed'],
  ]);
  await archive.close();
  // It is not remembered as such: once it can be read it is as before.
  await rm(journal, { recursive: true });
  await rename(join(folder.path, 'aside'), journal);
  expect(await titlesIn(data)).toEqual({ a: 'title of a', b: 'title of b' });
  const again = await openNotes(data);
  expect((await checkArchive(again)).findings).toEqual([]);
  await again.close();
});

test('two complete folders of one document, left by two restores that were cut off, keep nothing from opening', async () => {
  await twoSessions();
  const sessions = join(data, 'sessions');
  await cp(join(sessions, 'a'), join(sessions, '.a.0123456789aa.ready'), { recursive: true });
  await rename(join(sessions, 'a'), join(sessions, '.a.0123456789ab.ready'));
  const archive = await openNotes(data);
  expect((await readdir(sessions)).sort()).toEqual(['a', 'b']);
  expect((await archive.sessions.open('a')).state.title).toBe('title of a');
  await archive.close();
  await expect(stat(join(sessions, '.a.0123456789ab.ready'))).rejects.toThrow('ENOENT');
});
