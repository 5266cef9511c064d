import { z } from 'zod';
import { ballotSchema } from '#domain/forms/ballot.ts';
import { keySchema } from '#domain/forms/form.ts';
import { councilKindSchema, packSchema } from '#domain/regulation/pack.ts';
import {
  attachmentSchema,
  attendanceSchema,
  countSchema,
  dayOffSchema,
  daySchema,
  dossierSchema,
  followUpVoteSchema,
  heldReturnSchema,
  idSchema,
  issuedPackageSchema,
  lineSchema,
  localTimeSchema,
  lockedDocumentSchema,
  meetingFormSchema,
  memberSchema,
  signedFileSchema,
  statementSchema,
  openedDossierSchema,
  sealedReturnSchema,
  sha256Schema,
  textSchema,
} from '#domain/session/state.ts';

/** Fields of the session that are typed in place; each is one event per pause in typing. */
export const sessionFields = {
  'council.programme': lineSchema,
  'council.name': lineSchema,
  'council.decision.number': lineSchema,
  'council.decision.date': daySchema.nullable(),
  'council.decision.issuer': lineSchema,
  'council.decision.parentIssuer': lineSchema,
  'council.taskApprovedOn': daySchema.nullable(),
  'meeting.place': lineSchema,
  'meeting.startsAt': localTimeSchema.nullable(),
  'meeting.endsAt': localTimeSchema.nullable(),
  'meeting.form': meetingFormSchema,
  'meeting.guests': textSchema,
  'meeting.agenda': textSchema,
  'meeting.deadline': localTimeSchema.nullable(),
  'minutes.number': lineSchema,
  'minutes.symbol': lineSchema,
  'minutes.opening': textSchema,
  'minutes.generalRecommendation': textSchema,
} as const;
export type SessionField = keyof typeof sessionFields;
export const sessionFieldSchema = z.enum(Object.keys(sessionFields) as [SessionField, ...SessionField[]]);

export const memberChangesSchema = memberSchema.omit({ id: true }).partial();
export const dossierChangesSchema = dossierSchema.omit({ id: true, attachments: true }).partial();

/** What a person does at a screen; sent by the renderer as it is and checked again on arrival. */
const personalEvents = [
  z.strictObject({
    type: z.literal('field.set'),
    field: sessionFieldSchema,
    value: z.union([z.string(), z.null()]),
  }),
  z.strictObject({ type: z.literal('council.kindSet'), kind: councilKindSchema }),
  z.strictObject({ type: z.literal('rehearsal.set'), rehearsal: z.boolean() }),
  z.strictObject({ type: z.literal('pack.chosen'), pack: packSchema, reason: textSchema }),
  z.strictObject({ type: z.literal('member.added'), member: memberSchema }),
  z.strictObject({ type: z.literal('member.changed'), memberId: idSchema, changes: memberChangesSchema }),
  z.strictObject({ type: z.literal('member.removed'), memberId: idSchema }),
  z.strictObject({ type: z.literal('member.moved'), memberId: idSchema, to: z.int().min(0) }),
  z.strictObject({ type: z.literal('dossier.added'), dossier: dossierSchema }),
  z.strictObject({ type: z.literal('dossier.changed'), dossierId: idSchema, changes: dossierChangesSchema }),
  z.strictObject({ type: z.literal('dossier.removed'), dossierId: idSchema }),
  z.strictObject({ type: z.literal('dossier.moved'), dossierId: idSchema, to: z.int().min(0) }),
  z.strictObject({
    type: z.literal('attachment.renamed'),
    dossierId: idSchema,
    attachmentId: idSchema,
    name: z.string().min(1).max(255),
  }),
  z.strictObject({ type: z.literal('attachment.removed'), dossierId: idSchema, attachmentId: idSchema }),
  z.strictObject({
    type: z.literal('conflict.set'),
    memberId: idSchema,
    dossierId: idSchema,
    state: z.enum(['declared', 'confirmed', 'dismissed']),
    reason: textSchema,
  }),
  z.strictObject({ type: z.literal('conflict.cleared'), memberId: idSchema, dossierId: idSchema }),
  z.strictObject({ type: z.literal('attendance.set'), memberId: idSchema, attendance: attendanceSchema }),
  z.strictObject({ type: z.literal('viceChair.authorised'), authorised: z.boolean() }),
  z.strictObject({
    type: z.literal('paperBallot.entered'),
    memberId: idSchema,
    dossierId: idSchema,
    ballot: ballotSchema,
  }),
  z.strictObject({ type: z.literal('paperBallot.removed'), memberId: idSchema, dossierId: idSchema }),
  z.strictObject({
    type: z.literal('ballot.ruled'),
    memberId: idSchema,
    dossierId: idSchema,
    valid: z.boolean(),
    reason: textSchema,
  }),
  z.strictObject({ type: z.literal('ballot.rulingCleared'), memberId: idSchema, dossierId: idSchema }),
  z.strictObject({
    type: z.literal('merge.confirmed'),
    memberId: idSchema,
    digest: sha256Schema,
    how: textSchema.min(1),
  }),
  z.strictObject({
    type: z.literal('merge.withdrawn'),
    memberId: idSchema,
    digest: sha256Schema,
    reason: textSchema.min(1),
  }),
  z.strictObject({
    type: z.literal('seat.furtherKeyAllowed'),
    memberId: idSchema,
    publicKey: z.string().min(1).max(200),
    reason: textSchema.min(1),
  }),
  z.strictObject({ type: z.literal('late.ruled'), memberId: idSchema, accepted: z.boolean(), reason: textSchema }),
  z.strictObject({ type: z.literal('counting.committeeSet'), committee: z.array(idSchema).max(10) }),
  z.strictObject({ type: z.literal('counting.closed'), counts: z.record(idSchema, countSchema) }),
  z.strictObject({ type: z.literal('counting.reopened'), reason: textSchema.min(1) }),
  z.strictObject({ type: z.literal('tie.castingVote'), order: z.array(idSchema).min(2), reason: textSchema }),
  z.strictObject({ type: z.literal('tie.lotDrawn'), dossiers: z.array(idSchema).min(2), seed: lineSchema.min(1) }),
  z.strictObject({ type: z.literal('tie.cleared'), index: z.int().min(0) }),
  z.strictObject({ type: z.literal('outlier.explained'), memberId: idSchema, dossierId: idSchema, reason: textSchema }),
  z.strictObject({
    type: z.literal('followUp.voted'),
    dossierId: idSchema,
    topic: keySchema,
    vote: followUpVoteSchema,
  }),
  z.strictObject({ type: z.literal('followUp.cleared'), dossierId: idSchema, topic: keySchema }),
  z.strictObject({ type: z.literal('conclusion.adopted') }),
  z.strictObject({ type: z.literal('conclusion.withdrawn') }),
  z.strictObject({ type: z.literal('statement.added'), statement: statementSchema }),
  z.strictObject({
    type: z.literal('statement.changed'),
    statementId: idSchema,
    changes: statementSchema.omit({ id: true }).partial(),
  }),
  z.strictObject({ type: z.literal('statement.removed'), statementId: idSchema }),
  z.strictObject({ type: z.literal('statement.moved'), statementId: idSchema, to: z.int().min(0) }),
  z.strictObject({ type: z.literal('recommendation.set'), dossierId: idSchema, text: textSchema }),
  z.strictObject({ type: z.literal('minutes.agreed') }),
  z.strictObject({ type: z.literal('minutes.redrafted') }),
  z.strictObject({ type: z.literal('secretBallot.chosen'), secret: z.boolean() }),
  z.strictObject({
    type: z.literal('secretBallot.paperMarked'),
    memberId: idSchema,
    dossierId: idSchema,
    cast: z.boolean(),
  }),
  z.strictObject({ type: z.literal('secretBallot.paperRemoved'), dossierId: idSchema, paperId: idSchema }),
  z.strictObject({ type: z.literal('secretBallot.returnDropped'), memberId: idSchema, reason: textSchema.min(1) }),
  z.strictObject({ type: z.literal('secretBallot.votedAgain'), reason: textSchema.min(1) }),
  z.strictObject({ type: z.literal('signedFile.removed'), fileId: idSchema }),
  z.strictObject({ type: z.literal('daysOff.set'), daysOff: z.array(dayOffSchema).max(40) }),
] as const;

/** What the program itself records while it carries out an operation; never taken from the renderer. */
const ownEvents = [
  z.strictObject({ type: z.literal('session.created'), id: idSchema }),
  z.strictObject({ type: z.literal('attachment.added'), dossierId: idSchema, attachment: attachmentSchema }),
  z.strictObject({ type: z.literal('keys.made'), recipient: z.string().min(1), signer: z.string().min(1) }),
  /** The keys left for, or came to, a second secretary's computer. They change nothing in the session; they are written down. */
  z.strictObject({ type: z.literal('keys.exported') }),
  z.strictObject({ type: z.literal('keys.imported') }),
  /** The keys were lost and others take their place: packages made before open no more returns. */
  z.strictObject({
    type: z.literal('keys.renewed'),
    recipient: z.string().min(1),
    signer: z.string().min(1),
    reason: textSchema.min(1),
  }),
  z.strictObject({
    type: z.literal('packages.issued'),
    packages: z.record(idSchema, issuedPackageSchema.omit({ issuedAt: true })),
  }),
  z.strictObject({ type: z.literal('seat.keyReset'), memberId: idSchema, reason: textSchema }),
  z.strictObject({
    type: z.literal('returns.imported'),
    returns: z
      .array(
        z.strictObject({
          memberId: idSchema,
          held: heldReturnSchema,
          /** It diverged: kept beside what counts. Absent in what is taken. */
          beside: z.literal(true).optional(),
        }),
      )
      .min(1),
  }),
  /** The secretary put two diverged returns together; `merged.merge` says how. */
  z.strictObject({ type: z.literal('returns.merged'), memberId: idSchema, merged: heldReturnSchema }),
  z.strictObject({
    type: z.literal('secretBallot.returnsTaken'),
    returns: z.array(z.strictObject({ memberId: idSchema, held: sealedReturnSchema })).min(1),
  }),
  z.strictObject({ type: z.literal('secretBallot.paperPut'), dossierId: idSchema, paperId: idSchema }),
  z.strictObject({
    type: z.literal('secretBallot.opened'),
    taken: z.record(idSchema, sha256Schema),
    dossiers: z.record(idSchema, openedDossierSchema),
  }),
  z.strictObject({ type: z.literal('minutes.locked'), documents: z.array(lockedDocumentSchema).min(1) }),
  z.strictObject({ type: z.literal('minutes.corrected'), reason: textSchema.min(1) }),
  z.strictObject({ type: z.literal('signedFile.added'), file: signedFileSchema }),
] as const;

export const personalEventSchema = z.discriminatedUnion('type', personalEvents);
export type PersonalEvent = z.infer<typeof personalEventSchema>;

export const sessionEventSchema = z.discriminatedUnion('type', [...personalEvents, ...ownEvents]);
/** One thing that happened to a session. The journal holds nothing else. */
export type SessionEvent = z.infer<typeof sessionEventSchema>;
