import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#domain/contract/problems.ts';
import { isTemporaryName, makeSubfolder, replaceFile } from './durable-file.ts';
import { isMissing, withProblems } from './problems.ts';

/** A name fit for every file system: no folder, no leading dot, at most 120 characters. */
const nameShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;

/**
 * Small files that belong to one document and are not part of its journal: wrapped keys, returns as they came, locked papers. Each is
 * written whole and synced before `put` resolves; what is removed goes to the trash.
 */
export class DocumentFiles {
  readonly #folder: string;
  readonly #toTrash: (path: string, name: string) => Promise<void>;
  readonly #refuseUnlessWritable: () => void;

  constructor(
    documentFolder: string,
    toTrash: (path: string, name: string) => Promise<void>,
    refuseUnlessWritable: () => void,
  ) {
    this.#folder = join(documentFolder, 'files');
    this.#toTrash = toTrash;
    this.#refuseUnlessWritable = refuseUnlessWritable;
  }

  /** Writes a file durably, over an older one of that name. */
  async put(name: string, bytes: Uint8Array): Promise<void> {
    this.#refuseUnlessWritable();
    const path = this.#pathOf(name);
    await withProblems(path, async () => {
      await makeSubfolder(this.#folder);
      await replaceFile(path, bytes);
    });
  }

  /** The bytes of a file, or null where there is none. */
  async read(name: string): Promise<Buffer | null> {
    const path = this.#pathOf(name);
    return withProblems(path, async () => {
      try {
        return await readFile(path);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    });
  }

  /** Names of all files, in order. */
  async list(): Promise<readonly string[]> {
    return withProblems(this.#folder, async () => {
      try {
        const names = await readdir(this.#folder);
        return names.filter((name) => !isTemporaryName(name)).sort();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    });
  }

  /** Moves a file to the trash; nothing happens where there is none. */
  async remove(name: string): Promise<void> {
    this.#refuseUnlessWritable();
    const path = this.#pathOf(name);
    await withProblems(path, async () => {
      try {
        await stat(path);
      } catch (error) {
        if (isMissing(error)) return;
        throw error;
      }
      await this.#toTrash(path, name);
    });
  }

  #pathOf(name: string): string {
    if (!nameShape.test(name)) throw new ProblemError('store.badName', { name });
    return join(this.#folder, name);
  }
}
