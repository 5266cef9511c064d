import { oc } from '@orpc/contract';
import { z } from 'zod';

/** An expected failure as it crosses to the renderer: a code that has a text in src-domain/text/problems.ts, and its values. */
export const problemSchema = z.strictObject({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Problem = z.infer<typeof problemSchema>;

/** Every operation may end with a problem; everything else thrown is a fault of the program and crosses without its text. */
export const operation = oc.errors({ PROBLEM: { status: 422, data: problemSchema } });

/** What undo or redo would do next; null when there is nothing. The label is a finished sentence part: "sửa điểm của …". */
export const stepLabelSchema = z.strictObject({ vi: z.string(), en: z.string() }).nullable();

/** How a document stands on the disk, told with every answer that reads or changes it. */
export const standingSchema = z.strictObject({
  /** Number of the last entry in the journal. */
  seq: z.int().min(0),
  /** When the disk had the last entry. */
  savedAt: z.string(),
  undo: stepLabelSchema,
  redo: stepLabelSchema,
  /** Null when changes are taken; else why not (a problem code with its values). */
  readOnly: problemSchema.nullable(),
});
export type Standing = z.infer<typeof standingSchema>;

/** Names one thing a person did, so that it is not done twice where it is sent again because its answer was lost. */
export const deedIdSchema = z.string().min(1).max(64);

export const historyEntrySchema = z.strictObject({
  seq: z.int().min(1),
  at: z.string(),
  actor: z.string(),
  label: z.strictObject({ vi: z.string(), en: z.string() }),
  kind: z.enum(['event', 'undo', 'redo']),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
