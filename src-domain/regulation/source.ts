import { z } from 'zod';

/**
 * How surely a rule is known. Nothing shown or printed may claim more than its mark:
 * `seen` may be shown as "theo quy định", `secondary` as "theo nguồn thứ cấp", `unverified` as "chưa đối chiếu".
 */
export const markSchema = z.enum(['seen', 'secondary', 'unverified']);
export type Mark = z.infer<typeof markSchema>;

/** Where a rule comes from: the document, the article or form within it, and how surely the words are known. */
export const sourceSchema = z.strictObject({
  /** Number of the document, e.g. "15/2022/TT-BKHCN"; null when the rule has no known legal origin (mark must be unverified). */
  document: z.string().min(1).nullable(),
  /** Article, clause or form within the document, e.g. "Điều 16", "Mẫu B8-ĐGNV"; null when not known. */
  clause: z.string().min(1).nullable(),
  mark: markSchema,
  /** What a reader should know about the origin: a derivation, an analogue, a machine translation. */
  note: z.string().min(1).nullable(),
});
export type Source = z.infer<typeof sourceSchema>;
