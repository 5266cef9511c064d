import { z } from 'zod';
import { deedIdSchema, historyEntrySchema, operation, standingSchema } from '#domain/contract/base.ts';
import { binaryFileSchema } from '#domain/contract/binary.ts';
import { incomingFileSchema, partSchema } from '#domain/contract/incoming.ts';
import { keptFileSchema } from '#domain/contract/sessions.ts';
import { idSchema } from '#domain/session/state.ts';
import { workbookEventSchema } from '#domain/workbook/events.ts';
import { workbookHeadSchema } from '#domain/workbook/head.ts';
import { workbookSchema } from '#domain/workbook/state.ts';

const workbookId = z.strictObject({ workbookId: idSchema });
const attachmentName = workbookId.extend({ dossierId: idSchema, attachmentId: idSchema });
const workbookAnswer = z.strictObject({ workbook: workbookSchema, standing: standingSchema });

/** A workbook is a member's own copy of a package, with what the member has written. */
export const workbooksContract = {
  list: operation.output(z.array(workbookHeadSchema.extend({ changedAt: z.string() }))),
  /**
   * Opens a package. The first one of a seat makes a workbook; a later one brings its changes into it and keeps the member's marks on
   * unchanged dossiers; the same one again just opens the workbook. A package as large as its attachments is not carried: it is named, and
   * read in bounded memory. Throws `jobs.cancelled`; nothing is recorded then.
   */
  openPackage: operation
    .input(
      z.strictObject({
        file: z.union([incomingFileSchema, binaryFileSchema]),
        passphrase: z.string().max(200),
        /** The member has asked the secretary about a package signed with another key than before, and takes it. */
        trustNewKey: z.boolean().optional(),
        /** Told by `jobs.progress` under this id. */
        jobId: idSchema.optional(),
      }),
    )
    .output(z.strictObject({ workbookId: idSchema, outcome: z.enum(['new', 'updated', 'unchanged', 'older']) })),
  get: operation.input(workbookId).output(workbookAnswer),
  record: operation
    .input(workbookId.extend({ events: z.array(workbookEventSchema).min(1).max(500), deedId: deedIdSchema.optional() }))
    .output(z.strictObject({ standing: standingSchema })),
  undo: operation.input(workbookId).output(workbookAnswer),
  redo: operation.input(workbookId).output(workbookAnswer),
  history: operation.input(workbookId).output(z.array(historyEntrySchema)),
  /** A part of a dossier's file. Throws `store.attachmentMissing`, or `store.attachmentDamaged` where any byte is not as it was. */
  readAttachment: operation.input(attachmentName.extend(partSchema.shape)).output(binaryFileSchema),
  /** Names one to be saved where the member says. Throws as `readAttachment` does. */
  lendAttachment: operation.input(attachmentName).output(keptFileSchema),
  /** Seals what stands in the workbook into a return, numbered and chained to the one before. Refused while something required is missing. */
  submit: operation
    .input(workbookId)
    .output(
      z.strictObject({ file: binaryFileSchema, revision: z.int().min(1), code: z.string(), standing: standingSchema }),
    ),
  /** The last return again, byte for byte, for a lost or unsent file. */
  lastReturn: operation.input(workbookId).output(binaryFileSchema),
  /** Takes a secretary's receipt. */
  openReceipt: operation
    .input(z.strictObject({ file: binaryFileSchema }))
    .output(z.strictObject({ workbookId: idSchema, revision: z.int().min(1), code: z.string() })),
  /** The member's own filled ballots as PDF, to keep or to sign. */
  print: operation.input(workbookId).output(binaryFileSchema),
  remove: operation.input(workbookId).output(z.strictObject({})),
};
