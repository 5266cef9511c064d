import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { Problem } from '#domain/contract/base.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { sameJson } from '#domain/journal/plain-json.ts';
import { closeFile, makeSubfolder, openFile, syncFolder } from './durable-file.ts';
import { DurableJson } from './durable-json.ts';
import { documentKinds, folderNameOf, isDocumentId, isKindName, type KindName, type Layout } from './layout.ts';
import { isMissing } from './problems.ts';

/** What the index knows of one document: `head` is null only where not a single entry could be read. */
export interface IndexRecord {
  readonly seq: number;
  readonly at: string | null;
  /** Names the state of the document, as `stateName` gives it. */
  readonly state: string;
  readonly head: unknown;
  /** Why the document takes no changes; null for a sound one. */
  readonly problem: Problem | null;
}

/** The state of a document whose folder could not be read: it is kept out of the file, so that the next loading tries again. */
export const unreadState = '';

/** How many characters of a document's hash the index keeps: enough to tell its states apart. */
const hashPart = 16;

/** All documents of a kind as they stand in the file, column by column: read in half the time that a row for each takes. */
interface Columns {
  readonly ids: readonly string[];
  readonly seqs: readonly IndexRecord['seq'][];
  readonly times: readonly IndexRecord['at'][];
  readonly states: readonly IndexRecord['state'][];
  readonly heads: readonly IndexRecord['head'][];
  /** Of the few documents that have one, by place. */
  readonly problems: readonly (readonly [place: number, problem: Problem])[];
}

/** Of the file's shape; a file of another one is made anew. */
const indexFormat = 3;

const partSchema = z.object({
  /** Of the kind that made the heads: heads of another version are made anew. */
  version: z.int(),
  stateVersion: z.int(),
  // They are not looked into: the file's own hash says that they are as they were written, and there may be thousands.
  documents: z.custom<Columns>((value) => typeof value === 'object' && value !== null),
});
const indexSchema = z.object({
  format: z.int(),
  session: partSchema,
  workbook: partSchema,
  /** Missing in the index of a program that knew no own packs. */
  pack: partSchema.optional(),
});
type IndexFile = z.infer<typeof indexSchema>;

/** Versions of a kind, as far as its heads depend on them. */
export interface HeadVersion {
  readonly version: number;
  readonly stateVersion: number;
}

/** A document named by its kind and its identifier. */
export interface DocumentName {
  readonly kind: KindName;
  readonly id: string;
}

function markOf({ kind, id }: DocumentName): string {
  return `${kind}.${id}`;
}

/**
 * Heads of all documents, so that the list of an archive needs no document opened. The file is a cache that is written seldom: before a
 * document is changed for the first time since, a mark is put on the disk, and after a crash just the marked ones are read anew.
 */
export class ArchiveIndex {
  readonly #layout: Layout;
  readonly #versions: Readonly<Record<KindName, HeadVersion>>;
  readonly #writable: boolean;
  readonly #low: Low<IndexFile | null>;
  readonly #file: DurableJson<IndexFile>;
  readonly #records: Readonly<Record<KindName, Map<string, IndexRecord>>> = {
    session: new Map(),
    workbook: new Map(),
    pack: new Map(),
  };
  readonly #marked = new Set<string>();
  /** Marks of documents whose folders are being worked on, with how many such works there are. */
  readonly #kept = new Map<string, number>();
  /** Marks that are being taken away. */
  readonly #removals = new Map<string, Promise<void>>();
  #isFolderThere = false;
  #hasEnded = false;

  constructor(layout: Layout, versions: Readonly<Record<KindName, HeadVersion>>, writable: boolean) {
    this.#layout = layout;
    this.#versions = versions;
    this.#writable = writable;
    this.#file = new DurableJson(layout.index, indexSchema);
    this.#low = new Low<IndexFile | null>(this.#file, null);
  }

  /**
   * Reads the index and says which documents it doesn't know rightly: new ones, changed ones, all of them where the file is missing or
   * wrong. Documents whose folder is gone are dropped.
   */
  async load(): Promise<readonly DocumentName[]> {
    for (const kind of documentKinds) this.#records[kind].clear();
    this.#low.data = null;
    const [marks, session, workbook, pack] = await Promise.all([
      this.#readMarks(),
      this.#namesOf('session'),
      this.#namesOf('workbook'),
      this.#namesOf('pack'),
      this.#low.read(),
    ]);
    const names = { session, workbook, pack };
    // Read through a call, as the compiler takes the null just assigned for what it still holds.
    const file = this.#held();
    const unknown: DocumentName[] = [];
    for (const kind of documentKinds) {
      const part = file?.[kind];
      const { version, stateVersion } = this.#versions[kind];
      const fits = file?.format === indexFormat && part?.version === version && part.stateVersion === stateVersion;
      const records = this.#records[kind];
      const there = new Set(names[kind]);
      if (fits)
        takeColumns(part.documents, (id, record) => {
          // Put while the file was being read, so it is newer than the file.
          if (!there.has(id) || records.has(id) || (marks.size > 0 && marks.has(markOf({ kind, id })))) return;
          records.set(id, record);
        });
      for (const id of there) if (!records.has(id) && isDocumentId(id)) unknown.push({ kind, id });
    }
    this.#low.data = null;
    return unknown;
  }

  /** Why the file could not be used at the last loading: null when it could. */
  get rejected(): 'missing' | 'damaged' | null {
    return this.#file.rejected;
  }

  /** The records of one kind. */
  of(kind: KindName): ReadonlyMap<string, IndexRecord> {
    return this.#records[kind];
  }

  /** Takes note of how a document stands; nothing is written. */
  put({ kind, id }: DocumentName, record: IndexRecord): void {
    this.#records[kind].set(id, record);
  }

  /** Forgets a document that was removed. */
  drop({ kind, id }: DocumentName): void {
    this.#records[kind].delete(id);
  }

  /** From now on no document may be changed that was not open before: the folder is about to be another process's. */
  end(): void {
    this.#hasEnded = true;
  }

  /** Makes sure that a crash from now on leaves word that the document may have changed. Throws `store.closing` after the end. */
  async mark(name: DocumentName): Promise<void> {
    if (this.#hasEnded) throw new ProblemError('store.closing');
    const mark = markOf(name);
    // Put beside a removal that is under way, it would go with it.
    await this.#removals.get(mark);
    if (this.#marked.has(mark)) return;
    if (!this.#isFolderThere) {
      await makeSubfolder(this.#layout.marks);
      this.#isFolderThere = true;
    }
    await closeFile(await openFile(join(this.#layout.marks, mark), 'w', 0o600));
    await syncFolder(this.#layout.marks);
    this.#marked.add(mark);
  }

  /** Does `work` that changes a document's folder; its mark stays until that is done, whatever is written meanwhile. */
  async whileChanging<Result>(name: DocumentName, work: () => Promise<Result>): Promise<Result> {
    const mark = markOf(name);
    this.#kept.set(mark, (this.#kept.get(mark) ?? 0) + 1);
    try {
      await this.mark(name);
      return await work();
    } finally {
      const others = (this.#kept.get(mark) ?? 1) - 1;
      if (others === 0) this.#kept.delete(mark);
      else this.#kept.set(mark, others);
    }
  }

  /** Writes the file, then takes away the marks of documents that are not open and that it knows rightly as they are by then. */
  async write(isOpen: (name: DocumentName) => boolean): Promise<void> {
    if (!this.#writable) return;
    const documents = documentKinds.map((kind) => {
      // Newest first, as lists want them: what is in order already is sorted in no time.
      const known = [...this.#records[kind]].filter(([, { state }]) => state !== unreadState);
      return [kind, known.sort(([, a], [, b]) => newestFirst(a.at, b.at))] as const;
    });
    // The two versions alone: what is given as a version is the whole kind, with all that it can do.
    const parts = documents.map(([kind, known]) => {
      const { version, stateVersion } = this.#versions[kind];
      return [kind, { version, stateVersion, documents: columnsOf(known) }];
    });
    const marks = await this.#readMarks();
    this.#low.data = { format: indexFormat, ...Object.fromEntries(parts) } as IndexFile;
    await this.#low.write();
    this.#low.data = null;
    if (marks.size === 0) return;
    const written = new Map(
      documents.flatMap(([kind, known]) => known.map(([id, record]) => [markOf({ kind, id }), record] as const)),
    );
    for (const mark of marks) {
      const name = nameOfMark(mark);
      if (name !== null && (isOpen(name) || !this.#isSettled(name, written.get(mark)))) continue;
      this.#marked.delete(mark);
      // A mark that can't be taken away now costs one reading of the document at the next start.
      const removal = rm(join(this.#layout.marks, mark), { force: true }).catch(() => undefined);
      this.#removals.set(mark, removal);
      await removal;
      this.#removals.delete(mark);
    }
  }

  /** Whether what was written of a document is how it stands now. */
  #isSettled(name: DocumentName, written: IndexRecord | undefined): boolean {
    if (this.#kept.has(markOf(name))) return false;
    const now = this.#records[name.kind].get(name.id);
    return now?.state === written?.state && sameJson(now?.problem, written?.problem);
  }

  #held(): IndexFile | null {
    return this.#low.data;
  }

  async #readMarks(): Promise<ReadonlySet<string>> {
    return new Set(await namesIn(this.#layout.marks));
  }

  /** What lies in the folder of a kind: its documents, and whatever else somebody put there. */
  #namesOf(kind: KindName): Promise<readonly string[]> {
    return namesIn(this.#layout[folderNameOf[kind]]);
  }
}

function columnsOf(documents: readonly (readonly [string, IndexRecord])[]): Columns {
  return {
    ids: documents.map(([id]) => id),
    seqs: documents.map(([, { seq }]) => seq),
    times: documents.map(([, { at }]) => at),
    states: documents.map(([, { state }]) => state),
    heads: documents.map(([, { head }]) => head),
    problems: documents.flatMap(([, { problem }], place) => (problem === null ? [] : [[place, problem] as const])),
  };
}

function takeColumns(
  { ids, seqs, times, states, heads, problems }: Columns,
  take: (id: string, record: IndexRecord) => void,
): void {
  const troubled = new Map(problems);
  for (const [place, id] of ids.entries()) {
    const problem = troubled.get(place) ?? null;
    take(id, {
      seq: seqs[place] ?? 0,
      at: times[place] ?? null,
      state: states[place] ?? '',
      head: heads[place],
      problem,
    });
  }
}

/** How the index names the state of a document whose last entry has this hash. */
export function stateName(hash: string): string {
  return hash.slice(0, hashPart);
}

function nameOfMark(mark: string): DocumentName | null {
  const [kind, id] = mark.split('.');
  if (!isKindName(kind) || id === undefined) return null;
  return { kind, id };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Orders moments, the newest first, null last. They are all written alike, so their order is that of their characters. */
export function newestFirst(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? 1 : -1;
}
