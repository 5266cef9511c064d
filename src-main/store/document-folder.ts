import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProblemError } from '#domain/contract/problems.ts';
import type { AnyArchive } from './any-archive.ts';
import {
  isTemporaryName,
  removeLeftOver,
  renamePatiently,
  syncFolder,
  temporaryNameFor,
  writeNewFile,
} from './durable-file.ts';
import { scanJournal } from './journal-scan.ts';
import { journalName } from './journal-file.ts';
import { isDocumentId, type KindName } from './layout.ts';
import { isMissing, withProblems } from './problems.ts';

/** A file of a document by its path in the document's folder, with forward slashes. */
export interface FolderFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Whether a path may name a file of a document that goes into backups: the journal, or a file beside it. */
export function isDocumentPath(path: string): boolean {
  return path === journalName || /^files\/[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/.test(path);
}

/** Paths of what makes up a document; caches such as the snapshot are left out, as they are made anew. */
export async function documentPaths(folder: string): Promise<readonly string[]> {
  try {
    const beside = await readdir(join(folder, 'files'));
    return [
      journalName,
      ...beside
        .map((name) => `files/${name}`)
        .filter(isDocumentPath)
        .sort(),
    ];
  } catch (error) {
    if (isMissing(error)) return [journalName];
    throw error;
  }
}

/** A text that changes when any file of a document is written; cheap, as nothing is read. */
export async function signatureOf(folder: string): Promise<string> {
  const parts: string[] = [];
  for (const path of await documentPaths(folder)) {
    const { size, mtimeMs } = await stat(join(folder, path));
    parts.push(`${path}:${size}:${mtimeMs}`);
  }
  return parts.join('\n');
}

/** A document's files as they are now, and how far its journal verifies. */
export interface ReadFolder {
  readonly files: readonly FolderFile[];
  readonly seq: number;
  readonly at: string | null;
  readonly hash: string;
  /** False when the journal is damaged; its bytes are then given as they are. */
  readonly good: boolean;
}

const entryTime = /"at":"([0-9T:.Z-]{24})"/;

/** What a journal's bytes say of it; an unfinished last line is left out. */
export function readJournalBytes(
  bytes: Buffer,
  kind: KindName,
  id: string,
): Omit<ReadFolder, 'files'> & { readonly bytes: Buffer } {
  const scan = scanJournal(bytes, kind, id);
  const good = scan.ending.kind !== 'damaged' && scan.facts.length > 0;
  const start = scan.starts.at(-1) ?? 0;
  // Canonical order puts the time before the data, so the first match is the entry's own.
  const at = entryTime.exec(bytes.toString('latin1', start, start + 2_000))?.[1] ?? null;
  const ended =
    scan.ending.kind === 'lineEndLost'
      ? Buffer.concat([bytes.subarray(0, scan.goodLength), Buffer.from('\n')])
      : bytes.subarray(0, scan.goodLength);
  return { seq: scan.facts.length, at, hash: scan.facts.at(-1)?.hash ?? '', good, bytes: good ? ended : bytes };
}

/** Reads a document's folder for a backup or an export. */
export async function readDocumentFolder(folder: string, kind: KindName, id: string): Promise<ReadFolder> {
  const journal = readJournalBytes(await readFile(join(folder, journalName)), kind, id);
  const files: FolderFile[] = [{ path: journalName, bytes: journal.bytes }];
  for (const path of await documentPaths(folder)) {
    if (path !== journalName) files.push({ path, bytes: await readFile(join(folder, path)) });
  }
  return { files, seq: journal.seq, at: journal.at, hash: journal.hash, good: journal.good };
}

/** The same, or null where there is no journal: it was lost, or the folder is none of ours. */
export async function readDocumentIfAny(folder: string, kind: KindName, id: string): Promise<ReadFolder | null> {
  try {
    return await readDocumentFolder(folder, kind, id);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Identifiers of the documents in a collection's folder. */
export async function documentIds(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(isDocumentId).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const readyName = /^\.([a-z0-9][a-z0-9-]{0,63})\.[0-9a-f]{12}\.ready$/;

/**
 * Puts a document's files in place of what is there, which is moved to `kept` first. Killed at any moment, it leaves the old document,
 * or the new one, or a complete new one that the next start puts in place; when it throws, the old one stands. Resolves with where the
 * old one went, or null.
 */
export async function installDocument(
  archive: AnyArchive,
  kind: KindName,
  id: string,
  files: readonly FolderFile[],
): Promise<string | null> {
  archive.refuseUnlessWritable();
  const collection = archive.collections[kind];
  return collection.whileClosed(id, async () => {
    const folder = collection.folderOf(id);
    const ready = await writeReady(folder, files);
    const kept = (await collection.has(id)) ? await archive.moveAside('kept', folder, `${kind}-${id}`) : null;
    try {
      await renamePatiently(ready, folder);
    } catch (error) {
      // Where not even the old one can be put back, the new one stays for the next start to put in place.
      const isBack = kept === null || (await renamePatiently(kept, folder).then(isDone, isNotDone));
      if (isBack) await removeLeftOver(ready);
      throw error;
    }
    await syncFolder(collection.folder);
    await collection.readIntoIndex(id);
    return kept;
  });
}

const isDone = (): boolean => true;
const isNotDone = (): boolean => false;

/** Writes a document's files into a folder beside its own, whose name says that it is complete; resolves with that folder. */
async function writeReady(folder: string, files: readonly FolderFile[]): Promise<string> {
  const temporary = temporaryNameFor(folder);
  const ready = temporary.replace(/\.tmp$/, '.ready');
  try {
    await mkdir(temporary, { mode: 0o700 });
    for (const { path, bytes } of files) {
      if (!isDocumentPath(path)) throw new Error(`not a file of a document: ${path}`);
      await mkdir(dirname(join(temporary, path)), { recursive: true, mode: 0o700 });
      await writeNewFile(join(temporary, path), bytes);
    }
    if (files.some(({ path }) => path !== journalName)) await syncFolder(join(temporary, 'files'));
    await syncFolder(temporary);
    await renamePatiently(temporary, ready);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(folder));
  return ready;
}

/**
 * The way out of a damaged document that needs no backup: it goes on from its last good entry. The damaged folder is kept; the answer is
 * where. Throws `store.notFound` when not a single entry is good.
 */
export async function continueFromGood(archive: AnyArchive, kind: KindName, id: string): Promise<string | null> {
  archive.refuseUnlessWritable();
  const collection = archive.collections[kind];
  await collection.close(id);
  const folder = collection.folderOf(id);
  return withProblems(folder, async () => {
    const good = await collection.goodEntries(id);
    if (good === null || good === 0) throw new ProblemError('store.notFound', { id });
    const bytes = await readFile(join(folder, journalName));
    const scan = scanJournal(bytes, kind, id);
    const end = scan.starts[good] ?? scan.goodLength;
    const files = (await readDocumentFolder(folder, kind, id)).files.filter(({ path }) => path !== journalName);
    return installDocument(archive, kind, id, [{ path: journalName, bytes: bytes.subarray(0, end) }, ...files]);
  });
}

/** Takes away what a killed process left half made in a collection's folder, and finishes what was complete. */
export async function sweepCollection(folder: string): Promise<void> {
  // What is looked for begins with a dot, which no document does: of thousands of names only few are looked at.
  const names = await readdir(folder);
  const leftOver = names.filter((name) => name.startsWith('.'));
  if (leftOver.length === 0) return;
  const there = new Set(names);
  for (const name of leftOver) {
    const path = join(folder, name);
    const id = readyName.exec(name)?.[1];
    if (id !== undefined && !there.has(id)) {
      await renamePatiently(path, join(folder, id));
      await syncFolder(folder);
      there.add(id);
    } else if (id !== undefined || isTemporaryName(name)) {
      await removeLeftOver(path);
    }
  }
}
