import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { MAX_ATTACHMENT_BYTES } from '#domain/contract/sessions.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { KeptFiles } from '#main/application/ports.ts';
import type { Services } from '#main/application/services.ts';
import { plainFileName } from '#main/services/file-names.ts';
import type { Incoming } from '#main/services/incoming.ts';
import { mediaTypeOf } from '#main/services/media-type.ts';
import { recordIn, refuseEvents } from '#main/services/sessions.ts';
import { standingOf } from '#main/services/standing.ts';

/** Within these first bytes a PDF says that it is one. */
const HEAD_BYTES = 1_024;

const tooLarge = (name: string, size: number): ProblemError =>
  new ProblemError('attachments.tooLarge', { name, size, max: MAX_ATTACHMENT_BYTES });

/**
 * The file as chunks, in bounded memory. A file where a person has it may change while it is read, so what was found out about it beforehand
 * is looked at again on the way.
 */
async function* readingOf(path: string, name: string): AsyncGenerator<Buffer> {
  const isPdf = /\.pdf$/iu.test(name);
  let size = 0;
  let head = Buffer.alloc(0);
  const chunks = createReadStream(path)[Symbol.asyncIterator]();
  try {
    for (;;) {
      // What can't be read here is the person's own file, not the store.
      const next = await chunks.next().catch(() => Promise.reject(new ProblemError('files.unreadable', { name })));
      if (next.done === true) break;
      const chunk = next.value as Buffer;
      size += chunk.length;
      if (size > MAX_ATTACHMENT_BYTES) throw tooLarge(name, size);
      if (isPdf && head.length < HEAD_BYTES) {
        head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
        if (head.length === HEAD_BYTES && !head.includes('%PDF-'))
          throw new ProblemError('attachments.notPdf', { name });
      }
      yield chunk;
    }
  } finally {
    await chunks.return?.();
  }
  if (size === 0) throw new ProblemError('attachments.empty', { name });
  if (isPdf && !head.includes('%PDF-')) throw new ProblemError('attachments.notPdf', { name });
}

/** A kept attachment as the page gets at it, whichever document names it. */
export const attachmentAccess = (
  { attachments }: Pick<HoidongArchive, 'attachments'>,
  keptFiles: Pick<KeptFiles, 'lend'>,
) => ({
  part: async (
    { name, sha256 }: { readonly name: string; readonly sha256: string },
    { at, size }: { readonly at: number; readonly size: number },
  ): Promise<File> => {
    const bytes = await attachments.readPart(sha256, at, size);
    return new File([new Uint8Array(bytes)], name, { type: mediaTypeOf(name) });
  },
  lend: async ({ name, sha256 }: { readonly name: string; readonly sha256: string }) => {
    const size = await attachments.verify(sha256);
    return { keptId: keptFiles.lend(attachments.path(sha256)), name, size };
  },
});

export type AttachmentsDeps = {
  readonly archive: HoidongArchive;
  readonly incoming: Pick<Incoming, 'find'>;
  readonly keptFiles: KeptFiles;
  readonly clock: () => Date;
  readonly ids: () => string;
};

export const createAttachmentsService = ({
  archive,
  incoming,
  keptFiles,
  clock,
  ids,
}: AttachmentsDeps): Services['attachments'] => {
  const access = attachmentAccess(archive, keptFiles);
  const named = async ({
    sessionId,
    dossierId,
    attachmentId,
  }: Readonly<Record<'sessionId' | 'dossierId' | 'attachmentId', string>>) => {
    const document = await archive.sessions.open(sessionId);
    const attachment = document.state.dossiers[dossierId]?.attachments.find(({ id }) => id === attachmentId);
    if (!attachment) throw new ProblemError('session.unknownAttachment', { attachmentId });
    return attachment;
  };
  return {
    add: async ({ sessionId, dossierId, file, pages }) => {
      const document = await archive.sessions.open(sessionId);
      const given = incoming.find(file.incomingId);
      const name = plainFileName(given.name);
      const facts = await stat(given.path).catch(() => Promise.reject(new ProblemError('files.unreadable', { name })));
      if (facts.size === 0) throw new ProblemError('attachments.empty', { name });
      if (facts.size > MAX_ATTACHMENT_BYTES) throw tooLarge(name, facts.size);
      const staged = await archive.attachments.stage(readingOf(given.path, name));
      const { sha256, size } = staged;
      const addedAt = clock().toISOString();
      const attachment = { id: ids(), name, sha256, size, pages, addedAt };
      const event: SessionEvent = { type: 'attachment.added', dossierId, attachment };
      try {
        // Asked before the file is kept, and again by `recordIn`: a refused one leaves nothing.
        refuseEvents(document.state, [event], addedAt);
        await staged.keep();
      } catch (error) {
        await staged.drop();
        throw error;
      }
      await recordIn(document, [event], clock);
      return { attachment, standing: standingOf(document) };
    },
    read: async ({ at, size, ...asked }) => access.part(await named(asked), { at, size }),
    lend: async (asked) => access.lend(await named(asked)),
  };
};
