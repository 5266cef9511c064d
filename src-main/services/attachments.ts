import { ProblemError } from '#domain/contract/problems.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import { plainFileName } from '#main/services/file-names.ts';
import { mediaTypeOf } from '#main/services/media-type.ts';
import { recordIn } from '#main/services/sessions.ts';
import { standingOf } from '#main/services/standing.ts';

/** The largest dossier file taken, in bytes: what a package of several dossiers can still carry on a USB stick or by e-mail. */
export const MAX_ATTACHMENT = 200 * 1024 * 1024;

const looksLikePdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');

export type AttachmentsDeps = {
  readonly archive: HoidongArchive;
  readonly clock: () => Date;
  readonly ids: () => string;
};

export const createAttachmentsService = ({ archive, clock, ids }: AttachmentsDeps): Services['attachments'] => ({
  add: async ({ sessionId, dossierId, file, pages }) => {
    const document = await archive.sessions.open(sessionId);
    const name = plainFileName(file.name);
    if (file.size === 0) throw new ProblemError('attachments.empty', { name });
    if (file.size > MAX_ATTACHMENT)
      throw new ProblemError('attachments.tooLarge', { name, size: file.size, max: MAX_ATTACHMENT });
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (/\.pdf$/iu.test(name) && !looksLikePdf(bytes)) throw new ProblemError('attachments.notPdf', { name });
    const { sha256, size } = await archive.attachments.put(bytes);
    const attachment = { id: ids(), name, sha256, size, pages, addedAt: clock().toISOString() };
    await recordIn(document, [{ type: 'attachment.added', dossierId, attachment }], clock);
    return { attachment, standing: standingOf(document) };
  },

  read: async ({ sessionId, dossierId, attachmentId }) => {
    const document = await archive.sessions.open(sessionId);
    const attachment = document.state.dossiers[dossierId]?.attachments.find(({ id }) => id === attachmentId);
    if (!attachment) throw new ProblemError('session.unknownAttachment', { attachmentId });
    const bytes = await archive.attachments.read(attachment.sha256);
    return new File([new Uint8Array(bytes)], attachment.name, { type: mediaTypeOf(attachment.name) });
  },
});
