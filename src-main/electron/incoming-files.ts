import { open } from 'node:fs/promises';
import path from 'node:path';
import type { NamedFiles } from '#main/application/ports.ts';
import { MAX_INCOMING_BYTES, type FilesChosen, type IncomingFile } from '#domain/contract/bridge.ts';

const tooLarge = (name: string): FilesChosen => ({
  ok: false,
  problem: { code: 'files.tooLarge', details: { name, limitMb: MAX_INCOMING_BYTES / 1_000_000 } },
});

/** Packages carry whole dossiers. */
const mayBeLarge = (name: string): boolean => name.toLowerCase().endsWith('.hdgoi');

/**
 * Reads files that a person chose, all or none, within the limit of what the program takes at a time. Never rejects.
 *
 * @param namedFiles where packages are named instead of read; null reads every file.
 */
export const readIncoming = async (
  paths: readonly string[],
  namedFiles: NamedFiles | null,
): Promise<FilesChosen> => {
  const files: IncomingFile[] = [];
  let left = MAX_INCOMING_BYTES;
  for (const file of paths) {
    const name = path.basename(file);
    try {
      const handle = await open(file, 'r');
      try {
        const facts = await handle.stat();
        if (!facts.isFile()) return { ok: false, problem: { code: 'files.unreadable', details: { name } } };
        if (namedFiles !== null && mayBeLarge(name)) {
          files.push({ name, size: facts.size, incomingId: namedFiles.name(file) });
          continue;
        }
        if (facts.size > left) return tooLarge(name);
        const bytes = new Uint8Array(await handle.readFile());
        left -= bytes.byteLength;
        if (left < 0) return tooLarge(name);
        files.push({ name, bytes });
      } finally {
        await handle.close();
      }
    } catch {
      return { ok: false, problem: { code: 'files.unreadable', details: { name } } };
    }
  }
  return { ok: true, files };
};
