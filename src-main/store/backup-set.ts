import { z } from 'zod';
import type { Problem } from '#domain/contract/base.ts';
import { isDocumentPath } from './document-folder.ts';
import { documentKinds, isDocumentId, type KindName } from './layout.ts';
import { isSharedPath, type SharedOutcome } from './shared-files.ts';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const backedUpSchema = z.object({
  kind: z.enum(documentKinds),
  id: z.string().refine(isDocumentId),
  seq: z.int().min(0),
  at: z.string().nullable(),
  /** Hash of the last entry. */
  hash: z.string(),
  /** Whether the journal verified when it was copied. */
  good: z.boolean(),
  signature: z.string(),
  files: z.array(z.object({ path: z.string().refine(isDocumentPath), sha256: hashSchema, size: z.int().min(0) })),
});
/** A document in a backup. */
export type BackedUp = z.infer<typeof backedUpSchema>;

export const setSchema = z.object({
  format: z.literal(1),
  made: z.string(),
  documents: z.array(backedUpSchema),
  attachments: z.array(z.object({ sha256: hashSchema, size: z.int().min(0) })),
  /** Files that belong to no document: the vault. Backups of older programs have none. */
  shared: z
    .array(z.object({ path: z.string().refine(isSharedPath), sha256: hashSchema, size: z.int().min(0) }))
    .default([]),
});
/** One backup: what the archive held at a moment. Equal files of several backups are kept once, under their SHA-256. */
export type BackupSet = z.infer<typeof setSchema>;

/** A backup in the list of backups. */
export interface BackupSummary {
  /** Names the backup within its folder. */
  readonly name: string;
  readonly made: string;
  readonly documents: number;
  /** Documents whose journal was already damaged when it was copied. */
  readonly damaged: number;
}

/** What one run did. */
export interface BackupReport {
  readonly name: string;
  readonly documents: number;
  /** Documents that had changed since the backup before. */
  readonly changed: number;
  readonly attachments: number;
  /** Bytes that had to be written. */
  readonly bytes: number;
  /** Documents and attachments that could not be copied soundly. */
  readonly problems: readonly Problem[];
  /** No other was made here on the same day (of UTC). */
  readonly firstOfDay: boolean;
}

/** A backup that holds a sound copy of a document. */
export interface GoodBackup {
  readonly name: string;
  readonly made: string;
  readonly seq: number;
  readonly at: string | null;
}

/** What a restore did. */
export interface RestoreReport {
  readonly restored: readonly { readonly kind: KindName; readonly id: string; readonly kept: string | null }[];
  /** Documents that were already as in the backup. */
  readonly unchanged: number;
  /** Documents left as they are, because the backup's copy of them can't be used, and why. */
  readonly skipped: readonly { readonly kind: KindName; readonly id: string; readonly problem: Problem }[];
  /** What became of the files that belong to no document. */
  readonly shared: readonly SharedOutcome[];
}
