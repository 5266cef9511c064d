import type { Problem } from '#domain/contract/base.ts';
import type { Attachments } from './attachments.ts';
import type { StoreEnvironment } from './environment.ts';
import type { KindName, Layout } from './layout.ts';

/** How far a document can be read, and why it takes no changes. */
export interface DocumentStanding {
  readonly seq: number;
  readonly at: string | null;
  /** Null for a sound document. */
  readonly problem: Problem | null;
  /** What lists show of it; null where not a single entry could be read. */
  readonly head: unknown;
}

/** What work over whole archives needs of a collection, whatever its documents are. */
export interface AnyCollection {
  readonly folder: string;
  readonly kind: { readonly name: KindName; readonly version: number };
  folderOf(id: string): string;
  has(id: string): Promise<boolean>;
  close(id: string): Promise<void>;
  closeAll(): Promise<void>;
  /** How many entries of a document can be read and understood; null where there is no journal, or one of a newer program. */
  goodEntries(id: string): Promise<number | null>;
  /** How a document stands, read anew from the disk; null where there is no journal. */
  standingOf(id: string): Promise<DocumentStanding | null>;
  /** What lists show of the document whose journal these bytes are; null where not a single entry can be read. */
  headOfJournal(id: string, bytes: Buffer): unknown;
  /** Tells the index how a document stands, from the document itself. */
  readIntoIndex(id: string): Promise<void>;
  /**
   * Does `work` on the folder of a document, which is closed before; whoever opens it meanwhile waits. Should the program die, the index
   * reads the document anew.
   */
  whileClosed<Result>(id: string, work: () => Promise<Result>): Promise<Result>;
}

/** What work over whole archives needs of one. */
export interface AnyArchive {
  readonly layout: Layout;
  readonly environment: StoreEnvironment;
  readonly attachments: Attachments;
  readonly collections: Readonly<Record<KindName, AnyCollection>>;
  refuseUnlessWritable(): void;
  /** Throws `store.folderGone` where the data folder can't be reached any more: what is not found then is not missing. */
  refuseUnlessThere(): Promise<void>;
  /**
   * Does work of many steps on the archive, which stays open until the work has ended. Between two steps the work calls `goOn`, which throws
   * `store.closing` once the archive is to be closed; so does a beginning after that.
   */
  whileOpen<Result>(work: (goOn: () => void) => Promise<Result>): Promise<Result>;
  moveAside(where: 'trash' | 'kept', path: string, name: string): Promise<string>;
  writeIndex(): Promise<void>;
}
