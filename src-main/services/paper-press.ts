import { createHash } from 'node:crypto';
import type { BinaryFile } from '#domain/contract/binary.ts';
import type { DocumentFormat } from '#domain/contract/documents.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { conclude } from '#domain/conclusion/conclude.ts';
import type { PaperInput } from '#domain/documents/build/input.ts';
import { buildPassphraseSlips } from '#domain/documents/build/slips.ts';
import type { Paper } from '#domain/documents/model.ts';
import { papersOf, setOf } from '#domain/documents/set.ts';
import { toCase } from '#domain/session/to-case.ts';
import type { Session } from '#domain/session/state.ts';
import { displaySessionTitle } from '#domain/session/title.ts';
import { foldForFileName } from '#domain/text/file-names.ts';
import { renderDocx } from '#main/documents/office/docx.ts';
import { renderCsv, renderXlsx } from '#main/documents/office/sheets.ts';
import type { PdfRenderer } from '#main/documents/renderer.ts';

/** What a host shows of a paper made. */
export type Pressed = { readonly paper: Paper; readonly bytes: Uint8Array; readonly sha256: string };

/** Makes pages out of sessions. */
export interface PaperPress {
  /** The session's papers with these ids, in the order of the set. Throws `documents.unknownPaper`. */
  papers(session: Session, ids: readonly string[]): readonly Paper[];
  /** The papers that are signed and kept. */
  set(session: Session): readonly Paper[];
  /** Several papers in one PDF with bookmarks. */
  pdf(
    papers: readonly Paper[],
    session: Pick<Session, 'createdAt'>,
    name: string,
    signal?: AbortSignal,
  ): Promise<BinaryFile>;
  /** Each paper as a PDF of its own. */
  pages(
    papers: readonly Paper[],
    session: Pick<Session, 'createdAt'>,
    signal?: AbortSignal,
  ): Promise<readonly Pressed[]>;
  /** Papers in a format other than PDF, one file each; papers that have nothing for the format are left out. */
  files(
    papers: readonly Paper[],
    session: Session,
    format: Exclude<DocumentFormat, 'pdf'>,
  ): Promise<readonly BinaryFile[]>;
  /** Slips with passphrases, to cut apart. */
  slips(
    session: Session,
    slips: readonly { readonly memberId: string; readonly fileName: string; readonly passphrase: string }[],
  ): Promise<BinaryFile>;
}

export const pdfMediaType = 'application/pdf';

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
} as const;

/** A paper in another format; null where it has nothing for it. */
const officeFile: Readonly<Record<keyof typeof mediaTypes, (paper: Paper) => Promise<Uint8Array | null>>> = {
  docx: renderDocx,
  xlsx: (paper) => renderXlsx([paper]),
  csv: (paper) => Promise.resolve(renderCsv(paper)),
};

/** The whole session as it stands. The secrets that bind members' keys to their seats stay on this computer. */
const jsonOf = (session: Session): BinaryFile => {
  const packages = Object.fromEntries(
    Object.entries(session.packages).map(([memberId, issued]) => [
      memberId,
      issued.map((given) => ({ ...given, seatSecret: undefined })),
    ]),
  );
  const name = `phien-hop-${foldForFileName(displaySessionTitle(session).vi)}.json`;
  const text = `${JSON.stringify({ ...session, packages }, null, 2)}\n`;
  return new File([text], name, { type: 'application/json' });
};

/** What pages are built from: the session and the conclusion computed from it. */
export const paperInputOf = (session: Session): PaperInput => {
  const theCase = toCase(session);
  return { session, conclusion: theCase && conclude(theCase) };
};

export const createPaperPress = ({ renderer }: { readonly renderer: PdfRenderer }): PaperPress => {
  // The session's own beginning dates the file: the same session gives the same bytes whenever it is printed.
  const optionsFor = (session: Pick<Session, 'createdAt'>): { createdAt: string } => ({ createdAt: session.createdAt });
  const pdf: PaperPress['pdf'] = async (papers, session, name, signal) => {
    const bytes = await renderer.render(papers, optionsFor(session), signal);
    return new File([new Uint8Array(bytes)], name, { type: pdfMediaType });
  };
  return {
    set: (session) => setOf(paperInputOf(session)),
    papers: (session, ids) => {
      const known = new Map(papersOf(paperInputOf(session)).map((entry) => [entry.id, entry]));
      return ids.map((id) => {
        const entry = known.get(id);
        if (!entry) throw new ProblemError('documents.unknownPaper', { paper: id });
        return entry.build();
      });
    },
    pdf,
    pages: async (papers, session, signal) => {
      const pressed: Pressed[] = [];
      for (const paper of papers) {
        const bytes = await renderer.render(paper, optionsFor(session), signal);
        pressed.push({ paper, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
      }
      return pressed;
    },
    files: async (papers, session, format) => {
      if (format === 'json') return [jsonOf(session)];
      const files: BinaryFile[] = [];
      for (const paper of papers) {
        const bytes = await officeFile[format](paper);
        if (bytes !== null)
          files.push(new File([new Uint8Array(bytes)], `${paper.id}.${format}`, { type: mediaTypes[format] }));
      }
      return files;
    },
    slips: (session, slips) => {
      const entries = slips.flatMap(({ memberId, fileName, passphrase }) => {
        const member = session.members[memberId];
        return member ? [{ member, fileName, passphrase }] : [];
      });
      if (entries.length === 0) throw new ProblemError('session.unknownMember', { memberId: slips[0]?.memberId ?? '' });
      return pdf([buildPassphraseSlips(session, entries)], session, 'mat-khau.pdf');
    },
  };
};
