import { createReadStream } from 'node:fs';
import { displaySessionTitle } from '#domain/session/title.ts';
import { formFor } from '#domain/session/ballots.ts';
import { isSecret } from '#domain/session/secret-ballot.ts';
import { dossiersOf, isRecused, seatsOf, type Dossier, type Member, type Session } from '#domain/session/state.ts';
import type { PackageDossier } from '#domain/exchange/package-manifest.ts';
import { describeDossier, type PackageDossierInput, type PackageInput } from '#main/exchange/package-file.ts';
import { fingerprintOf } from '#main/exchange/fingerprint.ts';

/** Where a kept attachment lies on the disk. */
export type AttachmentPath = (sha256: string) => string;

const dossierInput = (session: Session, dossier: Dossier, pathOf: AttachmentPath): PackageDossierInput => ({
  id: dossier.id,
  code: dossier.code,
  title: dossier.title,
  hostOrganisation: dossier.hostOrganisation,
  principal: dossier.principal,
  formId: formFor(session, dossier)?.id ?? '',
  products: dossier.products,
  files: dossier.attachments.map(({ id, name, sha256, size, pages }) => ({
    id,
    name,
    sha256,
    size,
    pages,
    open: () => createReadStream(pathOf(sha256)) as AsyncIterable<Uint8Array>,
  })),
});

const noPath: AttachmentPath = () => '';

/** Each dossier as a package would describe it now, with the fingerprint of its present version. */
export const describedDossiers = (session: Session): readonly PackageDossier[] =>
  dossiersOf(session)
    .filter((dossier) => formFor(session, dossier) !== undefined)
    .map((dossier) => describeDossier(dossierInput(session, dossier, noPath)));

/** Dossiers a member is given: all but those of a confirmed conflict of interest. */
export const givenTo = (session: Session, memberId: string): readonly Dossier[] =>
  dossiersOf(session).filter(({ id }) => !isRecused(session, memberId, id));

/** The pack's fingerprint, which a return must name. */
export const packFingerprint = (session: Session): string => fingerprintOf(session.pack);

/** Everything one member's package says, out of the session; the caller adds number, moment, secret and keys. */
export const packageContent = (
  session: Session,
  member: Member,
  pathOf: AttachmentPath,
): Omit<PackageInput, 'packageId' | 'number' | 'issuedAt' | 'keys' | 'changes' | 'seat'> & {
  readonly seat: Omit<PackageInput['seat'], 'secret'>;
} => {
  const given = givenTo(session, member.id);
  const used = new Map(
    given.flatMap((dossier) => {
      const form = formFor(session, dossier);
      return form ? [[form.id, form] as const] : [];
    }),
  );
  return {
    sessionId: session.id,
    rehearsal: session.rehearsal,
    secretBallot: isSecret(session),
    deadline: session.meeting.deadline,
    session: {
      title: displaySessionTitle(session).vi,
      councilKind: session.council.kind,
      councilName: session.council.name,
      programme: session.council.programme,
      place: session.meeting.place,
      startsAt: session.meeting.startsAt,
      meetingForm: session.meeting.form,
      decision: {
        number: session.council.decision.number,
        date: session.council.decision.date,
        issuer: session.council.decision.issuer,
      },
    },
    seat: {
      memberId: member.id,
      name: member.name,
      office: member.office,
      academicTitle: member.academicTitle,
      position: member.position,
      organisation: member.organisation,
    },
    members: seatsOf(session).map(({ id, name, office }) => ({ memberId: id, name, office })),
    pack: {
      id: session.pack?.id ?? '',
      version: String(session.pack?.version ?? ''),
      title: session.pack?.title ?? '',
      fingerprint: packFingerprint(session),
    },
    forms: [...used.values()],
    dossiers: given.map((dossier) => dossierInput(session, dossier, pathOf)),
  };
};
