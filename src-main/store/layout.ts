import { join } from 'node:path';
import { ProblemError } from '#domain/contract/problems.ts';

/** Where things lie in a data folder. */
export interface Layout {
  readonly root: string;
  readonly archiveFile: string;
  readonly index: string;
  readonly sessions: string;
  readonly workbooks: string;
  /** Regulation packs of the council or authority itself. */
  readonly packs: string;
  readonly attachments: string;
  /** Marks of documents changed since the index was written. */
  readonly marks: string;
  /** Attachments on their way in; emptied at every start. */
  readonly incoming: string;
  readonly backups: string;
  /** What was removed. */
  readonly trash: string;
  /** What a restore or an import replaced. */
  readonly kept: string;
}

/** The layout of a data folder. */
export function layoutOf(root: string): Layout {
  return {
    root,
    archiveFile: join(root, 'archive.json'),
    index: join(root, 'index.json'),
    sessions: join(root, 'sessions'),
    workbooks: join(root, 'workbooks'),
    packs: join(root, 'packs'),
    attachments: join(root, 'attachments'),
    marks: join(root, 'changed'),
    incoming: join(root, 'incoming'),
    backups: join(root, 'backups'),
    trash: join(root, 'trash'),
    kept: join(root, 'kept'),
  };
}

/** The name of a kind of document and of the folder that holds its documents. */
export const documentKinds = ['session', 'workbook', 'pack'] as const;
export type KindName = (typeof documentKinds)[number];

/** The folder that holds a kind's documents, within a data folder. */
export const folderNameOf = {
  session: 'sessions',
  workbook: 'workbooks',
  pack: 'packs',
} as const satisfies Record<KindName, string>;

/** Whether a text names a kind of document. */
export const isKindName = (name: string | undefined): name is KindName => documentKinds.some((kind) => kind === name);

const idShape = /^[a-z0-9][a-z0-9-]{0,63}$/;
// Windows keeps these names for devices, in every folder.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether a text may name a document: lower case only, as some file systems don't tell the two cases apart. */
export function isDocumentId(id: string): boolean {
  return idShape.test(id) && !reserved.test(id);
}

/** `id` itself; throws `store.badName` when it may not name a document. */
export function checkedId(id: string): string {
  if (!isDocumentId(id)) throw new ProblemError('store.badName', { name: id.slice(0, 120) });
  return id;
}

/** A moment as a part of file names that sorts by time. */
export function stampOf(at: string): string {
  return at.replace(/[:.]/g, '-');
}
