import { z } from 'zod';
import { operation, standingSchema } from '#domain/contract/base.ts';
import { mergePickSchema } from '#domain/exchange/merge-record.ts';
import { idSchema, sha256Schema } from '#domain/session/state.ts';

export const mergesContract = {
  /**
   * Puts the two returns of a member that wait to be merged together, as one event. `left` and `right` are their digests: where others wait by
   * now nothing is done. Every true conflict must be chosen. The result counts once the member's confirmation is recorded.
   */
  make: operation
    .input(
      z.strictObject({
        sessionId: idSchema,
        memberId: idSchema,
        left: sha256Schema,
        right: sha256Schema,
        choices: z.array(mergePickSchema).max(10_000),
        reason: z.string().trim().min(1).max(1_000),
      }),
    )
    .output(z.strictObject({ standing: standingSchema })),
};
