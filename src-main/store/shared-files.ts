import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyArchive } from './any-archive.ts';
import type { FolderFile } from './document-folder.ts';
import { replaceFile } from './durable-file.ts';
import { isMissing } from './problems.ts';

const vaultFile = 'vault.json';

/** Whether a path names a file that belongs to no document and yet goes into backups: the vault of keys. */
export function isSharedPath(path: string): boolean {
  return path === vaultFile;
}

/** The files of a data folder that belong to no document and yet are worth keeping. */
export async function readSharedFiles(root: string): Promise<readonly FolderFile[]> {
  try {
    return [{ path: vaultFile, bytes: await readFile(join(root, vaultFile)) }];
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** What became of a shared file that came from a backup or another computer. */
export interface SharedOutcome {
  readonly path: string;
  /**
   * `added`; `same` (nothing done); `keptHere` (this computer has another one, which stays: a vault is never taken from under the keys
   * that are sealed to it).
   */
  readonly outcome: 'added' | 'same' | 'keptHere';
}

/** Puts shared files in place where there is none. */
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
    if (here !== null) {
      outcomes.push({ path, outcome: here.equals(bytes) ? 'same' : 'keptHere' });
      continue;
    }
    archive.refuseUnlessWritable();
    await replaceFile(place, bytes);
    outcomes.push({ path, outcome: 'added' });
  }
  return outcomes;
}
