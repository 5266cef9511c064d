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
  pdf(papers: readonly Paper[], session: Pick<Session, 'createdAt'>, name: string, signal?: AbortSignal): Promise<BinaryFile>;
  /** Each paper as a PDF of its own. */
  pages(papers: readonly Paper[], session: Pick<Session, 'createdAt'>, signal?: AbortSignal): Promise<readonly Pressed[]>;
  /** Papers in a format other than PDF, one file each; papers that have nothing for the format are left out. */
  files(papers: readonly Paper[], session: Session, format: Exclude<DocumentFormat, 'pdf'>): Promise<readonly BinaryFile[]>;
  /** Slips with passphrases, to cut apart. */
  slips(
    session: Session,
    slips: readonly { readonly memberId: string; readonly fileName: string; readonly passphrase: string }[],
  ): Promise<BinaryFile>;
}

export const pdfMediaType = 'application/pdf';

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
    files: () => Promise.resolve([]),
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
