import { z } from 'zod';
import { sourceSchema } from '#domain/regulation/source.ts';

/**
 * A decimal number as text, e.g. "12.5": points are never binary fractions. A dot separates, no sign, no exponent;
 * the screen and the page show a comma.
 */
export const decimalSchema = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, 'decimal');
export type Decimal = z.infer<typeof decimalSchema>;

/** Names within packs, forms and ballots: short, stable, safe in file names and JSON paths. */
export const keySchema = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,63}$/, 'key');

/** How one criterion is judged. */
export const scaleSchema = z.discriminatedUnion('kind', [
  /** Points given directly, from 0 to `max` in steps of `step`; `min` is the least that still passes, null when the form sets none. */
  z.strictObject({ kind: z.literal('points'), max: decimalSchema, step: decimalSchema, min: decimalSchema.nullable() }),
  /** A mark from 0 to `top`, multiplied by `coefficient`. */
  z.strictObject({ kind: z.literal('marks'), top: z.int().min(1).max(10), coefficient: decimalSchema }),
  /** Đạt / Không đạt. */
  z.strictObject({ kind: z.literal('passFail') }),
  /** Xuất sắc / Đạt / Không đạt, for one aspect of a product or for the report. */
  z.strictObject({ kind: z.literal('levels'), aspect: z.enum(['quantity', 'volume', 'quality', 'report']) }),
]);
export type Scale = z.infer<typeof scaleSchema>;

export const commentRuleSchema = z.enum(['none', 'optional', 'required']);

export const criterionSchema = z.strictObject({
  id: keySchema,
  label: z.string().min(1),
  /** What the member should look at; shown beside the field. Null when the form says nothing. */
  guidance: z.string().min(1).nullable(),
  scale: scaleSchema,
  /** May the member say "không áp dụng"? Such an answer is kept out of averages. */
  allowNotApplicable: z.boolean(),
  comment: commentRuleSchema,
  /** Repeated for each expected product of the dossier (acceptance), else once. */
  perProduct: z.boolean(),
  /** Its own origin, where that differs from its group's. */
  source: sourceSchema.optional(),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const criterionGroupSchema = z.strictObject({
  id: keySchema,
  label: z.string().min(1),
  criteria: z.array(criterionSchema).min(1),
  /** Its own origin, where that differs from the form's. */
  source: sourceSchema.optional(),
});
export type CriterionGroup = z.infer<typeof criterionGroupSchema>;

/** One of a few opinions a form closes with, e.g. "Đề nghị thực hiện". */
export const opinionSchema = z.strictObject({
  id: keySchema,
  label: z.string().min(1),
  /** What the opinion means to the conclusion. */
  meaning: z.enum(['for', 'against', 'forWithChanges']),
  /** Texts the member fills in when this opinion is chosen, e.g. "Dự kiến tên". */
  fields: z.array(z.strictObject({ id: keySchema, label: z.string().min(1), required: z.boolean() })),
});

/** A ballot form (phiếu đánh giá) as a pack defines it. */
export const formSchema = z.strictObject({
  id: keySchema,
  /** Code printed top right, e.g. "B8-ĐGNV"; null when no code is known. */
  code: z.string().min(1).nullable(),
  title: z.string().min(1),
  source: sourceSchema,
  groups: z.array(criterionGroupSchema).min(1),
  opinions: z.array(opinionSchema),
  /** Overall comment (nhận xét chung, kiến nghị). */
  overallComment: commentRuleSchema,
});
export type Form = z.infer<typeof formSchema>;
export type Opinion = z.infer<typeof opinionSchema>;
