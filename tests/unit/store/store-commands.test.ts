import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownPackKind } from '#domain/own-pack/kind.ts';
import { storeMessages, storeProblems } from '#domain/text/messages/store.ts';
import { run as backup } from '#main/cli/commands/backup.ts';
import { run as check } from '#main/cli/commands/check.ts';
import { run as history } from '#main/cli/commands/history.ts';
import { run as restore } from '#main/cli/commands/restore.ts';
import { memoryFolder, openNotes, temporaryFolder, testClock } from '../../support/note-archive.ts';
import { noteKind, noteWorkbookKind } from '../../support/note-kind.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let said: string[];
beforeEach(async () => {
  said = [];
  folder = await temporaryFolder(memoryFolder);
  const archive = await openNotes(join(folder.path, 'data'), { clock: testClock('2026-03-02T03:32:00.000Z') });
  const document = await archive.sessions.create('a', [{ type: 'titled', title: 'một' }], 'secretary');
  await document.append([{ type: 'titled', title: 'hai' }], 'secretary');
  await archive.close();
});
afterEach(() => folder.remove());

type Run = typeof check;
const call = (run: Run, ...args: readonly string[]): Promise<number> =>
  run(
    args,
    { out: (text) => said.push(text), err: (text) => said.push(`! ${text}`), dataDir: join(folder.path, 'data') },
    { session: noteKind, workbook: noteWorkbookKind, pack: ownPackKind },
  );

test('check says that all is sound, and with 1 what is not', async () => {
  expect(await call(check)).toBe(0);
  expect(said.join('')).toContain('Mọi thứ nguyên vẹn.');
  await writeFile(join(folder.path, 'data', 'index.json'), 'x');
  expect(await call(check)).toBe(1);
  expect(await call(check, '--fix-index')).toBe(0);
  expect(await call(check)).toBe(0);
  expect(await call(check, '--nonsense')).toBe(2);
});

test('backup and restore bring a session back and say where the other version went', async () => {
  expect(await call(backup)).toBe(0);
  expect(await call(backup, '--to', join(folder.path, 'second'))).toBe(0);
  const archive = await openNotes(join(folder.path, 'data'));
  await (await archive.sessions.open('a')).append([{ type: 'titled', title: 'ba' }], 'secretary');
  await archive.close();
  said = [];
  expect(await call(restore)).toBe(0);
  const name = said[0]?.split(' ')[0] ?? '';
  expect(await call(restore, name, '--session', 'a')).toBe(0);
  expect(said.join('')).toContain(join(folder.path, 'data', 'kept'));
  said = [];
  expect(await call(history, 'a', '--seq', '99')).toBe(0);
  expect(said.join('')).toContain('"title": "hai"');
  expect(await call(restore, name)).toBe(2);
  expect(await call(restore, 'x', '--all')).toBe(1);
});

test('export and import carry everything over', async () => {
  const file = join(folder.path, 'all.zip');
  expect(await call(backup, '--export', file)).toBe(0);
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
  said = [];
  expect(await call(restore, '--import', file)).toBe(0);
  expect(said.join('')).toContain('a: đã có, giống nhau');
});

test('history lists deeds, shows any moment in Vietnamese time, and the values of a field', async () => {
  expect(await call(history, 'a')).toBe(0);
  expect(said[0]).toBe('1\t02/03/2026 10:32:03\tsecretary\tghi “titled”\n');
  said = [];
  expect(await call(history, 'a', '--at', '2026-03-02 10:32:03')).toBe(0);
  expect(said.join('')).toContain('"title": "một"');
  said = [];
  expect(await call(history, 'a', '--at', '2026-03-02')).toBe(0);
  expect(said.join('')).toContain('"title": "hai"');
  said = [];
  expect(await call(history, 'a', '--field', 'title')).toBe(0);
  expect(said).toHaveLength(2);
  expect(said[1]).toContain('"một" → "hai"');
  expect(await call(history, 'none')).toBe(1);
  expect(await call(history, 'a', '--at', 'nonsense')).toBe(2);
});

test('a folder that another holds gives its message and 1', async () => {
  const archive = await openNotes(join(folder.path, 'data'));
  expect(await call(restore, 'x', '--all')).toBe(1);
  expect(said.join('')).toContain(`tiến trình số ${process.pid}`);
  expect(await call(check)).toBe(0);
  await archive.close();
});

test('every code that the store uses has a text in both languages', async () => {
  const { readdir } = await import('node:fs/promises');
  const source = new URL('../../../src-main/store/', import.meta.url);
  const used = new Set<string>();
  for (const name of await readdir(source)) {
    for (const [, code = ''] of (await readFile(new URL(name, source), 'utf8')).matchAll(/'(store\.[a-zA-Z]+)'/g))
      used.add(code);
  }
  expect(used.size).toBeGreaterThan(40);
  for (const code of used) {
    for (const language of ['vi', 'en'] as const) {
      expect(storeProblems[code]?.[language]({ seq: 1, at: null, id: 'x' }).length, code).toBeGreaterThan(15);
    }
  }
  expect(Object.keys(storeMessages.en)).toEqual(Object.keys(storeMessages.vi));
});
