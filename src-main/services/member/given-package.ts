import { judgePackage, type HeldPackage, type PackageVerdict } from '#domain/exchange/package-intake.ts';
import type { PackageManifest } from '#domain/exchange/package-manifest.ts';
import { councilKindSchema, officeSchema } from '#domain/regulation/pack.ts';
import type { GivenPackage } from '#domain/workbook/state.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { OpenedPackage } from '#main/exchange/package-file.ts';

/** The package a workbook holds, as far as judging a further one needs it. */
export const heldPackage = (given: GivenPackage): HeldPackage => ({
  sessionId: given.sessionId,
  memberId: given.seat.memberId,
  packageId: given.packageId,
  number: given.number,
  secretaryKey: given.signer,
  dossiers: given.dossiers,
  formFingerprints: Object.fromEntries(Object.entries(given.forms).map(([id, { fingerprint }]) => [id, fingerprint])),
});

/** What the package brings against the one the member had open: a package in between that was never opened doesn't count. */
const changesAgainst = (before: GivenPackage | null, manifest: PackageManifest): GivenPackage['changes'] => {
  if (!before) return [];
  const verdict: PackageVerdict = judgePackage(manifest, {
    ...heldPackage(before),
    secretaryKey: manifest.secretaryKey,
  });
  const titles = new Map([...before.dossiers, ...manifest.dossiers].map(({ id, title }) => [id, title]));
  const named = (kind: 'added' | 'replaced' | 'withdrawn', ids: readonly string[]): GivenPackage['changes'] =>
    ids.map((dossierId) => ({ kind, dossierId, title: titles.get(dossierId) ?? '' }));
  return [
    ...named('added', verdict.added),
    ...named('replaced', verdict.replaced),
    ...named('withdrawn', verdict.removed),
  ];
};

/**
 * An opened package as a workbook keeps it.
 *
 * @throws ProblemError `workbook.unknownCouncil` for a kind of council or an office this program does not know.
 */
export const givenPackageOf = (
  { manifest, forms }: Pick<OpenedPackage, 'manifest' | 'forms'>,
  before: GivenPackage | null,
): GivenPackage => {
  const kind = councilKindSchema.safeParse(manifest.session.councilKind);
  const office = officeSchema.safeParse(manifest.seat.office);
  if (!kind.success || !office.success) throw new ProblemError('workbook.unknownCouncil');
  const { session, seat } = manifest;
  return {
    packageId: manifest.packageId,
    number: manifest.number,
    issuedAt: manifest.issuedAt,
    sessionId: manifest.sessionId,
    rehearsal: manifest.rehearsal,
    ...(manifest.secretBallot ? { secretBallot: true } : {}),
    council: { kind: kind.data, name: session.councilName, programme: session.programme, decision: session.decision },
    meeting: {
      place: session.place,
      startsAt: session.startsAt,
      form: session.meetingForm,
      deadline: manifest.deadline,
    },
    seat: {
      memberId: seat.memberId,
      name: seat.name,
      office: office.data,
      academicTitle: seat.academicTitle,
      position: seat.position,
      organisation: seat.organisation,
    },
    pack: manifest.pack,
    forms: Object.fromEntries(
      manifest.forms.flatMap(({ id, fingerprint }) => {
        const form = forms[id];
        return form ? [[id, { form, fingerprint }]] : [];
      }),
    ),
    dossiers: manifest.dossiers.map(({ files, ...dossier }) => ({
      ...dossier,
      attachments: files.map(({ id, name, sha256, size, pages }) => ({ id, name, sha256, size, pages })),
    })),
    recipient: manifest.recipient,
    signer: manifest.secretaryKey,
    seatSecret: seat.secret,
    changes: changesAgainst(before, manifest),
  };
};
