import { z } from 'zod';
import { EXCHANGE_FORMAT } from './envelope.ts';
import { bytes32Schema, entrySchema, exchangeIdSchema, lineSchema, momentSchema, sha256Schema } from './fields.ts';
import { shortCodePattern } from './short-code.ts';

/** Manifest of a receipt (.hdbiennhan): the secretary's signed word that one return was taken. */
export const receiptManifestSchema = z.strictObject({
  format: z.literal(EXCHANGE_FORMAT),
  version: z.literal(1),
  kind: z.literal('receipt'),
  sessionId: exchangeIdSchema,
  receiptId: exchangeIdSchema,
  createdAt: momentSchema,
  rehearsal: z.boolean(),
  /** The session as the member knows it. */
  sessionTitle: lineSchema,
  memberId: exchangeIdSchema,
  /** Left out in a secret vote, where the secretary's program does not keep it: `returnDigest` names the return. */
  returnId: exchangeIdSchema.optional(),
  revision: z.int().min(1),
  /** Digest of the return that was taken. */
  returnDigest: sha256Schema,
  /** The same code the minutes' appendix prints. */
  code: z.string().regex(shortCodePattern, 'shortCode'),
  takenAt: momentSchema,
  /** It came after the deadline; the chair decides whether it counts. */
  late: z.boolean(),
  /** The key of the package the return answers; the member's program compares. */
  secretaryKey: bytes32Schema,
  entries: z.array(entrySchema).max(0),
});
export type ReceiptManifest = z.infer<typeof receiptManifestSchema>;
