import { z } from 'zod';
import { ballotSchema, commentSchema } from '#domain/forms/ballot.ts';
import { decimalSchema, keySchema } from '#domain/forms/form.ts';
import { councilKindSchema, officeSchema, packSchema } from '#domain/regulation/pack.ts';

const id = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/, 'id');
const line = z.string().max(1_000);

export const caseMemberSchema = z.strictObject({
  id,
  name: line,
  office: officeSchema,
  /** From outside the organisation the council belongs to. */
  outside: z.boolean(),
  /** Works for the organisation that hosts (or asks to host) a task under judgement. */
  fromHost: z.boolean(),
});
export type CaseMember = z.infer<typeof caseMemberSchema>;

export const attendanceStatusSchema = z.enum(['present', 'online', 'absent']);

/** What was ordered and delivered of one aspect of a product, in one unit. */
const deliverySchema = z.strictObject({ ordered: decimalSchema, delivered: decimalSchema });

export const caseProductSchema = z.strictObject({
  id,
  name: line,
  /** Figures behind the quantity test; null where nobody wrote them down. */
  quantity: deliverySchema.nullable(),
  volume: deliverySchema.nullable(),
});
export type CaseProduct = z.infer<typeof caseProductSchema>;

/** How late a dossier came in. Months are counted on the calendar where the due day is known, else as 30 days each. */
export const latenessSchema = z.strictObject({
  daysLate: z.int().min(0).max(36_600),
  due: z.iso.date().nullable(),
  /** The authority consented to the late hand-in. */
  consented: z.boolean(),
});
export type Lateness = z.infer<typeof latenessSchema>;

export const caseDossierSchema = z.strictObject({
  id,
  title: line,
  formId: keySchema,
  /** Dossiers that compete for one task share its key and are ranked among themselves. */
  contest: z.string().max(200),
  products: z.array(caseProductSchema),
  lateness: latenessSchema,
});
export type CaseDossier = z.infer<typeof caseDossierSchema>;

export const caseBallotSchema = z.strictObject({
  /** In a secret vote the ballot's own name, `phieu-1` and so on. */
  member: id,
  dossier: id,
  /** Where the counted ballot came from; both kinds are one tally. */
  origin: z.enum(['file', 'paper']),
  ballot: ballotSchema,
  /** The counting committee's ruling; null leaves it to the form's own checks. A ballot that says too little to be counted can't be ruled valid. */
  ruling: z.strictObject({ valid: z.boolean(), reason: commentSchema }).nullable(),
});
export type CaseBallot = z.infer<typeof caseBallotSchema>;

/** Who voted on a dossier in secret: only that, for `ballots` doesn't say whose a ballot is. */
export const secretVoteSchema = z.strictObject({
  dossier: id,
  /** Attending members whose ballots are among the counted ones. */
  members: z.array(id),
  /** Ballots of absent members, which nobody read. */
  setAside: z.int().min(0).max(99),
});

/** How a tie was resolved in the meeting; used only where the pack's ladder has that rung and the tie is still there. */
export const caseTieSchema = z.discriminatedUnion('kind', [
  /** Order given by the one presiding, best first. */
  z.strictObject({ kind: z.literal('castingVote'), order: z.array(id).min(2), reason: commentSchema }),
  z.strictObject({ kind: z.literal('lot'), dossiers: z.array(id).min(2), seed: z.string().min(1).max(1_000) }),
]);
export type CaseTie = z.infer<typeof caseTieSchema>;

/**
 * Everything a conclusion is computed from; nothing else enters it, no clock, no locale, no chance. Lists are in any order: the
 * conclusion doesn't depend on it, except that `dossiers` gives the order of the answer.
 */
export const caseSchema = z.strictObject({
  pack: packSchema,
  council: councilKindSchema,
  /** All who sit at the table; an administrative secretary is in no denominator. */
  members: z.array(caseMemberSchema).max(99),
  /** Member to attendance; a member not named is absent. */
  attendance: z.record(id, attendanceStatusSchema),
  /** The chair authorised the vice-chair in writing to preside. */
  viceChairAuthorised: z.boolean(),
  dossiers: z.array(caseDossierSchema).max(500),
  /** Members kept from a dossier by a confirmed conflict of interest. */
  recusals: z.array(z.strictObject({ member: id, dossier: id, reason: commentSchema })),
  /** At most one ballot of a member for a dossier. */
  ballots: z.array(caseBallotSchema),
  /** Present in a secret vote only. */
  secretBallot: z.array(secretVoteSchema).optional(),
  /** Written comments of absent members: recorded, never counted. */
  absentComments: z.array(z.strictObject({ member: id, dossier: id.nullable(), comment: commentSchema })),
  ties: z.array(caseTieSchema),
  /** Reasons written for flagged ballots. */
  outlierReasons: z.array(z.strictObject({ member: id, dossier: id, reason: commentSchema })),
  /** Votes after the ballots; `topic` is the id of a follow-up vote of the pack. */
  followUpVotes: z.array(
    z.strictObject({
      dossier: id,
      topic: keySchema,
      agree: z.int().min(0).max(99),
      disagree: z.int().min(0).max(99),
      text: commentSchema,
    }),
  ),
});
export type Case = z.infer<typeof caseSchema>;
