import { z } from 'zod';
import { keySchema } from '#domain/forms/form.ts';
import { EXCHANGE_FORMAT } from './envelope.ts';
import {
  ageRecipientSchema,
  bytes32Schema,
  displayFileNameSchema,
  entryPathSchema,
  entrySchema,
  exchangeIdSchema,
  lineSchema,
  localTimeSchema,
  momentSchema,
  sha256Schema,
  textSchema,
} from './fields.ts';

export const packageFileSchema = z.strictObject({
  id: exchangeIdSchema,
  /** The name it is shown and saved under. */
  name: displayFileNameSchema,
  /** The container's entry that holds its bytes. */
  path: entryPathSchema,
  sha256: sha256Schema,
  size: z.int().min(1),
  /** Pages, where the file is a PDF that could be read. */
  pages: z.int().min(1).nullable(),
});
export type PackageFile = z.infer<typeof packageFileSchema>;

export const packageDossierSchema = z.strictObject({
  id: exchangeIdSchema,
  code: lineSchema,
  title: lineSchema,
  /** Tổ chức đăng ký chủ trì. */
  hostOrganisation: lineSchema,
  /** Chủ nhiệm. */
  principal: lineSchema,
  /** The form it is judged with, one of the manifest's `forms`. */
  formId: keySchema,
  products: z
    .array(z.strictObject({ id: exchangeIdSchema, name: lineSchema, group: z.enum(['I', 'II', 'III', 'IV']) }))
    .max(500),
  files: z.array(packageFileSchema).max(500),
  /** Version of the dossier: SHA-256 of its canonical description without this field; a return names the one it judged. */
  fingerprint: sha256Schema,
});
export type PackageDossier = z.infer<typeof packageDossierSchema>;

/** What a re-issued package changes against the one before. */
export const packageChangesSchema = z.strictObject({
  sincePackageId: exchangeIdSchema,
  sinceNumber: z.int().min(1),
  added: z.array(exchangeIdSchema),
  /** Same dossier, another version. */
  replaced: z.array(exchangeIdSchema),
  /** No longer in the package: withdrawn, or kept from this member. */
  removed: z.array(exchangeIdSchema),
  /** What the secretary says about it. */
  note: textSchema,
});
export type PackageChanges = z.infer<typeof packageChangesSchema>;

const unique = <T>(items: readonly T[], key: (item: T) => string): boolean =>
  new Set(items.map(key)).size === items.length;

/** Manifest of a package (.hdgoi): what the secretary gives to one member. */
export const packageManifestSchema = z
  .strictObject({
    format: z.literal(EXCHANGE_FORMAT),
    version: z.literal(1),
    kind: z.literal('package'),
    sessionId: exchangeIdSchema,
    packageId: exchangeIdSchema,
    /** 1 for the first package of a seat, one more for each re-issue. */
    number: z.int().min(1).max(100_000),
    issuedAt: momentSchema,
    /** Họp thử: everything made from it says so. */
    rehearsal: z.boolean(),
    /** Who voted what is kept apart from who returned. */
    secretBallot: z.boolean(),
    /** Soft: a later return is taken, stamped, and decided by the chair. */
    deadline: localTimeSchema.nullable(),
    /** Facts to show the member. */
    session: z.strictObject({
      title: lineSchema,
      councilKind: keySchema,
      councilName: lineSchema,
      programme: lineSchema,
      place: lineSchema,
      startsAt: localTimeSchema.nullable(),
      meetingForm: z.enum(['inPerson', 'online', 'hybrid']),
      decision: z.strictObject({ number: lineSchema, date: z.iso.date().nullable(), issuer: lineSchema }),
    }),
    seat: z.strictObject({
      memberId: exchangeIdSchema,
      name: lineSchema,
      office: keySchema,
      academicTitle: lineSchema,
      position: lineSchema,
      organisation: lineSchema,
      /** Binds the member's key to this seat; it leaves the secretary's computer only inside the sealed package. */
      secret: bytes32Schema,
    }),
    /** All members' names and offices; null where the secretary keeps them back. */
    members: z
      .array(z.strictObject({ memberId: exchangeIdSchema, name: lineSchema, office: keySchema }))
      .max(500)
      .nullable(),
    pack: z.strictObject({
      id: z.string().min(1).max(200),
      version: z.string().min(1).max(200),
      title: lineSchema,
      fingerprint: sha256Schema,
    }),
    /** Ballot forms, whole, each in an entry of its own; the fingerprint is the entry's SHA-256. */
    forms: z
      .array(z.strictObject({ id: keySchema, path: entryPathSchema, fingerprint: sha256Schema }))
      .min(1)
      .max(50),
    dossiers: z.array(packageDossierSchema).max(1_000),
    /** The session's own age recipient, to which returns are sealed. */
    recipient: ageRecipientSchema,
    /** The secretary's Ed25519 public key: signs this manifest, later packages and receipts. */
    secretaryKey: bytes32Schema,
    /** Null in a first package. */
    changes: packageChangesSchema.nullable(),
    entries: z.array(entrySchema).max(5_000),
  })
  .refine(({ entries }) => unique(entries, ({ path }) => path.toLowerCase()), {
    path: ['entries'],
    message: 'duplicate',
  })
  .refine(({ dossiers }) => unique(dossiers, ({ id }) => id), { path: ['dossiers'], message: 'duplicate' })
  .refine(({ forms }) => unique(forms, ({ id }) => id), { path: ['forms'], message: 'duplicate' })
  .refine(({ dossiers, forms }) => dossiers.every(({ formId }) => forms.some(({ id }) => id === formId)), {
    path: ['dossiers'],
    message: 'unknownForm',
  })
  .refine(
    ({ forms, dossiers, entries }) => {
      const known = new Map(entries.map((entry) => [entry.path, entry]));
      const used = new Set<string>();
      for (const form of forms) {
        if (known.get(form.path)?.sha256 !== form.fingerprint) return false;
        used.add(form.path);
      }
      for (const file of dossiers.flatMap(({ files }) => files)) {
        const entry = known.get(file.path);
        if (entry?.sha256 !== file.sha256 || entry.size !== file.size) return false;
        used.add(file.path);
      }
      return used.size === known.size;
    },
    { path: ['entries'], message: 'entriesDisagree' },
  );
export type PackageManifest = z.infer<typeof packageManifestSchema>;
