import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ORPCError } from '@orpc/client';
import type { Problem, Standing } from '#domain/contract/base.ts';
import { createDeedsOnce } from '#main/services/deeds-once.ts';
import { DocumentClient, LONGEST_WAIT, type DocumentPort } from '../../../src-renderer/client/document-client.ts';
import { UnsavedError } from '../../../src-renderer/client/problem.ts';

type Note = { readonly lines: Readonly<Record<string, string>>; readonly log: readonly string[] };
type NoteEvent = { readonly line: string; readonly text: string } | { readonly add: string };

const apply = (note: Note, event: NoteEvent): Note =>
  'add' in event
    ? { ...note, log: [...note.log, event.add] }
    : { ...note, lines: { ...note.lines, [event.line]: event.text } };

/** A back end in memory that really keeps what it is told, one entry a request, and can be made to fail. */
class Disk implements DocumentPort<Note, NoteEvent> {
  readonly entries: (readonly NoteEvent[])[] = [];
  readonly undone: (readonly NoteEvent[])[] = [];
  failWith: Error | null = null;
  refuseText: string | null = null;
  /** The next request is done, but nobody hears of it. */
  losesAnswer = false;
  /** Set to hold every answer back until `answer` is called. */
  holding = false;
  #waiting: (() => void)[] = [];
  readonly #once = createDeedsOnce<{ readonly standing: Standing }>();

  get state(): Note {
    return this.entries.flat().reduce<Note>(apply, { lines: {}, log: [] });
  }
  answer(): void {
    for (const go of this.#waiting.splice(0)) go();
  }
  async #arrive(): Promise<void> {
    if (this.holding) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.failWith !== null) throw this.failWith;
  }
  #answered<Answer>(answer: Answer): Answer {
    if (!this.losesAnswer) return answer;
    this.losesAnswer = false;
    throw new TypeError('Failed to fetch');
  }
  #standing(): Standing {
    return {
      seq: this.entries.length,
      savedAt: `2026-01-14T10:00:${String(this.entries.length).padStart(2, '0')}.000Z`,
      undo: null,
      redo: null,
      readOnly: null,
    };
  }
  async get() {
    await this.#arrive();
    return { state: this.state, standing: this.#standing() };
  }
  async record(events: readonly NoteEvent[], deedId: string) {
    await this.#arrive();
    const answer = await this.#once(deedId, () => {
      this.entries.push(events);
      return Promise.resolve({ standing: this.#standing() });
    });
    return this.#answered(answer);
  }
  async undo() {
    await this.#arrive();
    const last = this.entries.pop();
    if (last) this.undone.push(last);
    return this.#answered({ state: this.state, standing: this.#standing() });
  }
  async redo() {
    await this.#arrive();
    const last = this.undone.pop();
    if (last) this.entries.push(last);
    return { state: this.state, standing: this.#standing() };
  }
  apply = apply;
  refuse = (_note: Note, event: NoteEvent): Problem | null =>
    'add' in event && event.add === this.refuseText ? { code: 'note.refused', details: {} } : null;
}

const refusedByDisk = new ORPCError('PROBLEM', {
  status: 422,
  data: { code: 'note.locked', details: {} },
  defined: true,
});

const opened = async () => {
  const disk = new Disk();
  const note = new DocumentClient<Note, NoteEvent>(disk);
  await note.load();
  const now = () => {
    const snapshot = note.getSnapshot();
    if (snapshot.phase !== 'open') throw new Error(`the note is ${snapshot.phase}`);
    return snapshot;
  };
  const type = (line: string, text: string) => note.record([{ line, text }], line);
  return { disk, note, now, type };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a document on the screen', () => {
  test('shows what is typed at once and gathers it into one entry when typing pauses', async () => {
    const { disk, now, type } = await opened();
    for (const text of ['N', 'Ng', 'Ngu']) type('name', text);
    expect(now().state.lines['name']).toBe('Ngu');
    expect(now().save).toEqual({ kind: 'saving' });
    expect(disk.entries).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    expect(disk.entries).toEqual([[{ line: 'name', text: 'Ngu' }]]);
    expect(now().save).toEqual({ kind: 'saved', at: '2026-01-14T10:00:01.000Z' });
  });

  test('never lets a keystroke wait longer than the longest wait, however long the typing goes on', async () => {
    const { disk, type } = await opened();
    for (let typed = 1; typed <= 30; typed++) {
      type('name', 'x'.repeat(typed));
      await vi.advanceTimersByTimeAsync(50);
      const saved = disk.state.lines['name']?.length ?? 0;
      expect((typed - saved) * 50).toBeLessThanOrEqual(LONGEST_WAIT + 50);
    }
  });

  test('keeps two fields apart and in order, and never moves typing across another deed', async () => {
    const { disk, note, type } = await opened();
    disk.holding = true;
    note.record([{ add: 'first' }]);
    await vi.advanceTimersByTimeAsync(0);
    type('a', '1');
    type('b', '2');
    type('a', '3');
    note.record([{ add: 'second' }]);
    type('a', '4');
    disk.holding = false;
    disk.answer();
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    expect(disk.entries).toEqual([
      [{ add: 'first' }],
      [{ line: 'a', text: '3' }],
      [{ line: 'b', text: '2' }],
      [{ add: 'second' }],
      [{ line: 'a', text: '4' }],
    ]);
  });

  test('does not put new typing into a request that is already on its way', async () => {
    const { disk, note, type } = await opened();
    disk.holding = true;
    type('a', 'sent');
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    type('a', 'sent and more');
    expect(note.hasUnsaved).toBe(true);
    disk.holding = false;
    disk.answer();
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    expect(disk.entries).toEqual([[{ line: 'a', text: 'sent' }], [{ line: 'a', text: 'sent and more' }]]);
    expect(note.hasUnsaved).toBe(false);
  });

  test('keeps what was typed when nothing answers, and saves it by itself when something does', async () => {
    const { disk, note, now, type } = await opened();
    disk.failWith = new TypeError('Failed to fetch');
    type('a', 'kept');
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    expect(now().save).toEqual({ kind: 'failed', problem: { code: 'app.unreachable', details: {} }, retrying: true });
    type('a', 'kept, and more');
    expect(now().save.kind).toBe('failed');
    expect(now().state.lines['a']).toBe('kept, and more');
    disk.failWith = null;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(disk.state.lines['a']).toBe('kept, and more');
    expect(now().save.kind).toBe('saved');
    expect(note.hasUnsaved).toBe(false);
  });

  test('does nothing twice where the answer was lost, whatever was typed since', async () => {
    const { disk, note, now, type } = await opened();
    disk.losesAnswer = true;
    note.record([{ add: 'one' }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(now().save).toEqual({ kind: 'failed', problem: { code: 'app.unreachable', details: {} }, retrying: true });
    type('a', 'since');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(disk.entries).toEqual([[{ add: 'one' }], [{ line: 'a', text: 'since' }]]);
    disk.losesAnswer = true;
    type('a', 'since then');
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    type('a', 'since then, and more');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(disk.state.lines['a']).toBe('since then, and more');
    expect(now().state).toEqual(disk.state);
    expect(now().save.kind).toBe('saved');
    expect(now().standing.seq).toBe(disk.entries.length);
  });

  test('shows the disk again after a step back whose answer was lost', async () => {
    const { disk, note, now } = await opened();
    note.record([{ add: 'one' }]);
    note.record([{ add: 'two' }]);
    await vi.advanceTimersByTimeAsync(0);
    disk.losesAnswer = true;
    await note.undo();
    expect(now().save).toMatchObject({ kind: 'failed', retrying: true });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(now().state).toEqual({ lines: {}, log: ['one'] });
    expect(now().save.kind).toBe('saved');
  });

  test('takes in what another window did, at the next deed and when it is seen again', async () => {
    const { disk, note, now } = await opened();
    disk.entries.push([{ add: 'elsewhere' }]);
    note.record([{ add: 'here' }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(now().state.log).toEqual(['elsewhere', 'here']);
    disk.entries.push([{ add: 'elsewhere again' }]);
    await note.catchUp();
    expect(now().state.log).toEqual(['elsewhere', 'here', 'elsewhere again']);
    await note.undo();
    expect(now().state.log).toEqual(['elsewhere', 'here']);
  });

  test('keeps what is typed while it takes in what another window did', async () => {
    const { disk, note, now, type } = await opened();
    disk.entries.push([{ add: 'elsewhere' }]);
    note.record([{ add: 'here' }]);
    disk.holding = true;
    await vi.advanceTimersByTimeAsync(0);
    disk.answer();
    await vi.advanceTimersByTimeAsync(0);
    type('a', 'meanwhile');
    disk.holding = false;
    disk.answer();
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    expect(now().state).toEqual({ lines: { a: 'meanwhile' }, log: ['elsewhere', 'here'] });
    expect(now().state).toEqual(disk.state);
    expect(now().save.kind).toBe('saved');
  });

  test('does not repeat what the disk refuses, keeps it on the screen, and can drop it alone', async () => {
    const { disk, note, now, type } = await opened();
    disk.failWith = refusedByDisk;
    note.record([{ add: 'refused' }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(now().save).toEqual({ kind: 'failed', problem: { code: 'note.locked', details: {} }, retrying: false });
    expect(now().state.log).toEqual(['refused']);
    type('a', 'later');
    disk.failWith = null;
    await note.discard();
    expect(disk.entries).toEqual([[{ line: 'a', text: 'later' }]]);
    expect(now().state).toEqual({ lines: { a: 'later' }, log: [] });
  });

  test('drops the refused deed and no other, though it is being tried again when that is asked for', async () => {
    const { disk, note, now, type } = await opened();
    disk.failWith = refusedByDisk;
    note.record([{ add: 'refused' }]);
    await vi.advanceTimersByTimeAsync(0);
    disk.holding = true;
    type('a', 'later');
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    const dropped = note.discard();
    await vi.advanceTimersByTimeAsync(0);
    disk.answer();
    await vi.advanceTimersByTimeAsync(0);
    disk.failWith = null;
    disk.holding = false;
    disk.answer();
    await dropped;
    expect(disk.entries).toEqual([[{ line: 'a', text: 'later' }]]);
    expect(now().state).toEqual({ lines: { a: 'later' }, log: [] });
    expect(now().save.kind).toBe('saved');
  });

  test('drops a refused deed though typing in its field has taken its place', async () => {
    const { disk, note, now, type } = await opened();
    disk.failWith = refusedByDisk;
    type('a', 'refused');
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    type('a', 'refused, and more');
    type('b', 'later');
    disk.failWith = null;
    await note.discard();
    expect(disk.entries).toEqual([[{ line: 'b', text: 'later' }]]);
    expect(now().state.lines).toEqual({ b: 'later' });
  });

  test('calls nothing unsaved when a step back is refused, and drops nothing for it', async () => {
    const { disk, note, now, type } = await opened();
    note.record([{ add: 'one' }]);
    await vi.advanceTimersByTimeAsync(0);
    disk.failWith = refusedByDisk;
    expect(await note.undo()).toBe(false);
    expect(now().save.kind).toBe('saved');
    expect(now().refused).toEqual({ code: 'note.locked', details: {} });
    disk.failWith = null;
    type('a', 'typed');
    expect(now().refused).toBeNull();
    await note.discard();
    expect(disk.state).toEqual({ lines: { a: 'typed' }, log: ['one'] });
    expect(await note.undo()).toBe(true);
  });

  test('does not do what the rules refuse, says why, and takes the reason away with the next deed', async () => {
    const { disk, note, now } = await opened();
    disk.refuseText = 'no';
    note.record([{ add: 'no' }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(now().refused).toEqual({ code: 'note.refused', details: {} });
    expect(now().state.log).toEqual([]);
    expect(disk.entries).toHaveLength(0);
    note.record([{ add: 'yes' }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(now().refused).toBeNull();
    expect(disk.state.log).toEqual(['yes']);
  });

  test('saves before it takes a step back, and goes forward again', async () => {
    const { disk, note, now, type } = await opened();
    note.record([{ add: 'one' }]);
    type('a', 'typed');
    await note.undo();
    expect(disk.entries).toEqual([[{ add: 'one' }]]);
    expect(now().state).toEqual({ lines: {}, log: ['one'] });
    await note.redo();
    expect(now().state.lines['a']).toBe('typed');
  });

  test('says that a step back could not be made, and calls nothing unsaved that the disk has', async () => {
    const { disk, note, now } = await opened();
    note.record([{ add: 'one' }]);
    await vi.advanceTimersByTimeAsync(0);
    disk.failWith = refusedByDisk;
    expect(await note.undo()).toBe(false);
    expect(now().save.kind).toBe('saved');
    expect(now().refused).toEqual({ code: 'note.locked', details: {} });
    expect(now().state.log).toEqual(['one']);
    disk.failWith = null;
    expect(await note.undo()).toBe(true);
    expect(now().refused).toBeNull();
  });

  test('takes no step back while something is unsaved, and says so', async () => {
    const { disk, note, now, type } = await opened();
    note.record([{ add: 'one' }]);
    await vi.advanceTimersByTimeAsync(0);
    disk.failWith = new TypeError('Failed to fetch');
    type('a', 'unsaved');
    expect(await note.undo()).toBe(false);
    expect(now().state).toEqual({ lines: { a: 'unsaved' }, log: ['one'] });
    expect(disk.state.log).toEqual(['one']);
    // A document that can't be read afresh either is still tried again by itself.
    await note.load();
    expect(now().save).toMatchObject({ kind: 'failed', retrying: true });
    disk.failWith = null;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(disk.state.lines['a']).toBe('unsaved');
  });

  test('takes back a run of typing in one go and does it again in one go, but no further than a pause or another field', async () => {
    const { note, now, type } = await opened();
    type('b', 'before');
    await vi.advanceTimersByTimeAsync(10_000);
    for (const text of ['T', 'Tr', 'Trầ', 'Trần', 'Trần Thị']) {
      type('a', text);
      await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    type('a', 'Trần Thị B');
    await note.undo();
    expect(now().state.lines).toEqual({ b: 'before', a: 'Trần Thị' });
    await note.undo();
    expect(now().state.lines).toEqual({ b: 'before' });
    await note.redo();
    expect(now().state.lines).toEqual({ b: 'before', a: 'Trần Thị' });
    await note.redo();
    expect(now().state.lines).toEqual({ b: 'before', a: 'Trần Thị B' });
    await note.undo();
    await note.undo();
    await note.undo();
    expect(now().state.lines).toEqual({});
  });

  test('takes back one entry at a time once another has been made elsewhere', async () => {
    const { disk, note, now, type } = await opened();
    type('a', '1');
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    type('a', '12');
    await note.perform(() => Promise.resolve(disk.entries.push([{ add: 'elsewhere' }])));
    await note.undo();
    expect(now().state).toEqual({ lines: { a: '12' }, log: [] });
    await note.undo();
    expect(now().state.lines['a']).toBe('1');
  });

  test('keeps typing that arrives while a step back is under way', async () => {
    const { disk, note, now, type } = await opened();
    note.record([{ add: 'one' }]);
    await vi.advanceTimersByTimeAsync(0);
    disk.holding = true;
    const back = note.undo();
    await vi.advanceTimersByTimeAsync(0);
    type('a', 'meanwhile');
    disk.holding = false;
    disk.answer();
    await back;
    expect(now().state).toEqual({ lines: { a: 'meanwhile' }, log: [] });
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    expect(disk.state.lines['a']).toBe('meanwhile');
  });

  test('saves everything before an operation of the other side and reads the document after it', async () => {
    const { disk, note, now, type } = await opened();
    type('a', 'before');
    const answer = await note.perform(() => {
      expect(disk.state.lines['a']).toBe('before');
      disk.entries.push([{ add: 'by the other side' }]);
      return Promise.resolve('done');
    });
    expect(answer).toBe('done');
    expect(now().state.log).toEqual(['by the other side']);
  });

  test('runs no operation on a document that could not be saved', async () => {
    const { disk, note, type } = await opened();
    disk.failWith = refusedByDisk;
    type('a', 'unsaved');
    const operation = vi.fn(() => Promise.resolve());
    await expect(note.perform(operation)).rejects.toThrow(UnsavedError);
    expect(operation).not.toHaveBeenCalled();
  });

  test('says why it could not be opened, and opens when asked again', async () => {
    const disk = new Disk();
    disk.failWith = refusedByDisk;
    const note = new DocumentClient<Note, NoteEvent>(disk);
    await note.load();
    expect(note.getSnapshot()).toEqual({ phase: 'failed', problem: { code: 'note.locked', details: {} } });
    disk.failWith = null;
    await note.load();
    expect(note.getSnapshot().phase).toBe('open');
  });
});
