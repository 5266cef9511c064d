import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FoundFile } from './folder-scan.ts';

/** A file's bytes, or why they were not had: it changed meanwhile, or it can't be read now. */
export type Settled =
  { readonly kind: 'read'; readonly bytes: Uint8Array } | { readonly kind: 'changed' } | { readonly kind: 'blocked' };

// Windows has no such flag; there the scan's own look at the entry has to do.
const noFollow = (constants as Readonly<Partial<Record<string, number>>>)['O_NOFOLLOW'] ?? 0;

/** Reads a file that was just seen, if it is the same before and after. Never follows a link, never rejects. */
export const readSettled = async ({ path, size, changedAt }: FoundFile): Promise<Settled> => {
  try {
    const file = await open(path, constants.O_RDONLY | noFollow);
    try {
      const before = await file.stat();
      if (!before.isFile() || before.size !== size || before.mtimeMs !== changedAt) return { kind: 'changed' };
      const bytes = new Uint8Array(size);
      let at = 0;
      while (at < size) {
        const { bytesRead } = await file.read(bytes, at, size - at, at);
        if (bytesRead === 0) return { kind: 'changed' };
        at += bytesRead;
      }
      const after = await file.stat();
      return after.size === size && after.mtimeMs === changedAt ? { kind: 'read', bytes } : { kind: 'changed' };
    } finally {
      await file.close();
    }
  } catch {
    // Held by whoever still writes it (Windows), not permitted, or a stick pulled out: the next look will tell.
    return { kind: 'blocked' };
  }
};
