import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PORTION_BYTES, type IncomingPurpose } from '#domain/contract/incoming.ts';
import { MAX_ATTACHMENT_BYTES } from '#domain/contract/sessions.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { NamedFiles } from '#main/application/ports.ts';
import type { Services } from '#main/application/services.ts';
import { packageLimits } from '#main/exchange/reading-limits.ts';
import { closeFile, openFile, readAt, writeAll } from '#main/store/durable-file.ts';
import { withProblems } from '#main/store/problems.ts';

/** Most files being handed over at a time; one more, and the oldest is let go. */
const MAX_AT_ONCE = 4;

/** A whole archive with all its dossiers: the disk sets the bound, this one only tells a mistake from a wish. */
const MAX_ARCHIVE_BYTES = 100_000_000_000;

/** A large file that can be read from the disk. */
export type IncomingFile = { readonly name: string; readonly path: string };

/** Large files on their way in, by ids. They lie in the work folder that is emptied at every start, or where a person has them. */
export interface Incoming {
  readonly service: Services['incoming'];
  /** Throws `incoming.gone`; `incoming.outOfTurn` while portions are missing. */
  find(incomingId: string): IncomingFile;
  /** The same for one that the caller uses for longer: one that was handed over is the caller's to remove from there on. */
  claim(incomingId: string): IncomingFile & { readonly ours: boolean };
}

type Arriving = IncomingFile & { readonly size: number; received: number };

const refuseTooLarge = (name: string, size: number, purpose: IncomingPurpose): void => {
  switch (purpose) {
    case 'attachment':
      if (size > MAX_ATTACHMENT_BYTES)
        throw new ProblemError('attachments.tooLarge', { name, size, max: MAX_ATTACHMENT_BYTES });
      return;
    case 'package':
    case 'archive': {
      const max = purpose === 'package' ? packageLimits.sealedSize : MAX_ARCHIVE_BYTES;
      if (size > max) throw new ProblemError('files.tooLarge', { name, limitMb: Math.floor(max / 1_000_000) });
    }
  }
};

export type IncomingDeps = {
  readonly archive: Pick<HoidongArchive, 'layout' | 'refuseUnlessWritable'>;
  readonly namedFiles: NamedFiles;
  readonly ids: () => string;
};

export const createIncoming = ({ archive, namedFiles, ids }: IncomingDeps): Incoming => {
  const arriving = new Map<string, Arriving>();

  const arrivingAt = (incomingId: string): Arriving => {
    const file = arriving.get(incomingId);
    if (!file) throw new ProblemError('incoming.gone');
    return file;
  };

  const drop = async (incomingId: string): Promise<void> => {
    namedFiles.forget(incomingId);
    const file = arriving.get(incomingId);
    if (!file) return;
    arriving.delete(incomingId);
    await rm(file.path, { force: true });
  };

  const find = (incomingId: string): IncomingFile => {
    const path = namedFiles.pathOf(incomingId);
    if (path !== null) return { name: basename(path), path };
    const file = arrivingAt(incomingId);
    if (file.received !== file.size) throw new ProblemError('incoming.outOfTurn', { name: file.name });
    return file;
  };

  return {
    find,
    claim: (incomingId) => ({ ...find(incomingId), ours: arriving.delete(incomingId) }),

    service: {
      begin: async ({ name, size, purpose }) => {
        archive.refuseUnlessWritable();
        refuseTooLarge(name, size, purpose);
        const incomingId = ids();
        const path = join(archive.layout.incoming, `nhan-${incomingId}`);
        await withProblems(path, () => writeFile(path, '', { flag: 'wx', mode: 0o600 }));
        arriving.set(incomingId, { name, path, size, received: 0 });
        const [oldest] = arriving.keys();
        if (arriving.size > MAX_AT_ONCE && oldest !== undefined) await drop(oldest);
        return { incomingId };
      },

      add: async ({ incomingId, at, portion }) => {
        const file = arrivingAt(incomingId);
        if (at !== file.received || portion.size > PORTION_BYTES || at + portion.size > file.size)
          throw new ProblemError('incoming.outOfTurn', { name: file.name });
        // Counted at once: of two portions for the same place only one is taken.
        file.received += portion.size;
        const bytes = new Uint8Array(await portion.arrayBuffer());
        try {
          await withProblems(file.path, async () => {
            const open = await openFile(file.path, 'r+');
            try {
              await writeAll(open, bytes, at);
            } finally {
              await closeFile(open);
            }
          });
        } catch (error) {
          await drop(incomingId);
          throw error;
        }
        return { received: file.received };
      },

      read: async ({ incomingId, at, size }) => {
        const { name, path } = find(incomingId);
        try {
          const open = await openFile(path, 'r');
          try {
            return new File([new Uint8Array(await readAt(open, at, size))], name);
          } finally {
            await closeFile(open);
          }
        } catch {
          throw new ProblemError('files.unreadable', { name });
        }
      },

      drop: async ({ incomingId }) => {
        await drop(incomingId);
        return {};
      },
    },
  };
};
