import { z } from 'zod';
import { keySchema } from '#domain/forms/form.ts';
import { readDraft } from '#domain/regulation/edit-pack.ts';
import { packSchema, type Pack } from '#domain/regulation/pack.ts';

/** A pack being edited: see `readDraft` for what it may still lack. */
export const draftPackSchema = z.custom<Pack>((value) => readDraft(value).ok);

/** A regulation pack of the council or authority itself: what it was copied from, its versions, and what is being edited. */
export const ownPackSchema = z.strictObject({
  /** The pack's own id, under which sessions know it. */
  id: keySchema,
  createdAt: z.string(),
  /** The pack it was copied from, whole: what its rules may claim is measured against it for ever. */
  base: packSchema,
  /** Versions 1, 2, … as they were published; none is ever changed. */
  published: z.array(packSchema),
  /** The next version as far as it is written; null while nothing is being edited. */
  draft: draftPackSchema.nullable(),
});
export type OwnPack = z.infer<typeof ownPackSchema>;

/** The version sessions are offered; null before the first is published. */
export const latestOf = (own: OwnPack): Pack | null => own.published.at(-1) ?? null;

/** The title of what is being edited, else of what was published last; while it is being retyped, the one before. Never empty. */
export const titleOf = (own: OwnPack): string =>
  [own.draft?.title, latestOf(own)?.title].find((title) => title !== undefined && title.trim() !== '') ??
  own.base.title;
