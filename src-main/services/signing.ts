import type { BinaryFile } from '#domain/contract/binary.ts';
import { MAX_ATTACHMENT_BYTES } from '#domain/contract/sessions.ts';
import type { Signable } from '#domain/contract/signing.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { SignedFileCheck } from '#domain/documents/signature-report.ts';
import type { Session, SignedFile } from '#domain/session/state.ts';
import type { HoidongArchive, SessionDocument } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import type { PaperWorks } from '#main/documents/paper-works.ts';
import { plainFileName } from '#main/services/file-names.ts';
import { readLockedPage } from '#main/services/locked-pages.ts';
import { mediaTypeOf } from '#main/services/media-type.ts';
import { recordIn } from '#main/services/sessions.ts';
import { standingOf } from '#main/services/standing.ts';

export type SigningDeps = {
  readonly archive: HoidongArchive;
  readonly works: PaperWorks;
  readonly clock: () => Date;
  readonly ids: () => string;
};

/** No certificate file is as large. */
const MAX_CERTIFICATE = 1024 * 1024;

/** What a file is by its first bytes, whatever its name says; null for what is neither a PDF nor a picture. */
const contentOf = (bytes: Uint8Array): 'pdf' | 'picture' | null => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  const isPng = head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const isJpeg = head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  return isPng || isJpeg ? 'picture' : null;
};

/** What is about to be signed, and which page it is. */
type Opened = Pick<SignedFile, 'page' | 'lockedSha256' | 'name'> & { readonly bytes: Uint8Array };

export const createSigningService = ({ archive, works, clock, ids }: SigningDeps): Services['signing'] => {
  const fileIn = (session: Session, fileId: string): SignedFile => {
    const file = session.signedFiles.find(({ id }) => id === fileId);
    if (!file) throw new ProblemError('session.unknownSignedFile');
    return file;
  };

  const open = async (sessionId: string, session: Session, source: Signable): Promise<Opened> => {
    switch (source.kind) {
      case 'locked': {
        const page = session.minutes.locked.find(({ sha256 }) => sha256 === source.sha256);
        if (!page) throw new ProblemError('documents.notLocked', { sha256: source.sha256 });
        const bytes = await readLockedPage(archive, sessionId, source.sha256);
        return { bytes, page: page.name.replace(/\.pdf$/u, ''), lockedSha256: page.sha256, name: page.name };
      }
      case 'page': {
        const [made] = await works.pressFinal(session, source.paperId);
        if (!made) throw new ProblemError('documents.unknownPaper', { paper: source.paperId });
        return { bytes: made.bytes, page: source.paperId, lockedSha256: null, name: made.name };
      }
      case 'signed': {
        const { page, lockedSha256, name, sha256 } = fileIn(session, source.fileId);
        return { bytes: await archive.attachments.read(sha256), page, lockedSha256, name };
      }
    }
  };

  /** The locked pages a file may be: those of the last locking, and the one it was held to be when it was kept. */
  const lockedFor = async (sessionId: string, session: Session, lockedSha256: string | null) => {
    const current = session.minutes.locked.map(({ sha256, size }) => ({ sha256, size }));
    if (lockedSha256 === null || current.some(({ sha256 }) => sha256 === lockedSha256)) return current;
    const earlier = await readLockedPage(archive, sessionId, lockedSha256).catch(() => null);
    return earlier === null ? current : [...current, { sha256: lockedSha256, size: earlier.length }];
  };

  const examine = async (
    sessionId: string,
    session: Session,
    bytes: Uint8Array,
    lockedSha256: string | null,
  ): Promise<SignedFileCheck | null> =>
    contentOf(bytes) === 'pdf'
      ? works.check({ file: bytes, locked: await lockedFor(sessionId, session, lockedSha256) })
      : null;

  const keep = async (
    document: SessionDocument,
    bytes: Uint8Array,
    facts: Pick<SignedFile, 'kind' | 'page' | 'lockedSha256' | 'name' | 'origin'>,
  ): Promise<{ file: SignedFile; standing: ReturnType<typeof standingOf> }> => {
    const { sha256, size } = await archive.attachments.put(bytes);
    const file: SignedFile = { id: ids(), ...facts, sha256, size, addedAt: clock().toISOString() };
    await recordIn(document, [{ type: 'signedFile.added', file }], clock);
    return { file, standing: standingOf(document) };
  };

  const take = async (file: BinaryFile): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
    const name = plainFileName(file.name);
    if (file.size === 0) throw new ProblemError('attachments.empty', { name });
    if (file.size > MAX_ATTACHMENT_BYTES)
      throw new ProblemError('attachments.tooLarge', { name, size: file.size, max: MAX_ATTACHMENT_BYTES });
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (contentOf(bytes) === null) throw new ProblemError('documents.notPdfOrPicture', { name });
    return { name, bytes };
  };

  const takeCertificate = async (file: BinaryFile): Promise<Uint8Array> => {
    if (file.size === 0 || file.size > MAX_CERTIFICATE) throw new ProblemError('documents.p12Locked');
    return new Uint8Array(await file.arrayBuffer());
  };

  return {
    identify: async ({ certificate, passphrase }) =>
      works.identify({ p12: await takeCertificate(certificate), passphrase, at: clock() }),

    fields: async ({ sessionId, source }) => {
      const session = (await archive.sessions.open(sessionId)).state;
      return [...(await works.fields((await open(sessionId, session, source)).bytes))];
    },

    sign: async ({ sessionId, source, certificate, passphrase, field, reason, place }) => {
      archive.refuseUnlessWritable();
      const document = await archive.sessions.open(sessionId);
      const { bytes, page, lockedSha256, name } = await open(sessionId, document.state, source);
      const signed = await works.sign({
        file: bytes,
        p12: await takeCertificate(certificate),
        passphrase,
        at: clock(),
        field,
        reason: reason.trim().normalize('NFC'),
        location: place.trim().normalize('NFC'),
      });
      const facts = { kind: 'signed', page, lockedSha256, name: signedName(name), origin: 'here' } as const;
      return keep(document, signed, facts);
    },

    examine: async ({ sessionId, file }) => {
      const session = (await archive.sessions.open(sessionId)).state;
      const { bytes } = await take(file);
      return { check: await examine(sessionId, session, bytes, null) };
    },

    attach: async ({ sessionId, file, kind, page }) => {
      const document = await archive.sessions.open(sessionId);
      const { name, bytes } = await take(file);
      if (kind === 'signed' && contentOf(bytes) !== 'pdf') throw new ProblemError('documents.signedNotPdf', { name });
      const { locked } = document.state.minutes;
      const check = kind === 'signed' ? await examine(sessionId, document.state, bytes, null) : null;
      // What the bytes say goes before what a person chose.
      const same = check?.sameness.kind === 'same' ? check.sameness.sha256 : null;
      const held = locked.find(({ sha256, name: of }) =>
        same === null ? of === `${page ?? ''}.pdf` : sha256 === same,
      );
      return keep(document, bytes, {
        kind,
        page: same !== null && held ? held.name.replace(/\.pdf$/u, '') : page,
        lockedSha256: held?.sha256 ?? null,
        name,
        origin: 'brought',
      });
    },

    read: async ({ sessionId, fileId }) => {
      const { name, sha256 } = fileIn((await archive.sessions.open(sessionId)).state, fileId);
      return new File([new Uint8Array(await archive.attachments.read(sha256))], name, { type: mediaTypeOf(name) });
    },

    check: async ({ sessionId, fileId }) => {
      const session = (await archive.sessions.open(sessionId)).state;
      const { sha256, lockedSha256, kind } = fileIn(session, fileId);
      const bytes = await archive.attachments.read(sha256);
      return { check: kind === 'scan' ? null : await examine(sessionId, session, bytes, lockedSha256) };
    },
  };
};

/** "bien-ban.pdf" becomes "bien-ban-da-ky.pdf", and "bien-ban-da-ky-2.pdf" when it is signed once more. */
const signedName = (name: string): string => {
  const base = name.replace(/\.pdf$/iu, '');
  const before = /^(.*)-da-ky(?:-(\d+))?$/u.exec(base);
  return before ? `${before[1] ?? ''}-da-ky-${Number(before[2] ?? 1) + 1}.pdf` : `${base}-da-ky.pdf`;
};
