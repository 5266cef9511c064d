import { Buffer } from 'node:buffer';
import svgMeasureModule from 'pdfmake/js/SVGMeasure.js';
import type { Paper } from '#domain/documents/model.ts';
import { printable } from '#domain/documents/printable.ts';
import type { Fault, Measures, Size } from './content-desk.ts';
import { buildContent } from './content.ts';
import { PageDrawer } from './draw.ts';
import { loadFonts } from './fonts.ts';
import { unwrap } from './interop.ts';
import { layOut } from './layout.ts';
import { PaperDocument } from './paper-document.ts';
import { realise } from './tags.ts';

const SVGMeasure = unwrap(svgMeasureModule) as new () => { measureSVG(svg: string): Partial<Size> };

export interface RenderOptions {
  /** ISO time written into the file; the same papers with the same time give the same bytes. */
  readonly createdAt: string;
  /** Title of the file; the first paper's when left out. */
  readonly title?: string;
  /** Who issues the papers, for the file's properties. */
  readonly author?: string;
}

export interface Rendered {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Number of the first page of each paper, by its id; from 1. */
  readonly firstPages: Readonly<Record<string, number>>;
  /** What could not be printed as it was given. */
  readonly faults: readonly Fault[];
}

/**
 * Renders papers one after another into one PDF/A-2b file, tagged, each paper with its own page numbers and a bookmark.
 * Between papers the event loop gets a turn; `between` is called there with the number of papers done and may throw to
 * stop. Throws a RangeError without papers or with a date that is none.
 */
export async function renderPapers(
  papers: readonly Paper[],
  options: RenderOptions,
  fontsDir: string,
  between: (done: number) => void | Promise<void> = () => undefined,
): Promise<Rendered> {
  const [first] = papers;
  if (!first) throw new RangeError('No paper to render');
  const createdAt = new Date(options.createdAt);
  if (Number.isNaN(createdAt.getTime())) throw new RangeError(`Not a time: ${options.createdAt}`);
  const document = new PaperDocument(await loadFonts(fontsDir), {
    title: printable(options.title ?? first.title).text,
    author: printable(options.author ?? '').text,
    lang: first.lang === 'vi' ? 'vi-VN' : 'en',
    createdAt,
  });
  const bytes = gather(document);
  const measures = measuresOf(document);
  const root = document.struct('Document');
  document.addStructure(root);
  const drawer = new PageDrawer(document);
  const firstPages: Record<string, number> = {};
  const faults: Fault[] = [];
  let pageCount = 0;
  for (const [index, paper] of papers.entries()) {
    const built = buildContent(paper, measures);

    realise(document, built.tag, root);
    const pages = layOut(document, built.content, paper.orientation, paper.bodySize);
    firstPages[paper.id] = pageCount + 1;
    drawer.startPaper();
    pages.forEach((page, pageIndex) => {
      drawer.draw(page, { pageNumber: pageIndex === 0 ? null : pageIndex + 1, watermark: paper.watermark });
    });
    pageCount += pages.length;
    // Some faults show only while drawing.
    faults.push(...built.faults);
    await between(index + 1);
  }
  document.end();
  return { bytes: await bytes, pages: pageCount, firstPages, faults };
}

function gather(document: PaperDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

function measuresOf(document: PaperDocument): Measures {
  const svgMeasure = new SVGMeasure();
  return {
    widthOf: (text, size, bold) => document.provideFont('Tinos', bold, false).widthOfString(text, size),
    takeImage: (name, dataUrl) => {
      document.images[name] = dataUrl;
      try {
        return document.provideImage(name);
      } catch {
        // Not a picture after all: the paper says so in its place and the report names it.
        return null;
      }
    },
    svgSize: (svg) => {
      // The parser forgives a drawing that breaks off; a page should not.
      if (!/(?:<\/svg\s*>|\/>)\s*$/.test(svg)) return null;
      try {
        const { width, height } = svgMeasure.measureSVG(svg);
        // A drawing that does not say its size takes what browsers give it.
        const size = { width: width ?? 300, height: height ?? 150 };
        return size.width > 0 && size.height > 0 ? size : null;
      } catch {
        return null;
      }
    },
  };
}
