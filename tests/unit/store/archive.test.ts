import { writeSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '#domain/contract/base.ts';
import type { Migration } from '#domain/journal/document-kind.ts';
import { ownPackKind } from '#domain/own-pack/kind.ts';
import { BackupFolder } from '#main/store/backups.ts';
import { checkArchive } from '#main/store/check-archive.ts';
import { continueFromGood } from '#main/store/document-folder.ts';
import { sealedText } from '#main/store/durable-json.ts';
import { acquireLock, lockName } from '#main/store/lock.ts';
import { memoryFolder, openNotes, problemFrom, temporaryFolder, testClock } from '../../support/note-archive.ts';
import { noteKind, noteWorkbookKind, type NoteEvent } from '../../support/note-kind.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder(memoryFolder);
});
afterEach(() => folder.remove());

const title = (text: string): readonly NoteEvent[] => [{ type: 'titled', title: text }];

async function threeSessions(): Promise<void> {
  const archive = await openNotes(folder.path);
  for (const id of ['a', 'b', 'c']) await archive.sessions.create(id, title(`title of ${id}`), 'secretary');
  await archive.workbooks.create('w', title('workbook'), 'member');
  await archive.close();
}

test('the list shows every document with its head, newest change first, without opening any', async () => {
  await threeSessions();
  const archive = await openNotes(folder.path, { clock: testClock('2026-03-03T01:00:00.000Z') });
  const b = await archive.sessions.open('b');
  await b.append(title('changed'), 'secretary');
  expect((await archive.sessions.list()).map(({ id, seq, head }) => [id, seq, head?.title])).toEqual([
    ['b', 2, 'changed'],
    ['c', 1, 'title of c'],
    ['a', 1, 'title of a'],
  ]);
  expect((await archive.workbooks.list()).map(({ id }) => id)).toEqual(['w']);
  expect(archive.sessions.ifOpen('a')).toBeUndefined();
  await archive.close();
});

test('an index that is missing, damaged or of other heads is made anew from the documents', async () => {
  await threeSessions();
  const index = join(folder.path, 'index.json');
  const good = await readFile(index);
  for (const bytes of [
    null,
    Buffer.from('{}'),
    good.subarray(0, 100),
    Buffer.from(good.toString().replace('title of b', 'title of x')),
  ]) {
    if (bytes === null) await rm(index);
    else await writeFile(index, bytes);
    const notices: Problem[] = [];
    const archive = await openNotes(folder.path, { notices });
    expect((await archive.sessions.list()).map(({ head }) => head?.title).sort()).toEqual([
      'title of a',
      'title of b',
      'title of c',
    ]);
    expect(notices.map(({ code }) => code)).toEqual(bytes === null ? [] : ['store.indexRebuilt']);
    await archive.close();
  }
  const newHeads = { ...noteKind, stateVersion: 2, headOf: () => ({ title: 'new', count: 0 }) };
  const archive = await openNotes(folder.path, {
    kinds: { session: newHeads, workbook: noteWorkbookKind, pack: ownPackKind },
  });
  expect((await archive.sessions.list()).map(({ head }) => head?.title)).toEqual(['new', 'new', 'new']);
  await archive.close();
});

test('a document made while the list is read for the first time is in it', async () => {
  await threeSessions();
  const archive = await openNotes(folder.path);
  const [first] = await Promise.all([archive.sessions.list(), archive.sessions.create('d', title('d'), 'secretary')]);
  expect(first.length).toBeGreaterThanOrEqual(3);
  expect((await archive.sessions.list()).map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect((await checkArchive(archive)).findings).toEqual([]);
  await archive.close();
});

test('folders that were put in or taken out by hand are noticed by the list', async () => {
  await threeSessions();
  await rm(join(folder.path, 'sessions', 'a'), { recursive: true });
  const archive = await openNotes(folder.path);
  expect((await archive.sessions.list()).map(({ id }) => id).sort()).toEqual(['b', 'c']);
  await archive.close();
});

test('a removed document lies whole in the trash', async () => {
  await threeSessions();
  const archive = await openNotes(folder.path);
  await archive.sessions.files('a').put('keys.json', Buffer.from('k'));
  await archive.sessions.remove('a');
  expect((await archive.sessions.list()).map(({ id }) => id).sort()).toEqual(['b', 'c']);
  const [trashed = ''] = await readdir(join(folder.path, 'trash'));
  expect(trashed).toMatch(/session-a$/);
  expect((await readdir(join(folder.path, 'trash', trashed))).sort()).toEqual([
    'files',
    'journal.jsonl',
    'snapshot.json',
  ]);
  expect((await problemFrom(archive.sessions.open('a'))).code).toBe('store.notFound');
  expect((await problemFrom(archive.sessions.remove('a'))).code).toBe('store.notFound');
  await archive.close();
});

test('a name is given once, across both kinds, and must be fit for every file system', async () => {
  const archive = await openNotes(folder.path);
  await archive.sessions.create('a', title(''), 'secretary');
  expect((await problemFrom(archive.sessions.create('a', title(''), 's'))).code).toBe('store.exists');
  expect((await problemFrom(archive.workbooks.create('a', title(''), 's'))).code).toBe('store.exists');
  for (const bad of ['', '.', '..', '../x', 'A', 'con', 'a/b', 'a'.repeat(65), 'ế']) {
    expect((await problemFrom(archive.sessions.create(bad, title(''), 's'))).code).toBe('store.badName');
    expect((await problemFrom(archive.sessions.open(bad))).code).toBe('store.badName');
  }
  for (const bad of ['', '.x', '../x', 'a/b', 'a\\b']) {
    expect((await problemFrom(archive.sessions.files('a').put(bad, Buffer.from('')))).code).toBe('store.badName');
  }
  await archive.close();
});

test('attachments are kept once, streamed in, and a damaged one is told and repaired by putting it in again', async () => {
  const archive = await openNotes(folder.path);
  const bytes = Buffer.from('a dossier');
  const one = await archive.attachments.put(bytes);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes.subarray(0, 3));
    yield bytes.subarray(3);
  }
  expect(await archive.attachments.put(chunks())).toEqual(one);
  expect(one.size).toBe(9);
  expect(await archive.attachments.list()).toEqual([one.sha256]);
  await writeFile(archive.attachments.path(one.sha256), 'a dossieR');
  expect((await problemFrom(archive.attachments.read(one.sha256))).code).toBe('store.attachmentDamaged');
  await archive.attachments.put(bytes);
  expect((await archive.attachments.read(one.sha256)).equals(bytes)).toBe(true);
  expect((await problemFrom(archive.attachments.read('0'.repeat(64)))).code).toBe('store.attachmentMissing');
  expect(await readdir(join(folder.path, 'incoming'))).toEqual([]);
  await archive.close();
});

test('a write that takes a part at a time is gone on with; one that takes nothing is never a success', async () => {
  let most = 7;
  const archive = await openNotes(folder.path, {
    rawWrite: (file, bytes, offset, length, position) =>
      most === 0 ? 0 : writeSync(file, bytes, offset, Math.min(length, most), position),
  });
  const document = await archive.sessions.create('a', title(''), 'secretary');
  await document.append(title('by sevens'), 'secretary');
  await document.append(title('by sevens again'), 'secretary');
  most = 0;
  expect((await problemFrom(document.append(title('nothing'), 'secretary'))).code).toBe('store.diskFull');
  most = 100_000;
  await document.append(title('again'), 'secretary');
  expect(document.seq).toBe(4);
  await archive.close();
  const again = await openNotes(folder.path);
  expect((await again.sessions.open('a')).state.title).toBe('again');
  await again.close();
});

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

test('a failed write takes nothing along: neither the changes behind it nor half a line', async () => {
  let failing = false;
  const archive = await openNotes(folder.path, {
    rawWrite: (file, bytes, offset, length, position) => {
      if (!failing) return writeSync(file, bytes, offset, length, position);
      writeSync(file, bytes, offset, 10, position);
      throw failure('ENOSPC');
    },
  });
  const document = await archive.sessions.create('a', title('kept'), 'secretary');
  failing = true;
  const results = await Promise.allSettled([1, 2, 3].map((at) => document.append(title(`lost ${at}`), 'secretary')));
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(document.state.title).toBe('kept');
  expect((await readFile(join(document.folder, 'journal.jsonl'), 'utf8')).split('\n')).toHaveLength(2);
  failing = false;
  expect((await document.append(title('saved'), 'secretary')).seq).toBe(2);
  await archive.close();
});

test('a journal that something else wrote to is not written to any more', async () => {
  let failing = false;
  const archive = await openNotes(folder.path, {
    rawWrite: (file, bytes, offset, length, position) => {
      if (failing) throw failure('EIO');
      return writeSync(file, bytes, offset, length, position);
    },
  });
  const document = await archive.sessions.create('a', title('mine'), 'secretary');
  failing = true;
  expect((await problemFrom(document.append(title('x'), 's'))).code).toBe('store.diskFault');
  failing = false;
  await writeFile(join(document.folder, 'journal.jsonl'), 'x'.repeat(2_000));
  expect((await problemFrom(document.append(title('x'), 's'))).code).toBe('store.changedOutside');
  expect(document.status.kind).toBe('readOnly');
  expect(document.state.title).toBe('mine');
  await archive.close();
});

test('lines that a snapshot proves to be missing are noticed', async () => {
  const archive = await openNotes(folder.path);
  const document = await archive.sessions.create('a', title('1'), 'secretary');
  await document.append(title('2'), 'secretary');
  await archive.close();
  const path = join(folder.path, 'sessions', 'a', 'journal.jsonl');
  const [first = ''] = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, `${first}\n`);
  const again = await openNotes(folder.path);
  const short = await again.sessions.open('a');
  expect(short.status).toMatchObject({
    kind: 'readOnly',
    problem: { code: 'store.entriesMissing', details: { missing: 1 } },
  });
  expect(await continueFromGood(again, 'session', 'a')).toMatch(/session-a$/);
  const next = await again.sessions.open('a');
  expect(next.status).toEqual({ kind: 'ok' });
  expect((await next.append(title('on'), 'secretary')).seq).toBe(2);
  await again.close();
});

test('a journal under the name of another document is not taken for its own', async () => {
  await threeSessions();
  await rm(join(folder.path, 'sessions', 'b', 'snapshot.json'), { force: true });
  await writeFile(
    join(folder.path, 'sessions', 'b', 'journal.jsonl'),
    await readFile(join(folder.path, 'sessions', 'a', 'journal.jsonl')),
  );
  const archive = await openNotes(folder.path);
  expect((await archive.sessions.open('b')).status).toMatchObject({
    kind: 'readOnly',
    problem: { code: 'store.damaged' },
  });
  await archive.close();
});

test('old events are brought to the present version, and a newer document or archive opens read-only and says so', async () => {
  await threeSessions();
  const toTwo: Migration = {
    to: 2,
    name: 'titles are written with a mark',
    event: (event) => {
      const old = event as { readonly type: string; readonly title?: string };
      return [old.type === 'titled' ? { ...old, title: `${old.title ?? ''}!` } : old];
    },
  };
  const second = { ...noteKind, version: 2, migrations: [toTwo] };
  const kinds = { session: second, workbook: noteWorkbookKind, pack: ownPackKind };
  let archive = await openNotes(folder.path, { kinds });
  const document = await archive.sessions.open('a');
  expect(document.state.title).toBe('title of a!');
  await document.append(title('second'), 'secretary');
  await archive.close();

  archive = await openNotes(folder.path, { kinds });
  expect((await archive.sessions.open('a')).state.title).toBe('second');
  expect((await archive.sessions.open('a')).at({ seq: 1 }).state.title).toBe('title of a!');
  await archive.close();

  const bytes = await readFile(join(folder.path, 'sessions', 'a', 'journal.jsonl'));
  archive = await openNotes(folder.path);
  const old = await archive.sessions.open('a');
  expect(old.status).toMatchObject({
    kind: 'readOnly',
    problem: { code: 'store.newer', details: { version: 2, known: 1 } },
  });
  expect(old.state.title).toBe('title of a');
  expect((await archive.sessions.open('b')).status).toEqual({ kind: 'ok' });
  expect((await problemFrom(continueFromGood(archive, 'session', 'a'))).code).toBe('store.notFound');
  await archive.close();
  expect((await readFile(join(folder.path, 'sessions', 'a', 'journal.jsonl'))).equals(bytes)).toBe(true);

  await writeFile(
    join(folder.path, 'archive.json'),
    JSON.stringify({ format: 'hoidong-archive', version: 9, made: '' }),
  );
  archive = await openNotes(folder.path);
  expect(archive.readOnly?.code).toBe('store.archiveNewer');
  expect((await problemFrom(archive.sessions.create('z', title(''), 's'))).code).toBe('store.archiveNewer');
  expect((await archive.sessions.open('b')).state.title).toBe('title of b');
  await archive.close();
});

test('the samples of every old version of the store still open', async () => {
  const samples = new URL('../../data/store/', import.meta.url);
  const versions = (await readdir(samples)).filter((name) => /^v\d+$/.test(name));
  expect(versions).toContain('v1');
  for (const version of versions) {
    const archive = await openNotes(new URL(`${version}/`, samples).pathname, { readOnly: true });
    const document = await archive.sessions.open('sample');
    expect(document.state).toEqual({
      title: 'Hội đồng tư vấn tuyển chọn',
      notes: {
        n1: { text: 'Nhận xét thứ nhất, đã sửa', by: 'secretary' },
        n2: { text: 'Nhận xét thứ hai', by: 'member' },
      },
      count: 2,
      checked: ['n1'],
    });
    expect(document.log().map(({ type }) => type)).toEqual(['event', 'event', 'event', 'event', 'undo', 'redo']);
    expect((await archive.sessions.list()).map(({ id, seq }) => [id, seq])).toEqual([['sample', 6]]);
    expect((await archive.sessions.files('sample').read('keys.json'))?.toString()).toBe('{"wrapped":"sample"}\n');
    expect((await checkArchive(archive)).findings).toEqual([]);
    await archive.close();
  }
});

test('a folder has one name for the lock, in whichever length Windows gives the number of its disk', () => {
  const ino = 281474976710657n;
  const long = lockName({ dev: 0xa1b2c3d4e5f60718n, ino }, 'win32');
  expect(lockName({ dev: 0xe5f60718n, ino }, 'win32')).toBe(long);
  expect(lockName({ dev: 0xe5f60718n, ino: ino + 1n }, 'win32')).not.toBe(long);
});

test('a folder that another computer left open is opened for writing only when a person says so', async () => {
  const lock = await acquireLock(folder.path, testClock(), { machine: 'another' });
  const holder = await readFile(join(folder.path, 'lock.json'), 'utf8');
  await lock.release();
  await writeFile(join(folder.path, 'lock.json'), holder);
  expect((await problemFrom(openNotes(folder.path))).code).toBe('store.lockedElsewhere');
  const taken = await openNotes(folder.path, { takeOver: true });
  await taken.close();
  const after = await openNotes(folder.path);
  await after.close();
});

test('a check finds what is wrong with index, snapshot, attachment and content, and mends the index when asked', async () => {
  await threeSessions();
  let archive = await openNotes(folder.path);
  await archive.sessions.create('bad', [{ type: 'noted', name: 'n', text: '' }], 's');
  const bad = await archive.sessions.open('bad');
  await bad.append(
    [
      { type: 'checked', name: 'n' },
      { type: 'dropped', name: 'n' },
    ],
    's',
  );
  const { sha256 } = await archive.attachments.put(Buffer.from('x'));
  await archive.close();
  await writeFile(join(folder.path, 'attachments', sha256), 'y');
  await writeFile(join(folder.path, 'sessions', 'bad', 'snapshot.json'), 'nonsense');
  await writeFile(join(folder.path, 'index.json'), 'nonsense');
  archive = await openNotes(folder.path);
  const report = await checkArchive(archive, { fixIndex: true });
  expect(report.findings.map(({ where, problem }) => `${where}: ${problem.code}`).sort()).toEqual([
    `attachment ${sha256}: store.attachmentDamaged`,
    'index: store.indexDamaged',
    'session bad: store.invariantBroken',
    'session bad: store.snapshotDamaged',
  ]);
  expect(report).toMatchObject({ documents: 5, indexFixed: true });
  expect((await checkArchive(archive)).findings.map(({ where }) => where)).not.toContain('index');
  await archive.close();
});

test('an index as an earlier program wrote it is made anew, and nobody is told of damage', async () => {
  await threeSessions();
  const part = { version: noteKind.version, stateVersion: noteKind.stateVersion };
  const record = {
    seq: 1,
    at: '2026-01-01T00:00:00.000Z',
    hash: '0',
    head: { title: 'earlier', count: 0 },
    problem: null,
  };
  const earlier = {
    format: 1,
    session: { ...part, documents: { a: record } },
    workbook: { ...part, documents: {} },
  };
  await writeFile(join(folder.path, 'index.json'), sealedText(earlier));
  const notices: Problem[] = [];
  const archive = await openNotes(folder.path, { notices });
  const listed = await archive.sessions.list();
  expect(listed.map(({ id, head }) => `${id}: ${head?.title}`).sort()).toEqual([
    'a: title of a',
    'b: title of b',
    'c: title of c',
  ]);
  expect(notices).toEqual([]);
  await archive.close();
});

test('what a killed process left half made is swept, and a restore that was complete is finished', async () => {
  await threeSessions();
  const { mkdir, rename } = await import('node:fs/promises');
  const sessions = join(folder.path, 'sessions');
  await mkdir(join(sessions, '.new.0123456789ab.tmp'));
  await writeFile(join(folder.path, '.index.json.0123456789ab.tmp'), 'half');
  await rename(join(sessions, 'a'), join(sessions, '.a.0123456789ab.ready'));
  await mkdir(join(sessions, '.b.0123456789ab.ready'));
  const archive = await openNotes(folder.path);
  expect((await readdir(sessions)).sort()).toEqual(['a', 'b', 'c']);
  expect((await readdir(folder.path)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect((await archive.sessions.open('a')).state.title).toBe('title of a');
  expect((await archive.sessions.open('b')).state.title).toBe('title of b');
  await archive.close();
});

test('a journal and snapshot put back as they once were are told once, for the index knows that more had been written', async () => {
  await threeSessions();
  const notices: Problem[] = [];
  const copy = join(folder.path, 'copy');
  const there = join(folder.path, 'sessions', 'a');
  const opened = async (): Promise<readonly string[]> => {
    notices.length = 0;
    const archive = await openNotes(folder.path, { notices });
    await archive.sessions.list();
    for (const id of ['a', 'b', 'c']) await archive.sessions.open(id);
    await archive.close();
    return notices.map(({ code }) => code);
  };
  await cp(there, copy, { recursive: true });
  let archive = await openNotes(folder.path);
  await (await archive.sessions.open('a')).append(title('later'), 'secretary');
  await archive.close();
  expect(await opened()).toEqual([]);

  await rm(there, { recursive: true });
  await cp(copy, there, { recursive: true });
  expect(await opened()).toEqual(['store.olderThanKnown']);
  expect(notices[0]?.details).toMatchObject({ id: 'a', seq: 1, knownSeq: 2 });
  expect(await opened()).toEqual([]);

  // Wished for: a backup is put back, and what was written before it is gone with the program's knowledge.
  archive = await openNotes(folder.path);
  const backups = new BackupFolder(archive);
  const { name } = await backups.run();
  await (await archive.sessions.open('a')).append(title('later again'), 'secretary');
  await archive.sessions.list();
  await backups.restoreAll(name);
  await archive.close();
  expect(await opened()).toEqual([]);
});
