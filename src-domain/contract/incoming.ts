import { z } from 'zod';
import { operation } from '#domain/contract/base.ts';
import { binaryFileSchema } from '#domain/contract/binary.ts';
import { idSchema } from '#domain/session/state.ts';

/** Bytes of one portion of a file that is handed over piece by piece: 1 MB. The last one is shorter. */
export const PORTION_BYTES = 1_000_000;

/**
 * What a file is handed over for: a package to open, a dossier's file to attach, a whole archive to import. Each has its own bound, which is
 * told before the first byte is sent.
 */
export const incomingPurposeSchema = z.enum(['package', 'attachment', 'archive']);
export type IncomingPurpose = z.infer<typeof incomingPurposeSchema>;

/** A part of a file: `size` bytes from byte `at` on, fewer only where the file ends. */
export const partSchema = z.strictObject({ at: z.int().min(0), size: z.int().min(1).max(PORTION_BYTES) });

/** A large file that lies with the back end, or with the desktop host, under this id. */
export const incomingFileSchema = z.strictObject({ incomingId: idSchema });

/** A large file on its way from the page to the back end, in portions, so that neither side ever holds all of it. */
export const incomingContract = {
  /** Throws `files.tooLarge` or `attachments.tooLarge` where the file is beyond the bound of its purpose. */
  begin: operation
    .input(z.strictObject({ name: z.string().min(1).max(255), size: z.int().min(0), purpose: incomingPurposeSchema }))
    .output(incomingFileSchema),
  /** Adds the portion that begins at byte `at`; they come one after another. Throws `incoming.gone`, `incoming.outOfTurn`. */
  add: operation
    .input(incomingFileSchema.extend({ at: z.int().min(0), portion: binaryFileSchema }))
    .output(z.strictObject({ received: z.int().min(0) })),
  /** Reads a part of a file that is there whole, for the page's own reader. Throws `incoming.gone`, `incoming.outOfTurn`, `files.unreadable`. */
  read: operation.input(incomingFileSchema.extend(partSchema.shape)).output(binaryFileSchema),
  /** The file is wanted no more: what was handed over is removed, a person's own file stays where it is. Nothing happens where there is none. */
  drop: operation.input(incomingFileSchema).output(z.strictObject({})),
};
