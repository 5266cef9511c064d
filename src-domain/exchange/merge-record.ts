import { z } from 'zod';
import { exchangeIdSchema, momentSchema, sha256Schema, textSchema } from './fields.ts';

/** One place of a return: see `MergePlace` in merge.ts. */
export const mergePlaceSchema = z.strictObject({
  dossierId: exchangeIdSchema.nullable(),
  part: z.enum([
    'answer',
    'answerComment',
    'opinion',
    'opinionField',
    'comment',
    'abstained',
    'declaredConflict',
    'remarks',
  ]),
  key: z.string().max(200),
});

/** What was chosen at one true conflict. `both` only for running texts: they then stand whole, one after the other. */
export const mergePickSchema = z.strictObject({ place: mergePlaceSchema, choose: z.enum(['left', 'right', 'both']) });
export type MergePick = z.infer<typeof mergePickSchema>;

/**
 * How a merged return came about. It was put together by the secretary out of two returns the member signed; the member's signature covers
 * each of these and not the whole, so it counts only once the member has confirmed it.
 */
export const returnMergeSchema = z.strictObject({
  /** Digests of the two returns it was made of, and of what both were written upon (null where that is not held). */
  left: sha256Schema,
  right: sha256Schema,
  base: sha256Schema.nullable(),
  /** The member's short codes of the two, as the appendix prints them. */
  codes: z.strictObject({ left: z.string().min(1), right: z.string().min(1) }),
  choices: z.array(mergePickSchema),
  reason: textSchema,
  /** How and when the member confirmed it, as the secretary wrote down; null before. */
  confirmed: z.strictObject({ at: momentSchema, how: textSchema }).nullable(),
});
export type ReturnMerge = z.infer<typeof returnMergeSchema>;
