import { createReadStream } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyArchive } from './any-archive.ts';
import { isMissing } from './problems.ts';

/** How long an attachment that nothing names is left alone, in milliseconds: a week. */
export const unnamedFor = 7 * 24 * 60 * 60 * 1_000;

/** Letters of a SHA-256. */
const hashLength = 64;
const hashes = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g;

/** Crosses off every hash that stands anywhere in a file, whatever the file is and whether it can be understood or not. */
async function crossOff(path: string, unnamed: Set<string>): Promise<void> {
  let tail = '';
  for await (const chunk of createReadStream(path, { encoding: 'latin1' })) {
    const text = tail + String(chunk);
    for (const [hash] of text.matchAll(hashes)) unnamed.delete(hash);
    // One that is cut by the chunk's end is whole in the next one; so is what stands before it.
    tail = text.slice(-(hashLength + 1));
  }
}

async function crossOffBelow(folder: string, unnamed: Set<string>): Promise<void> {
  try {
    for await (const entry of await opendir(folder)) {
      if (unnamed.size === 0) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await crossOffBelow(path, unnamed);
      else await crossOff(path, unnamed);
    }
  } catch (error) {
    // Moved to the bin or aside meanwhile: those are read last.
    if (!isMissing(error)) throw error;
  }
}

/**
 * Removes attachments that nothing has named for a week: what is left when the program dies between a package's files and the entry that names
 * them. Named is what stands in any file of any document, also a damaged one, one in the bin, or one that was kept aside. Backups have files
 * of their own. Resolves with how many were removed; where a file can't be read it rejects, and nothing is removed.
 */
export function removeUnnamedAttachments(archive: AnyArchive): Promise<number> {
  const { sessions, workbooks, packs, trash, kept } = archive.layout;
  const before = new Date(Date.parse(archive.environment.clock()) - unnamedFor);
  return archive.attachments.removeUnnamed(before, async (candidates) => {
    const unnamed = new Set(candidates);
    // Documents move to the bin and aside, never back.
    for (const folder of [sessions, workbooks, packs, trash, kept]) await crossOffBelow(folder, unnamed);
    return unnamed;
  });
}
