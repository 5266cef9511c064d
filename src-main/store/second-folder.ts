import { mkdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { ProblemError } from '#domain/contract/problems.ts';
import type { AnyArchive } from './any-archive.ts';
import { replaceFile } from './durable-file.ts';
import { isMissing, withProblems } from './problems.ts';

/** The folder that is made for backups within the one that a person names. */
export const backupFolderName = 'HoiDong-sao-luu';
const markName = 'hoidong-backup.json';
const placeName = 'second-backup.json';
const placeSchema = z.object({ format: z.literal(1), folder: z.string().min(1) });
const mark = `${JSON.stringify({ format: 'hoidong-backup', version: 1 }, null, 2)}\n`;

/**
 * The second folder of backups, which a person names. It is remembered in the data folder; backups go into a folder of our own inside it,
 * which bears a mark: a folder without the mark is not the one that was named (a stick that is not plugged in leaves its empty place), and
 * nothing is ever written there.
 */
export class SecondFolder {
  readonly #archive: AnyArchive;
  readonly #placePath: string;

  constructor(archive: AnyArchive) {
    this.#archive = archive;
    this.#placePath = join(archive.layout.root, placeName);
  }

  /** Where backups go; null when no folder was named. */
  async get(): Promise<string | null> {
    return withProblems(this.#placePath, async () => {
      try {
        const place = placeSchema.safeParse(JSON.parse(await readFile(this.#placePath, 'utf8')));
        return place.success ? place.data.folder : null;
      } catch (error) {
        // A note that can't be read is as good as none: the person names the folder again.
        if (isMissing(error) || error instanceof SyntaxError) return null;
        throw error;
      }
    });
  }

  /**
   * Names the folder and makes ours in it. Throws `store.backupFolderMissing` where there is no such folder, `store.backupFolderInside` for
   * one inside the data folder, and what the disk answers.
   */
  async name(chosen: string): Promise<string> {
    this.#archive.refuseUnlessWritable();
    if (!isAbsolute(chosen)) throw new ProblemError('store.backupFolderMissing', { path: chosen.slice(0, 300) });
    const given = resolve(chosen);
    const within = relative(this.#archive.layout.root, given);
    if (within === '' || !(within.startsWith('..') || isAbsolute(within))) {
      throw new ProblemError('store.backupFolderInside', { path: given });
    }
    const isFolder = await withProblems(given, () =>
      stat(given).then(
        (found) => found.isDirectory(),
        (error: unknown) => {
          if (isMissing(error)) return false;
          throw error;
        },
      ),
    );
    if (!isFolder) throw new ProblemError('store.backupFolderMissing', { path: given });
    // Whoever names our own folder again means it, and not one more inside it.
    const folder = (await this.#isMarked(given)) ? given : join(given, backupFolderName);
    await withProblems(folder, async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await replaceFile(join(folder, markName), Buffer.from(mark));
      await replaceFile(this.#placePath, Buffer.from(`${JSON.stringify({ format: 1, folder }, null, 2)}\n`));
    });
    return folder;
  }

  /** Names no folder any more; what is there stays. */
  async forget(): Promise<void> {
    this.#archive.refuseUnlessWritable();
    await withProblems(this.#placePath, () => replaceFile(this.#placePath, Buffer.from('{}\n')));
  }

  /** Throws `store.backupFolderGone` unless the folder is the one that was named. */
  async refuseUnlessThere(folder: string): Promise<void> {
    if (!(await this.#isMarked(folder))) throw new ProblemError('store.backupFolderGone', { path: folder });
  }

  async #isMarked(folder: string): Promise<boolean> {
    return withProblems(folder, async () => {
      try {
        await stat(join(folder, markName));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    });
  }
}
