import { execFileSync } from 'node:child_process';
import { writeFileSync, rmSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '#domain/contract/base.ts';
import { openNotes, problemFrom, temporaryFolder } from '../support/note-archive.ts';
import { leaveOut, obstacleForMounts } from './requirements.ts';

test('on a full disk nothing is reported as saved that is not, and saving goes on when there is room', async (context) => {
  const obstacle = obstacleForMounts();
  if (obstacle !== null) leaveOut(context, obstacle);
  const folder = await temporaryFolder();
  const disk = join(folder.path, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk], { stdio: 'pipe' });
  } catch (error) {
    await folder.remove();
    leaveOut(context, `no tmpfs can be mounted: ${String(error)}`);
  }
  try {
    const notices: Problem[] = [];
    const data = join(disk, 'data');
    let archive = await openNotes(data, { notices });
    const filler = join(disk, 'filler');
    writeFileSync(filler, Buffer.alloc(64 * 1024));
    const document = await archive.sessions.create('a', [{ type: 'titled', title: 'full' }], 'secretary');
    await archive.sessions.files('a').put('keys.json', Buffer.from('the keys'));

    let saved = 0;
    let problem: Problem | undefined;
    while (problem === undefined) {
      const edits = await Promise.allSettled(
        Array.from({ length: 5 }, (_, at) =>
          document.append([{ type: 'noted', name: `n${saved}-${at}`, text: 'x'.repeat(1_500) }], 'secretary'),
        ),
      );
      saved += edits.filter(({ status }) => status === 'fulfilled').length;
      const failed = edits.find(({ status }) => status === 'rejected');
      if (failed !== undefined)
        problem = await problemFrom(() => Promise.reject((failed as PromiseRejectedResult).reason as Error));
    }
    expect(problem.code).toBe('store.diskFull');
    expect(document.state.count).toBe(saved);
    expect(document.seq).toBe(saved + 1);
    expect(document.status).toEqual({ kind: 'ok' });

    // The file beside the journal is whole, too: the old one.
    expect((await problemFrom(archive.sessions.files('a').put('keys.json', Buffer.alloc(300_000)))).code).toBe(
      'store.diskFull',
    );
    expect((await archive.sessions.files('a').read('keys.json'))?.toString()).toBe('the keys');
    expect((await problemFrom(archive.attachments.put(Buffer.alloc(300_000)))).code).toBe('store.diskFull');
    expect(await archive.attachments.list()).toEqual([]);
    expect(
      (await problemFrom(document.append([{ type: 'imported', notes: { big: 'y'.repeat(200_000) } }], 's'))).code,
    ).toBe('store.diskFull');
    const before = await readFile(join(data, 'sessions', 'a', 'journal.jsonl'));
    expect(before.at(-1)).toBe(0x0a);

    rmSync(filler);
    await document.append([{ type: 'titled', title: 'room again' }], 'secretary');
    expect(document.state.title).toBe('room again');
    await archive.close();

    archive = await openNotes(data, { notices });
    const again = await archive.sessions.open('a');
    expect(again.status).toEqual({ kind: 'ok' });
    expect(again.seq).toBe(saved + 2);
    expect(again.state.title).toBe('room again');
    await archive.close();
    expect(notices.filter(({ code }) => !['store.snapshotFailed', 'store.indexNotWritten'].includes(code))).toEqual([]);
  } finally {
    execFileSync('umount', ['-l', disk]);
    await folder.remove();
  }
});

test('a stick that is pulled out is noticed at the next change, and what is retried is saved when it is back', async (context) => {
  const obstacle = obstacleForMounts();
  if (obstacle !== null) leaveOut(context, obstacle);
  const folder = await temporaryFolder();
  const image = join(folder.path, 'stick.img');
  const stick = join(folder.path, 'stick');
  await mkdir(stick);
  try {
    execFileSync('truncate', ['-s', '16M', image]);
    execFileSync('mkfs.ext4', ['-q', image], { stdio: 'pipe' });
    execFileSync('mount', ['-o', 'loop', image, stick], { stdio: 'pipe' });
  } catch (error) {
    await folder.remove();
    leaveOut(context, `no image can be mounted: ${String(error)}`);
  }
  try {
    const archive = await openNotes(join(stick, 'data'));
    const document = await archive.sessions.create('a', [{ type: 'titled', title: 'before' }], 'secretary');
    execFileSync('umount', ['-l', stick]);
    const edit = [{ type: 'titled', title: 'after' }] as const;
    expect((await problemFrom(document.append(edit, 'secretary'))).code).toBe('store.folderGone');
    expect((await problemFrom(document.append(edit, 'secretary'))).code).toBe('store.folderGone');
    expect(document.state.title).toBe('before');
    execFileSync('mount', ['-o', 'loop', image, stick], { stdio: 'pipe' });
    await document.append(edit, 'secretary');
    expect(document.state.title).toBe('after');
    await archive.close();
    const again = await openNotes(join(stick, 'data'));
    expect((await again.sessions.open('a')).state.title).toBe('after');
    await again.close();
  } finally {
    execFileSync('umount', ['-l', stick]);
    await folder.remove();
  }
});

test('a read-only disk and a folder without rights each have their own problem', async (context) => {
  const obstacle = obstacleForMounts();
  if (obstacle !== null) leaveOut(context, obstacle);
  const folder = await temporaryFolder();
  const disk = join(folder.path, 'disk');
  await mkdir(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk], { stdio: 'pipe' });
  try {
    const data = join(disk, 'data');
    const archive = await openNotes(data);
    const document = await archive.sessions.create('a', [{ type: 'titled', title: 'before' }], 'secretary');
    await archive.close();
    expect((await problemFrom(document.append([{ type: 'titled', title: 'x' }], 's'))).code).toBe('store.closed');
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    expect((await problemFrom(openNotes(data))).code).toBe('store.readOnlyFolder');
    const reading = await openNotes(data, { readOnly: true });
    expect((await reading.sessions.list()).map(({ head }) => head?.title)).toEqual(['before']);
    expect((await reading.sessions.open('a')).state.title).toBe('before');
    expect((await problemFrom(reading.sessions.create('b', [{ type: 'titled', title: '' }], 's'))).code).toBe(
      'store.openedReadOnly',
    );
    await reading.close();
  } finally {
    execFileSync('umount', ['-l', disk]);
    await folder.remove();
  }
});
