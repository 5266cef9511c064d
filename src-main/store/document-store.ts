import { readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '#domain/contract/base.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { DocumentKind } from '#domain/journal/document-kind.ts';
import type { OwnPackEvent } from '#domain/own-pack/events.ts';
import type { OwnPackHead } from '#domain/own-pack/head.ts';
import type { OwnPack } from '#domain/own-pack/state.ts';
import { ArchiveIndex, type DocumentName, type HeadVersion } from './archive-index.ts';
import type { AnyArchive, AnyCollection } from './any-archive.ts';
import { Attachments } from './attachments.ts';
import { sweepCollection } from './document-folder.ts';
import { DocumentCollection } from './document-collection.ts';
import {
  isTemporaryName,
  makeFolder,
  makeSubfolder,
  moveDurably,
  removeLeftOver,
  replaceFile,
  type RawWrite,
} from './durable-file.ts';
import type { StoreEnvironment } from './environment.ts';
import { documentKinds, folderNameOf, type KindName, type Layout, layoutOf, stampOf } from './layout.ts';
import { acquireLock, type Holder, type Lock } from './lock.ts';
import { isMissing, problemOf, withProblems } from './problems.ts';

/** Version of the folder's layout that this program writes. */
const archiveVersion = 1;
const archiveSchema = z.object({ format: z.literal('hoidong-archive'), version: z.int().min(1), made: z.string() });

/** How to open an archive. */
export interface ArchiveOptions<
  Session,
  SessionEvent,
  SessionHead,
  Workbook,
  WorkbookEvent,
  WorkbookHead,
> extends StoreEnvironment {
  readonly kinds: {
    readonly session: DocumentKind<Session, SessionEvent, SessionHead>;
    readonly workbook: DocumentKind<Workbook, WorkbookEvent, WorkbookHead>;
    readonly pack: DocumentKind<OwnPack, OwnPackEvent, OwnPackHead>;
  };
  /** Take no lock and write nothing at all. */
  readonly readOnly?: boolean;
  /** Why it is opened read-only, where that is not by wish: every document says so. */
  readonly because?: Problem | undefined;
  /** Write although another computer left the folder without closing it (`store.lockedElsewhere`): a person said so. */
  readonly takeOver?: boolean;
  /** `fs.writeSync`, exchangeable so that tests can make it fail the ways disks do. */
  readonly rawWrite?: RawWrite | undefined;
}

/** How long the index waits for further changes before it is written, in milliseconds. */
const indexDelay = 3_000;

/**
 * A data folder. While it is open for writing no other process writes into it; `close` writes what is still to be written and lets go.
 * Every method throws a `ProblemError` for what a person can do something about.
 */
export class Archive<Session, SessionEvent, SessionHead, Workbook, WorkbookEvent, WorkbookHead> implements AnyArchive {
  readonly layout: Layout;
  readonly sessions: DocumentCollection<Session, SessionEvent, SessionHead>;
  readonly workbooks: DocumentCollection<Workbook, WorkbookEvent, WorkbookHead>;
  readonly packs: DocumentCollection<OwnPack, OwnPackEvent, OwnPackHead>;
  readonly collections: Readonly<Record<KindName, AnyCollection>>;
  readonly attachments: Attachments;
  /** Null when changes are taken; else why the whole archive takes none. */
  readonly readOnly: Problem | null;
  readonly environment: StoreEnvironment;
  readonly index: ArchiveIndex;
  readonly #lock: Lock | null;
  readonly #kinds: Readonly<Record<KindName, HeadVersion>>;
  #indexed: Promise<void> | null = null;
  #indexTimer: NodeJS.Timeout | null = null;
  #indexWork: Promise<void> = Promise.resolve();
  #closing: Promise<void> | null = null;
  /** Works that must have ended before another process may write in the folder. */
  readonly #works = new Set<Promise<unknown>>();

  private constructor(
    layout: Layout,
    options: ArchiveOptions<Session, SessionEvent, SessionHead, Workbook, WorkbookEvent, WorkbookHead>,
    lock: Lock | null,
    readOnly: Problem | null,
  ) {
    this.layout = layout;
    this.readOnly = readOnly;
    this.environment = options;
    this.#lock = lock;
    const { session, workbook, pack } = options.kinds;
    this.#kinds = { session, workbook, pack };
    this.index = new ArchiveIndex(layout, this.#kinds, readOnly === null);
    const around = {
      clock: options.clock,
      ids: options.ids,
      notice: options.notice,
      rawWrite: options.rawWrite,
      readOnly,
      index: this.index,
      indexed: () => this.#index(),
      indexChanged: () => this.#writeIndexSoon(),
      refuseUnlessThere: () => this.refuseUnlessThere(),
      toTrash: async (path: string, name: string) => {
        await this.moveAside('trash', path, name);
      },
      isTaken: async (id: string) =>
        (await this.sessions.has(id)) || (await this.workbooks.has(id)) || (await this.packs.has(id)),
    };
    this.sessions = new DocumentCollection(layout.sessions, session, around);
    this.workbooks = new DocumentCollection(layout.workbooks, workbook, around);
    this.packs = new DocumentCollection(layout.packs, pack, around);
    this.collections = { session: this.sessions, workbook: this.workbooks, pack: this.packs };
    this.attachments = new Attachments(layout.attachments, layout.incoming, () => this.refuseUnlessWritable());
  }

  /** See `openArchive`. */
  static async open<S, SE, SH, W, WE, WH>(
    dataDir: string,
    options: ArchiveOptions<S, SE, SH, W, WE, WH>,
  ): Promise<Archive<S, SE, SH, W, WE, WH>> {
    return withProblems(dataDir, async () => {
      if (options.readOnly === true) {
        const layout = layoutOf(await realpath(dataDir));
        const newer = await newerThanKnown(layout);
        return new Archive(
          layout,
          options,
          null,
          newer ?? options.because ?? { code: 'store.openedReadOnly', details: {} },
        );
      }
      await makeFolder(dataDir);
      const layout = layoutOf(await realpath(dataDir));
      const lock = await acquireLock(layout.root, options.clock, { takeOver: options.takeOver === true });
      try {
        const newer = await newerThanKnown(layout);
        if (newer !== null) {
          await lock.release();
          options.notice?.(newer);
          return new Archive(layout, options, null, newer);
        }
        const archive = new Archive(layout, options, lock, null);
        await archive.#prepare();
        return archive;
      } catch (error) {
        await lock.release();
        throw error;
      }
    });
  }

  /** Who writes: this process, or nobody when opened read-only. */
  get holder(): Holder | null {
    return this.#lock?.holder ?? null;
  }

  /** Throws why the archive takes no changes, if it takes none. */
  refuseUnlessWritable(): void {
    if (this.readOnly !== null) throw new ProblemError(this.readOnly.code, this.readOnly.details);
  }

  /**
   * Why the folder can't be reached now: `store.folderGone` where a stick was pulled out or the folder renamed; null while it is there, and
   * again once it is back.
   */
  async gone(): Promise<Problem | null> {
    // The folder alone proves nothing: a stick that was pulled out may leave its empty place.
    const proof = this.#lock === null ? this.layout.root : this.layout.archiveFile;
    try {
      await stat(proof);
      return null;
    } catch (error) {
      const { code, details } = problemOf(error, this.layout.root);
      return { code, details };
    }
  }

  /** Throws why the folder can't be reached, where it can't. */
  async refuseUnlessThere(): Promise<void> {
    const gone = await this.gone();
    if (gone !== null) throw new ProblemError(gone.code, gone.details);
  }

  /** See `AnyArchive`. */
  async whileOpen<Result>(work: (goOn: () => void) => Promise<Result>): Promise<Result> {
    const goOn = (): void => {
      if (this.#closing !== null) throw new ProblemError('store.closing');
    };
    goOn();
    const result = work(goOn);
    this.#works.add(result);
    try {
      return await result;
    } finally {
      this.#works.delete(result);
    }
  }

  /** Moves a file or folder to where removed (`trash`) or replaced (`kept`) things are kept; resolves with its new place. */
  async moveAside(where: 'trash' | 'kept', path: string, name: string): Promise<string> {
    this.refuseUnlessWritable();
    const folder = this.layout[where];
    return withProblems(path, async () => {
      await makeSubfolder(folder);
      const taken = new Set(await readdir(folder));
      const wanted = `${stampOf(this.environment.clock())}-${name}`;
      let free = wanted;
      for (let count = 2; taken.has(free); count += 1) free = `${wanted}-${count}`;
      await moveDurably(path, join(folder, free));
      return join(folder, free);
    });
  }

  /** Writes the index now. It is a cache, so a failure is only noticed. */
  async writeIndex(): Promise<void> {
    if (this.#indexTimer !== null) clearTimeout(this.#indexTimer);
    this.#indexTimer = null;
    if (this.readOnly !== null) return;
    this.#indexWork = this.#indexWork.then(() => this.#writeIndexOnce());
    await this.#indexWork;
  }

  /** The index as its file has it now, apart from the one that is in use, and the documents that it doesn't know rightly. */
  async readIndexFile(): Promise<{ readonly index: ArchiveIndex; readonly unknown: readonly DocumentName[] }> {
    const index = new ArchiveIndex(this.layout, this.#kinds, false);
    return { index, unknown: await index.load() };
  }

  /** Reads all documents anew and writes the index from them. */
  async rebuildIndex(): Promise<void> {
    this.refuseUnlessWritable();
    await withProblems(this.layout.root, async () => {
      await rm(this.layout.index, { force: true });
      this.#indexed = null;
      await this.#index();
    });
    await this.writeIndex();
  }

  /** Closes all documents, writes the index, and lets go of the folder. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#works);
    const closeAll = async (): Promise<void> => {
      for (const kind of documentKinds) await this.collections[kind].closeAll();
    };
    // What was given before is saved; then those that were opened meanwhile are closed, too.
    await closeAll();
    this.index.end();
    await closeAll();
    await this.writeIndex();
    await this.#lock?.release();
  }

  async #prepare(): Promise<void> {
    const { sessions, workbooks, packs, attachments, incoming, archiveFile, root } = this.layout;
    await removeLeftOver(incoming);
    for (const folder of [sessions, workbooks, packs, attachments, incoming]) await makeFolder(folder);
    for (const name of await readdir(root)) {
      if (isTemporaryName(name)) await removeLeftOver(join(root, name));
    }
    await Promise.all([sessions, workbooks, packs].map(sweepCollection));
    try {
      await readFile(archiveFile);
    } catch (error) {
      if (!isMissing(error)) throw error;
      const made = { format: 'hoidong-archive', version: archiveVersion, made: this.environment.clock() };
      await replaceFile(archiveFile, Buffer.from(`${JSON.stringify(made, null, 2)}\n`));
    }
  }

  #index(): Promise<void> {
    this.#indexed ??= withProblems(this.layout.root, async () => {
      const unknown = await this.index.load();
      for (const { kind, id } of unknown) await this.collections[kind].readIntoIndex(id);
      if (this.index.rejected === 'damaged') {
        this.environment.notice?.({ code: 'store.indexRebuilt', details: { documents: unknown.length } });
      }
      if (unknown.length > 0) this.#writeIndexSoon();
    }).catch((error: unknown) => {
      this.#indexed = null;
      throw error;
    });
    return this.#indexed;
  }

  #writeIndexSoon(): void {
    if (this.readOnly !== null || this.#closing !== null || this.#indexTimer !== null) return;
    this.#indexTimer = setTimeout(() => void this.writeIndex(), indexDelay);
    this.#indexTimer.unref();
  }

  async #writeIndexOnce(): Promise<void> {
    try {
      await this.refuseUnlessThere();
      await this.#index();
      await this.index.write(({ kind, id }) => this[folderNameOf[kind]].ifOpen(id) !== undefined);
    } catch (error) {
      const { code, details } = problemOf(error, this.layout.index);
      this.environment.notice?.({ code: 'store.indexNotWritten', details: { ...details, because: code } });
    }
  }
}

async function newerThanKnown(layout: Layout): Promise<Problem | null> {
  let text: string;
  try {
    text = await readFile(layout.archiveFile, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch {
    plain = null;
  }
  const archive = archiveSchema.safeParse(plain);
  // A damaged note about the folder is no reason to lock anybody out of what the journals hold.
  if (!archive.success || archive.data.version <= archiveVersion) return null;
  return { code: 'store.archiveNewer', details: { version: archive.data.version, known: archiveVersion } };
}

/**
 * Opens the archive in `dataDir`, making the folder where there is none. Throws `store.locked` (another process writes; open it
 * `readOnly` instead), `store.lockedElsewhere`, or what the disk answers (`store.notPermitted`, `store.readOnlyFolder`, `store.diskFull`,
 * `store.folderGone`, …). A folder of a newer program opens read-only by itself and says so in `readOnly`.
 */
export function openArchive<S, SE, SH, W, WE, WH>(
  dataDir: string,
  options: ArchiveOptions<S, SE, SH, W, WE, WH>,
): Promise<Archive<S, SE, SH, W, WE, WH>> {
  return Archive.open(dataDir, options);
}
