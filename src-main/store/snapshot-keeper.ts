import { join } from 'node:path';
import { Low } from 'lowdb';
import type { DocumentKind } from '#domain/journal/document-kind.ts';
import { seqsOf, type UndoStack } from '#domain/journal/undo-stack.ts';
import { DurableJson } from './durable-json.ts';
import type { StoreEnvironment } from './environment.ts';
import { problemOf } from './problems.ts';
import { snapshotSchema, type Snapshot } from './snapshot.ts';

/** The name of a document's snapshot in its folder. */
export const snapshotName = 'snapshot.json';

const dueAfterEntries = 200;
const dueAfterBytes = 1 << 20;

/** What a snapshot is made of. */
export interface Tip<State> {
  readonly seq: number;
  readonly at: string | null;
  readonly hash: string;
  readonly state: State;
  readonly stack: UndoStack;
}

/** The snapshot of one document: a cache of its journal, written now and then, never needed. */
export class SnapshotKeeper<State, Event> {
  readonly #kind: DocumentKind<State, Event>;
  readonly #id: string;
  readonly #folder: string;
  readonly #notice: StoreEnvironment['notice'];
  readonly #low: Low<Snapshot | null>;
  #seq = 0;
  #length = 0;
  #work: Promise<void> | null = null;

  constructor(folder: string, id: string, kind: DocumentKind<State, Event>, notice: StoreEnvironment['notice']) {
    this.#kind = kind;
    this.#id = id;
    this.#folder = folder;
    this.#notice = notice;
    this.#low = new Low<Snapshot | null>(new DurableJson(join(folder, snapshotName), snapshotSchema), null);
  }

  /** The number of the last entry that the snapshot knows of. */
  get seq(): number {
    return this.#seq;
  }

  /** The snapshot on the disk, where it is of this document. One of another version has no hash: it only says how long the journal was. */
  async read(): Promise<Snapshot | null> {
    await this.#low.read();
    const snapshot = this.#low.data;
    this.#low.data = null;
    if (snapshot?.kind !== this.#kind.name || snapshot.id !== this.#id) return null;
    const fits = snapshot.version === this.#kind.version && snapshot.stateVersion === this.#kind.stateVersion;
    return fits ? snapshot : { ...snapshot, hash: '' };
  }

  /** Takes note that the snapshot on the disk knows of everything up to entry `seq`, which ends after `length` bytes of the journal. */
  knows(seq: number, length: number): void {
    this.#seq = seq;
    this.#length = length;
  }

  /** Whether enough has happened since. */
  isDue(seq: number, length: number): boolean {
    return this.#work === null && (seq - this.#seq >= dueAfterEntries || length - this.#length >= dueAfterBytes);
  }

  /** Writes the snapshot; a further call while one is being written waits for that one. A failure is only noticed. */
  write(tip: Tip<State>, length: number): Promise<void> {
    this.#work ??= this.#writeOnce(tip, length).finally(() => {
      this.#work = null;
    });
    return this.#work;
  }

  /** Waits for what is being written. */
  async settled(): Promise<void> {
    if (this.#work !== null) await this.#work;
  }

  async #writeOnce({ seq, at, hash, state, stack }: Tip<State>, length: number): Promise<void> {
    if (at === null) return;
    const { name, version, stateVersion } = this.#kind;
    this.#low.data = {
      format: 1,
      kind: name,
      id: this.#id,
      version,
      stateVersion,
      seq,
      at,
      hash,
      undo: seqsOf(stack.undo),
      redo: seqsOf(stack.redo),
      state,
    };
    try {
      await this.#low.write();
      this.knows(seq, length);
    } catch (error) {
      const { code, details } = problemOf(error, this.#folder);
      this.#notice?.({ code: 'store.snapshotFailed', details: { ...details, id: this.#id, because: code } });
    } finally {
      this.#low.data = null;
    }
  }
}
