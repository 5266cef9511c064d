import { z } from 'zod';
import { keySchema } from '#domain/forms/form.ts';
import { packSchema } from '#domain/regulation/pack.ts';

const pathSchema = z
  .array(z.union([z.string().min(1).max(64), z.int().min(0).max(999)]))
  .min(1)
  .max(24);

/** What a person does at the editor. */
const editorEvents = [
  /** Sets one place of the draft; see `changeDraft`. */
  z.strictObject({ type: z.literal('draft.changed'), path: pathSchema, value: z.json() }),
  /** Begins a draft that says what the latest version says. */
  z.strictObject({ type: z.literal('draft.begun') }),
  /** Drops the draft; the versions stay. */
  z.strictObject({ type: z.literal('draft.discarded') }),
] as const;

/** What the program records while it carries out an operation. */
const ownEvents = [
  z.strictObject({
    type: z.literal('pack.copied'),
    id: keySchema,
    base: packSchema,
    title: z.string().min(1).max(4_000),
  }),
  /** The draft has become a version. */
  z.strictObject({ type: z.literal('pack.published'), pack: packSchema }),
] as const;

export const editorEventSchema = z.discriminatedUnion('type', editorEvents);
export type EditorEvent = z.infer<typeof editorEventSchema>;
export const ownPackEventSchema = z.discriminatedUnion('type', [...editorEvents, ...ownEvents]);
export type OwnPackEvent = z.infer<typeof ownPackEventSchema>;
