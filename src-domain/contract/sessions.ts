import { z } from 'zod';
import { deedIdSchema, historyEntrySchema, operation, problemSchema, standingSchema } from '#domain/contract/base.ts';
import { binaryFileSchema } from '#domain/contract/binary.ts';
import { incomingFileSchema, partSchema } from '#domain/contract/incoming.ts';
import { councilKindSchema } from '#domain/regulation/pack.ts';
import { personalEventSchema } from '#domain/session/events.ts';
import { sessionHeadSchema } from '#domain/session/head.ts';
import { attachmentSchema, idSchema, sessionSchema, sha256Schema } from '#domain/session/state.ts';

const sessionId = z.strictObject({ sessionId: idSchema });
/** Sessions that one answer lists at most. */
export const MOST_LISTED = 250;
const sessionAnswer = z.strictObject({ session: sessionSchema, standing: standingSchema });

export const sessionsContract = {
  /**
   * Newest change first, `count` of them from place `from` on, which is counted from 0: an archive may hold thousands, and neither side should
   * stand still for all of them at once. `total` is how many there are; `changedAt` is the moment of the last entry in the journal.
   */
  list: operation.input(z.strictObject({ from: z.int().min(0), count: z.int().min(1).max(MOST_LISTED) })).output(
    z.strictObject({
      sessions: z.array(sessionHeadSchema.extend({ changedAt: z.string() })),
      total: z.int().min(0),
    }),
  ),
  create: operation.input(z.strictObject({ kind: councilKindSchema })).output(z.strictObject({ sessionId: idSchema })),
  /** A fresh copy of the sample session; the sample itself never changes. */
  createSample: operation.output(z.strictObject({ sessionId: idSchema })),
  get: operation.input(sessionId).output(sessionAnswer),
  /** Records what a person did, in order, all or nothing. Answers after the disk has it. */
  record: operation
    .input(sessionId.extend({ events: z.array(personalEventSchema).min(1).max(500), deedId: deedIdSchema.optional() }))
    .output(z.strictObject({ standing: standingSchema })),
  undo: operation.input(sessionId).output(sessionAnswer),
  redo: operation.input(sessionId).output(sessionAnswer),
  /** Newest first. */
  history: operation.input(sessionId).output(z.array(historyEntrySchema)),
  /** The session as it was after entry `seq`. */
  at: operation.input(sessionId.extend({ seq: z.int().min(1) })).output(sessionSchema),
  /** Every change of the value at one place of the session, oldest first; a value left out means that nothing stood there. */
  fieldHistory: operation
    .input(sessionId.extend({ path: z.array(z.string().max(200)).min(1).max(12) }))
    .output(z.array(historyEntrySchema.extend({ before: z.unknown().optional(), after: z.unknown().optional() }))),
  /** Moves the session to the bin inside the data folder; nothing is erased. */
  remove: operation.input(sessionId).output(z.strictObject({})),
};

/** A file that stays on the program's side until a person says where it goes. */
export const keptFileSchema = z.strictObject({
  keptId: idSchema,
  name: z.string().min(1).max(255),
  size: z.int().min(1),
});
export type KeptFile = z.infer<typeof keptFileSchema>;

/** The largest dossier file taken, in bytes: what a package of several dossiers can still carry on a USB stick or by e-mail. */
export const MAX_ATTACHMENT_BYTES = 200 * 1024 * 1024;

const attachmentName = sessionId.extend({ dossierId: idSchema, attachmentId: idSchema });

/** Files of dossiers. They are as large as they like up to their bound, so none is ever carried whole. */
export const attachmentsContract = {
  /**
   * Keeps a file that was handed over (`incoming`) with a dossier. `pages` is what the screen's reader counted; null for what is no PDF. A
   * .pdf that is none is refused.
   */
  add: operation
    .input(sessionId.extend({ dossierId: idSchema, file: incomingFileSchema, pages: z.int().min(1).nullable() }))
    .output(z.strictObject({ attachment: attachmentSchema, standing: standingSchema })),
  /** A part of one. Throws `store.attachmentMissing`, or `store.attachmentDamaged` where any byte of the file is not as it was. */
  read: operation.input(attachmentName.extend(partSchema.shape)).output(binaryFileSchema),
  /** Names one to be saved where a person says, as `packages.make` names a package. Throws as `read` does. */
  lend: operation.input(attachmentName).output(keptFileSchema),
};

/**
 * `dossiers`: one was added, taken away or withheld. `facts`: title, files, products or the like of one changed. `form`: another ballot or
 * another pack. `secret`: the council votes in secret now, or no longer. `keys`: the session's keys were replaced.
 */
export const staleReasonSchema = z.enum(['dossiers', 'facts', 'form', 'secret', 'keys']);
export type StaleReason = z.infer<typeof staleReasonSchema>;

export const packagesContract = {
  /**
   * Makes one member's package (a further one replaces the last). The passphrase is told here and never again.
   */
  issue: operation.input(sessionId.extend({ memberId: idSchema })).output(
    z.strictObject({
      file: binaryFileSchema,
      passphrase: z.string(),
      number: z.int().min(1),
      /** Dossiers left out for a confirmed conflict of interest. */
      withheld: z.array(idSchema),
      standing: standingSchema,
    }),
  ),
  /**
   * The same for a large package: the file is kept on the disk and is named, not carried. In the desktop host the bridge saves it where a
   * person says; elsewhere `file` gives it. Kept until `forget` or the end of the program. Throws `jobs.cancelled`; nothing is recorded then.
   */
  make: operation.input(sessionId.extend({ memberId: idSchema, jobId: idSchema.optional() })).output(
    z.strictObject({
      kept: keptFileSchema,
      passphrase: z.string(),
      number: z.int().min(1),
      withheld: z.array(idSchema),
      standing: standingSchema,
    }),
  ),
  /** A kept file. Throws `packages.keptGone`. */
  file: operation.input(z.strictObject({ keptId: idSchema })).output(binaryFileSchema),
  /** Removes kept files; those not there any more are passed over. */
  forget: operation.input(z.strictObject({ keptIds: z.array(idSchema).max(1_000) })).output(z.strictObject({})),
  /** Members whose last package no longer says what one made now would, and why. */
  stale: operation
    .input(sessionId)
    .output(z.strictObject({ members: z.record(idSchema, z.array(staleReasonSchema).min(1)) })),
  /** Slips with the passphrases just told, one a page, as PDF. */
  slips: operation
    .input(
      sessionId.extend({
        slips: z.array(z.strictObject({ memberId: idSchema, fileName: z.string(), passphrase: z.string() })).min(1),
      }),
    )
    .output(binaryFileSchema),
};

/** One line of the import report. `code` has a text in messages/exchange.ts saying what happened and what to do. */
export const intakeLineSchema = z.strictObject({
  fileName: z.string(),
  code: z.string(),
  details: problemSchema.shape.details,
  memberId: idSchema.nullable(),
  revision: z.int().min(1).nullable(),
  /** Will applying the report change the session? */
  applies: z.boolean(),
});
export type IntakeLine = z.infer<typeof intakeLineSchema>;

export const returnsContract = {
  /** Reads the files and says what each is, changing nothing. The batch can be applied once, until the program closes. */
  preview: operation
    .input(sessionId.extend({ files: z.array(binaryFileSchema).min(1).max(2_000) }))
    .output(z.strictObject({ batchId: idSchema, lines: z.array(intakeLineSchema) })),
  /** Takes every file of the batch that `applies`, as one event. Cancelled before that event, it takes nothing. */
  apply: operation
    .input(
      sessionId.extend({
        batchId: idSchema,
        /** Nothing that arrived later than this is taken; without it, all of the batch. */
        upTo: z.int().min(0).optional(),
        /** Told by `jobs.progress` under this id. */
        jobId: idSchema.optional(),
      }),
    )
    .output(z.strictObject({ lines: z.array(intakeLineSchema), standing: standingSchema })),
  /** A small signed file that says the return was taken: the one with this digest, else the newest of the member's own. */
  receipt: operation
    .input(sessionId.extend({ memberId: idSchema, digest: sha256Schema.optional() }))
    .output(binaryFileSchema),
  /** The member lost the key: the next return may come with another. Logged with its reason. */
  resetKey: operation
    .input(sessionId.extend({ memberId: idSchema, reason: z.string().min(1).max(1_000) }))
    .output(z.strictObject({ standing: standingSchema })),
};
