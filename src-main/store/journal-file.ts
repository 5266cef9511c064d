import { fstatSync, fsyncSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '#domain/contract/base.ts';
import { ProblemError } from '#domain/contract/problems.ts';
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
import type { JournalScan } from './journal-scan.ts';
import { isMissing } from './problems.ts';

/** The name of a document's journal in its folder. */
export const journalName = 'journal.jsonl';

interface Identity {
  readonly dev: number;
  readonly ino: number;
}

/** A disk that writes and syncs within this many milliseconds is waited for on the spot. */
const quickDisk = 4;
const largestOnTheSpot = 1 << 18;
const lineEnd = Buffer.from('\n');

/** The journal of one document as a file: read whole at opening, then only appended to; what it answers to have, the disk has. */
export class JournalFile {
  readonly path: string;
  readonly #rawWrite: RawWrite | undefined;
  #file: number | null = null;
  #identity: Identity | null = null;
  #isDiskQuick = false;
  #length = 0;
  /** What may stand, in whole or in part, behind the lines that are known to be on the disk: a write that has not succeeded. */
  #unsure: Buffer | null = null;

  constructor(folder: string, rawWrite?: RawWrite) {
    this.path = join(folder, journalName);
    this.#rawWrite = rawWrite;
  }

  /** Bytes of all lines that are known to be on the disk. */
  get length(): number {
    return this.#length;
  }

  /** All bytes. Throws `store.notFound` where there is no journal. */
  async read(): Promise<Buffer> {
    try {
      return await readFile(this.path);
    } catch (error) {
      if (isMissing(error)) throw new ProblemError('store.notFound', { id: basename(dirname(this.path)) });
      throw error;
    }
  }

  /** Takes note of how far the journal can be trusted, without opening it for writing. */
  trustUpTo(length: number): void {
    this.#length = length;
  }

  /**
   * Opens the journal that was just read for writing. A torn tail is cut and kept in a file beside; a lost line end is put back. Resolves
   * with what was mended, the document's name left to the caller, or null.
   */
  async openForWriting(bytes: Buffer, scan: JournalScan, now: string): Promise<Problem | null> {
    const file = await openFile(this.path, 'r+');
    this.#file = file;
    this.#identity = await this.#identityOf(file);
    const tail = bytes.subarray(scan.goodLength);
    switch (scan.ending.kind) {
      case 'clean':
      case 'damaged':
        return null;
      case 'torn': {
        // What is cut is kept: it may hold words that somebody misses, even though nobody was told that they were saved.
        const aside = `journal.torn-${now.replace(/[:.]/g, '-')}-${sha256(tail).slice(0, 8)}.bin`;
        await replaceFile(join(dirname(this.path), aside), tail);
        await truncateFile(file, scan.goodLength);
        await syncFile(file);
        return { code: 'store.tornTailCut', details: { bytes: tail.length, file: aside } };
      }
      case 'lineEndLost':
        await writeAll(file, lineEnd, scan.goodLength);
        await truncateFile(file, scan.goodLength + 1);
        await syncFile(file);
        this.#length = scan.goodLength + 1;
        return { code: 'store.lineEndRestored', details: {} };
    }
  }

  /**
   * Appends whole lines; resolves when the disk has them. `lastHash` is that of the last entry that the disk has: the file must still end
   * with it, or something else has written to it (`store.changedOutside`). Throws `store.folderGone` when the file is no longer the one
   * under its name. After a failure `giveUp` must be called.
   */
  async append(bytes: Buffer, lastHash: string): Promise<void> {
    const file = this.#file ?? (await this.#reopen(lastHash));
    const began = performance.now();
    const there =
      this.#isDiskQuick && bytes.length <= largestOnTheSpot
        ? this.#writeNow(file, bytes)
        : await this.#writeAside(file, bytes);
    this.#isDiskQuick = performance.now() - began < quickDisk;
    // A file whose folder was deleted or whose stick was pulled can still be written to and synced, into nowhere.
    if (there.ino !== this.#identity?.ino || there.dev !== this.#identity.dev) {
      throw new ProblemError('store.folderGone', { path: this.path, errno: '' });
    }
    this.#unsure = null;
    this.#length += bytes.length;
  }

  /** After a failed write nothing of it may stay, and nothing that was built on it. */
  async giveUp(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    this.#identity = null;
    if (file === null) return;
    // Only what was written here is cut. Should it be in reach no more, the next write finds and cuts it (`#reopen`), or the next opening does.
    if (this.#unsure !== null) await truncateFile(file, this.#length).catch(() => undefined);
    await closeFile(file).catch(() => undefined);
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    if (file !== null) await closeFile(file).catch(() => undefined);
  }

  /**
   * Most disks sync a line in a fraction of a millisecond, which is less than handing the work to another thread and back costs. A disk
   * that is slow once is not waited for like this the next time.
   */
  #writeNow(file: number, bytes: Buffer): Identity {
    this.#refuseUnlessOurEnd(fstatSync(file).size);
    this.#unsure = bytes;
    writeAllNow(file, bytes, this.#length, this.#rawWrite);
    fsyncSync(file);
    return statSync(this.path);
  }

  async #writeAside(file: number, bytes: Buffer): Promise<Identity> {
    this.#refuseUnlessOurEnd((await statFile(file)).size);
    this.#unsure = bytes;
    if (this.#rawWrite === undefined) await writeAll(file, bytes, this.#length);
    else writeAllNow(file, bytes, this.#length, this.#rawWrite);
    await syncFile(file);
    return stat(this.path);
  }

  /**
   * A file that became shorter or longer was written to by something else (a sync tool that put an older copy into it, a second computer
   * that took the folder over): a line put behind a gap could never be read again, and one put over other lines would destroy them.
   */
  #refuseUnlessOurEnd(size: number): void {
    if (size !== this.#length) throw new ProblemError('store.changedOutside');
  }

  /** Which file an open one is, found by its name as `append` finds it: some versions of Windows number a disk otherwise by handle. */
  async #identityOf(file: number): Promise<Identity> {
    const [open, named] = [await statFile(file), await stat(this.path)];
    if (open.ino !== named.ino) throw new ProblemError('store.folderGone', { path: this.path, errno: '' });
    return named;
  }

  /** Opens the journal again after a failure, making sure that it is still the one that is known here. */
  async #reopen(lastHash: string): Promise<number> {
    const file = await openFile(this.path, 'r+');
    try {
      const identity = await this.#identityOf(file);
      const { size } = await statFile(file);
      const expected = Buffer.from(`${lastHash}"}\n`);
      const found = await readAt(file, this.#length - expected.length, expected.length);
      if (!found.equals(expected)) throw new ProblemError('store.changedOutside');
      if (size > this.#length) {
        const rest = await readAt(file, this.#length, size - this.#length);
        if (!this.#isOurRest(rest, lastHash)) throw new ProblemError('store.changedOutside');
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

  /** Whether what stands behind the last good line is left from a failed write, and not a line by which somebody else went on. */
  #isOurRest(rest: Buffer, lastHash: string): boolean {
    return this.#unsure?.subarray(0, rest.length).equals(rest) === true || !rest.includes(`"prev":"${lastHash}"`);
  }
}
