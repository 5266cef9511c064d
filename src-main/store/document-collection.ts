import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '#domain/contract/base.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { DocumentKind } from '#domain/journal/document-kind.ts';
import { beginning, replay } from '#domain/journal/replay.ts';
import type { DocumentStanding } from './any-archive.ts';
import {
  newestFirst,
  stateName,
  unreadState,
  type ArchiveIndex,
  type DocumentName,
  type IndexRecord,
} from './archive-index.ts';
import { DocumentFiles } from './document-files.ts';
import { renamePatiently, syncFolder, temporaryNameFor, writeNewFile, type RawWrite } from './durable-file.ts';
import type { StoreEnvironment } from './environment.ts';
import { parseLine, scanJournal } from './journal-scan.ts';
import { journalName } from './journal-file.ts';
import { JournaledDocument } from './journaled-document.ts';
import { checkedId } from './layout.ts';
import { isMissing, problemOf, withProblems } from './problems.ts';

/** Why a document can't be read that say nothing of the folder as a whole. */
const ofOneDocument = new Set(['store.diskFault', 'store.notPermitted', 'store.failed']);

/** One line of a list of documents. */
export interface DocumentSummary<Head> {
  readonly id: string;
  readonly seq: number;
  /** When the last entry was made. */
  readonly changedAt: string | null;
  /** Null only where not a single entry could be read. */
  readonly head: Head | null;
  /** Why the document takes no changes; null for a sound one. */
  readonly problem: Problem | null;
}

/** What the archive lends to its collections. */
export interface CollectionSurroundings extends StoreEnvironment {
  readonly readOnly: Problem | null;
  readonly index: ArchiveIndex;
  /** Resolves when the index knows every document. */
  readonly indexed: () => Promise<void>;
  /** Called when the index has something new to write. */
  readonly indexChanged: () => void;
  /** Throws `store.folderGone` where the data folder can't be reached any more. */
  readonly refuseUnlessThere: () => Promise<void>;
  /** Moves a file or folder into the trash under a name that tells what it was. */
  readonly toTrash: (path: string, name: string) => Promise<void>;
  /** Whether another collection has a document of this name. */
  readonly isTaken: (id: string) => Promise<boolean>;
  readonly rawWrite?: RawWrite | undefined;
}

/** All documents of one kind in an archive. Opening one twice gives the same object. */
export class DocumentCollection<State, Event, Head> {
  readonly kind: DocumentKind<State, Event, Head>;
  readonly folder: string;
  readonly #around: CollectionSurroundings;
  readonly #open = new Map<string, Promise<JournaledDocument<State, Event>>>();
  /** The open documents again, for those who can't wait. */
  readonly #ready = new Map<string, JournaledDocument<State, Event>>();
  /** What is done to documents that must not be opened meanwhile, each with what follows it. */
  readonly #busy = new Map<string, Promise<unknown>>();
  readonly #heads = new WeakMap<object, { readonly hash: string; readonly head: Head }>();

  constructor(folder: string, kind: DocumentKind<State, Event, Head>, around: CollectionSurroundings) {
    this.folder = folder;
    this.kind = kind;
    this.#around = around;
  }

  /** Makes a document with its first events and opens it. Throws `store.exists` when the name is taken. */
  async create(id: string, firstEvents: readonly Event[], actor: string): Promise<JournaledDocument<State, Event>> {
    this.#refuseUnlessWritable();
    const name = this.#nameOf(id);
    const line = JournaledDocument.firstLine(id, this.kind, firstEvents, actor, this.#around.clock());
    return withProblems(this.folder, async () => {
      if (await this.#around.isTaken(id)) throw new ProblemError('store.exists', { id });
      await this.#around.index.mark(name);
      const folder = this.folderOf(id);
      const temporary = temporaryNameFor(folder);
      try {
        await mkdir(temporary, { mode: 0o700 });
        await writeNewFile(join(temporary, journalName), line);
        await syncFolder(temporary);
        await renamePatiently(temporary, folder);
        await syncFolder(this.folder);
      } catch (error) {
        await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
        throw error;
      }
      const document = await this.open(id);
      this.#note(name, document);
      this.#around.indexChanged();
      return document;
    });
  }

  /** Opens a document. Throws `store.notFound`; a damaged one opens read-only and says so in its status. */
  async open(id: string): Promise<JournaledDocument<State, Event>> {
    checkedId(id);
    for (let busy = this.#busy.get(id); busy !== undefined; busy = this.#busy.get(id)) await busy;
    const known = this.#open.get(id);
    if (known !== undefined) return known;
    const opening = JournaledDocument.open(this.folderOf(id), id, this.kind, {
      clock: this.#around.clock,
      ids: this.#around.ids,
      notice: this.#around.notice,
      rawWrite: this.#around.rawWrite,
      readOnly: this.#around.readOnly,
      beforeFirstAppend: () => this.#around.index.mark(this.#nameOf(id)),
      afterClose: () => this.#forget(id),
    });
    this.#open.set(id, opening);
    try {
      const document = await opening;
      this.#tellIfOlder(id, document);
      this.#ready.set(id, document);
      return document;
    } catch (error) {
      this.#open.delete(id);
      // With the whole folder out of reach nothing is known of the document: it was neither removed nor lost.
      await this.#around.refuseUnlessThere();
      throw error;
    }
  }

  /** Whether there is a document of this name. */
  async has(id: string): Promise<boolean> {
    try {
      await stat(this.folderOf(id));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw problemOf(error, this.folder);
    }
  }

  /** Every document with its head, newest change first; none is opened unless the index doesn't know it. */
  async list(): Promise<readonly DocumentSummary<Head>[]> {
    await this.#around.indexed();
    for (const [id, document] of this.#ready) this.#note(this.#nameOf(id), document);
    return [...this.#around.index.of(this.kind.name)]
      .map(([id, { seq, at, head, problem }]) => ({
        id,
        seq,
        changedAt: at,
        // Made by `headOf` of this very version of the kind: the index drops heads of any other.
        head: head as Head | null,
        problem,
      }))
      .sort((a, b) => newestFirst(a.changedAt, b.changedAt));
  }

  /** Closes a document and moves its folder to the trash; nothing is erased. */
  async remove(id: string): Promise<void> {
    this.#refuseUnlessWritable();
    const name = this.#nameOf(id);
    await withProblems(this.folder, () =>
      this.whileClosed(id, async () => {
        if (!(await this.has(id))) throw new ProblemError('store.notFound', { id });
        await this.#around.toTrash(this.folderOf(id), `${this.kind.name}-${id}`);
        this.#around.index.drop(name);
        this.#around.indexChanged();
      }),
    );
  }

  /** Small files kept beside a document. */
  files(id: string): DocumentFiles {
    return new DocumentFiles(
      this.folderOf(checkedId(id)),
      (path, name) => this.#around.toTrash(path, `${this.kind.name}-${id}-${name}`),
      () => this.#refuseUnlessWritable(),
    );
  }

  /** The folder of a document, whether or not it is there. */
  folderOf(id: string): string {
    return join(this.folder, checkedId(id));
  }

  /** Closes a document if it is open. */
  async close(id: string): Promise<void> {
    if (this.#open.has(id) || this.#busy.has(id)) await this.#alone(id, () => this.#closeNow(id));
  }

  /**
   * Does `work` on the folder of a document, which is closed before; whoever opens it meanwhile waits. Should the program die, the index
   * reads the document anew.
   */
  whileClosed<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    const name = this.#nameOf(id);
    return this.#alone(id, async () => {
      await this.#around.refuseUnlessThere();
      await this.#closeNow(id);
      return this.#around.index.whileChanging(name, work);
    });
  }

  /** Closes every open document. */
  async closeAll(): Promise<void> {
    for (const id of [...this.#open.keys()]) await this.close(id);
  }

  /** The document if it is open now. */
  ifOpen(id: string): JournaledDocument<State, Event> | undefined {
    return this.#ready.get(id);
  }

  /**
   * Reads a document that the index doesn't know, without changing anything, and tells the index. One that can't be read is known by its
   * problem: a single bad spot of a disk must not keep the whole list from being shown.
   */
  async readIntoIndex(id: string): Promise<void> {
    const name = this.#nameOf(id);
    try {
      const document = this.#ready.get(id) ?? (await this.peek(id));
      if (document === null) this.#around.index.drop(name);
      else this.#note(name, document);
    } catch (error) {
      if (!(error instanceof ProblemError) || !ofOneDocument.has(error.code)) throw error;
      const problem: Problem = { code: error.code, details: error.details };
      this.#around.index.put(name, { seq: 0, at: null, state: unreadState, head: null, problem });
    }
    this.#around.indexChanged();
  }

  /** A document opened for reading only and known to nobody else; null where its folder holds no journal. */
  async peek(id: string): Promise<JournaledDocument<State, Event> | null> {
    try {
      return await JournaledDocument.open(this.folderOf(id), id, this.kind, {
        clock: this.#around.clock,
        ids: this.#around.ids,
        readOnly: { code: 'store.openedReadOnly', details: {} },
        beforeFirstAppend: () => Promise.resolve(),
        afterClose: () => undefined,
      });
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'store.notFound') return null;
      throw error;
    }
  }

  /** How many entries of a document can be read and understood; null where there is no journal, or one of a newer program. */
  async goodEntries(id: string): Promise<number | null> {
    const document = await this.peek(id);
    if (document === null || (document.status.kind === 'readOnly' && document.status.problem.code === 'store.newer')) {
      return null;
    }
    return document.seq;
  }

  /** How a document stands, read anew from the disk; null where there is no journal. */
  async standingOf(id: string): Promise<DocumentStanding | null> {
    const document = await this.peek(id);
    if (document === null) return null;
    const { seq, at, problem, head } = this.recordOf(document);
    return { seq, at, problem, head };
  }

  /** What lists show of the document whose journal these bytes are; null where not a single entry can be read. */
  headOfJournal(id: string, bytes: Buffer): Head | null {
    const { starts, facts, goodLength } = scanJournal(bytes, this.kind.name, id);
    let moment = beginning(this.kind);
    try {
      for (const { seq, version } of facts) {
        if (version > this.kind.version) break;
        const end = starts[seq] ?? goodLength;
        const entry = parseLine(bytes.subarray(starts[seq - 1], bytes[end - 1] === 0x0a ? end - 1 : end));
        moment = replay(this.kind, [entry], moment);
      }
    } catch {
      // Rightly hashed and yet not to be understood: what came before it is shown.
    }
    return moment.seq === 0 ? null : this.kind.headOf(moment.state);
  }

  #nameOf(id: string): DocumentName {
    return { kind: this.kind.name, id: checkedId(id) };
  }

  async #closeNow(id: string): Promise<void> {
    const document = await this.#open.get(id)?.catch(() => null);
    await document?.close();
  }

  #alone<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    const run = (this.#busy.get(id) ?? Promise.resolve()).then(work);
    const settled = run
      .catch(() => undefined)
      .finally(() => {
        if (this.#busy.get(id) === settled) this.#busy.delete(id);
      });
    this.#busy.set(id, settled);
    return run;
  }

  /**
   * A journal that was put back as it once was, with its snapshot, is sound in itself; that more had been written only the index knows. It may
   * have been a person's wish, so it is told and nothing else.
   */
  #tellIfOlder(id: string, document: JournaledDocument<State, Event>): void {
    const known = this.#around.index.of(this.kind.name).get(id);
    if (known === undefined || known.problem !== null || known.state === unreadState) return;
    const found = this.recordOf(document);
    if (found.problem !== null || found.seq > known.seq || found.state === known.state) return;
    this.#around.notice?.({
      code: 'store.olderThanKnown',
      details: { id, seq: found.seq, at: found.at, knownSeq: known.seq, knownAt: known.at },
    });
    this.#note(this.#nameOf(id), document);
    this.#around.indexChanged();
  }

  #note(name: DocumentName, document: JournaledDocument<State, Event>): void {
    this.#around.index.put(name, this.recordOf(document));
  }

  /** How the index writes a document down. */
  recordOf(document: JournaledDocument<State, Event>): IndexRecord {
    const { status } = document;
    const isItsOwn = status.kind === 'readOnly' && status.problem.code !== 'store.openedReadOnly';
    return {
      seq: document.seq,
      at: document.changedAt,
      state: stateName(document.hash),
      head: document.seq === 0 ? null : this.#headOf(document),
      problem: isItsOwn ? status.problem : null,
    };
  }

  #headOf(document: JournaledDocument<State, Event>): Head {
    const known = this.#heads.get(document);
    if (known?.hash === document.hash) return known.head;
    const head = this.kind.headOf(document.state);
    this.#heads.set(document, { hash: document.hash, head });
    return head;
  }

  #forget(id: string): void {
    const document = this.#ready.get(id);
    this.#open.delete(id);
    this.#ready.delete(id);
    if (document === undefined || this.#around.readOnly !== null) return;
    this.#note(this.#nameOf(id), document);
    this.#around.indexChanged();
  }

  #refuseUnlessWritable(): void {
    const { readOnly } = this.#around;
    if (readOnly !== null) throw new ProblemError(readOnly.code, readOnly.details);
  }
}
