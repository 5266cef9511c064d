import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#domain/contract/problems.ts';
import { hashOf, sha256 } from './digest.ts';
import { closeFile, moveDurably, openFile, readAt, statFile, syncFile, syncFolder, writeAll } from './durable-file.ts';
import { isMissing, withProblems } from './problems.ts';

/** A stored attachment: its name is its content. */
export interface StoredAttachment {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** An attachment whose bytes are on the disk, but which is not kept yet: nothing of it is seen until it is. */
export interface StagedAttachment extends StoredAttachment {
  /** Keeps it; resolves when the disk has it under its name. */
  keep(): Promise<void>;
  /** Leaves nothing of it. */
  drop(): Promise<void>;
}

const hashShape = /^[0-9a-f]{64}$/;

function* only(bytes: Uint8Array): Generator<Uint8Array> {
  yield bytes;
}

/** Files of dossiers, each kept once under the SHA-256 of its bytes and never changed. */
export class Attachments {
  readonly #folder: string;
  readonly #incoming: string;
  readonly #refuseUnlessWritable: () => void;
  /** What each file was when its bytes were last read, and what they were: as long as it is that, they are not read anew. */
  readonly #lastRead = new Map<string, { readonly file: string; readonly hash: Promise<string> }>();
  /** Keeping and removing one after another: what was found to be there must still be there when it is said so. */
  #turn: Promise<unknown> = Promise.resolve();
  /** What was put in since the start: something may be about to name it, so it is not removed before the next start. */
  readonly #putIn = new Set<string>();
  /** Works under way that go by a list of what is there, and how many there ever were. */
  #listReaders = 0;
  #listReadersEver = 0;

  constructor(folder: string, incoming: string, refuseUnlessWritable: () => void) {
    this.#folder = folder;
    this.#incoming = incoming;
    this.#refuseUnlessWritable = refuseUnlessWritable;
  }

  /** Keeps some bytes; resolves when the disk has them. Bytes that are kept already cost a reading, which also repairs a damaged copy. */
  async put(source: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredAttachment> {
    const staged = await this.stage(source);
    try {
      await staged.keep();
    } catch (error) {
      await staged.drop();
      throw error;
    }
    return { sha256: staged.sha256, size: staged.size };
  }

  /**
   * Writes some bytes where nobody looks, for what may still be stopped before anything names them. What is neither kept nor dropped is gone
   * at the next start. Bytes that are kept already take no further room.
   */
  async stage(source: Uint8Array | AsyncIterable<Uint8Array>): Promise<StagedAttachment> {
    this.#refuseUnlessWritable();
    return withProblems(this.#folder, async () => {
      const temporary = join(this.#incoming, randomBytes(12).toString('hex'));
      const drop = (): Promise<void> => rm(temporary, { force: true }).catch(() => undefined);
      try {
        const stored = await this.#write(temporary, source);
        this.#putIn.add(stored.sha256);
        if (await this.#inTurn(() => this.#isWhole(stored))) {
          await rm(temporary);
          // Whoever put it there may not have come to this yet, or have died before it.
          await syncFolder(this.#folder);
          return { ...stored, keep: () => Promise.resolve(), drop };
        }
        const keep = (): Promise<void> =>
          withProblems(this.#folder, () =>
            this.#inTurn(async () => {
              if (await this.#isWhole(stored)) {
                await rm(temporary, { force: true });
                await syncFolder(this.#folder);
              } else await moveDurably(temporary, this.path(stored.sha256));
            }),
          );
        return { ...stored, keep, drop };
      } catch (error) {
        await drop();
        throw error;
      }
    });
  }

  /**
   * A part of the bytes: `length` of them from `position` on, fewer only where they end. The first part of a file has all of it read and
   * verified, and so has every part after the file was touched. Throws as `read` does.
   */
  async readPart(hash: string, position: number, length: number): Promise<Buffer> {
    return this.#opened(hash, async (file, size) =>
      readAt(file, position, Math.max(0, Math.min(length, size - position))),
    );
  }

  /** How many bytes there are, each of which is as it was put in. Throws as `read` does. */
  async verify(hash: string): Promise<number> {
    return this.#opened(hash, (_file, size) => Promise.resolve(size));
  }

  async #opened<Result>(hash: string, use: (file: number, size: number) => Promise<Result>): Promise<Result> {
    const path = this.path(hash);
    return withProblems(path, async () => {
      let file: number;
      try {
        file = await openFile(path, 'r');
      } catch (error) {
        if (isMissing(error)) throw new ProblemError('store.attachmentMissing', { sha256: hash });
        throw error;
      }
      try {
        const { ino, size, mtimeMs, ctimeMs } = await statFile(file);
        const now = `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
        const last = this.#lastRead.get(hash);
        // Several parts may be asked for at once: the first reads for all.
        const read = last?.file === now ? last : { file: now, hash: hashOf(path) };
        this.#lastRead.set(hash, read);
        if ((await read.hash) !== hash) throw new ProblemError('store.attachmentDamaged', { sha256: hash });
        return await use(file, size);
      } catch (error) {
        this.#lastRead.delete(hash);
        throw error;
      } finally {
        await closeFile(file);
      }
    });
  }

  /** The bytes. Throws `store.attachmentMissing` or, when they are not what was put in, `store.attachmentDamaged`. */
  async read(hash: string): Promise<Buffer> {
    const path = this.path(hash);
    const bytes = await withProblems(path, async () => {
      try {
        return await readFile(path);
      } catch (error) {
        if (isMissing(error)) throw new ProblemError('store.attachmentMissing', { sha256: hash });
        throw error;
      }
    });
    if (sha256(bytes) !== hash) throw new ProblemError('store.attachmentDamaged', { sha256: hash });
    return bytes;
  }

  /** Where the file lies, for whoever wants to stream it; it is not said that it is there. */
  path(hash: string): string {
    if (!hashShape.test(hash)) throw new ProblemError('store.badName', { name: hash });
    return join(this.#folder, hash);
  }

  /** Hashes of all attachments that are kept, in order. */
  async list(): Promise<readonly string[]> {
    return withProblems(this.#folder, async () => {
      try {
        return (await readdir(this.#folder)).filter((name) => hashShape.test(name)).sort();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    });
  }

  /** Does a work that goes by a list of the attachments; meanwhile none of them is removed. */
  async whileNoneLeaves<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#inTurn(() => {
      this.#listReaders += 1;
      this.#listReadersEver += 1;
      return Promise.resolve();
    });
    try {
      return await work();
    } finally {
      this.#listReaders -= 1;
    }
  }

  /** Hashes of the attachments that were put in before a moment and not since the start. */
  async #olderThan(moment: Date): Promise<ReadonlySet<string>> {
    const older = new Set<string>();
    for (const hash of await this.list())
      if (!this.#putIn.has(hash) && (await this.#isOlder(hash, moment))) older.add(hash);
    return older;
  }

  /**
   * Removes those that `findUnnamed` finds among the ones put in before a moment. What was put in (again) since the start stays; and while
   * anybody goes by a list, or did since the search began, nothing more is removed. Resolves with how many were.
   */
  async removeUnnamed(
    before: Date,
    findUnnamed: (candidates: ReadonlySet<string>) => Promise<ReadonlySet<string>>,
  ): Promise<number> {
    this.#refuseUnlessWritable();
    return withProblems(this.#folder, async () => {
      const readersEver = this.#listReadersEver;
      const candidates = await this.#olderThan(before);
      if (candidates.size === 0) return 0;
      let removed = 0;
      for (const hash of await findUnnamed(candidates)) {
        removed += await this.#inTurn(async () => {
          const mayGo = this.#listReaders === 0 && this.#listReadersEver === readersEver;
          if (!mayGo || !candidates.has(hash) || this.#putIn.has(hash)) return 0;
          await rm(this.path(hash), { force: true });
          return 1;
        });
      }
      return removed;
    });
  }

  async #isOlder(hash: string, moment: Date): Promise<boolean> {
    try {
      return (await stat(this.path(hash))).mtimeMs < moment.getTime();
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #write(path: string, source: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredAttachment> {
    const hash = createHash('sha256');
    let size = 0;
    const file = await openFile(path, 'wx', 0o600);
    try {
      for await (const chunk of source instanceof Uint8Array ? only(source) : source) {
        hash.update(chunk);
        await writeAll(file, chunk, size);
        size += chunk.length;
      }
      await syncFile(file);
    } finally {
      await closeFile(file);
    }
    return { sha256: hash.digest('hex'), size };
  }

  /** Whether it is there, every byte of it. */
  async #isWhole({ sha256: hash, size }: StoredAttachment): Promise<boolean> {
    try {
      const path = this.path(hash);
      return (await stat(path)).size === size && (await hashOf(path)) === hash;
    } catch {
      // Missing, or lying on a bad spot of the disk: the new copy takes its place, or says why it can't.
      return false;
    }
  }
}
