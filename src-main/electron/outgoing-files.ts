import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FilesSaved, OutgoingFile } from '#domain/contract/bridge.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { displayFileName } from '#main/exchange/file-names.ts';
import { replaceFile, replaceFileByCopy } from '#main/store/durable-file.ts';

const isFull = (error: unknown): boolean =>
  (error instanceof ProblemError && error.code === 'store.diskFull') ||
  (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'));

/** Writes one file where a person chose to have it, whole or not at all. Never rejects. */
export const writeOutgoing = async (place: string, bytes: Uint8Array): Promise<FilesSaved> => {
  try {
    await replaceFile(place, bytes);
    return { outcome: 'saved', place };
  } catch (error) {
    const code = isFull(error) ? 'files.diskFull' : 'files.notWritten';
    return { outcome: 'failed', problem: { code, details: { name: path.basename(place) } } };
  }
};

/** Copies a file that the program keeps to where a person chose to have it, whole or not at all. Never rejects. */
export const copyOutgoing = async (place: string, from: string): Promise<FilesSaved> => {
  try {
    await replaceFileByCopy(place, from);
    return { outcome: 'saved', place };
  } catch (error) {
    const code = isFull(error) ? 'files.diskFull' : 'files.notWritten';
    return { outcome: 'failed', problem: { code, details: { name: path.basename(place) } } };
  }
};

/** Copies several into one folder, overwriting nothing; stops at the first that can't be written. Never rejects. */
export const copyOutgoingAll = async (
  folder: string,
  files: readonly { readonly from: string; readonly name: string }[],
): Promise<FilesSaved> => {
  for (const { from, name } of files) {
    const saved = await copyOutgoing(freeName(folder, name), from);
    if (saved.outcome !== 'saved') return saved;
  }
  return { outcome: 'saved', place: folder };
};

/** `name`, or "name (2)", "name (3)" … where the folder has that already. */
const freeName = (folder: string, name: string): string => {
  const { name: stem, ext } = path.parse(displayFileName(name));
  for (let number = 1; ; number += 1) {
    const candidate = path.join(folder, number === 1 ? `${stem}${ext}` : `${stem} (${number})${ext}`);
    if (!existsSync(candidate)) return candidate;
  }
};

/** Writes several files into one folder, overwriting nothing; stops at the first that can't be written. Never rejects. */
export const writeOutgoingAll = async (folder: string, files: readonly OutgoingFile[]): Promise<FilesSaved> => {
  for (const { name, bytes } of files) {
    const saved = await writeOutgoing(freeName(folder, name), bytes);
    if (saved.outcome !== 'saved') return saved;
  }
  return { outcome: 'saved', place: folder };
};
