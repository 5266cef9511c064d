import { createHash } from 'node:crypto';
import type { DocumentFormat } from '#domain/contract/documents.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { paperInputOf } from '#domain/documents/paper-input.ts';
import type { Paper } from '#domain/documents/model.ts';
import { papersOf, setOf } from '#domain/documents/set.ts';
import type { Session } from '#domain/session/state.ts';
import { displaySessionTitle } from '#domain/session/title.ts';
import { foldForFileName } from '#domain/text/file-names.ts';
import type { Between, JobShapes, KeptPage, MadeFile } from './jobs.ts';
import { renderChecked } from './pdf/checked.ts';
import type { RenderOptions } from './pdf/render.ts';

type Around = { readonly fontsDir: string; readonly between: Between };

// The session's own beginning dates the file: the same session gives the same bytes whenever it is printed.
const optionsFor = ({ createdAt }: Session): RenderOptions => ({ createdAt });

const titleInNames = (session: Session): string => foldForFileName(displaySessionTitle(session).vi);

/** The session's papers with these ids, in this order. Throws `documents.unknownPaper`. */
function papersById(session: Session, ids: readonly string[]): readonly Paper[] {
  const known = new Map(papersOf(paperInputOf(session)).map((entry) => [entry.id, entry]));
  return ids.map((id) => {
    const entry = known.get(id);
    if (!entry) throw new ProblemError('documents.unknownPaper', { paper: id });
    return entry.build();
  });
}

/** The whole session as it stands. The secrets that bind members' keys to their seats stay on this computer. */
function jsonOf(session: Session): MadeFile {
  const packages = Object.fromEntries(
    Object.entries(session.packages).map(([memberId, issued]) => [
      memberId,
      issued.map((given) => ({ ...given, seatSecret: undefined })),
    ]),
  );
  const text = `${JSON.stringify({ ...session, packages }, null, 2)}\n`;
  return { name: `phien-hop-${titleInNames(session)}.json`, bytes: Buffer.from(text) };
}

/** One paper in an office format; null where it has nothing for it. */
async function officeFile(paper: Paper, format: Exclude<DocumentFormat, 'pdf' | 'json'>): Promise<Uint8Array | null> {
  switch (format) {
    case 'docx':
      return (await import('./office/docx.ts')).renderDocx(paper);
    case 'xlsx':
      return (await import('./office/sheets.ts')).renderXlsx([paper]);
    case 'csv':
      return (await import('./office/sheets.ts')).renderCsv(paper);
  }
}

/** See `JobShapes.press`. Papers that have nothing for the format are left out. Problems: `documents.unknownPaper`, those of rendering. */
export async function press(
  { session, ids, format }: JobShapes['press']['ask'],
  { fontsDir, between }: Around,
): Promise<readonly MadeFile[]> {
  if (format === 'json') return [jsonOf(session)];
  const papers = papersById(session, ids);
  if (format === 'pdf') {
    const name = ids.length === 1 ? `${ids[0] ?? ''}.pdf` : `ho-so-phien-hop-${titleInNames(session)}.pdf`;
    return [{ name, bytes: (await renderChecked(papers, optionsFor(session), fontsDir, between)).bytes }];
  }
  const files: MadeFile[] = [];
  for (const [index, paper] of papers.entries()) {
    const bytes = await officeFile(paper, format);
    if (bytes !== null) files.push({ name: `${paper.id}.${format}`, bytes });
    await between(index + 1);
  }
  return files;
}

/** See `JobShapes.pressFinal`. */
export async function pressFinal(
  { session, id }: JobShapes['pressFinal']['ask'],
  { fontsDir }: Around,
): Promise<readonly MadeFile[]> {
  const papers = papersById(session, [id]);
  if (papers.some(({ watermark }) => watermark !== null)) throw new ProblemError('documents.draftNotSigned');
  return [{ name: `${id}.pdf`, bytes: (await renderChecked(papers, optionsFor(session), fontsDir)).bytes }];
}

/** See `JobShapes.pressSet`. */
export async function pressSet(
  { session }: JobShapes['pressSet']['ask'],
  { fontsDir, between }: Around,
): Promise<readonly KeptPage[]> {
  const pages: KeptPage[] = [];
  for (const [index, paper] of setOf(paperInputOf(session)).entries()) {
    const { bytes } = await renderChecked([paper], optionsFor(session), fontsDir);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    pages.push({ kind: paper.kind, name: `${paper.id}.pdf`, bytes, sha256 });
    await between(index + 1);
  }
  return pages;
}
