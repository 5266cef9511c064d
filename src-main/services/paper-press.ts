import type { BinaryFile } from '#domain/contract/binary.ts';
import type { DocumentFormat } from '#domain/contract/documents.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { buildKeySlip, buildPassphraseSlips } from '#domain/documents/build/slips.ts';
import type { Session } from '#domain/session/state.ts';
import type { KeptPage, MadeFile, PaperWorks } from '#main/documents/paper-works.ts';

/** Makes pages out of sessions, as files to hand to a person. */
export interface PaperPress {
  /**
   * Pages of the session by their ids: one PDF with bookmarks, or one file a page in the other formats. Problems: `documents.unknownPaper`,
   * `documents.nothingForFormat`.
   */
  pages(
    session: Session,
    ids: readonly string[],
    format: DocumentFormat,
    signal?: AbortSignal,
  ): Promise<readonly BinaryFile[]>;
  /** Every page that is signed and kept, each as a PDF of its own. */
  set(session: Session, signal?: AbortSignal): Promise<readonly KeptPage[]>;
  /** Slips with passphrases, to cut apart. */
  slips(
    session: Session,
    slips: readonly { readonly memberId: string; readonly fileName: string; readonly passphrase: string }[],
  ): Promise<BinaryFile>;
  /** The slip with the passphrase of a key file. */
  keySlip(session: Session, slip: { readonly fileName: string; readonly passphrase: string }): Promise<BinaryFile>;
}

export const pdfMediaType = 'application/pdf';

const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  pdf: pdfMediaType,
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

/** What a host hands to a person. */
const fileOf = ({ name, bytes }: MadeFile, format: DocumentFormat): BinaryFile =>
  new File([new Uint8Array(bytes)], name, { type: mediaTypes[format] });

export const createPaperPress = ({ works }: { readonly works: PaperWorks }): PaperPress => ({
  pages: async (session, ids, format, signal) => {
    const made = await works.press(session, ids, format, signal);
    if (made.length === 0) throw new ProblemError('documents.nothingForFormat', { format });
    return made.map((file) => fileOf(file, format));
  },
  set: (session, signal) => works.pressSet(session, signal),
  slips: async (session, slips) => {
    const entries = slips.flatMap(({ memberId, fileName, passphrase }) => {
      const member = session.members[memberId];
      return member ? [{ member, fileName, passphrase }] : [];
    });
    if (entries.length === 0) throw new ProblemError('session.unknownMember', { memberId: slips[0]?.memberId ?? '' });
    const bytes = await works.render(buildPassphraseSlips(session, entries), { createdAt: session.createdAt });
    return fileOf({ name: 'mat-khau.pdf', bytes }, 'pdf');
  },
  keySlip: async (session, slip) => {
    const bytes = await works.render(buildKeySlip(session, slip), { createdAt: session.createdAt });
    return fileOf({ name: 'mat-khau-tep-khoa.pdf', bytes }, 'pdf');
  },
});
