import { z } from 'zod';
import { operation, standingSchema } from '#domain/contract/base.ts';
import { binaryFileSchema } from '#domain/contract/binary.ts';
import { idSchema } from '#domain/session/state.ts';

export const documentFormatSchema = z.enum(['pdf', 'docx', 'xlsx', 'csv', 'json']);
export type DocumentFormat = z.infer<typeof documentFormatSchema>;

export const documentsContract = {
  /**
   * Renders the named papers of the session (ids as `papersOf` in src-domain/documents/set.ts gives them): one PDF with bookmarks, or
   * one file a paper for the other formats. Read back before it is handed over.
   */
  render: operation
    .input(
      z.strictObject({
        sessionId: idSchema,
        paperIds: z.array(z.string().min(1).max(200)).min(1).max(500),
        format: documentFormatSchema,
      }),
    )
    .output(z.strictObject({ files: z.array(binaryFileSchema).min(1) })),
  /** Locks the minutes: renders every page of the set, keeps bytes and hashes. */
  lock: operation.input(z.strictObject({ sessionId: idSchema })).output(z.strictObject({ standing: standingSchema })),
  /** Opens locked minutes again as a numbered correction. */
  correct: operation
    .input(z.strictObject({ sessionId: idSchema, reason: z.string().min(1).max(1_000) }))
    .output(z.strictObject({ standing: standingSchema })),
  /** A page as it was locked, byte for byte. */
  locked: operation.input(z.strictObject({ sessionId: idSchema, sha256: z.string() })).output(binaryFileSchema),
};
