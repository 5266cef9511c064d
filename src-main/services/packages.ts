import { createWriteStream, openAsBlob } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Standing } from '#domain/contract/base.ts';
import { changesSince } from '#domain/exchange/package-intake.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { isRecused, type IssuedPackage } from '#domain/session/state.ts';
import { foldForFileName } from '#domain/text/file-names.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { KeptFiles } from '#main/application/ports.ts';
import type { Services } from '#main/application/services.ts';
import { newSeatSecret } from '#main/exchange/keys.ts';
import { describeDossier, sealPackage } from '#main/exchange/package-file.ts';
import type { PassphraseCipher } from '#main/exchange/passphrase-cipher.ts';
import { newPassphrase } from '#main/exchange/passphrase.ts';
import type { Jobs, JobTools } from '#main/services/jobs.ts';
import { packageContent } from '#main/services/package-content.ts';
import type { PaperPress } from '#main/services/paper-press.ts';
import type { SessionKeyring } from '#main/services/session-keys.ts';
import { recordIn } from '#main/services/sessions.ts';
import { stalePackages } from '#main/services/stale-packages.ts';
import { standingOf } from '#main/services/standing.ts';

export const packageMediaType = 'application/vnd.hoidong.package';

export type PackagesDeps = {
  readonly archive: HoidongArchive;
  readonly keyring: SessionKeyring;
  readonly cipher: PassphraseCipher;
  readonly press: PaperPress;
  readonly jobs: Jobs;
  readonly keptFiles: KeptFiles;
  readonly clock: () => Date;
  readonly ids: () => string;
};

const packageFileName = (name: string, number: number): string =>
  `${foldForFileName(name) || 'thanh-vien'}${number > 1 ? `-lan-${number}` : ''}.hdgoi`;

type Made = {
  readonly path: string;
  readonly size: number;
  readonly name: string;
  readonly passphrase: string;
  readonly number: number;
  readonly withheld: string[];
  readonly standing: Standing;
};

export const createPackagesService = (deps: PackagesDeps): Services['packages'] => {
  const { archive, keyring, cipher, clock, ids, jobs, keptFiles } = deps;

  /** Makes a package into a file of the data folder, in bounded memory; cancelled or failed, it leaves nothing. */
  const make = async (sessionId: string, memberId: string, { signal, report }: JobTools): Promise<Made> => {
    archive.refuseUnlessWritable();
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
      { cipher, signal, onProgress: report },
    );
    const path = join(archive.layout.incoming, `goi-${packageId}.hdgoi`);
    try {
      await pipeline(sealed.chunks, createWriteStream(path, { mode: 0o600 }), { signal });
    } catch (error) {
      await rm(path, { force: true });
      signal.throwIfAborted();
      throw error;
    }
    const { size } = await stat(path);
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
      path,
      size,
      name: packageFileName(member.name, number),
      passphrase,
      number,
      withheld: session.dossierOrder.filter((id) => isRecused(session, memberId, id)),
      standing: standingOf(document),
    };
  };

  return {
    issue: async ({ sessionId, memberId }, options) => {
      const {
        path,
        name,
        size: _size,
        ...rest
      } = await jobs.run(null, options?.signal, (tools) => make(sessionId, memberId, tools));
      const bytes = await readFile(path);
      await rm(path, { force: true });
      return { file: new File([new Uint8Array(bytes)], name, { type: packageMediaType }), ...rest };
    },

    make: async ({ sessionId, memberId, jobId }, options) => {
      const { path, name, size, ...rest } = await jobs.run(jobId ?? null, options?.signal, (tools) =>
        make(sessionId, memberId, tools),
      );
      return { kept: { keptId: keptFiles.keep(path), name, size }, ...rest };
    },

    file: async ({ keptId }) => {
      const path = keptFiles.pathOf(keptId);
      if (path === null) throw new ProblemError('packages.keptGone');
      // Backed by the file: what is not asked for is never in memory.
      return new File([await openAsBlob(path)], basename(path), { type: packageMediaType });
    },

    forget: async ({ keptIds }) => {
      for (const keptId of keptIds) {
        const path = keptFiles.release(keptId);
        if (path !== null) await rm(path, { force: true });
      }
      return {};
    },

    stale: async ({ sessionId }) => ({ members: stalePackages((await archive.sessions.open(sessionId)).state) }),

    slips: async ({ sessionId, slips }) => {
      const document = await archive.sessions.open(sessionId);
      return deps.press.slips(document.state, slips);
    },
  };
};
