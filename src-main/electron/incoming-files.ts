import { open } from 'node:fs/promises';
import path from 'node:path';
import { MAX_INCOMING_BYTES, type FilesChosen, type IncomingFile } from '#domain/contract/bridge.ts';

const tooLarge = (name: string): FilesChosen => ({
  ok: false,
  problem: { code: 'files.tooLarge', details: { name, limitMb: MAX_INCOMING_BYTES / 1_000_000 } },
});

/** Reads files that a person chose, all or none, within the limit of what the program takes at a time. Never rejects. */
export const readIncoming = async (paths: readonly string[]): Promise<FilesChosen> => {
  const files: IncomingFile[] = [];
  let left = MAX_INCOMING_BYTES;
  for (const file of paths) {
    const name = path.basename(file);
    try {
      const handle = await open(file, 'r');
      try {
        const facts = await handle.stat();
        if (!facts.isFile()) return { ok: false, problem: { code: 'files.unreadable', details: { name } } };
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
