import { z } from 'zod';
import { ballotSchema, blankBallot, type Ballot } from '#domain/forms/ballot.ts';
import { formSchema, keySchema, type Form } from '#domain/forms/form.ts';
import { councilKindSchema, officeSchema } from '#domain/regulation/pack.ts';
import {
  attachmentSchema,
  daySchema,
  idSchema,
  lineSchema,
  localTimeSchema,
  meetingFormSchema,
  momentSchema,
  productSchema,
  sha256Schema,
  textSchema,
} from '#domain/session/state.ts';

/** A dossier as it came in the package. */
export const givenDossierSchema = z.strictObject({
  id: idSchema,
  code: lineSchema,
  title: lineSchema,
  hostOrganisation: lineSchema,
  principal: lineSchema,
  formId: keySchema,
  products: z.array(productSchema),
  attachments: z.array(attachmentSchema.omit({ addedAt: true })),
  /** Says which version of the dossier was judged: changes whenever its facts or a file change. */
  fingerprint: sha256Schema,
});
export type GivenDossier = z.infer<typeof givenDossierSchema>;

/** The package last opened for this seat. */
export const givenPackageSchema = z.strictObject({
  packageId: idSchema,
  number: z.int().min(1),
  issuedAt: momentSchema,
  sessionId: idSchema,
  rehearsal: z.boolean(),
  /** Who voted what is kept apart from who returned. Left out by programs that knew no secret vote: it is not. */
  secretBallot: z.boolean().optional(),
  council: z.strictObject({
    kind: councilKindSchema,
    name: lineSchema,
    programme: lineSchema,
    decision: z.strictObject({ number: lineSchema, date: daySchema.nullable(), issuer: lineSchema }),
  }),
  meeting: z.strictObject({
    place: lineSchema,
    startsAt: localTimeSchema.nullable(),
    form: meetingFormSchema,
    deadline: localTimeSchema.nullable(),
  }),
  seat: z.strictObject({
    memberId: idSchema,
    name: lineSchema,
    office: officeSchema,
    academicTitle: lineSchema,
    position: lineSchema,
    organisation: lineSchema,
  }),
  pack: z.strictObject({
    id: keySchema,
    version: z.string().min(1),
    title: lineSchema,
    fingerprint: sha256Schema,
  }),
  forms: z.record(keySchema, z.strictObject({ form: formSchema, fingerprint: sha256Schema })),
  dossiers: z.array(givenDossierSchema),
  recipient: z.string().min(1),
  /** The secretary's Ed25519 public key: receipts are signed with it. */
  signer: z.string().min(1),
  seatSecret: z.string().min(1),
  /** What this package changed against the one before: dossiers added, replaced, taken away. */
  changes: z.array(
    z.strictObject({ kind: z.enum(['added', 'replaced', 'withdrawn']), dossierId: idSchema, title: lineSchema }),
  ),
});
export type GivenPackage = z.infer<typeof givenPackageSchema>;

/** A conflict of interest the member declares; the chair decides on it. */
export const declaredConflictSchema = z.strictObject({ reason: textSchema, declaredAt: momentSchema });

/** One return the member has made, with what was in it. */
export const ownReturnSchema = z.strictObject({
  revision: z.int().min(1),
  returnId: idSchema,
  digest: sha256Schema,
  createdAt: momentSchema,
  code: z.string().min(1),
  fileName: z.string().min(1).max(255),
  packageNumber: z.int().min(1),
  ballots: z.record(idSchema, ballotSchema),
  conflicts: z.record(idSchema, declaredConflictSchema),
  remarks: textSchema,
});
export type OwnReturn = z.infer<typeof ownReturnSchema>;

export const workbookSchema = z.strictObject({
  id: idSchema,
  openedAt: momentSchema,
  /** Null only before the first package has been taken in. */
  package: givenPackageSchema.nullable(),
  ballots: z.record(idSchema, ballotSchema),
  /** Conflicts of interest the member declares, by dossier. */
  conflicts: z.record(idSchema, declaredConflictSchema),
  remarks: textSchema,
  /** Dossiers replaced since the member judged them; cleared when the member has looked again. */
  changedDossiers: z.array(idSchema),
  /** The member's own public key for this seat; null before it is made. */
  publicKey: z.string().nullable(),
  returns: z.array(ownReturnSchema),
  receipts: z.array(z.strictObject({ revision: z.int().min(1), receivedAt: momentSchema, code: z.string().min(1) })),
});
/** A member's copy of a package and everything the member wrote on it. */
export type Workbook = z.infer<typeof workbookSchema>;

/** The secretary's receipt for a return; undefined while none came back. */
export const receiptOf = (workbook: Workbook, made: OwnReturn): Workbook['receipts'][number] | undefined =>
  workbook.receipts.find(({ revision, code }) => revision === made.revision && code === made.code);

/** The ballot for one dossier as it stands, blank if nothing is written. */
export const ballotOf = (workbook: Workbook, dossierId: string): Ballot => workbook.ballots[dossierId] ?? blankBallot;

/** The form a given dossier is judged with. */
export const formOf = (given: GivenPackage, dossier: GivenDossier): Form | undefined =>
  given.forms[dossier.formId]?.form;
