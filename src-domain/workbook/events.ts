import { z } from 'zod';
import { answerKeySchema, answerSchema, commentSchema } from '#domain/forms/ballot.ts';
import { keySchema } from '#domain/forms/form.ts';
import { idSchema, momentSchema } from '#domain/session/state.ts';
import { givenPackageSchema, ownReturnSchema } from '#domain/workbook/state.ts';

const onDossier = { dossierId: idSchema };

/** What the member does at a screen. */
const memberEvents = [
  z.strictObject({
    type: z.literal('answer.set'),
    ...onDossier,
    key: answerKeySchema,
    value: answerSchema.shape.value,
  }),
  z.strictObject({ type: z.literal('answer.commented'), ...onDossier, key: answerKeySchema, comment: commentSchema }),
  z.strictObject({ type: z.literal('opinion.set'), ...onDossier, opinion: keySchema.nullable() }),
  z.strictObject({ type: z.literal('opinion.fieldSet'), ...onDossier, field: keySchema, text: commentSchema }),
  z.strictObject({ type: z.literal('comment.set'), ...onDossier, comment: commentSchema }),
  z.strictObject({ type: z.literal('abstained.set'), ...onDossier, abstained: z.boolean() }),
  z.strictObject({ type: z.literal('conflict.declared'), ...onDossier, reason: commentSchema }),
  z.strictObject({ type: z.literal('conflict.withdrawn'), ...onDossier }),
  z.strictObject({ type: z.literal('change.seen'), ...onDossier }),
  z.strictObject({ type: z.literal('remarks.set'), remarks: commentSchema }),
] as const;

/** What the program records while it carries out an operation. */
const ownEvents = [
  z.strictObject({ type: z.literal('workbook.created'), id: idSchema, publicKey: z.string().min(1) }),
  z.strictObject({ type: z.literal('package.opened'), package: givenPackageSchema }),
  z.strictObject({ type: z.literal('return.made'), made: ownReturnSchema }),
  z.strictObject({
    type: z.literal('receipt.taken'),
    revision: z.int().min(1),
    receivedAt: momentSchema,
    code: z.string().min(1),
  }),
] as const;

export const workbookEventSchema = z.discriminatedUnion('type', memberEvents);
export type MemberEvent = z.infer<typeof workbookEventSchema>;
export const anyWorkbookEventSchema = z.discriminatedUnion('type', [...memberEvents, ...ownEvents]);
export type WorkbookEvent = z.infer<typeof anyWorkbookEventSchema>;
