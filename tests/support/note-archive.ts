import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '#domain/contract/base.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { ownPackKind } from '#domain/own-pack/kind.ts';
import { openArchive, type Archive, type ArchiveOptions } from '#main/store/document-store.ts';
import { noteKind, noteWorkbookKind, type NoteEvent, type NoteHead, type Notes } from './note-kind.ts';

export type NoteArchive = Archive<Notes, NoteEvent, NoteHead, Notes, NoteEvent, NoteHead>;
export type NoteArchiveOptions = ArchiveOptions<Notes, NoteEvent, NoteHead, Notes, NoteEvent, NoteHead>;

/** A clock that moves on by a second at every look; `set` turns it anywhere. */
export interface TestClock {
  (): string;
  set(iso: string): void;
}

export function testClock(start = '2026-03-02T01:30:00.000Z'): TestClock {
  let now = Date.parse(start);
  const clock = (): string => {
    now += 1_000;
    return new Date(now).toISOString();
  };
  return Object.assign(clock, {
    set: (iso: string) => {
      now = Date.parse(iso) - 1_000;
    },
  });
}

/** A folder in memory where there is one: for tests that would only wait for a disk and gain nothing from it. */
export const memoryFolder: string = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

let made = 0;

/** Opens an archive of notes. Everything that it notices is pushed to `notices`. */
export function openNotes(
  dataDir: string,
  options: Partial<NoteArchiveOptions> & { readonly notices?: Problem[] } = {},
): Promise<NoteArchive> {
  const { notices, ...rest } = options;
  return openArchive(dataDir, {
    kinds: { session: noteKind, workbook: noteWorkbookKind, pack: ownPackKind },
    clock: testClock(),
    ids: () => `id-${(made += 1)}`,
    notice: (problem) => notices?.push(problem),
    ...rest,
  });
}

/** A new folder under the system's temporary one (or another), and how to take it away. */
export async function temporaryFolder(
  under: string = tmpdir(),
): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(under, 'hoidong-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The problem that some work ends with; fails when it succeeds or throws anything else. */
export async function problemFrom(work: Promise<unknown> | (() => unknown)): Promise<Problem> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.code, details: { ...error.details } };
    throw error;
  }
  throw new Error('a problem was expected');
}
