import { z } from 'zod';
import { decimalSchema, keySchema } from '#domain/forms/form.ts';

/** The longest comment taken, in UTF-16 units; about ten printed pages. */
export const MAX_COMMENT = 40_000;
export const commentSchema = z.string().max(MAX_COMMENT);

/** What a member answered for one criterion; `value` is null while unanswered. */
export const answerSchema = z.strictObject({
  value: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('points'), points: decimalSchema }),
      z.strictObject({ kind: z.literal('marks'), mark: z.int().min(0).max(10) }),
      z.strictObject({ kind: z.literal('passFail'), passed: z.boolean() }),
      z.strictObject({ kind: z.literal('levels'), level: z.enum(['excellent', 'pass', 'fail']) }),
      z.strictObject({ kind: z.literal('notApplicable') }),
    ])
    .nullable(),
  comment: commentSchema,
});
export type Answer = z.infer<typeof answerSchema>;

/**
 * Key of an answer: the criterion's id, or `criterionId:productId` where the criterion is repeated for each product.
 */
export const answerKeySchema = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,63}(:[a-zA-Z0-9-]{1,64})?$/, 'answerKey');

/** One member's judgement of one dossier. */
export const ballotSchema = z.strictObject({
  answers: z.record(answerKeySchema, answerSchema),
  /** Id of the opinion chosen; null while none is, or where the form has none. */
  opinion: keySchema.nullable(),
  /** Texts of the chosen opinion's fields, by field id. */
  opinionFields: z.record(keySchema, commentSchema),
  comment: commentSchema,
  /** The member took part but gave no judgement (phiếu trắng); different from being recused for a conflict of interest. */
  abstained: z.boolean(),
});
export type Ballot = z.infer<typeof ballotSchema>;

/** A ballot nobody has written on yet. */
export const blankBallot: Ballot = { answers: {}, opinion: null, opinionFields: {}, comment: '', abstained: false };
