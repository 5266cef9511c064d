import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '#domain/contract/base.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { AnyArchive } from './any-archive.ts';
import { scanJournal } from './journal-scan.ts';
import { journalName } from './journal-file.ts';
import type { KindName } from './layout.ts';
import { isMissing, withProblems } from './problems.ts';

/** What can't be read of a document any more. */
export interface LostPart {
  /** How many changes, as far as can be told from what is left of them. */
  readonly events: number;
  /** When the first and the last of them were made, where their lines still say so. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

/** A document that takes no changes: why, what it still shows, and what it lost. */
export interface Damage {
  readonly problem: Problem;
  /** Number and time of the last change that can be read. */
  readonly seq: number;
  readonly at: string | null;
  readonly head: unknown;
  /** Null where nothing is lost: the document is only of a newer program. */
  readonly lost: LostPart | null;
}

const timeInLine = /"at":"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)"/;

/** Lines after the last good one. A broken line may have swallowed its neighbour: the count says what is left to be seen. */
function linesAfter(bytes: Buffer, start: number): LostPart {
  const lines = bytes
    .toString('latin1', start)
    .split('\n')
    .filter((line) => line.length > 0);
  const times = lines.flatMap((line) => timeInLine.exec(line)?.[1] ?? []);
  return { events: lines.length, firstAt: times[0] ?? null, lastAt: times.at(-1) ?? null };
}

/** What a document that takes no changes has lost; null for a sound one. Throws `store.notFound` where there is none. */
export async function damageOf(archive: AnyArchive, kind: KindName, id: string): Promise<Damage | null> {
  const collection = archive.collections[kind];
  const standing = await collection.standingOf(id);
  if (standing === null) throw new ProblemError('store.notFound', { id });
  const { problem, seq, at, head } = standing;
  if (problem === null) return null;
  if (problem.code === 'store.newer') return { problem, seq, at, head, lost: null };
  const missing = problem.details['missing'];
  if (problem.code === 'store.entriesMissing' && typeof missing === 'number') {
    return { problem, seq, at, head, lost: { events: missing, firstAt: null, lastAt: null } };
  }
  const path = join(collection.folderOf(id), journalName);
  const bytes = await withProblems(path, () =>
    readFile(path).catch((error: unknown) => {
      if (isMissing(error)) return Buffer.alloc(0);
      throw error;
    }),
  );
  const scan = scanJournal(bytes, kind, id);
  return { problem, seq, at, head, lost: linesAfter(bytes, scan.starts[seq] ?? scan.goodLength) };
}
