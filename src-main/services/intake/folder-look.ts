import type { Problem } from '#domain/contract/base.ts';
import type { WaitingFile } from '#domain/contract/intake.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { sha256Hex } from '#main/exchange/fingerprint.ts';
import { returnLimits } from '#main/exchange/reading-limits.ts';
import type { Arrival, GivenFile } from './batches.ts';
import { scanFolder, type FoundFile } from './folder-scan.ts';
import { readSettled } from './read-settled.ts';

/** How long size and time of a file must rest before it is read, in milliseconds. */
export const REST = 1_500;

/** What is known of a file between two looks. */
type Known = {
  readonly size: number;
  readonly changedAt: number;
  /** Since when it has been as it is. */
  readonly since: number;
  readonly stage: 'arriving' | 'blocked' | 'read';
  /** Its bytes when last read, and the arrival they became. */
  readonly sha256: string | null;
  readonly arrival: number | null;
};

export type FolderLookDeps = {
  readonly folder: string;
  /** Milliseconds that only grow; a clock put right must not hold files up. */
  readonly now: () => number;
  readonly clock: () => Date;
  /** Opens a file and keeps it. Throws a `ProblemError` while none can be opened; the file then waits. */
  readonly add: (file: GivenFile) => Promise<Arrival>;
  /** Takes an arrival out that a later look has shown to be half of a file. */
  readonly remove: (number: number) => Promise<void>;
  /** Are these bytes among the arrivals already, or put aside? */
  readonly has: (sha256: string) => boolean;
};

/** One folder, looked at as often as `look` is called. */
export interface FolderLook {
  /** Looks once: reads what has come to rest since the look before. Never rejects but for faults of the program. */
  look(): Promise<void>;
  readonly state: () => {
    readonly problem: Problem | null;
    readonly lookedAt: string | null;
    readonly reading: { readonly done: number; readonly total: number } | null;
    readonly waiting: readonly WaitingFile[];
    readonly links: number;
    /** Everything that was there at the last look has been read. */
    readonly quiet: boolean;
    /** SHA-256 of what was read, once each. */
    readonly read: ReadonlySet<string>;
  };
  /** Reads files with these bytes again at the next look. */
  reread(hashes: ReadonlySet<string>): void;
  /** After this no file is read any more. */
  stop(): void;
}

const gone = new Set(['ENOENT', 'ENOTDIR', 'EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'UNKNOWN']);

const folderProblem = (error: unknown, since: string): Problem => {
  if (error instanceof ProblemError) return { code: error.code, details: { ...error.details } };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { code: gone.has(code) ? 'intake.folderGone' : 'intake.folderUnreadable', details: { since } };
};

export const createFolderLook = ({ folder, now, clock, add, remove, has }: FolderLookDeps): FolderLook => {
  const known = new Map<string, Known>();
  let problem: Problem | null = null;
  let lookedAt: string | null = null;
  let reading: { readonly done: number; readonly total: number } | null = null;
  let waiting: readonly WaitingFile[] = [];
  let links = 0;
  let quiet = false;
  let stopped = false;

  /** Notes how a file stands now; answers with those that have rested long enough. */
  const note = (file: FoundFile): boolean => {
    const before = known.get(file.place);
    if (before?.size !== file.size || before.changedAt !== file.changedAt) {
      const { size, changedAt } = file;
      known.set(file.place, {
        size,
        changedAt,
        since: now(),
        stage: 'arriving',
        sha256: before?.sha256 ?? null,
        arrival: before?.arrival ?? null,
      });
      return false;
    }
    // An empty file is a name that somebody is about to fill.
    return before.stage !== 'read' && file.size > 0 && now() - before.since >= REST;
  };

  const settle = (file: FoundFile, changes: Partial<Known>): void => {
    const before = known.get(file.place);
    if (before) known.set(file.place, { ...before, ...changes });
  };

  const take = async (file: FoundFile): Promise<void> => {
    const before = known.get(file.place);
    // One too large for a return is told so without being read.
    const tooLarge = file.size > returnLimits.sealedSize;
    const settled = tooLarge ? ({ kind: 'read', bytes: new Uint8Array() } as const) : await readSettled(file);
    if (settled.kind !== 'read') {
      settle(file, settled.kind === 'changed' ? { stage: 'arriving', since: now() } : { stage: 'blocked' });
      return;
    }
    const sha256 = tooLarge ? null : sha256Hex(settled.bytes);
    if (sha256 !== null && has(sha256)) {
      // The same bytes under another name: a copy of a cloud service, or the file itself once more.
      settle(file, { stage: 'read', sha256, arrival: null });
      return;
    }
    const arrival = await add({ name: file.name, size: file.size, bytes: () => Promise.resolve(settled.bytes) });
    const { number, opened } = arrival;
    const half = !opened.ok && ['damaged', 'notExchangeFile'].includes(opened.refusal.code);
    if (half && before?.sha256 !== sha256) {
      // Some systems tell the final size and time before the last byte is there: what is still the same at a later look is damaged indeed.
      await remove(number);
      settle(file, { stage: 'arriving', since: now(), sha256, arrival: null });
      return;
    }
    const earlier = before?.arrival ?? null;
    settle(file, { stage: 'read', sha256, arrival: opened.ok ? null : number });
    // What was refused before came again whole, or at least otherwise: the former line would only confuse.
    if (earlier !== null) await remove(earlier);
  };

  const look = async (): Promise<void> => {
    let scan: Awaited<ReturnType<typeof scanFolder>>;
    try {
      scan = await scanFolder(folder);
    } catch (error) {
      const since = typeof problem?.details['since'] === 'string' ? problem.details['since'] : clock().toISOString();
      problem = folderProblem(error, since);
      waiting = [];
      quiet = false;
      return;
    }
    links = scan.links;
    const ready = scan.files.filter(note);
    let refusal: Problem | null = null;
    for (const [index, file] of ready.entries()) {
      if (stopped) return;
      reading = { done: index, total: ready.length };
      try {
        await take(file);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        // Nothing can be opened now (the key store is locked, the batch is full): the others wait as well.
        refusal = { code: error.code, details: { ...error.details } };
        break;
      } finally {
        reading = null;
      }
    }
    problem = refusal;
    lookedAt = clock().toISOString();
    waiting = [
      ...scan.files.flatMap(({ place, name }): readonly WaitingFile[] => {
        const stage = known.get(place)?.stage ?? 'arriving';
        return stage === 'read' ? [] : [{ fileName: name, why: stage }];
      }),
      ...scan.inCloud.map((fileName) => ({ fileName, why: 'cloud' as const })),
    ];
    quiet = refusal === null && !waiting.some(({ why }) => why === 'arriving');
  };

  return {
    look,
    state: () => ({
      problem,
      lookedAt,
      reading,
      waiting,
      links,
      quiet,
      read: new Set(
        [...known.values()].flatMap(({ stage, sha256 }) => (stage === 'read' && sha256 !== null ? [sha256] : [])),
      ),
    }),
    reread: (hashes) => {
      for (const [place, file] of known)
        if (file.sha256 !== null && hashes.has(file.sha256))
          known.set(place, { ...file, stage: 'arriving', sha256: null, arrival: null });
    },
    stop: () => {
      stopped = true;
    },
  };
};
