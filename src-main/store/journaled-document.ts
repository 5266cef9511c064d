import { fsyncSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { ProblemError } from '#domain/contract/problems.ts';
import type { Problem } from '#domain/contract/base.ts';
import { readEvent, type DocumentKind, type Label } from '#domain/journal/document-kind.ts';
import {
  bodyText,
  entryLine,
  type EntryBody,
  type EventEntryBody,
  type JournalEntry,
  type ReversalEntryBody,
} from '#domain/journal/entry.ts';
import { applyPatches, conflictsWith, diff, invert, type Patch } from '#domain/journal/patch.ts';
import type { Path } from '#domain/journal/plain-json.ts';
import {
  beginning,
  hadHappened,
  historyOf,
  labelOf,
  replay,
  step,
  type FieldChange,
  type Moment,
  type When,
} from '#domain/journal/replay.ts';
import { emptyUndoStack, holds, pileOf, seqsOf, stackAfter, type UndoStack } from '#domain/journal/undo-stack.ts';
import { sha256 } from './digest.ts';
import {
  closeFile,
  openFile,
  readAt,
  replaceFile,
  statFile,
  syncFile,
  truncateFile,
  writeAll,
  writeAllNow,
  type RawWrite,
} from './durable-file.ts';
import { DurableJson } from './durable-json.ts';
import type { StoreEnvironment } from './environment.ts';
import { genesisHash, parseLine, scanJournal, type JournalScan } from './journal-scan.ts';
import { isMissing, problemOf } from './problems.ts';
import { snapshotSchema, type Snapshot } from './snapshot.ts';

export const journalName = 'journal.jsonl';
export const snapshotName = 'snapshot.json';

/** Whether a document takes changes; where not, the reason and what it shows instead. */
export type DocumentStatus =
  | { readonly kind: 'ok' }
  | {
      readonly kind: 'readOnly';
      /** `store.damaged`, `store.entriesMissing`, `store.newer`, `store.locked`, … with the values of its text. */
      readonly problem: Problem;
    };

/** What the disk has taken: the number and time of the entry, and the state after it. */
export interface Saved<State> {
  readonly seq: number;
  readonly at: string;
  readonly state: State;
}

/** A deed with its name, as "Hoàn tác: …" and the history show it. */
export interface NamedDeed {
  readonly seq: number;
  readonly label: Label;
}

/** One line of a document's history. */
export interface LoggedDeed extends NamedDeed {
  readonly at: string;
  readonly actor: string;
  readonly type: EntryBody['type'];
}

/** What the archive lends to one of its documents. */
export interface DocumentSurroundings extends StoreEnvironment {
  /** Set when nothing may be written: why. */
  readonly readOnly: Problem | null;
  /** Called before the first entry after opening reaches the disk. */
  readonly beforeFirstAppend: () => Promise<void>;
  /** Called when the document is closed. */
  readonly afterClose: () => void;
  /** `fs.writeSync`, exchangeable so that tests can make it fail the ways disks do. */
  readonly rawWrite?: RawWrite | undefined;
}

interface Tip<State> {
  readonly seq: number;
  readonly at: string | null;
  readonly hash: string;
  readonly state: State;
  readonly stack: UndoStack;
}

interface Pending<State> {
  readonly line: Buffer;
  readonly entry: JournalEntry;
  readonly tip: Tip<State>;
  readonly done: (saved: Saved<State>) => void;
  readonly failed: (reason: unknown) => void;
}

interface Identity {
  readonly dev: number;
  readonly ino: number;
}

const checkpointEvery = 256;
const snapshotAfterEntries = 200;
const snapshotAfterBytes = 1 << 20;
/** A disk that writes and syncs within this many milliseconds is waited for on the spot. */
const quickDisk = 4;
const largestOnTheSpot = 1 << 18;
const lineEnd = Buffer.from('\n');

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
  readonly #journalPath: string;
  readonly #snapshots: Low<Snapshot | null>;
  #status: DocumentStatus = { kind: 'ok' };

  /** Lines read at opening, parsed only when somebody asks for them. */
  #early: Buffer = Buffer.alloc(0);
  #earlyStarts: readonly number[] = [];
  readonly #entries: (JournalEntry | undefined)[] = [];
  /** Moments to start a replay from, by ascending seq. */
  #checkpoints: Moment<State>[] = [];

  #durable: Tip<State>;
  #tip: Tip<State>;
  #length = 0;
  #queue: Pending<State>[] = [];
  #pumping: Promise<void> | null = null;

  #file: number | null = null;
  #identity: Identity | null = null;
  #marked = false;
  #isDiskQuick = false;
  #closed = false;

  #snapshotSeq = 0;
  #snapshotLength = 0;
  #snapshotWork: Promise<void> | null = null;
  readonly #listeners = new Set<(saved: Saved<State>) => void>();

  private constructor(folder: string, id: string, kind: DocumentKind<State, Event>, around: DocumentSurroundings) {
    this.id = id;
    this.folder = folder;
    this.#kind = kind;
    this.#around = around;
    this.#journalPath = join(folder, journalName);
    this.#snapshots = new Low<Snapshot | null>(new DurableJson(join(folder, snapshotName), snapshotSchema), null);
    const start = beginning(kind);
    this.#durable = { ...start, hash: genesisHash(kind.name, id), stack: emptyUndoStack };
    this.#tip = this.#durable;
    this.#checkpoints = [start];
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
      if (document.#file !== null) await closeFile(document.#file).catch(() => undefined);
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
    return this.#enqueue({ type: 'event', data: { events: plain } }, actor);
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
      if (hadHappened(this.#entry(middle), when)) low = middle;
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
      label: labelOf(this.#kind, entry, (seq) => this.#entry(seq)),
    }));
  }

  /** All entries that the disk has, oldest first. */
  entries(): readonly JournalEntry[] {
    return Array.from({ length: this.#durable.seq }, (_, place) => this.#entry(place + 1));
  }

  /** The entry numbered `seq`; throws when the disk has no such entry. */
  entryAt(seq: number): JournalEntry {
    if (seq > this.#durable.seq) throw new Error(`no entry ${seq}`);
    return this.#entry(seq);
  }

  /** Calls `listener` after every change that the disk has; the answer ends that. */
  subscribe(listener: (saved: Saved<State>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes the snapshot now, if there is anything new in it. A failure is only noticed: the journal has everything. */
  async snapshot(): Promise<void> {
    await this.#idle();
    if (this.#status.kind !== 'ok' || this.#durable.seq === this.#snapshotSeq) return;
    await this.#writeSnapshot();
  }

  /** Waits for what is under way, writes the snapshot and lets go of the file. Further changes are refused; reading still works. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#idle();
    if (this.#snapshotWork !== null) await this.#snapshotWork;
    if (this.#status.kind === 'ok' && this.#durable.seq > this.#snapshotSeq) await this.#writeSnapshot();
    const file = this.#file;
    this.#file = null;
    if (file !== null) await closeFile(file).catch(() => undefined);
    this.#around.afterClose();
  }

  // Opening

  async #load(): Promise<void> {
    const bytes = await this.#readJournal();
    const scan = scanJournal(bytes, this.#kind.name, this.id);
    const firstNewer = scan.facts.findIndex((line) => line.version > this.#kind.version);
    const known = firstNewer === -1 ? scan.facts.length : firstNewer;
    this.#early = bytes;
    this.#earlyStarts = scan.starts.slice(0, known);
    this.#length = scan.goodLength;

    const snapshot = await this.#readSnapshot();
    const isOurs = snapshot !== null && scan.facts[snapshot.seq - 1]?.hash === snapshot.hash && snapshot.seq <= known;
    this.#replay(isOurs ? snapshot : null, scan, known);

    const details = { id: this.id, seq: this.#durable.seq, at: this.#durable.at };
    if (firstNewer !== -1) {
      const version = scan.facts[firstNewer]?.version ?? 0;
      this.#turnReadOnly('store.newer', { ...details, version, known: this.#kind.version });
    } else if (scan.ending.kind === 'damaged') {
      this.#turnReadOnly('store.damaged', { ...details, offset: scan.goodLength });
    } else if (snapshot !== null && snapshot.seq > scan.facts.length) {
      // A snapshot is written after the journal: one that knows more proves that acknowledged entries are gone.
      this.#turnReadOnly('store.entriesMissing', { ...details, missing: snapshot.seq - scan.facts.length });
    } else if (scan.facts.length === 0) {
      this.#turnReadOnly('store.damaged', { ...details, offset: 0 });
    }
    if (this.#around.readOnly !== null) {
      if (this.#status.kind === 'ok') this.#status = { kind: 'readOnly', problem: this.#around.readOnly };
    } else if (this.#status.kind === 'ok') {
      await this.#openForWriting(bytes, scan);
    }
  }

  async #readJournal(): Promise<Buffer> {
    try {
      return await readFile(this.#journalPath);
    } catch (error) {
      if (isMissing(error)) throw new ProblemError('store.notFound', { id: this.id });
      throw error;
    }
  }

  async #readSnapshot(): Promise<Snapshot | null> {
    await this.#snapshots.read();
    const snapshot = this.#snapshots.data;
    this.#snapshots.data = null;
    if (snapshot?.kind !== this.#kind.name || snapshot.id !== this.id) return null;
    const fits = snapshot.version === this.#kind.version && snapshot.stateVersion === this.#kind.stateVersion;
    // One of another version still bears witness to how long the journal was; its hash is made unfit for use.
    return fits ? snapshot : { ...snapshot, hash: '' };
  }

  #replay(snapshot: Snapshot | null, scan: JournalScan, known: number): void {
    let moment = beginning(this.#kind);
    let stack = emptyUndoStack;
    if (snapshot !== null) {
      // The hash of the snapshot's bytes and of the journal's line agree, so this is the state that `apply` once gave.
      moment = { seq: snapshot.seq, at: snapshot.at, state: snapshot.state as State };
      stack = { undo: pileOf(snapshot.undo), redo: pileOf(snapshot.redo) };
      this.#snapshotSeq = snapshot.seq;
      this.#snapshotLength = scan.starts[snapshot.seq] ?? scan.goodLength;
      this.#checkpoints.push(moment);
    }
    const replayed: JournalEntry[] = [];
    while (moment.seq < known) {
      try {
        const entry = this.#entry(moment.seq + 1);
        moment = { seq: entry.seq, at: entry.at, state: step(this.#kind, moment.state, entry) };
        replayed.push(entry);
      } catch (error) {
        // Rightly hashed and yet not to be understood: written by something else, or by a program with a fault.
        this.#turnReadOnly('store.notUnderstood', {
          id: this.id,
          seq: moment.seq,
          at: moment.at,
          cause: error instanceof Error ? error.message.slice(0, 500) : '',
        });
        break;
      }
      this.#checkpoint(moment);
    }
    const hash = scan.facts[moment.seq - 1]?.hash ?? this.#durable.hash;
    stack = stackAfter(stack, replayed, (entry) => this.#isUndoable(entry));
    this.#durable = { ...moment, hash, stack };
    this.#tip = this.#durable;
  }

  async #openForWriting(bytes: Buffer, scan: JournalScan): Promise<void> {
    this.#file = await openFile(this.#journalPath, 'r+');
    this.#identity = await statFile(this.#file);
    const tail = bytes.subarray(scan.goodLength);
    switch (scan.ending.kind) {
      case 'clean':
      case 'damaged':
        return;
      case 'torn': {
        // What is cut is kept: it may hold words that somebody misses, even though nobody was told that they were saved.
        const aside = `journal.torn-${this.#around.clock().replace(/[:.]/g, '-')}-${sha256(tail).slice(0, 8)}.bin`;
        await replaceFile(join(this.folder, aside), tail);
        await truncateFile(this.#file, scan.goodLength);
        await syncFile(this.#file);
        this.#around.notice?.({
          code: 'store.tornTailCut',
          details: { id: this.id, bytes: tail.length, seq: this.#durable.seq, file: aside },
        });
        return;
      }
      case 'lineEndLost':
        await writeAll(this.#file, lineEnd, scan.goodLength);
        await truncateFile(this.#file, scan.goodLength + 1);
        await syncFile(this.#file);
        this.#length = scan.goodLength + 1;
        this.#around.notice?.({ code: 'store.lineEndRestored', details: { id: this.id, seq: this.#durable.seq } });
        return;
    }
  }

  #turnReadOnly(code: string, details: Problem['details']): void {
    if (this.#status.kind === 'readOnly') return;
    this.#status = { kind: 'readOnly', problem: { code, details } };
    this.#around.notice?.({ code, details });
  }

  // Reading

  #entry(seq: number): JournalEntry {
    const known = this.#entries[seq - 1];
    if (known !== undefined) return known;
    const start = this.#earlyStarts[seq - 1];
    if (start === undefined) throw new Error(`no entry ${seq}`);
    const end = this.#early.indexOf(0x0a, start);
    const entry = parseLine(this.#early.subarray(start, end === -1 ? this.#early.length : end));
    this.#entries[seq - 1] = entry;
    return entry;
  }

  /** Of an entry that was validated when it was made or replayed. */
  #isUndoable(entry: EntryBody): boolean {
    const { undoable } = this.#kind;
    if (undoable === undefined || entry.type !== 'event') return true;
    return entry.data.events
      .flatMap((event) => readEvent(this.#kind, entry.v, event))
      .every((event) => undoable(event));
  }

  #named(seq: number | undefined): NamedDeed | null {
    if (seq === undefined) return null;
    return { seq, label: labelOf(this.#kind, this.#entry(seq), (other) => this.#entry(other)) };
  }

  #checkpoint(moment: Moment<State>): void {
    const last = this.#checkpoints.at(-1);
    if (last !== undefined && moment.seq - last.seq >= checkpointEvery) this.#checkpoints.push(moment);
  }

  #momentAt(seq: number): Moment<State> {
    if (seq === this.#durable.seq) return this.#durable;
    const place = this.#checkpoints.findLastIndex((checkpoint) => checkpoint.seq <= seq);
    let moment = this.#checkpoints[place] ?? beginning(this.#kind);
    const made: Moment<State>[] = [];
    while (moment.seq < seq) {
      moment = replay(this.#kind, [this.#entry(moment.seq + 1)], moment);
      if (moment.seq % checkpointEvery === 0) made.push(moment);
    }
    this.#checkpoints.splice(place + 1, 0, ...made);
    return moment;
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
      stack: stackAfter(this.#tip.stack, [entry], (one) => this.#isUndoable(one)),
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
        this.#entries[entry.seq - 1] = entry;
        this.#durable = tip;
        this.#checkpoint(tip);
        const saved = { seq: tip.seq, at: entry.at, state: tip.state };
        done(saved);
        for (const listener of this.#listeners) queueMicrotask(() => listener(saved));
      }
    }
    this.#pumping = null;
    this.#snapshotIfDue();
  }

  async #commit(batch: readonly Pending<State>[]): Promise<void> {
    if (!this.#marked) {
      await this.#around.beforeFirstAppend();
      this.#marked = true;
    }
    const file = this.#file ?? (await this.#reopen());
    const [only] = batch;
    const bytes = batch.length === 1 && only !== undefined ? only.line : Buffer.concat(batch.map(({ line }) => line));
    const began = performance.now();
    const there =
      this.#isDiskQuick && bytes.length <= largestOnTheSpot
        ? this.#writeNow(file, bytes)
        : await this.#writeAside(file, bytes);
    this.#isDiskQuick = performance.now() - began < quickDisk;
    // A file whose folder was deleted or whose stick was pulled can still be written to and synced, into nowhere.
    if (there.ino !== this.#identity?.ino || there.dev !== this.#identity.dev) {
      throw new ProblemError('store.folderGone', { path: this.#journalPath, errno: '' });
    }
    this.#length += bytes.length;
  }

  /**
   * Most disks sync a line in a fraction of a millisecond, which is less than handing the work to another thread and back costs. A disk
   * that is slow once is not waited for like this the next time.
   */
  #writeNow(file: number, bytes: Buffer): Identity {
    writeAllNow(file, bytes, this.#length, this.#around.rawWrite);
    fsyncSync(file);
    return statSync(this.#journalPath);
  }

  async #writeAside(file: number, bytes: Buffer): Promise<Identity> {
    if (this.#around.rawWrite === undefined) await writeAll(file, bytes, this.#length);
    else writeAllNow(file, bytes, this.#length, this.#around.rawWrite);
    await syncFile(file);
    return stat(this.#journalPath);
  }

  /** After a failed write nothing of it may stay, and nothing that was built on it. */
  async #giveUp(pending: readonly Pending<State>[], cause: unknown): Promise<void> {
    this.#queue = [];
    this.#tip = this.#durable;
    const file = this.#file;
    this.#file = null;
    this.#identity = null;
    if (file !== null) {
      // Should the rest be in reach no more, the next write finds and cuts it (`#reopen`), or the next opening does.
      await truncateFile(file, this.#length).catch(() => undefined);
      await closeFile(file).catch(() => undefined);
    }
    let reason: unknown;
    try {
      reason = problemOf(cause, this.#journalPath);
    } catch (fault) {
      reason = fault;
    }
    for (const { failed } of pending) failed(reason);
  }

  /** Opens the journal again after a failure, making sure that it is still the one that is known here. */
  async #reopen(): Promise<number> {
    const file = await openFile(this.#journalPath, 'r+');
    try {
      const identity = await statFile(file);
      const expected = Buffer.from(`${this.#durable.hash}"}\n`);
      const found = await readAt(file, this.#length - expected.length, expected.length);
      if (!found.equals(expected)) {
        this.#turnReadOnly('store.changedOutside', { id: this.id, seq: this.#durable.seq });
        throw new ProblemError('store.changedOutside', { id: this.id, seq: this.#durable.seq });
      }
      if (identity.size > this.#length) {
        await truncateFile(file, this.#length);
        await syncFile(file);
      }
      this.#file = file;
      this.#identity = identity;
      return file;
    } catch (error) {
      await closeFile(file).catch(() => undefined);
      throw error;
    }
  }

  async #reverse(type: 'undo' | 'redo', actor: string, wanted: number | undefined): Promise<Saved<State>> {
    this.#refuseUnlessWritable();
    // The inverse is taken from moments that the disk has.
    await this.#idle();
    this.#refuseUnlessWritable();
    const pile = this.#durable.stack[type];
    const target = wanted ?? pile?.seq;
    if (target === undefined || !holds(pile, target)) {
      throw new ProblemError(type === 'undo' ? 'store.nothingToUndo' : 'store.nothingToRedo');
    }
    const deed = diff(this.#momentAt(target - 1).state, this.#momentAt(target).state);
    const patches = type === 'undo' ? invert(deed) : deed;
    this.#refuseConflict(type, target, patches);
    const next = applyPatches(this.#durable.state, patches) as State;
    const before = new Set(this.#kind.invariants(this.#durable.state));
    const broken = this.#kind.invariants(next).find((one) => !before.has(one));
    if (broken !== undefined) {
      const label = this.#named(target)?.label;
      throw new ProblemError('store.undoBreaks', {
        seq: target,
        vi: label?.vi ?? '',
        en: label?.en ?? '',
        reason: broken,
        redo: type === 'redo',
      });
    }
    return this.#enqueue({ type, data: { target, patches } }, actor);
  }

  #refuseConflict(type: 'undo' | 'redo', target: number, patches: readonly Patch[]): void {
    const [conflict] = conflictsWith(this.#durable.state, patches);
    if (conflict === undefined) return;
    const label = this.#named(target)?.label;
    const later = historyOf(this.#kind, this.entries(), conflict.path).findLast((change) => change.seq > target);
    throw new ProblemError('store.undoConflict', {
      seq: target,
      vi: label?.vi ?? '',
      en: label?.en ?? '',
      path: conflict.path.join('/'),
      laterSeq: later?.seq ?? null,
      laterVi: later?.label.vi ?? '',
      laterEn: later?.label.en ?? '',
      redo: type === 'redo',
    });
  }

  // Snapshots

  #snapshotIfDue(): void {
    if (this.#snapshotWork !== null || this.#closed) return;
    const isDue =
      this.#durable.seq - this.#snapshotSeq >= snapshotAfterEntries ||
      this.#length - this.#snapshotLength >= snapshotAfterBytes;
    if (isDue) void this.#writeSnapshot();
  }

  #writeSnapshot(): Promise<void> {
    this.#snapshotWork ??= this.#writeSnapshotOnce().finally(() => {
      this.#snapshotWork = null;
    });
    return this.#snapshotWork;
  }

  async #writeSnapshotOnce(): Promise<void> {
    const { seq, at, hash, state, stack } = this.#durable;
    const length = this.#length;
    if (at === null) return;
    const { name, version, stateVersion } = this.#kind;
    this.#snapshots.data = {
      format: 1,
      kind: name,
      id: this.id,
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
      await this.#snapshots.write();
      this.#snapshotSeq = seq;
      this.#snapshotLength = length;
    } catch (error) {
      const { code, details } = problemOf(error, this.folder);
      this.#around.notice?.({ code: 'store.snapshotFailed', details: { ...details, id: this.id, because: code } });
    } finally {
      this.#snapshots.data = null;
    }
  }
}

/** An entry and its line from a body: what comes back is what a later reading of the line gives, to the last detail. */
function sealed(body: EntryBody): { readonly entry: JournalEntry; readonly line: Buffer } {
  const text = bodyText(body);
  const hash = sha256(text);
  // Of the shape that came in, as canonical JSON drops only what JSON has no word for.
  const plain = JSON.parse(text) as EntryBody;
  return { entry: { ...plain, hash }, line: Buffer.from(`${entryLine(text, hash)}\n`) };
}
