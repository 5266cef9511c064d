import { ProblemError } from '#domain/contract/problems.ts';
import type { Problem } from '#domain/contract/base.ts';
import type { DocumentKind } from '#domain/journal/document-kind.ts';
import type { EventEntryBody, JournalEntry, ReversalEntryBody } from '#domain/journal/entry.ts';
import { diff, type Patch } from '#domain/journal/patch.ts';
import type { Path } from '#domain/journal/plain-json.ts';
import {
  beginning,
  hadHappened,
  historyOf,
  labelOf,
  step,
  type FieldChange,
  type Moment,
  type When,
} from '#domain/journal/replay.ts';
import { emptyUndoStack, holds, stackAfter } from '#domain/journal/undo-stack.ts';
import type { DocumentStatus, DocumentSurroundings, LoggedDeed, NamedDeed, Saved } from './document-surroundings.ts';
import { readDocument } from './document-reading.ts';
import { EntryLog } from './entry-log.ts';
import { JournalFile } from './journal-file.ts';
import { genesisHash } from './journal-scan.ts';
import { problemOf } from './problems.ts';
import { reversalOf } from './reversal.ts';
import { sealed } from './sealed-line.ts';
import { SnapshotKeeper, type Tip } from './snapshot-keeper.ts';

interface Pending<State> {
  readonly line: Buffer;
  readonly entry: JournalEntry;
  readonly tip: Tip<State>;
  readonly done: (saved: Saved<State>) => void;
  readonly failed: (reason: unknown) => void;
}

/**
 * One document whose truth is an append-only journal. Reading is immediate and shows only what the disk has; a change is answered after
 * an fsync that covers it, and changes that arrive while an fsync is under way share the next one. All methods that change throw a
 * `ProblemError` for what a person can do something about; after such a failure nothing of the change is kept and it may be tried again.
 */
export class JournaledDocument<State, Event> {
  readonly id: string;
  readonly folder: string;
  readonly #kind: DocumentKind<State, Event>;
  readonly #around: DocumentSurroundings;
  readonly #file: JournalFile;
  readonly #snapshots: SnapshotKeeper<State, Event>;
  readonly #log: EntryLog<State, Event>;
  #status: DocumentStatus = { kind: 'ok' };

  #durable: Tip<State>;
  #tip: Tip<State>;
  #queue: Pending<State>[] = [];
  #pumping: Promise<void> | null = null;
  #marked = false;
  #closed = false;
  readonly #listeners = new Set<(saved: Saved<State>) => void>();

  private constructor(folder: string, id: string, kind: DocumentKind<State, Event>, around: DocumentSurroundings) {
    this.id = id;
    this.folder = folder;
    this.#kind = kind;
    this.#around = around;
    this.#file = new JournalFile(folder, around.rawWrite);
    this.#snapshots = new SnapshotKeeper(folder, id, kind, around.notice);
    this.#log = new EntryLog(kind);
    this.#durable = { ...beginning(kind), hash: genesisHash(kind.name, id), stack: emptyUndoStack };
    this.#tip = this.#durable;
  }

  /**
   * Opens the document in `folder`. A torn tail is cut (and kept in a file beside); damage opens read-only with the state up to it.
   * Throws `store.notFound` when there is no journal, and what the disk answers otherwise.
   */
  static async open<State, Event>(
    folder: string,
    id: string,
    kind: DocumentKind<State, Event>,
    around: DocumentSurroundings,
  ): Promise<JournaledDocument<State, Event>> {
    const document = new JournaledDocument(folder, id, kind, around);
    try {
      await document.#load();
    } catch (error) {
      await document.#file.close();
      throw problemOf(error, folder);
    }
    return document;
  }

  /** The line of a document's first entry, ready to be written: how a collection makes a document before it exists. */
  static firstLine<State, Event>(
    id: string,
    kind: DocumentKind<State, Event>,
    events: readonly Event[],
    actor: string,
    at: string,
  ): Buffer {
    const prev = genesisHash(kind.name, id);
    const plain = events.map((event) => kind.eventSchema.parse(event));
    const { entry, line } = sealed({
      v: kind.version,
      seq: 1,
      at,
      actor,
      type: 'event',
      data: { events: plain },
      prev,
    });
    step(kind, kind.initial(), entry);
    return line;
  }

  /** The state after the last entry that the disk has. */
  get state(): State {
    return this.#durable.state;
  }

  /** The number of the last entry that the disk has. */
  get seq(): number {
    return this.#durable.seq;
  }

  /** When the last entry was made; null only for a damaged document without a single good entry. */
  get changedAt(): string | null {
    return this.#durable.at;
  }

  /** The hash of the last entry that the disk has: names this very state of the document. */
  get hash(): string {
    return this.#durable.hash;
  }

  get status(): DocumentStatus {
    return this.#status;
  }

  /** What `undo` would take back now; null when there is nothing. */
  get undoable(): NamedDeed | null {
    return this.#named(this.#durable.stack.undo?.seq);
  }

  /** What `redo` would do again now; null when there is nothing. */
  get redoable(): NamedDeed | null {
    return this.#named(this.#durable.stack.redo?.seq);
  }

  /**
   * Records what somebody did as one deed: all events or none, undone together. `events` may be a function of the state that they will
   * be applied to, for decisions that must not be made on an older one. Resolves when the disk has it. Throws what `apply` throws.
   */
  async append(events: readonly Event[] | ((state: State) => readonly Event[]), actor: string): Promise<Saved<State>> {
    this.#refuseUnlessWritable();
    const given = typeof events === 'function' ? events(this.#tip.state) : events;
    if (given.length === 0) return this.#settled();
    const plain = given.map((event) => this.#kind.eventSchema.parse(event));
    const { undoable } = this.#kind;
    const isUndoable = undoable === undefined || plain.every((event) => undoable(event));
    return this.#enqueue({ type: 'event', data: { events: plain } }, actor, isUndoable);
  }

  /**
   * Takes back the newest deed that can be (or the one numbered `seq`) by appending its inverse. Throws `store.nothingToUndo`,
   * `store.undoConflict` when something later changed the same places, `store.undoBreaks` when later deeds build on it.
   */
  async undo(actor: string, seq?: number): Promise<Saved<State>> {
    return this.#reverse('undo', actor, seq);
  }

  /** Does again what was undone last; throws as `undo` does, with `store.nothingToRedo`. */
  async redo(actor: string): Promise<Saved<State>> {
    return this.#reverse('redo', actor, undefined);
  }

  /** The document as it was after the last entry that had happened by then; seq 0 is the time before the first. */
  at(when: When): Moment<State> {
    if ('seq' in when) return this.#momentAt(Math.max(0, Math.min(when.seq, this.#durable.seq)));
    let low = 0;
    let high = this.#durable.seq;
    // Entries never go back in time, so the last one that had happened can be searched for.
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (hadHappened(this.#log.entry(middle), when)) low = middle;
      else high = middle - 1;
    }
    return this.#momentAt(low);
  }

  /** Every change of the value at `path`, oldest first. */
  history(path: Path): readonly FieldChange[] {
    return historyOf(this.#kind, this.entries(), path);
  }

  /** The places where two moments differ. */
  compare(a: When, b: When): readonly Patch[] {
    return diff(this.at(a).state, this.at(b).state);
  }

  /** Everything anybody did, oldest first, with names. */
  log(): readonly LoggedDeed[] {
    return this.entries().map((entry) => ({
      seq: entry.seq,
      at: entry.at,
      actor: entry.actor,
      type: entry.type,
      label: labelOf(this.#kind, entry, (seq) => this.#log.entry(seq)),
    }));
  }

  /** All entries that the disk has, oldest first. */
  entries(): readonly JournalEntry[] {
    return Array.from({ length: this.#durable.seq }, (_, place) => this.#log.entry(place + 1));
  }

  /** The entry numbered `seq`; throws when the disk has no such entry. */
  entryAt(seq: number): JournalEntry {
    if (seq > this.#durable.seq) throw new Error(`no entry ${seq}`);
    return this.#log.entry(seq);
  }

  /** Calls `listener` after every change that the disk has; the answer ends that. */
  subscribe(listener: (saved: Saved<State>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes the snapshot now, if there is anything new in it. A failure is only noticed: the journal has everything. */
  async snapshot(): Promise<void> {
    await this.#idle();
    if (this.#status.kind !== 'ok' || this.#durable.seq === this.#snapshots.seq) return;
    await this.#snapshots.write(this.#durable, this.#file.length);
  }

  /** Waits for what is under way, writes the snapshot and lets go of the file. Further changes are refused; reading still works. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#idle();
    await this.#snapshots.settled();
    if (this.#status.kind === 'ok' && this.#durable.seq > this.#snapshots.seq) {
      await this.#snapshots.write(this.#durable, this.#file.length);
    }
    await this.#file.close();
    this.#around.afterClose();
  }

  // Opening

  async #load(): Promise<void> {
    const { bytes, scan, tip, problem } = await readDocument(
      this.id,
      this.#kind,
      this.#file,
      this.#snapshots,
      this.#log,
    );
    this.#durable = tip;
    this.#tip = tip;
    if (problem !== null) this.#turnReadOnly(problem.code, problem.details);
    if (this.#around.readOnly !== null) {
      if (this.#status.kind === 'ok') this.#status = { kind: 'readOnly', problem: this.#around.readOnly };
    } else if (this.#status.kind === 'ok') {
      const mended = await this.#file.openForWriting(bytes, scan, this.#around.clock());
      if (mended !== null) {
        const { code, details: what } = mended;
        this.#around.notice?.({ code, details: { id: this.id, seq: this.#durable.seq, ...what } });
      }
    }
  }

  #turnReadOnly(code: string, details: Problem['details']): void {
    if (this.#status.kind === 'readOnly') return;
    this.#status = { kind: 'readOnly', problem: { code, details } };
    this.#around.notice?.({ code, details });
  }

  // Reading

  #named(seq: number | undefined): NamedDeed | null {
    if (seq === undefined) return null;
    return { seq, label: labelOf(this.#kind, this.#log.entry(seq), (other) => this.#log.entry(other)) };
  }

  #momentAt(seq: number): Moment<State> {
    return seq === this.#durable.seq ? this.#durable : this.#log.momentAt(seq);
  }

  // Writing

  #refuseUnlessWritable(): void {
    if (this.#status.kind === 'readOnly') {
      throw new ProblemError(this.#status.problem.code, this.#status.problem.details);
    }
    if (this.#closed) throw new ProblemError('store.closed', { id: this.id });
  }

  async #settled(): Promise<Saved<State>> {
    await this.#idle();
    return { seq: this.#durable.seq, at: this.#durable.at ?? '', state: this.#durable.state };
  }

  async #idle(): Promise<void> {
    while (this.#pumping !== null) await this.#pumping;
  }

  #enqueue(
    deed: Pick<EventEntryBody, 'type' | 'data'> | Pick<ReversalEntryBody, 'type' | 'data'>,
    actor: string,
    isUndoable: boolean,
  ): Promise<Saved<State>> {
    const { seq, hash: prev, state } = this.#tip;
    const clock = this.#around.clock();
    const at = this.#tip.at !== null && this.#tip.at > clock ? this.#tip.at : clock;
    const { entry, line } = sealed({
      v: this.#kind.version,
      seq: seq + 1,
      at,
      ...(at === clock ? {} : { clock }),
      actor,
      prev,
      ...deed,
    });
    const tip: Tip<State> = {
      seq: entry.seq,
      at,
      hash: entry.hash,
      state: this.#stateAfter(state, entry),
      stack: stackAfter(this.#tip.stack, [entry], () => isUndoable),
    };
    this.#tip = tip;
    return new Promise((done, failed) => {
      this.#queue.push({ line, entry, tip, done, failed });
      this.#pumping ??= this.#pump();
    });
  }

  /** As `step` gives it, for an entry of this very version whose events were validated a moment ago. */
  #stateAfter(state: State, entry: JournalEntry): State {
    if (entry.type !== 'event') return step(this.#kind, state, entry);
    const meta = { seq: entry.seq, at: entry.at, actor: entry.actor };
    return (entry.data.events as readonly Event[]).reduce(
      (value, event) => this.#kind.apply(value, event, meta),
      state,
    );
  }

  async #pump(): Promise<void> {
    // Everything that the same turn of the event loop brings shares the first fsync, too.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#queue;
      this.#queue = [];
      try {
        await this.#commit(batch);
      } catch (error) {
        await this.#giveUp([...batch, ...this.#queue], error);
        continue;
      }
      for (const { entry, tip, done } of batch) {
        this.#durable = tip;
        this.#log.add(entry, tip);
        const saved = { seq: tip.seq, at: entry.at, state: tip.state };
        done(saved);
        for (const listener of this.#listeners) queueMicrotask(() => listener(saved));
      }
    }
    this.#pumping = null;
    if (!this.#closed && this.#snapshots.isDue(this.#durable.seq, this.#file.length)) {
      void this.#snapshots.write(this.#durable, this.#file.length);
    }
  }

  async #commit(batch: readonly Pending<State>[]): Promise<void> {
    if (!this.#marked) {
      await this.#around.beforeFirstAppend();
      this.#marked = true;
    }
    const [only] = batch;
    const isAlone = batch.length === 1 && only !== undefined;
    await this.#file.append(isAlone ? only.line : Buffer.concat(batch.map(({ line }) => line)), this.#durable.hash);
  }

  /** After a failed write nothing of it may stay, and nothing that was built on it. */
  async #giveUp(pending: readonly Pending<State>[], cause: unknown): Promise<void> {
    this.#queue = [];
    this.#tip = this.#durable;
    await this.#file.giveUp();
    let reason: unknown;
    try {
      reason = problemOf(cause, this.#file.path);
    } catch (fault) {
      reason = fault;
    }
    if (reason instanceof ProblemError && reason.code === 'store.changedOutside') {
      const details = { id: this.id, seq: this.#durable.seq };
      this.#turnReadOnly(reason.code, details);
      reason = new ProblemError(reason.code, details);
    }
    for (const { failed } of pending) failed(reason);
  }

  async #reverse(type: 'undo' | 'redo', actor: string, wanted: number | undefined): Promise<Saved<State>> {
    this.#refuseUnlessWritable();
    // The inverse is taken from moments that the disk has. Nothing may come between the last look and the entry, not even a turn of the
    // loop: two undos at once would take the same deed back twice, and one beside a change would not see it.
    while (this.#pumping !== null) await this.#pumping;
    this.#refuseUnlessWritable();
    const pile = this.#durable.stack[type];
    const target = wanted ?? pile?.seq;
    if (target === undefined || !holds(pile, target)) {
      throw new ProblemError(type === 'undo' ? 'store.nothingToUndo' : 'store.nothingToRedo');
    }
    const patches = reversalOf(this.#kind, type, target, {
      state: this.#durable.state,
      before: this.#momentAt(target - 1).state,
      after: this.#momentAt(target).state,
      label: () => this.#named(target)?.label,
      history: (path) => this.history(path),
    });
    return this.#enqueue({ type, data: { target, patches } }, actor, true);
  }
}
