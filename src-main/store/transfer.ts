import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { AnyArchive } from './any-archive.ts';
import { sha256 } from './digest.ts';
import { documentIds, installDocument, readDocumentIfAny, type FolderFile } from './document-folder.ts';
import { closeFile, openFile, renamePatiently, syncFile, syncFolder } from './durable-file.ts';
import { journalName } from './journal-file.ts';
import { documentKinds, folderNameOf, isKindName, type KindName } from './layout.ts';
import { withProblems } from './problems.ts';
import { installSharedFiles, readSharedFiles, type SharedOutcome } from './shared-files.ts';
import {
  documentPlace,
  eachEntry,
  exportVersion,
  manifestName,
  sharedPlace,
  verifyZip,
  type Manifest,
} from './transfer-zip.ts';

/** What an export holds. */
export interface ExportReport {
  readonly path: string;
  readonly documents: number;
  readonly attachments: number;
  /** Documents left out because their journal is damaged; they are in the backups. */
  readonly damaged: readonly { readonly kind: KindName; readonly id: string }[];
  /** Paths of the files that belong to no document. */
  readonly shared: readonly string[];
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
  readonly shared: readonly SharedOutcome[];
}

/** What an import would do with one document; `head` is what lists show of the document in the file. */
export interface ForeseenLine {
  readonly kind: KindName;
  readonly id: string;
  readonly outcome: Exclude<ImportLine['outcome'], 'replaced'>;
  readonly head: unknown;
}

/** What an import would do; nothing was changed. */
export interface ImportPreview {
  readonly made: string;
  readonly lines: readonly ForeseenLine[];
  readonly attachments: number;
}

/**
 * Writes the whole archive into one ZIP for another computer: journals, files beside them, attachments, and a list with the SHA-256 of
 * each. The file appears under its name only when it is complete and synced. An older file of that name is replaced.
 */
export async function exportArchive(archive: AnyArchive, path: string): Promise<ExportReport> {
  return withProblems(path, () => archive.attachments.whileNoneLeaves(() => writeExport(archive, path)));
}

async function writeExport(archive: AnyArchive, path: string): Promise<ExportReport> {
  await archive.refuseUnlessThere();
  const zip = new ZipFile();
  const files: Manifest['files'] = [];
  const damaged: ExportReport['damaged'][number][] = [];
  let documents = 0;
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const written = pipeline(zip.outputStream, createWriteStream(temporary, { flags: 'wx', mode: 0o600 }));
    // Waited for below; a failure before that must not count as unhandled.
    written.catch(() => undefined);
    for (const kind of documentKinds) {
      const { folder } = archive.collections[kind];
      for (const id of await documentIds(folder)) {
        const read = await readDocumentIfAny(join(folder, id), kind, id);
        if (read === null || !read.good) {
          // One that was removed a moment ago is not there any more; one that is there lost its journal.
          if (read === null && !(await archive.collections[kind].has(id))) continue;
          damaged.push({ kind, id });
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
    const shared = await readSharedFiles(archive.layout.root);
    for (const { path: name, bytes } of shared) {
      files.push({ path: `shared/${name}`, sha256: sha256(bytes), size: bytes.length });
      zip.addBuffer(bytes, `shared/${name}`, { mode: 0o100600 });
    }
    const attachments = await archive.attachments.list();
    for (const hash of attachments) {
      const { size } = await stat(archive.attachments.path(hash));
      files.push({ path: `attachments/${hash}`, sha256: hash, size });
      // Dossiers are PDFs, which are packed already.
      zip.addFile(archive.attachments.path(hash), `attachments/${hash}`, { compress: false, mode: 0o100600 });
    }
    // Pulled out in the middle, it would leave a whole file with half of the sessions.
    await archive.refuseUnlessThere();
    const manifest: Manifest = {
      format: 'hoidong-archive-export',
      version: files.some(({ path: name }) => name.startsWith(`${folderNameOf.pack}/`)) ? exportVersion : 1,
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
    return { path, documents, attachments: attachments.length, damaged, shared: shared.map((file) => file.path) };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
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
  return withProblems(path, () =>
    archive.whileOpen((goOn) => takeIn(archive, path, options.takeTheirs === true, goOn)),
  );
}

async function takeIn(archive: AnyArchive, path: string, takeTheirs: boolean, goOn: () => void): Promise<ImportReport> {
  const manifest = await verifyZip(path);
  const attachmentFiles = new Set(
    manifest.files.map((file) => file.path).filter((name) => name.startsWith('attachments/')),
  );
  const documents = new Map<string, FolderFile[]>();
  const shared: FolderFile[] = [];
  await eachEntry(path, async ({ name, read, chunks }) => {
    goOn();
    if (attachmentFiles.has(name)) {
      await archive.attachments.put(await chunks());
      return;
    }
    const common = sharedPlace(name);
    if (common !== null) shared.push({ path: common, bytes: await read() });
    const place = documentPlace(name);
    if (place === null) return;
    const key = `${place.kind}/${place.id}`;
    documents.set(key, [...(documents.get(key) ?? []), { path: place.path, bytes: await read() }]);
  });
  const lines: ImportLine[] = [];
  for (const [key, files] of documents) {
    const [kind, id] = key.split('/');
    if (!isKindName(kind) || id === undefined) continue;
    goOn();
    lines.push(await takeOver(archive, kind, id, files, takeTheirs));
  }
  const common = await installSharedFiles(archive, shared);
  await archive.writeIndex();
  return { lines, attachments: attachmentFiles.size, shared: common };
}

/** What `importArchive` would do with a file, which is verified as it does; nothing is changed. */
export async function previewImport(archive: AnyArchive, path: string): Promise<ImportPreview> {
  return withProblems(path, async () => {
    const manifest = await verifyZip(path);
    const lines: ForeseenLine[] = [];
    await eachEntry(path, async ({ name, read }) => {
      const place = documentPlace(name);
      if (place?.path !== journalName) return;
      const { kind, id } = place;
      const theirs = await read();
      const outcome = await outcomeOf(archive, kind, id, theirs);
      lines.push({ kind, id, outcome, head: archive.collections[kind].headOfJournal(id, theirs) });
    });
    const attachments = manifest.files.filter((file) => file.path.startsWith('attachments/')).length;
    return { made: manifest.made, lines, attachments };
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
  const theirs = files.find((file) => file.path === journalName)?.bytes ?? Buffer.alloc(0);
  await collection.close(id);
  const outcome = await outcomeOf(archive, kind, id, theirs);
  switch (outcome) {
    case 'added':
    case 'newer':
      return install(outcome);
    case 'same':
    case 'older':
      return { kind, id, outcome, kept: null };
    case 'conflict':
      return takeTheirs ? install('replaced') : { kind, id, outcome, kept: null };
  }
}

/** How the journal in a file stands to the one that is here. */
async function outcomeOf(
  archive: AnyArchive,
  kind: KindName,
  id: string,
  theirs: Buffer,
): Promise<ForeseenLine['outcome']> {
  const collection = archive.collections[kind];
  // Where there is only a folder that lost its journal, the file's document takes its place, and what is left is kept aside.
  const here = await readDocumentIfAny(collection.folderOf(id), kind, id);
  if (here === null) return 'added';
  const mine = here.files[0]?.bytes ?? Buffer.alloc(0);
  const common = Math.min(mine.length, theirs.length);
  if (!mine.subarray(0, common).equals(theirs.subarray(0, common))) return 'conflict';
  if (theirs.length > common) return 'newer';
  return mine.length > common ? 'older' : 'same';
}
