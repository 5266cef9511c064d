import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { open as openZip, type Entry, type ZipFile as ZipReader } from 'yauzl';
import { z } from 'zod';
import { ProblemError } from '#domain/contract/problems.ts';
import { sha256 } from './digest.ts';
import { isDocumentPath, readJournalBytes } from './document-folder.ts';
import { journalName } from './journal-file.ts';
import { documentKinds, folderNameOf, isDocumentId, type KindName } from './layout.ts';
import { isSharedPath } from './shared-files.ts';

const fileSchema = z.object({
  path: z.string().max(300),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(0),
});
/** What every version of an export says of itself, whatever else it holds. */
const versionSchema = z.object({ format: z.literal('hoidong-archive-export'), version: z.int().min(1) });
const manifestSchema = versionSchema.extend({
  made: z.string(),
  files: z.array(fileSchema).max(1_000_000),
});
/** What a whole-archive export says of itself. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The name of the list within the ZIP. */
export const manifestName = 'manifest.json';
/** Newest version of an export: 2 may hold regulation packs of one's own; without any it is written as 1, which older programs read. */
export const exportVersion = 2;
/** No document's file and no attachment is as large; a ZIP that says otherwise is not unpacked. */
const largestFile = 1 << 30;

/** The path of a file that belongs to no document, from its name in the ZIP; null for any other. */
export function sharedPlace(name: string): string | null {
  const path = name.startsWith('shared/') ? name.slice('shared/'.length) : '';
  return isSharedPath(path) ? path : null;
}

/** Whose file a name in the ZIP is, and its path there; null for any other. */
export function documentPlace(
  name: string,
): { readonly kind: KindName; readonly id: string; readonly path: string } | null {
  for (const kind of documentKinds) {
    const [folder, id, ...rest] = name.split('/');
    const path = rest.join('/');
    if (folder === folderNameOf[kind] && id !== undefined && isDocumentId(id) && isDocumentPath(path)) {
      return { kind, id, path };
    }
  }
  return null;
}

function refused(reason: string): ProblemError {
  return new ProblemError('store.exportDamaged', { reason });
}

/** What the list of a file says, or undefined where it is none. */
async function readManifest(path: string): Promise<unknown> {
  const found: Buffer[] = [];
  await eachEntry(path, async ({ name, read }) => {
    if (name === manifestName) found.push(await read());
  });
  try {
    return JSON.parse(String(found.at(-1)));
  } catch {
    return undefined;
  }
}

/** Reads the whole file: every listed file is there with its bytes, nothing else is, and every journal verifies. */
export async function verifyZip(path: string): Promise<Manifest> {
  // Before all else: what a newer program put in must not be called damage.
  const manifest = await readManifest(path);
  const version = versionSchema.safeParse(manifest);
  if (version.success && version.data.version > exportVersion) {
    throw new ProblemError('store.exportNewer', { version: version.data.version, known: exportVersion });
  }
  const seen = new Map<string, { readonly sha256: string; readonly size: number }>();
  await eachEntry(path, async ({ name, read, chunks }) => {
    if (name === manifestName) return;
    if (seen.has(name)) throw refused(`twice ${name.slice(0, 100)}`);
    if (/^attachments\/[0-9a-f]{64}$/.test(name)) {
      seen.set(name, await digestOf(await chunks()));
      return;
    }
    const place = documentPlace(name);
    if (place === null && sharedPlace(name) === null) throw refused(`name ${name.slice(0, 100)}`);
    const bytes = await read();
    if (place?.path === journalName && !readJournalBytes(bytes, place.kind, place.id).good)
      throw refused(`journal ${name}`);
    seen.set(name, { sha256: sha256(bytes), size: bytes.length });
  });
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) throw refused('manifest');
  if (parsed.data.files.length !== seen.size) throw refused('list');
  for (const file of parsed.data.files) {
    const there = seen.get(file.path);
    if (there?.sha256 !== file.sha256 || there.size !== file.size) throw refused(`bytes ${file.path.slice(0, 100)}`);
    if (file.path.startsWith('attachments/') && file.path !== `attachments/${file.sha256}`) throw refused(file.path);
  }
  return parsed.data;
}

async function digestOf(chunks: AsyncIterable<Buffer>): Promise<{ readonly sha256: string; readonly size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}

function openReader(path: string): Promise<ZipReader> {
  return new Promise((resolve, reject) => {
    openZip(path, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) => {
      if (error === null) resolve(zip);
      // A failed system call says so itself; everything else means that this is no sound ZIP.
      else reject('syscall' in error ? error : refused('zip'));
    });
  });
}

function openEntry(zip: ZipReader, entry: Entry): Promise<Readable> {
  if (entry.uncompressedSize > largestFile) return Promise.reject(refused(`size ${entry.fileName.slice(0, 100)}`));
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream);
      else reject(refused('zip'));
    });
  });
}

async function* chunksOf(stream: Readable, name: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch {
    throw refused(`bytes ${name.slice(0, 100)}`);
  }
}

/** One file in a ZIP: `read` has it whole, for what is small; `chunks` is for attachments. One of the two, once. */
export interface ZipEntry {
  readonly name: string;
  readonly read: () => Promise<Buffer>;
  readonly chunks: () => Promise<AsyncIterable<Buffer>>;
}

/** Hands on every entry of a ZIP, one after another. */
export async function eachEntry(path: string, take: (entry: ZipEntry) => Promise<void>): Promise<void> {
  const zip = await openReader(path);
  await new Promise<void>((resolve, reject) => {
    zip.once('error', (error: Error) => reject('syscall' in error ? error : refused('zip')));
    zip.once('end', () => resolve());
    zip.on('entry', (entry: Entry) => {
      const { fileName: name } = entry;
      const chunks = async (): Promise<AsyncIterable<Buffer>> => chunksOf(await openEntry(zip, entry), name);
      const read = async (): Promise<Buffer> => {
        const bytes: Buffer[] = [];
        for await (const chunk of await chunks()) bytes.push(chunk);
        return Buffer.concat(bytes);
      };
      take({ name, read, chunks }).then(
        () => zip.readEntry(),
        (error: unknown) => {
          zip.close();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
    zip.readEntry();
  });
}
