import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { openNotes, problemFrom, temporaryFolder } from '../support/note-archive.ts';
import type { NoteEvent } from '../support/note-kind.ts';
import { leaveOut, type Obstacle } from './requirements.ts';

const nobody = 65_534;

/** Root may do everything, so it becomes somebody else for a while; others are somebody else already, but may not give files away. */
const obstacle: Obstacle =
  process.platform === 'linux' && process.getuid?.() === 0
    ? null
    : 'taking rights away and giving them back needs root on Linux';

async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

const title = (text: string): readonly NoteEvent[] => [{ type: 'titled', title: text }];

test('rights that were taken away are named, what is there is read, and what was refused is saved once they are back', async (context) => {
  if (obstacle !== null) leaveOut(context, obstacle);
  const folder = await temporaryFolder();
  const rights = (mode: string) => execFileSync('chmod', ['-R', mode, folder.path]);
  try {
    const before = await openNotes(folder.path);
    for (const id of ['a', 'b']) await before.sessions.create(id, title(`first ${id}`), 'secretary');
    await before.close();
    execFileSync('chown', ['-R', String(nobody), folder.path]);

    rights('u=rX');
    await asNobody(async () => {
      expect((await problemFrom(openNotes(folder.path))).code).toBe('store.notPermitted');
      const reading = await openNotes(folder.path, { readOnly: true });
      expect((await reading.sessions.list()).map(({ head }) => head?.title).sort()).toEqual(['first a', 'first b']);
      expect((await reading.sessions.open('a')).state.title).toBe('first a');
      await reading.close();
    });

    rights('u=rwX');
    const archive = await asNobody(() => openNotes(folder.path));
    const open = await asNobody(() => archive.sessions.open('a'));
    await asNobody(() => open.append(title('second a'), 'secretary'));
    rights('u=rX');
    await asNobody(async () => {
      // A journal that is open stays open, whatever becomes of the rights.
      await open.append(title('third a'), 'secretary');
      expect((await problemFrom(archive.sessions.create('c', title('c'), 'secretary'))).code).toBe(
        'store.notPermitted',
      );
      expect((await problemFrom(archive.sessions.open('b').then((b) => b.append(title('second b'), 's')))).code).toBe(
        'store.notPermitted',
      );
    });
    rights('u=rwX');
    await asNobody(async () => {
      await archive.sessions.create('c', title('c'), 'secretary');
      await (await archive.sessions.open('b')).append(title('second b'), 'secretary');
      await archive.close();
      const again = await openNotes(folder.path);
      expect((await again.sessions.list()).map(({ head }) => head?.title).sort()).toEqual(['c', 'second b', 'third a']);
      await again.close();
    });
  } finally {
    await folder.remove();
  }
});
