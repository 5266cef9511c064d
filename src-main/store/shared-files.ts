import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { AnyArchive } from './any-archive.ts';
import type { FolderFile } from './document-folder.ts';
import { replaceFile } from './durable-file.ts';
import { isMissing } from './problems.ts';

const vaultFile = 'vault.json';

/** Whether a path names a file that belongs to no document and yet goes into backups: the vault of keys. */
export function isSharedPath(path: string): boolean {
  return path === vaultFile;
}

/** The files of a data folder that belong to no document and yet are worth keeping, with forward slashes. */
export async function readSharedFiles(root: string): Promise<readonly FolderFile[]> {
  const files: FolderFile[] = [];
  for (const path of [vaultFile]) {
    try {
      files.push({ path, bytes: await readFile(join(root, path)) });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return files;
}

/** What became of a shared file that came from a backup or another computer. */
export interface SharedOutcome {
  readonly path: string;
  /**
   * `added`; `same` (nothing done); `replaced` (what was here is kept aside); `keptHere` (this computer has another one, which stays: a
   * vault is never taken from under the keys that are sealed to it).
   */
  readonly outcome: 'added' | 'same' | 'replaced' | 'keptHere';
}

/** Puts shared files in place. A vault that is here already always stays, as the keys on this computer are sealed to it. */
export async function installSharedFiles(
  archive: AnyArchive,
  files: readonly FolderFile[],
): Promise<readonly SharedOutcome[]> {
  const outcomes: SharedOutcome[] = [];
  for (const { path, bytes } of files) {
    const place = join(archive.layout.root, path);
    const here = await readFile(place).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (here?.equals(bytes) === true) outcomes.push({ path, outcome: 'same' });
    else if (here !== null && path === vaultFile) outcomes.push({ path, outcome: 'keptHere' });
    else {
      archive.refuseUnlessWritable();
      if (here !== null) await archive.moveAside('kept', place, basename(path));
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await replaceFile(place, bytes);
      outcomes.push({ path, outcome: here === null ? 'added' : 'replaced' });
    }
  }
  return outcomes;
}
