import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { open as openZip, type Entry, type ZipFile as ZipReader } from 'yauzl';
import { ZipFile } from 'yazl';
import { z } from 'zod';
import { ProblemError } from '#domain/contract/problems.ts';
import type { AnyArchive } from './any-archive.ts';
import { sha256 } from './digest.ts';
import {
  documentIds,
  installDocument,
  isDocumentPath,
  readDocumentFolder,
  readJournalBytes,
  type FolderFile,
} from './document-folder.ts';
import { closeFile, openFile, renamePatiently, syncFile, syncFolder } from './durable-file.ts';
import { journalName } from './journaled-document.ts';
import { documentKinds, folderNameOf, isDocumentId, type KindName } from './layout.ts';
import { withProblems } from './problems.ts';

const fileSchema = z.object({
  path: z.string().max(300),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(0),
});
const manifestSchema = z.object({
  format: z.literal('hoidong-archive-export'),
  version: z.int().min(1),
  made: z.string(),
  files: z.array(fileSchema).max(1_000_000),
});
type Manifest = z.infer<typeof manifestSchema>;

const manifestName = 'manifest.json';
const exportVersion = 1;
/** No document's file and no attachment is as large; a ZIP that says otherwise is not unpacked. */
const largestFile = 1 << 30;

/** What an export holds. */
export interface ExportReport {
  readonly path: string;
  readonly documents: number;
  readonly attachments: number;
  /** Documents left out because their journal is damaged; they are in the backups. */
  readonly damaged: readonly string[];
}

/** What an import found in a file of an archive, document by document, and did. */
export interface ImportLine {
  readonly kind: KindName;
  readonly id: string;
  /**
   * `added`; `same` or `older` (nothing done: what is here is the same or goes on from it); `newer` (goes on from what was here, which is
   * kept aside); `replaced` (parted ways with what was here, which is kept aside); `conflict` (parted ways, and nothing was done).
   */
  readonly outcome: 'added' | 'same' | 'older' | 'newer' | 'replaced' | 'conflict';
  /** Where what was here went. */
  readonly kept: string | null;
}

/** What an import did. */
export interface ImportReport {
  readonly lines: readonly ImportLine[];
  readonly attachments: number;
}

/**
 * Writes the whole archive into one ZIP for another computer: journals, files beside them, attachments, and a list with the SHA-256 of
 * each. The file appears under its name only when it is complete and synced. An older file of that name is replaced.
 */
export async function exportArchive(archive: AnyArchive, path: string): Promise<ExportReport> {
  return withProblems(path, async () => {
    const zip = new ZipFile();
    const files: Manifest['files'] = [];
    const damaged: string[] = [];
    let documents = 0;
    const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      const written = pipeline(zip.outputStream, createWriteStream(temporary, { flags: 'wx', mode: 0o600 }));
      // Waited for below; a failure before that must not count as unhandled.
      written.catch(() => undefined);
      for (const kind of documentKinds) {
        const { folder } = archive.collections[kind];
        for (const id of await documentIds(folder)) {
          const read = await readDocumentFolder(join(folder, id), kind, id);
          if (!read.good) {
            damaged.push(id);
            continue;
          }
          documents += 1;
          for (const file of read.files) {
            const name = `${folderNameOf[kind]}/${id}/${file.path}`;
            files.push({ path: name, sha256: sha256(file.bytes), size: file.bytes.length });
            zip.addBuffer(file.bytes, name, { mode: 0o100600 });
          }
        }
      }
      const attachments = await archive.attachments.list();
      for (const hash of attachments) {
        const { size } = await stat(archive.attachments.path(hash));
        files.push({ path: `attachments/${hash}`, sha256: hash, size });
        // Dossiers are PDFs, which are packed already.
        zip.addFile(archive.attachments.path(hash), `attachments/${hash}`, { compress: false, mode: 0o100600 });
      }
      const manifest: Manifest = {
        format: 'hoidong-archive-export',
        version: exportVersion,
        made: archive.environment.clock(),
        files,
      };
      zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), manifestName, { mode: 0o100600 });
      zip.end();
      await written;
      const file = await openFile(temporary, 'r+');
      try {
        await syncFile(file);
      } finally {
        await closeFile(file);
      }
      await verifyZip(temporary);
      await renamePatiently(temporary, path);
      await syncFolder(dirname(path));
      return { path, documents, attachments: attachments.length, damaged };
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  });
}

/**
 * Takes over what an export of another computer holds. Everything is verified before anything is changed. Where both have a document,
 * the one that goes on from the other stands; where they parted ways nothing is done, unless `takeTheirs` says that the file's version is
 * to stand. What is replaced is kept aside.
 */
export async function importArchive(
  archive: AnyArchive,
  path: string,
  options: { readonly takeTheirs?: boolean } = {},
): Promise<ImportReport> {
  archive.refuseUnlessWritable();
  return withProblems(path, async () => {
    const manifest = await verifyZip(path);
    const attachmentFiles = new Set(
      manifest.files.map((file) => file.path).filter((name) => name.startsWith('attachments/')),
    );
    const documents = new Map<string, FolderFile[]>();
    await eachEntry(path, async (name, read) => {
      if (attachmentFiles.has(name)) await archive.attachments.put(await read());
      const place = documentPlace(name);
      if (place === null) return;
      const key = `${place.kind}/${place.id}`;
      documents.set(key, [...(documents.get(key) ?? []), { path: place.path, bytes: await read() }]);
    });
    const lines: ImportLine[] = [];
    for (const [key, files] of documents) {
      const [kind, id] = key.split('/');
      if ((kind !== 'session' && kind !== 'workbook') || id === undefined) continue;
      lines.push(await takeOver(archive, kind, id, files, options.takeTheirs === true));
    }
    await archive.writeIndex();
    return { lines, attachments: attachmentFiles.size };
  });
}

async function takeOver(
  archive: AnyArchive,
  kind: KindName,
  id: string,
  files: readonly FolderFile[],
  takeTheirs: boolean,
): Promise<ImportLine> {
  const collection = archive.collections[kind];
  const install = async (outcome: ImportLine['outcome']): Promise<ImportLine> => ({
    kind,
    id,
    outcome,
    kept: await installDocument(archive, kind, id, files),
  });
  if (!(await collection.has(id))) return install('added');
  const theirs = files.find((file) => file.path === journalName)?.bytes ?? Buffer.alloc(0);
  await collection.close(id);
  const mine = (await readDocumentFolder(collection.folderOf(id), kind, id)).files[0]?.bytes ?? Buffer.alloc(0);
  const common = Math.min(mine.length, theirs.length);
  if (mine.subarray(0, common).equals(theirs.subarray(0, common))) {
    if (theirs.length > common) return install('newer');
    return { kind, id, outcome: mine.length > common ? 'older' : 'same', kept: null };
  }
  return takeTheirs ? install('replaced') : { kind, id, outcome: 'conflict', kept: null };
}

function documentPlace(name: string): { readonly kind: KindName; readonly id: string; readonly path: string } | null {
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

/** Reads the whole file once: every listed file is there with its bytes, nothing else is, and every journal verifies. */
async function verifyZip(path: string): Promise<Manifest> {
  let manifest: unknown;
  const seen = new Map<string, { readonly sha256: string; readonly size: number }>();
  await eachEntry(path, async (name, read) => {
    const bytes = await read();
    if (name === manifestName) {
      try {
        manifest = JSON.parse(bytes.toString('utf8'));
      } catch {
        throw refused('manifest');
      }
      return;
    }
    const place = documentPlace(name);
    if (place === null && !/^attachments\/[0-9a-f]{64}$/.test(name)) throw refused(`name ${name.slice(0, 100)}`);
    if (seen.has(name)) throw refused(`twice ${name}`);
    if (place?.path === journalName && !readJournalBytes(bytes, place.kind, place.id).good)
      throw refused(`journal ${name}`);
    seen.set(name, { sha256: sha256(bytes), size: bytes.length });
  });
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) throw refused('manifest');
  if (parsed.data.version > exportVersion) {
    throw new ProblemError('store.exportNewer', { version: parsed.data.version, known: exportVersion });
  }
  if (parsed.data.files.length !== seen.size) throw refused('list');
  for (const file of parsed.data.files) {
    const there = seen.get(file.path);
    if (there?.sha256 !== file.sha256 || there.size !== file.size) throw refused(`bytes ${file.path.slice(0, 100)}`);
    if (file.path.startsWith('attachments/') && file.path !== `attachments/${file.sha256}`) throw refused(file.path);
  }
  return parsed.data;
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

function readEntry(zip: ZipReader, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > largestFile) return Promise.reject(refused(`size ${entry.fileName.slice(0, 100)}`));
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(refused('zip'));
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('error', () => reject(refused(`bytes ${entry.fileName.slice(0, 100)}`)));
      stream.once('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

async function eachEntry(
  path: string,
  take: (name: string, read: () => Promise<Buffer>) => Promise<void>,
): Promise<void> {
  const zip = await openReader(path);
  await new Promise<void>((resolve, reject) => {
    zip.once('error', (error: Error) => reject('syscall' in error ? error : refused('zip')));
    zip.once('end', () => resolve());
    zip.on('entry', (entry: Entry) => {
      take(entry.fileName, () => readEntry(zip, entry)).then(
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
