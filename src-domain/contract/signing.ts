import { z } from 'zod';
import { operation, standingSchema } from '#domain/contract/base.ts';
import { binaryFileSchema } from '#domain/contract/binary.ts';
import { certificateReportSchema, signedFileCheckSchema } from '#domain/documents/signature-report.ts';
import { idSchema, sha256Schema, signedFileSchema } from '#domain/session/state.ts';

const sessionId = z.strictObject({ sessionId: idSchema });

/** What is signed: a page as it was locked, a page of the session as it stands, or a file signed before, for a further signature. */
export const signableSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('locked'), sha256: sha256Schema }),
  z.strictObject({ kind: z.literal('page'), paperId: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('signed'), fileId: idSchema }),
]);
export type Signable = z.infer<typeof signableSchema>;

/**
 * A PKCS#12 file and its passphrase. Both are used for the one call and let go: nothing of them is written to a journal, a log or any
 * other file.
 */
const givenP12 = z.strictObject({ certificate: binaryFileSchema, passphrase: z.string().max(1_000) });

const keptFile = z.strictObject({ file: signedFileSchema, standing: standingSchema });

export const signingContract = {
  /** What a certificate says, before anything is signed with it. */
  identify: operation.input(givenP12).output(certificateReportSchema),
  /** The fields a page can be signed in, in their order. */
  fields: operation
    .input(sessionId.extend({ source: signableSchema }))
    .output(z.array(z.strictObject({ name: z.string(), signed: z.boolean() }))),
  /** Signs in one field and keeps the signed file beside the session. What was signed before stays good. */
  sign: operation
    .input(
      sessionId.extend({
        source: signableSchema,
        ...givenP12.shape,
        field: z.string().min(1).max(200),
        reason: z.string().max(500),
        place: z.string().max(200),
      }),
    )
    .output(keptFile),
  /** Looks at a file that came back, changing nothing. `check` is null for a picture. */
  examine: operation
    .input(sessionId.extend({ file: binaryFileSchema }))
    .output(z.strictObject({ check: signedFileCheckSchema.nullable() })),
  /** Keeps a signed PDF, or the scan of pages signed by hand, with the session. */
  attach: operation
    .input(
      sessionId.extend({
        file: binaryFileSchema,
        kind: signedFileSchema.shape.kind,
        page: signedFileSchema.shape.page,
      }),
    )
    .output(keptFile),
  /** A kept file, byte for byte. */
  read: operation.input(sessionId.extend({ fileId: idSchema })).output(binaryFileSchema),
  /** Looks at a kept file again. Null for a picture. */
  check: operation
    .input(sessionId.extend({ fileId: idSchema }))
    .output(z.strictObject({ check: signedFileCheckSchema.nullable() })),
};
