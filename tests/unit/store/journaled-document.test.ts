import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNotes, problemFrom, temporaryFolder, testClock, type NoteArchive } from '../../support/note-archive.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let archive: NoteArchive;

beforeEach(async () => {
  folder = await temporaryFolder();
  archive = await openNotes(folder.path);
});
afterEach(async () => {
  await archive.close();
  await folder.remove();
});

async function reopened(): Promise<NoteArchive> {
  await archive.close();
  archive = await openNotes(folder.path);
  return archive;
}

test('what was recorded is there after the archive was closed and opened', async () => {
  const document = await archive.sessions.create('a', [{ type: 'titled', title: 'Hội đồng một' }], 'secretary');
  const saved = await document.append([{ type: 'noted', name: 'n1', text: 'Nhận xét' }], 'secretary');
  expect(saved.seq).toBe(2);
  const again = await (await reopened()).sessions.open('a');
  expect(again.seq).toBe(2);
  expect(again.state).toEqual({
    title: 'Hội đồng một',
    notes: { n1: { text: 'Nhận xét', by: 'secretary' } },
    count: 1,
    checked: [],
  });
  expect(again.status).toEqual({ kind: 'ok' });
});

test('many changes at once are all kept, in order, and each is answered with its own state', async () => {
  const document = await archive.sessions.create('a', [{ type: 'titled', title: '' }], 'secretary');
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, at) => document.append([{ type: 'noted', name: `n${at}`, text: String(at) }], 'm')),
  );
  expect(answers.map(({ seq }) => seq)).toEqual(Array.from({ length: 500 }, (_, at) => at + 2));
  expect(answers.map(({ state }) => state.count)).toEqual(Array.from({ length: 500 }, (_, at) => at + 1));
  const again = await (await reopened()).sessions.open('a');
  expect(again.state.count).toBe(500);
  expect(again.entries()).toHaveLength(501);
});

test('a decision given as a function sees the changes that still wait for the disk', async () => {
  const document = await archive.sessions.create('a', [{ type: 'titled', title: '' }], 'secretary');
  await Promise.all(
    Array.from({ length: 20 }, () =>
      document.append(({ count }) => [{ type: 'noted', name: `n${count}`, text: 'x' }], 'secretary'),
    ),
  );
  expect(document.state.count).toBe(20);
});

test('an event that the kind refuses leaves no trace', async () => {
  const document = await archive.sessions.create('a', [{ type: 'titled', title: '' }], 'secretary');
  await expect(document.append([{ type: 'checked', name: 'none' }], 'secretary')).rejects.toThrow('no note none');
  await document.append([{ type: 'titled', title: 'after' }], 'secretary');
  expect(document.seq).toBe(2);
});

test('undo and redo bear names, take whole deeds, and survive reopening', async () => {
  const document = await archive.sessions.create('a', [{ type: 'titled', title: 'first' }], 'secretary');
  await document.append(
    [
      { type: 'noted', name: 'n', text: 'one' },
      { type: 'checked', name: 'n' },
    ],
    'secretary',
  );
  await document.append([{ type: 'titled', title: 'second' }], 'secretary');
  expect(document.undoable).toEqual({ seq: 3, label: { vi: 'ghi “titled”', en: 'record “titled”' } });
  await document.undo('secretary');
  expect(document.state.title).toBe('first');
  const again = await (await reopened()).sessions.open('a');
  expect(again.undoable?.seq).toBe(2);
  expect(again.redoable?.seq).toBe(3);
  await again.undo('secretary');
  expect(again.state).toEqual({ title: 'first', notes: {}, count: 0, checked: [] });
  expect(again.undoable).toBeNull();
  expect((await problemFrom(again.undo('secretary'))).code).toBe('store.nothingToUndo');
  await again.redo('secretary');
  await again.redo('secretary');
  expect(again.state).toEqual({
    title: 'second',
    notes: { n: { text: 'one', by: 'secretary' } },
    count: 1,
    checked: ['n'],
  });
  expect((await problemFrom(again.redo('secretary'))).code).toBe('store.nothingToRedo');
  expect(again.log().map(({ label }) => label.en)).toEqual([
    'record “titled”',
    'record “noted”',
    'record “titled”',
    'Undo: record “titled”',
    'Undo: record “noted”',
    'Redo: record “noted”',
    'Redo: record “titled”',
  ]);
});

test('an undo is refused where something later changed the same place, and says what', async () => {
  const document = await archive.sessions.create('a', [{ type: 'titled', title: 'first' }], 'secretary');
  await document.append([{ type: 'titled', title: 'second' }], 'secretary');
  await document.append([{ type: 'sent', title: 'sent' }], 'secretary');
  expect(document.undoable?.seq).toBe(2);
  const problem = await problemFrom(document.undo('secretary'));
  expect(problem.code).toBe('store.undoConflict');
  expect(problem.details).toMatchObject({ seq: 2, path: 'title', laterSeq: 3, laterEn: 'record “sent”' });
  expect(document.seq).toBe(3);
});

test('two undos asked for at once take back two deeds, and one beside a change never overwrites it', async () => {
  const document = await archive.sessions.create('a', [{ type: 'titled', title: 'first' }], 'secretary');
  await document.append([{ type: 'noted', name: 'n', text: 'one' }], 'secretary');
  await document.append([{ type: 'titled', title: 'second' }], 'secretary');
  await Promise.all([document.undo('secretary'), document.undo('secretary')]);
  expect(document.state).toEqual({ title: 'first', notes: {}, count: 0, checked: [] });
  await Promise.all([document.redo('secretary'), document.redo('secretary')]);
  expect(document.state.title).toBe('second');
  expect(document.state.count).toBe(1);

  await Promise.all([
    document.undo('secretary', 3),
    document.append([{ type: 'titled', title: 'third' }], 'secretary'),
  ]);
  expect(document.state.title).toBe('third');
});

test('an undo is refused where a later deed builds on the place', async () => {
  const document = await archive.sessions.create('a', [{ type: 'titled', title: '' }], 'secretary');
  const noted = await document.append([{ type: 'noted', name: 'n', text: 'one' }], 'secretary');
  await document.append([{ type: 'checked', name: 'n' }], 'secretary');
  const problem = await problemFrom(document.undo('secretary', noted.seq));
  expect(problem.code).toBe('store.undoBreaks');
  expect(problem.details).toMatchObject({ reason: 'checked without note: n' });
});

test('any moment can be looked at, by number and by time, and two compared', async () => {
  const clock = testClock('2026-03-02T03:32:00.000Z');
  await archive.close();
  archive = await openNotes(folder.path, { clock });
  const document = await archive.sessions.create('a', [{ type: 'titled', title: 'v1' }], 'secretary');
  for (let at = 2; at <= 700; at += 1) await document.append([{ type: 'titled', title: `v${at}` }], 'secretary');
  for (const seq of [1, 2, 255, 256, 257, 300, 511, 512, 513, 699, 700]) {
    expect(document.at({ seq }).state.title).toBe(`v${seq}`);
  }
  const { at } = document.at({ seq: 400 });
  expect(document.at({ time: at ?? '' }).seq).toBe(400);
  expect(document.at({ time: '2020-01-01T00:00:00.000Z' }).seq).toBe(0);
  expect(document.at({ time: '2030-01-01T00:00:00.000Z' }).seq).toBe(700);
  expect(document.compare({ seq: 3 }, { seq: 600 })).toEqual([{ path: ['title'], before: 'v3', after: 'v600' }]);
  const again = await (await reopened()).sessions.open('a');
  expect(again.at({ seq: 300 }).state.title).toBe('v300');
  expect(again.history(['title'])).toHaveLength(700);
  expect(again.history(['title'])[9]).toMatchObject({ seq: 10, before: 'v9', after: 'v10', actor: 'secretary' });
});

test('a clock that was set back never makes a later entry look earlier, and the entry notes it', async () => {
  const clock = testClock('2026-03-02T01:00:00.000Z');
  await archive.close();
  archive = await openNotes(folder.path, { clock });
  const document = await archive.sessions.create('a', [{ type: 'titled', title: '' }], 'secretary');
  const before = await document.append([{ type: 'titled', title: 'x' }], 'secretary');
  clock.set('2019-01-01T00:00:00.000Z');
  const after = await document.append([{ type: 'titled', title: 'y' }], 'secretary');
  expect(after.at).toBe(before.at);
  expect(document.entries()[2]).toMatchObject({ at: before.at, clock: '2019-01-01T00:00:00.000Z' });
  const again = await (await reopened()).sessions.open('a');
  expect(again.entries()[2]?.clock).toBe('2019-01-01T00:00:00.000Z');
});

test('half a surrogate pair does not make a text impossible to save', async () => {
  const document = await archive.sessions.create('a', [{ type: 'titled', title: '' }], 'secretary');
  await document.append([{ type: 'titled', title: 'x\uD83Dy 😀' }], 'secretary');
  expect(document.state.title).toBe('x\uFFFDy 😀');
});
