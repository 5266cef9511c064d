import { open } from 'node:fs/promises';
import path from 'node:path';
import type { NamedFiles } from '#main/application/ports.ts';
import { MAX_INCOMING_BYTES, type ChooseFiles, type FilesChosen, type IncomingFile } from '#domain/contract/bridge.ts';

const tooLarge = (name: string): FilesChosen => ({
  ok: false,
  problem: { code: 'files.tooLarge', details: { name, limitMb: MAX_INCOMING_BYTES / 1_000_000 } },
});

const isNamed = (name: string, byName: ChooseFiles['byName']): boolean => {
  switch (byName) {
    case 'none':
      return false;
    case 'packages':
      // Packages carry whole dossiers.
      return name.toLowerCase().endsWith('.hdgoi');
    case 'all':
      return true;
  }
};

/**
 * Reads files that a person chose, all or none, within the limit of what the program takes at a time. Those that `byName` says are named and
 * not read. Never rejects.
 */
export const readIncoming = async (
  paths: readonly string[],
  namedFiles: NamedFiles,
  byName: ChooseFiles['byName'],
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
        if (isNamed(name, byName)) {
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
