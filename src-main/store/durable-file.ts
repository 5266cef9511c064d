import { randomBytes } from 'node:crypto';
import { type Stats, close, fstat, fsync, ftruncate, open, read, write, writeSync } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ProblemError } from '#domain/contract/problems.ts';
import { errnoOf } from './problems.ts';

// Callbacks and not FileHandles: a handle may be closed by the garbage collector, and a save passes here thousands of times.
export const openFile = promisify(open);
export const closeFile = promisify(close);
export const syncFile = promisify(fsync);
export const truncateFile = promisify(ftruncate);

/** Which file an open one is, and how long. */
export const statFile: (file: number) => Promise<Stats> = promisify(fstat);

/** `fs.writeSync` as it is: it may write less than asked and says so only in its answer. */
export type RawWrite = (file: number, bytes: Uint8Array, offset: number, length: number, position: number) => number;

function writeOnce(file: number, bytes: Uint8Array, offset: number, position: number): Promise<number> {
  return new Promise((resolve, reject) => {
    write(file, bytes, offset, bytes.length - offset, position, (error, written) => {
      if (error === null) resolve(written);
      else reject(error);
    });
  });
}

/** Counts what write calls answer; a call that writes nothing twice in a row is taken for a full disk. */
class Progress {
  #idle = 0;
  offset = 0;

  add(written: number): void {
    this.#idle = written === 0 ? this.#idle + 1 : 0;
    if (this.#idle === 2) throw new ProblemError('store.diskFull', { path: '', errno: 'short write' });
    this.offset += written;
  }
}

/** Writes all of `bytes` at `position`. A short write is gone on with, so that the next call can name the cause. Nothing is synced. */
export async function writeAll(file: number, bytes: Uint8Array, position: number): Promise<void> {
  const progress = new Progress();
  while (progress.offset < bytes.length) {
    progress.add(await writeOnce(file, bytes, progress.offset, position + progress.offset));
  }
}

/** The same on the spot, for bytes that fit into the kernel's memory at once. */
export function writeAllNow(file: number, bytes: Uint8Array, position: number, raw: RawWrite = writeSync): void {
  const progress = new Progress();
  while (progress.offset < bytes.length) {
    const { offset } = progress;
    progress.add(raw(file, bytes, offset, bytes.length - offset, position + offset));
  }
}

/** Reads `length` bytes from `position`; fewer only where the file ends. */
export async function readAt(file: number, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let offset = 0;
  while (offset < length) {
    const got = await new Promise<number>((resolve, reject) => {
      read(file, bytes, offset, length - offset, position + offset, (error, count) => {
        if (error === null) resolve(count);
        else reject(error);
      });
    });
    if (got === 0) break;
    offset += got;
  }
  return bytes.subarray(0, offset);
}

// Windows has no fsync of a folder (opening one is refused there): NTFS journals names itself.
const foldersCanSync = process.platform !== 'win32';

/** Makes names that were put into or taken out of a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  if (!foldersCanSync) return;
  const handle = await openFile(folder, 'r');
  try {
    await syncFile(handle);
  } catch (error) {
    // Some network and stick file systems have no fsync for folders; then there is nothing more to be had.
    const errno = errnoOf(error);
    if (errno !== 'EINVAL' && errno !== 'ENOTSUP' && errno !== 'EBADF') throw error;
  } finally {
    await closeFile(handle);
  }
}

const passing = new Set(['EPERM', 'EBUSY', 'EACCES', 'ENOTEMPTY']);

/**
 * Renames, trying again for a second or so while something else (a virus scanner, an indexer) holds one of the two names open; that
 * happens on Windows only, elsewhere the first refusal is the answer.
 */
export async function renamePatiently(
  from: string,
  to: string,
  patient: boolean = process.platform === 'win32',
  once: (from: string, to: string) => Promise<void> = rename,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await once(from, to);
      return;
    } catch (error) {
      if (!patient || attempt === 9 || !passing.has(errnoOf(error) ?? '')) throw error;
      await pause(10 * 2 ** Math.min(attempt, 5));
    }
  }
}

/** A name beside `path` that nothing else uses. Files of this shape left behind by a killed process are swept at the next start. */
export function temporaryNameFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Whether a name was given by `temporaryNameFor`. */
export function isTemporaryName(name: string): boolean {
  return /^\..+\.[0-9a-f]{12}\.tmp$/.test(name);
}

/** Takes away what a killed process left behind. One that something else holds open stays for the next start: it is in nobody's way. */
export async function removeLeftOver(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

/** Writes a new file and syncs it; the folder is not synced. Fails when the file is there. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  const file = await openFile(path, 'wx', 0o600);
  try {
    await writeAll(file, bytes, 0);
    await syncFile(file);
  } finally {
    await closeFile(file);
  }
}

/**
 * Puts `bytes` at `path`, whole or not at all: written beside it, synced, renamed over it, and the folder synced. When this returns the
 * new file survives a power cut; when it throws the old one stands untouched.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryNameFor(path);
  try {
    await writeNewFile(temporary, bytes);
    await renamePatiently(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** The same with what is in another file, however large: it is copied by the system and never in memory. Its mode comes along. */
export async function replaceFileByCopy(path: string, from: string): Promise<void> {
  const temporary = temporaryNameFor(path);
  try {
    await copyFile(from, temporary);
    const [copy, original] = [await stat(temporary), await stat(from)];
    if (copy.size !== original.size) throw new ProblemError('store.diskFull', { path, errno: 'short write' });
    const file = await openFile(temporary, 'r+');
    try {
      await syncFile(file);
    } finally {
      await closeFile(file);
    }
    await renamePatiently(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes a folder and those above it; each new name is synced into the folder that holds it. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/**
 * Makes a folder within one that is there. Unlike `makeFolder` never the one that holds it: where a stick was pulled out or the data folder
 * renamed, nothing may grow in its place, neither a backup of nothing nor a folder that keeps the real one from getting its name back.
 */
export async function makeSubfolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return;
    throw error;
  }
  await syncFolder(dirname(folder));
}

/** Renames a file or folder and syncs both folders concerned. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await renamePatiently(from, to);
  await syncFolder(dirname(to));
  if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
}
