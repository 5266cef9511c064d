import type { Paper } from '#domain/documents/model.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { findMissingText, readBack } from './read-back.ts';
import { renderPapers, type Rendered, type RenderOptions } from './render.ts';

/**
 * Renders papers and reads the file back: its pages, its fonts and every text of every paper. A file that does not say
 * what its papers say is never handed out; the problem `documents.unreadable` names the paper and the text instead.
 */
export async function renderChecked(
  papers: readonly Paper[],
  options: RenderOptions,
  fontsDir: string,
  between?: (done: number) => void | Promise<void>,
): Promise<Rendered> {
  const rendered = await renderPapers(papers, options, fontsDir, between);
  const back = readBack(rendered.bytes);
  if (back.pages.length !== rendered.pages) {
    throw new ProblemError('documents.unreadable', {
      paper: papers[0]?.title ?? '',
      item: `${back.pages.length}/${rendered.pages}`,
    });
  }
  const loose = back.fonts.find((font) => !font.embedded);
  if (loose) throw new ProblemError('documents.unreadable', { paper: papers[0]?.title ?? '', item: loose.name });
  for (const [index, paper] of papers.entries()) {
    const next = papers[index + 1];
    const from = (rendered.firstPages[paper.id] ?? 1) - 1;
    const to = next === undefined ? rendered.pages : (rendered.firstPages[next.id] ?? rendered.pages + 1) - 1;
    const missing = findMissingText(paper, back.pages.slice(from, to));
    if (missing !== null) throw new ProblemError('documents.unreadable', { paper: paper.title, item: missing });
  }
  return rendered;
}
