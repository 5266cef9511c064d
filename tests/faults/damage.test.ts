import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '#domain/contract/base.ts';
import { scanJournal } from '#main/store/journal-scan.ts';
import { memoryFolder, openNotes, temporaryFolder } from '../support/note-archive.ts';

async function journalOf(folder: string, edits: number): Promise<{ readonly path: string; readonly bytes: Buffer }> {
  const archive = await openNotes(folder);
  const document = await archive.sessions.create('a', [{ type: 'titled', title: 'Hội đồng' }], 'secretary');
  for (let at = 0; at < edits; at += 1) {
    await document.append([{ type: 'noted', name: `n${at}`, text: `nhận xét ${at}` }], 'member');
  }
  await archive.close();
  const path = join(folder, 'sessions', 'a', 'journal.jsonl');
  return { path, bytes: await readFile(path) };
}

test(
  'each single byte of a journal flipped in turn is never silent, and nothing before it is lost',
  { timeout: 120_000 },
  async () => {
    const folder = await temporaryFolder(memoryFolder);
    const { bytes } = await journalOf(folder.path, 20);
    const sound = scanJournal(bytes, 'session', 'a');
    expect(sound.ending.kind).toBe('clean');
    for (let at = 0; at < bytes.length; at += 1) {
      for (const flip of [0x01, 0x20, 0x80, 0xff]) {
        const damaged = Buffer.from(bytes);
        damaged[at] = (bytes[at] ?? 0) ^ flip;
        const scan = scanJournal(damaged, 'session', 'a');
        const before = sound.starts.findLastIndex((start) => start <= at);
        const isLastLineEnd = at === bytes.length - 1;
        if (scan.ending.kind === 'clean') throw new Error(`byte ${at} flipped by ${flip} passed unnoticed`);
        expect(scan.facts.length).toBe(isLastLineEnd ? sound.facts.length : before);
        expect(scan.ending.kind).toBe(isLastLineEnd ? 'lineEndLost' : 'damaged');
      }
    }
    await folder.remove();
  },
);

test(
  'a flipped byte opens the document read-only with the state before it, on the disk as in the scan',
  { timeout: 120_000 },
  async () => {
    const folder = await temporaryFolder(memoryFolder);
    const { path, bytes } = await journalOf(folder.path, 3);
    const sound = scanJournal(bytes, 'session', 'a');
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (bytes[at] ?? 0) ^ 0x04;
      await writeFile(path, damaged);
      const notices: Problem[] = [];
      const archive = await openNotes(folder.path, { notices });
      const document = await archive.sessions.open('a');
      const good = sound.starts.findLastIndex((start) => start <= at);
      if (at === bytes.length - 1) {
        expect(document.status).toEqual({ kind: 'ok' });
        expect(notices.map(({ code }) => code)).toEqual(['store.lineEndRestored']);
        expect(document.seq).toBe(4);
      } else {
        expect(document.status).toMatchObject({ kind: 'readOnly', problem: { code: 'store.damaged' } });
        expect(notices.map(({ code }) => code)).toEqual(['store.damaged']);
        expect(document.seq).toBe(good);
        await expect(document.append([{ type: 'titled', title: '' }], 's')).rejects.toThrow('store.damaged');
      }
      await archive.close();
      // Nothing repairs or loses the damaged file behind anybody's back.
      if (at !== bytes.length - 1) expect((await readFile(path)).equals(damaged)).toBe(true);
    }
    await folder.remove();
  },
);

test(
  'a journal cut off at any byte opens with every entry that was whole, and keeps what it cut',
  { timeout: 120_000 },
  async () => {
    const folder = await temporaryFolder(memoryFolder);
    const { path, bytes } = await journalOf(folder.path, 2);
    const sound = scanJournal(bytes, 'session', 'a');
    for (let length = (sound.starts[1] ?? 0) + 1; length < bytes.length; length += 1) {
      await writeFile(path, bytes.subarray(0, length));
      const notices: Problem[] = [];
      // No snapshot: it would rightly say that entries are missing.
      await writeFile(join(folder.path, 'sessions', 'a', 'snapshot.json'), '');
      const archive = await openNotes(folder.path, { notices });
      const document = await archive.sessions.open('a');
      const ends = [...sound.starts.slice(1), bytes.length];
      const whole = ends.filter((end) => end - 1 <= length).length;
      expect(document.seq).toBe(whole);
      expect(document.status).toEqual({ kind: 'ok' });
      const isLineEnd = ends.includes(length);
      const isLineEndLost = ends.includes(length + 1);
      expect(notices.map(({ code }) => code)).toEqual(
        isLineEnd ? [] : [isLineEndLost ? 'store.lineEndRestored' : 'store.tornTailCut'],
      );
      const saved = await document.append([{ type: 'titled', title: 'on' }], 'secretary');
      expect(saved.seq).toBe(whole + 1);
      await archive.close();
    }
    const aside = (await readdir(join(folder.path, 'sessions', 'a'))).filter((name) =>
      name.startsWith('journal.torn-'),
    );
    expect(aside.length).toBeGreaterThan(0);
    await folder.remove();
  },
);
