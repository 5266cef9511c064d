import { z } from 'zod';
import { returnMergeSchema } from '#domain/exchange/merge-record.ts';
import { ballotSchema, commentSchema } from '#domain/forms/ballot.ts';
import { decimalSchema, keySchema } from '#domain/forms/form.ts';
import { councilKindSchema, officeSchema, packSchema } from '#domain/regulation/pack.ts';

/** Names a member, dossier, attachment … within its session; given by the program, never typed. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
/** A moment with its offset, as the clock of this computer gave it. */
export const momentSchema = z.iso.datetime({ offset: true });
/** A day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();
/** A local time of the meeting, `YYYY-MM-DDTHH:mm`, in the place where the council meets. */
export const localTimeSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** One line of text as a person types it: names, numbers, titles. */
export const lineSchema = z.string().max(1_000);
/** Running text of the minutes and the comments. */
export const textSchema = commentSchema;

export const meetingFormSchema = z.enum(['inPerson', 'online', 'hybrid']);
export type MeetingForm = z.infer<typeof meetingFormSchema>;

export const memberSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  office: officeSchema,
  /** Học hàm, học vị, e.g. "PGS.TS"; never printed before a signatory's name. */
  academicTitle: lineSchema,
  /** Chức vụ at the organisation. */
  position: lineSchema,
  organisation: lineSchema,
  /** From outside the organisation the council belongs to; counts where a pack asks for a share of outside members. */
  outside: z.boolean(),
  email: lineSchema,
  phone: lineSchema,
});
export type Member = z.infer<typeof memberSchema>;

export const attachmentSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(255),
  sha256: sha256Schema,
  /** Bytes. */
  size: z.int().min(1),
  /** Pages, where the file is a PDF that could be read. */
  pages: z.int().min(1).nullable(),
  addedAt: momentSchema,
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** An expected product of a task, judged one by one at acceptance. */
export const productSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  group: z.enum(['I', 'II', 'III', 'IV']),
});
export type Product = z.infer<typeof productSchema>;

/** What was ordered and delivered of one aspect of a product, in one unit. */
export const deliverySchema = z.strictObject({ ordered: decimalSchema, delivered: decimalSchema });

export const dossierSchema = z.strictObject({
  id: idSchema,
  code: lineSchema,
  title: lineSchema,
  /** Tổ chức đăng ký chủ trì. */
  hostOrganisation: lineSchema,
  /** Chủ nhiệm. */
  principal: lineSchema,
  /** The form of the pack it is judged with; null takes the pack's first form for the council's kind. */
  formId: keySchema.nullable(),
  products: z.array(productSchema),
  /** Figures behind the quantity test of acceptance, product to aspect; absent where nobody wrote them down. */
  deliveries: z.record(
    idSchema,
    z.strictObject({ quantity: deliverySchema.nullable(), volume: deliverySchema.nullable() }),
  ),
  /** The task it competes for: dossiers with the same text are ranked among themselves. */
  contest: lineSchema,
  /** How late it was handed in: 0 days is on time; `consented` when the authority agreed to it. */
  lateness: z.strictObject({ daysLate: z.int().min(0).max(36_600), due: daySchema.nullable(), consented: z.boolean() }),
  attachments: z.array(attachmentSchema),
});
export type Dossier = z.infer<typeof dossierSchema>;

/** A member's conflict of interest in one dossier. Only a confirmed one withholds the dossier and the ballot. */
export const conflictSchema = z.strictObject({
  state: z.enum(['declared', 'confirmed', 'dismissed']),
  reason: textSchema,
  at: momentSchema,
});
export type Conflict = z.infer<typeof conflictSchema>;

/** One package given to a member. */
export const issuedPackageSchema = z.strictObject({
  packageId: idSchema,
  number: z.int().min(1),
  issuedAt: momentSchema,
  /** Fingerprint of each dossier that was in it. */
  dossiers: z.record(idSchema, sha256Schema),
  formFingerprints: z.record(keySchema, sha256Schema),
  packFingerprint: sha256Schema,
  /** The secret that binds the member's key to the seat; it travels inside the sealed package only. */
  seatSecret: z.string().min(1),
  /** Did it tell the member that the vote is secret? Left out by programs that knew no secret vote: it did not. */
  secretBallot: z.boolean().optional(),
});
export type IssuedPackage = z.infer<typeof issuedPackageSchema>;

/**
 * One revision of a member's return, as imported; or, with `merge`, one the secretary made of two that had diverged. That one has no file:
 * its key, device and recipient are those of its left side.
 */
export const heldReturnSchema = z.strictObject({
  returnId: idSchema,
  revision: z.int().min(1),
  /** SHA-256 of the signed manifest; the next revision names it. */
  digest: sha256Schema,
  /** Digests of the revisions it was written upon, oldest first. */
  ancestors: z.array(sha256Schema),
  packageNumber: z.int().min(1),
  /** The installation it was made on: two of one member may diverge. */
  deviceId: idSchema,
  /** The member's Ed25519 public key, pinned at the first import. */
  publicKey: z.string().min(1),
  /** The member's age recipient, to which the receipt is sealed. */
  memberRecipient: z.string().min(1),
  createdAt: momentSchema,
  importedAt: momentSchema,
  /** Arrived after the deadline: counted unless the chair decides otherwise. */
  late: z.boolean(),
  /** The short code on the receipt and in the minutes' appendix. */
  code: z.string().min(1),
  fileName: z.string().max(255),
  ballots: z.record(idSchema, ballotSchema),
  dossierFingerprints: z.record(idSchema, sha256Schema),
  /** Conflicts the member declares with this return, dossier to reason. */
  declaredConflicts: z.record(idSchema, textSchema),
  remarks: textSchema,
  /** Digests it took the place of without being written upon them. */
  supersedes: z.array(sha256Schema).optional(),
  /** Absent in everything a member signed. */
  merge: returnMergeSchema.optional(),
});
export type HeldReturn = z.infer<typeof heldReturnSchema>;

/**
 * That a seat returned in a secret vote, and nothing of what was voted. What would let somebody work the signed manifest out again, and so
 * find the ballots that fit its digest, is left out: `returnId`, `deviceId`, `createdAt`. See docs in secret-ballot.ts.
 */
export const sealedReturnSchema = heldReturnSchema
  .omit({ returnId: true, deviceId: true, createdAt: true, fileName: true, ballots: true, dossierFingerprints: true })
  .extend({
    /** Dossiers judged in it. */
    dossiers: z.array(idSchema),
  });
export type SealedReturn = z.infer<typeof sealedReturnSchema>;

/** What came out of the box for one dossier. The order of `ballots` is drawn by lot and has nothing to do with that of `seats`. */
export const openedDossierSchema = z.strictObject({
  /** Whose ballots are among them, in the order of the members. */
  seats: z.array(idSchema),
  /** Ballots of absent members, destroyed unread. */
  setAside: z.int().min(0),
  /** Ballot number 1 is the first. */
  ballots: z.array(ballotSchema),
});

export const secretBallotSchema = z.strictObject({
  /** What was chosen; null leaves it to the pack. Frozen with the first package. */
  choice: z.boolean().nullable(),
  /** Member to the revisions taken, oldest first; the files themselves lie sealed in the box. */
  returns: z.record(idSchema, z.array(sealedReturnSchema)),
  /** Member to the dossiers voted on by paper; such a ballot takes the place of the file's. */
  paperVoters: z.record(idSchema, z.record(idSchema, z.literal(true))),
  /** Dossier to the paper ballots keyed in and put into the box, by the names of their sealed files. */
  papers: z.record(idSchema, z.array(idSchema)),
  /** Null while the box is shut. */
  opened: z
    .strictObject({
      at: momentSchema,
      /** Digest of the return each file was opened from, member by member: says which revision counts. */
      taken: z.record(idSchema, sha256Schema),
      dossiers: z.record(idSchema, openedDossierSchema),
    })
    .nullable(),
  /** Each time an opened vote was declared void and taken again, and why. */
  votedAgain: z.array(z.strictObject({ at: momentSchema, reason: textSchema })),
});

export const rulingSchema = z.strictObject({ valid: z.boolean(), reason: textSchema, at: momentSchema });
export type Ruling = z.infer<typeof rulingSchema>;

export const attendanceSchema = z.strictObject({
  status: z.enum(['present', 'online', 'absent']),
  reason: textSchema,
  /** Written comments of an absent member: read out for reference, never counted. */
  writtenComments: textSchema,
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** The four official counts of one dossier, as the counting committee signs them. */
export const countSchema = z.strictObject({
  issued: z.int().min(0),
  returned: z.int().min(0),
  valid: z.int().min(0),
  invalid: z.int().min(0),
});
export type Count = z.infer<typeof countSchema>;

export const countingSchema = z.strictObject({
  /** Ban kiểm phiếu; the first is its head. */
  committee: z.array(idSchema),
  /** Frozen when the count is closed; null while it is open. */
  closed: z.strictObject({ at: momentSchema, counts: z.record(idSchema, countSchema) }).nullable(),
  /** Each time a closed count was opened again, and why. */
  reopened: z.array(z.strictObject({ at: momentSchema, reason: textSchema })),
});

/** How a tie was resolved, when the pack's ladder ends in an act of the chair or a lot. */
export const tieResolutionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('castingVote'),
    order: z.array(idSchema).min(2),
    reason: textSchema,
    at: momentSchema,
  }),
  z.strictObject({ kind: z.literal('lot'), dossiers: z.array(idSchema).min(2), seed: lineSchema, at: momentSchema }),
]);
export type TieResolution = z.infer<typeof tieResolutionSchema>;

/** A vote taken in the meeting after the ballots (name, aims, products, method, priority …). */
export const followUpVoteSchema = z.strictObject({
  agree: z.int().min(0),
  disagree: z.int().min(0),
  text: textSchema,
});

export const statementKindSchema = z.enum(['question', 'answer', 'opinion', 'dissent', 'other']);
export const statementSchema = z.strictObject({
  id: idSchema,
  kind: statementKindSchema,
  /** The dossier it is about; null when it is about the whole meeting. */
  dossierId: idSchema.nullable(),
  /** The member who spoke; null for a guest or an applicant, who is then named in `speaker`. */
  memberId: idSchema.nullable(),
  speaker: lineSchema,
  text: textSchema,
});
export type Statement = z.infer<typeof statementSchema>;

export const lockedDocumentSchema = z.strictObject({
  kind: z.string().min(1),
  name: z.string().min(1),
  sha256: sha256Schema,
  size: z.int().min(1),
});

/**
 * A file kept beside the locked pages: one that carries a digital signature, or the scan of pages signed by hand. Its bytes are an
 * attachment of the archive.
 */
export const signedFileSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['signed', 'scan']),
  /** Id of the page it is of, as the set names it; null for a scan of several pages. */
  page: z.string().min(1).max(200).nullable(),
  /** The locked page it was made from or is held to be; null where none was locked. */
  lockedSha256: sha256Schema.nullable(),
  name: z.string().min(1).max(255),
  sha256: sha256Schema,
  /** Bytes. */
  size: z.int().min(1),
  /** Signed in this program, or brought from outside. */
  origin: z.enum(['here', 'brought']),
  addedAt: momentSchema,
});
export type SignedFile = z.infer<typeof signedFileSchema>;

export const minutesSchema = z.strictObject({
  state: z.enum(['draft', 'agreed', 'locked']),
  /** "Số:" and ký hiệu of the minutes; empty leaves a dotted line. */
  number: lineSchema,
  symbol: lineSchema,
  opening: textSchema,
  statements: z.array(statementSchema),
  /** Recommendation of the council for each dossier, in its own words. */
  recommendations: z.record(idSchema, textSchema),
  generalRecommendation: textSchema,
  lockedAt: momentSchema.nullable(),
  locked: z.array(lockedDocumentSchema),
  corrections: z.array(z.strictObject({ number: z.int().min(1), at: momentSchema, reason: textSchema })),
});

/** Days off that the secretary named for counting working days, such as Tết; both ends are included. */
export const dayOffSchema = z
  .strictObject({ from: daySchema, to: daySchema, name: lineSchema })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 366 * 86_400_000);
export type DayOff = z.infer<typeof dayOffSchema>;

export const sessionSchema = z.strictObject({
  id: idSchema,
  createdAt: momentSchema,
  /** Họp thử: everything printed carries a watermark. */
  rehearsal: z.boolean(),
  council: z.strictObject({
    kind: councilKindSchema,
    programme: lineSchema,
    name: lineSchema,
    decision: z.strictObject({
      number: lineSchema,
      date: daySchema.nullable(),
      issuer: lineSchema,
      /** Cơ quan chủ quản, printed above the issuing body. */
      parentIssuer: lineSchema,
    }),
    /** When the task (or list of tasks) was approved; decides which legal regime applies. */
    taskApprovedOn: daySchema.nullable(),
  }),
  meeting: z.strictObject({
    place: lineSchema,
    startsAt: localTimeSchema.nullable(),
    endsAt: localTimeSchema.nullable(),
    form: meetingFormSchema,
    guests: textSchema,
    agenda: textSchema,
    /** Soft: late returns are taken, stamped and decided by the chair. */
    deadline: localTimeSchema.nullable(),
  }),
  /** The regulation pack, whole, as frozen for this session; null until chosen. */
  pack: packSchema.nullable(),
  members: z.record(idSchema, memberSchema),
  memberOrder: z.array(idSchema),
  dossiers: z.record(idSchema, dossierSchema),
  dossierOrder: z.array(idSchema),
  /** Member to dossier to conflict. */
  conflicts: z.record(idSchema, z.record(idSchema, conflictSchema)),
  /** Public halves of the session's keys; null until the first package is made. */
  keys: z
    .strictObject({
      recipient: z.string().min(1),
      signer: z.string().min(1),
      /** When they took the place of lost ones; absent for the first. */
      renewedAt: momentSchema.optional(),
    })
    .nullable(),
  /** Member to the packages given, oldest first. */
  packages: z.record(idSchema, z.array(issuedPackageSchema)),
  /** Member to the revisions taken, oldest first; see `currentReturn` for the one that counts. */
  returns: z.record(idSchema, z.array(heldReturnSchema)),
  /** Member to returns that diverged from those: kept whole, never counted, there to be merged. */
  divergedReturns: z.record(idSchema, z.array(heldReturnSchema)),
  /** Member to keys of further computers, allowed beside the first one with a reason. */
  furtherKeys: z.record(
    idSchema,
    z.array(z.strictObject({ publicKey: z.string().min(1), reason: textSchema, at: momentSchema })),
  ),
  /** A secret vote: `returns` and `paperBallots` then stay empty. */
  secretBallot: secretBallotSchema,
  /** Ballots keyed in from paper, member to dossier; a paper ballot takes the place of a file's. */
  paperBallots: z.record(idSchema, z.record(idSchema, ballotSchema)),
  /** Rulings on validity, member (in a secret vote: number of the ballot) to dossier; without one the form's own checks decide. */
  rulings: z.record(idSchema, z.record(idSchema, rulingSchema)),
  /** The chair's decision on a late return. */
  lateRulings: z.record(idSchema, rulingSchema),
  attendance: z.record(idSchema, attendanceSchema),
  /** The vice-chair presides with the chair's written authorisation. */
  viceChairAuthorised: z.boolean(),
  counting: countingSchema,
  ties: z.array(tieResolutionSchema),
  /** Reasons written for flagged ballots, member (in a secret vote: number of the ballot) to dossier. */
  outlierReasons: z.record(idSchema, z.record(idSchema, textSchema)),
  /** Votes after the ballots, dossier to topic. */
  followUpVotes: z.record(idSchema, z.record(keySchema, followUpVoteSchema)),
  /** When the council adopted the conclusion computed from the closed count; null before. */
  conclusionAdoptedAt: momentSchema.nullable(),
  minutes: minutesSchema,
  /** Signed files and scans, in the order they came. */
  signedFiles: z.array(signedFileSchema).default([]),
  /** In the order of their first days. The program names none by itself. */
  daysOff: z.array(dayOffSchema).default([]),
});

/** Everything known about one meeting of one council. Absent ids mean "nothing yet", never an error. */
export type Session = z.infer<typeof sessionSchema>;

/** The seat-holding members in order: everybody but the administrative secretary, who is not a member and does not vote. */
export const seatsOf = (session: Session): readonly Member[] =>
  session.memberOrder.flatMap((id) => {
    const member = session.members[id];
    return member && member.office !== 'administrativeSecretary' ? [member] : [];
  });

export const dossiersOf = (session: Session): readonly Dossier[] =>
  session.dossierOrder.flatMap((id) => session.dossiers[id] ?? []);

/** Is the member kept from this dossier by a confirmed conflict of interest? */
export const isRecused = (session: Session, memberId: string, dossierId: string): boolean =>
  session.conflicts[memberId]?.[dossierId]?.state === 'confirmed';

/** A merge nobody has asked the member about yet: it is shown, and doesn't count. */
export const awaitsConfirmation = ({ merge }: HeldReturn): boolean => merge?.confirmed === null;

/**
 * The revision of a member's return that counts: the last one taken. Passed over are late ones the chair turned down, and a merge the member
 * has not confirmed.
 */
export const currentReturn = (session: Session, memberId: string): HeldReturn | undefined =>
  session.returns[memberId]?.findLast(
    (held) => !awaitsConfirmation(held) && !(held.late && session.lateRulings[memberId]?.valid === false),
  );
