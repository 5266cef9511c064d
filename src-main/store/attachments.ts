import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#domain/contract/problems.ts';
import { sha256 } from './digest.ts';
import { closeFile, moveDurably, openFile, syncFile, syncFolder, writeAll } from './durable-file.ts';
import { isMissing, withProblems } from './problems.ts';

/** A stored attachment: its name is its content. */
export interface StoredAttachment {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
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

  constructor(folder: string, incoming: string, refuseUnlessWritable: () => void) {
    this.#folder = folder;
    this.#incoming = incoming;
    this.#refuseUnlessWritable = refuseUnlessWritable;
  }

  /** Keeps some bytes; resolves when the disk has them. Bytes that are kept already cost a reading, which also repairs a damaged copy. */
  async put(source: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredAttachment> {
    this.#refuseUnlessWritable();
    return withProblems(this.#folder, async () => {
      const temporary = join(this.#incoming, randomBytes(12).toString('hex'));
      try {
        const stored = await this.#write(temporary, source);
        if (await this.#isWhole(stored)) {
          await rm(temporary);
          // Whoever put it there may not have come to this yet, or have died before it.
          await syncFolder(this.#folder);
        } else await moveDurably(temporary, this.path(stored.sha256));
        return stored;
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined);
        throw error;
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

  async #isWhole({ sha256: hash, size }: StoredAttachment): Promise<boolean> {
    try {
      const path = this.path(hash);
      if ((await stat(path)).size !== size) return false;
      const found = createHash('sha256');
      for await (const chunk of createReadStream(path)) found.update(chunk as Buffer);
      return found.digest('hex') === hash;
    } catch {
      // Missing, or lying on a bad spot of the disk: the new copy takes its place, or says why it can't.
      return false;
    }
  }
}
