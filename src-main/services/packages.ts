import { changesSince } from '#domain/exchange/package-intake.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { isRecused, type IssuedPackage } from '#domain/session/state.ts';
import { foldForFileName } from '#domain/text/file-names.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import { collectBytes } from '#main/exchange/byte-streams.ts';
import { newSeatSecret } from '#main/exchange/keys.ts';
import { describeDossier, sealPackage } from '#main/exchange/package-file.ts';
import type { PassphraseCipher } from '#main/exchange/passphrase-cipher.ts';
import { newPassphrase } from '#main/exchange/passphrase.ts';
import { packageContent } from '#main/services/package-content.ts';
import type { PaperPress } from '#main/services/paper-press.ts';
import type { SessionKeyring } from '#main/services/session-keys.ts';
import { recordIn } from '#main/services/sessions.ts';
import { standingOf } from '#main/services/standing.ts';

export const packageMediaType = 'application/vnd.hoidong.package';

export type PackagesDeps = {
  readonly archive: HoidongArchive;
  readonly keyring: SessionKeyring;
  readonly cipher: PassphraseCipher;
  readonly press: PaperPress;
  readonly clock: () => Date;
  readonly ids: () => string;
};

const packageFileName = (name: string, number: number): string =>
  `${foldForFileName(name) || 'thanh-vien'}${number > 1 ? `-lan-${number}` : ''}.hdgoi`;

export const createPackagesService = (deps: PackagesDeps): Services['packages'] => ({
  issue: async ({ sessionId, memberId }, options) => {
    const { archive, keyring, cipher, clock, ids } = deps;
    const document = await archive.sessions.open(sessionId);
    const session = document.state;
    const member = session.members[memberId];
    if (!member || member.office === 'administrativeSecretary')
      throw new ProblemError('session.unknownMember', { memberId });
    const content = packageContent(session, member, (sha256) => archive.attachments.path(sha256));
    if (!session.pack || content.dossiers.some(({ formId }) => formId === '')) throw new ProblemError('session.noPack');
    if (content.dossiers.length === 0) throw new ProblemError('session.noDossiersForMember', { name: member.name });

    const keys = await keyring.getOrMake(document);
    const before = session.packages[memberId]?.at(-1);
    const number = (before?.number ?? 0) + 1;
    const packageId = ids();
    const seatSecret = before?.seatSecret ?? newSeatSecret();
    const passphrase = newPassphrase();
    const sealed = await sealPackage(
      {
        ...content,
        packageId,
        number,
        issuedAt: clock().toISOString(),
        seat: { ...content.seat, secret: seatSecret },
        keys,
        changes: before
          ? changesSince(
              {
                ...before,
                dossiers: Object.entries(before.dossiers).map(([id, fingerprint]) => ({ id, fingerprint })),
              },
              content.dossiers.map((dossier) => describeDossier(dossier)),
              '',
            )
          : null,
      },
      passphrase,
      { cipher, ...(options?.signal ? { signal: options.signal } : {}) },
    );
    const bytes = await collectBytes(sealed.chunks, options?.signal);
    const issued: Omit<IssuedPackage, 'issuedAt'> = {
      packageId,
      number,
      dossiers: Object.fromEntries(sealed.manifest.dossiers.map(({ id, fingerprint }) => [id, fingerprint])),
      formFingerprints: Object.fromEntries(sealed.manifest.forms.map(({ id, fingerprint }) => [id, fingerprint])),
      packFingerprint: sealed.manifest.pack.fingerprint,
      seatSecret,
      ...(sealed.manifest.secretBallot ? { secretBallot: true } : {}),
    };
    await recordIn(document, [{ type: 'packages.issued', packages: { [memberId]: issued } }], clock);
    return {
      file: new File([new Uint8Array(bytes)], packageFileName(member.name, number), { type: packageMediaType }),
      passphrase,
      number,
      withheld: session.dossierOrder.filter((id) => isRecused(session, memberId, id)),
      standing: standingOf(document),
    };
  },

  slips: async ({ sessionId, slips }) => {
    const document = await deps.archive.sessions.open(sessionId);
    return deps.press.slips(document.state, slips);
  },
});
