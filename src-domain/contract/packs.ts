import { z } from 'zod';
import { deedIdSchema, operation, problemSchema, standingSchema } from '#domain/contract/base.ts';
import { keySchema } from '#domain/forms/form.ts';
import { editorEventSchema } from '#domain/own-pack/events.ts';
import { draftPackSchema, ownPackSchema } from '#domain/own-pack/state.ts';
import { packSchema } from '#domain/regulation/pack.ts';

const packId = z.strictObject({ packId: keySchema });
const ownAnswer = z.strictObject({ ownPack: ownPackSchema, standing: standingSchema });

/** Which of a pack's versions: a number; of an own pack also what it was copied from, and what is being edited. */
const versionSchema = z.union([z.int().min(1), z.enum(['base', 'draft'])]);
const versionRef = packId.extend({ version: versionSchema });
export type PackVersionRef = z.infer<typeof versionRef>;

/** One pack of the library, with all its versions. */
export const packEntrySchema = z.strictObject({
  origin: z.enum(['shipped', 'own']),
  id: keySchema,
  title: z.string(),
  /** What a session can choose: the newest version. Null for an own pack of which none was published, or none can be read. */
  pack: packSchema.nullable(),
  /** What an own pack was copied from; null for a shipped one. */
  base: z.strictObject({ id: keySchema, version: z.int().min(1), title: z.string() }).nullable(),
  /** Oldest first. */
  versions: z.array(z.strictObject({ version: z.int().min(1), change: packSchema.shape.change })),
  /** Is a next version being written? */
  editing: z.boolean(),
  /** Why an own pack can't be changed or not be read whole (damaged, of a newer program); null for a sound one. */
  problem: problemSchema.nullable(),
});
export type PackEntry = z.infer<typeof packEntrySchema>;

export const packsContract = {
  /** Every pack there is: own ones newest change first, then the shipped ones, newest regime first. */
  list: operation.output(z.array(packEntrySchema)),
  /** One version of a pack. `pack.notFound` where there is none. */
  get: operation.input(versionRef).output(draftPackSchema),
  /** Begins an own pack as a copy of any version of another; nothing is published yet. */
  copy: operation
    .input(packId.extend({ version: z.int().min(1), title: z.string().trim().min(1).max(4_000) }))
    .output(packId),
  /** An own pack whole, for the editor. */
  open: operation.input(packId).output(ownAnswer),
  /** Records what a person did at the editor, in order, all or nothing. Answers after the disk has it. */
  record: operation
    .input(packId.extend({ events: z.array(editorEventSchema).min(1).max(100), deedId: deedIdSchema.optional() }))
    .output(z.strictObject({ standing: standingSchema })),
  undo: operation.input(packId).output(ownAnswer),
  redo: operation.input(packId).output(ownAnswer),
  /** Makes the draft the next version, for good. `pack.notReady` while it can't be used. */
  publish: operation
    .input(packId.extend({ author: z.string().max(1_000), reason: z.string().max(4_000) }))
    .output(z.strictObject({ version: z.int().min(1) })),
  /** Drops the draft. A pack of which nothing was published goes to the bin inside the data folder; nothing is erased. */
  discard: operation.input(packId).output(z.strictObject({ removed: z.boolean() })),
  /**
   * Takes an own pack out of the library, whatever became of it: it goes to the bin inside the data folder, nothing is erased. Sessions
   * that chose one of its versions keep their copy. `pack.notFound` where there is none.
   */
  remove: operation.input(packId).output(z.strictObject({})),
  /** In what two versions differ, of one pack or of two, in the order of the pack. */
  differences: operation.input(z.strictObject({ older: versionRef, newer: versionRef })).output(
    z.array(
      z.strictObject({
        kind: z.enum(['changed', 'added', 'removed']),
        place: z.string(),
        path: z.array(z.string()),
        before: z.json().optional(),
        after: z.json().optional(),
      }),
    ),
  ),
};
