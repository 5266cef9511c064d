import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#domain/contract/problems.ts';
import { isOpenFolder, nameKind } from '#domain/exchange/return-names.ts';
import { MAX_ARRIVALS } from './batches.ts';

/** A file that may be a return, by its name. */
export type FoundFile = {
  /** Within the folder, with `/` between the parts: names the file from look to look. */
  readonly place: string;
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
};

export type Scan = {
  readonly files: readonly FoundFile[];
  /** Names of returns whose bytes are with a cloud service. */
  readonly inCloud: readonly string[];
  /** Links met and not followed. */
  readonly links: number;
};

/** Bounds of one look: a whole disk named by mistake is refused, not searched. */
export const scanLimits = { depth: 8, entries: 20_000, files: MAX_ARRIVALS } as const;

/**
 * Looks through a folder and the folders in it, following no link, within `scanLimits`.
 *
 * @throws ProblemError `intake.folderTooLarge`; a file system's error of the folder itself as it comes. A folder within that can't be read
 *   is passed over: it is looked at again the next time.
 */
export const scanFolder = async (folder: string): Promise<Scan> => {
  const files: FoundFile[] = [];
  const inCloud: string[] = [];
  let links = 0;
  let entries = 0;

  const walk = async (path: string, place: string, depth: number): Promise<void> => {
    const found = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
      if (depth === 0) throw error;
      return [];
    });
    entries += found.length;
    if (entries > scanLimits.entries) throw new ProblemError('intake.folderTooLarge', { max: scanLimits.entries });
    for (const entry of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry;
      const inner = join(path, name);
      const innerPlace = place === '' ? name : `${place}/${name}`;
      if (entry.isSymbolicLink()) links += 1;
      else if (entry.isDirectory()) {
        if (isOpenFolder(name) && depth + 1 < scanLimits.depth) await walk(inner, innerPlace, depth + 1);
      } else if (entry.isFile()) {
        const kind = nameKind(name);
        if (kind === 'cloud') inCloud.push(name);
        if (kind !== 'return') continue;
        if (files.length >= scanLimits.files)
          throw new ProblemError('intake.folderTooLarge', { max: scanLimits.files });
        // Gone since the folder was read: it is no longer there to be told of.
        const facts = await lstat(inner).catch(() => null);
        if (facts?.isFile() !== true) continue;
        files.push({ place: innerPlace, name, path: inner, size: facts.size, changedAt: facts.mtimeMs });
      }
    }
  };

  // A link named as the folder itself is the person's choice and is followed; what lies in the folder is not.
  await walk(folder, '', 0);
  return { files, inCloud, links };
};
