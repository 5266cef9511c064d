import documentContextModule from 'pdfmake/js/DocumentContext.js';
import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import pageElementWriterModule from 'pdfmake/js/PageElementWriter.js';
import svgMeasureModule from 'pdfmake/js/SVGMeasure.js';
import { unwrap } from './interop.ts';
import type { KitDocument } from './kit-types.ts';
import type { ContentNode, Line, PaperPage, TableRowWork } from './layout-types.ts';
import { geometry, pageSize } from './page-geometry.ts';
import { QuickInlines } from './quick-inlines.ts';

const LayoutBuilder = unwrap(layoutBuilderModule);
const PageElementWriter = unwrap(pageElementWriterModule);
const DocumentContext = unwrap(documentContextModule);
const SVGMeasure = unwrap(svgMeasureModule);

/**
 * pdfmake's layout with what official papers ask beyond it: no single line of a paragraph alone at the foot or head of a
 * page, headings and the lines before a signature kept with what follows, and every line knowing where it came from.
 */
class PaperLayout extends LayoutBuilder {
  override tryLayoutDocument(...args: unknown[]): { pages: PaperPage[]; linearNodeList: unknown[] } {
    this.docMeasure.textInlines = new QuickInlines(args[1] as KitDocument);
    return super.tryLayoutDocument(...args);
  }

  override buildNextLine(node: ContentNode): Line | null {
    const line = super.buildNextLine(node);
    if (line) line.source = node;
    return line;
  }

  override processLeaf(node: ContentNode): void {
    // In tables and kept blocks pdfmake's own way is right: rows are kept whole by other means.
    if (this.nestedLevel > 0 || this.writer.transactionLevel > 0) {
      super.processLeaf(node);
      return;
    }
    const lines: Line[] = [];
    for (let line = this.buildNextLine(node); line; line = this.buildNextLine(node)) lines.push(line);
    const starts = this.#blocksOf(lines, node);
    lines.forEach((line, index) => {
      const block = starts.get(index);
      const needed = block ?? line.getHeight();
      const context = this.writer.context();
      if (needed > context.availableHeight && context.y > context.pageMargins.top && !this.#tooTall(needed)) {
        this.writer.moveToNextPage();
      }
      this.writer.addLine(line);
      justify(line);
    });
  }

  /**
   * The last row of a table never stands alone on a page: the row before goes with it. Each row has a transaction of its own; that of the
   * row before is left open here, and the last row's ends both.
   */
  override processRow(row: TableRowWork): unknown {
    const { rowIndex, tableBody } = row;
    if (staysWithLast(row)) {
      if (rowIndex === tableBody.length - 2) this.writer.transactionLevel += 1;
      if (rowIndex === tableBody.length - 1) this.writer.transactionLevel -= 1;
    }
    return super.processRow(row);
  }

  /** Lines that must find room for more than themselves: index of the first line of a block, and the block's height. */
  #blocksOf(lines: readonly Line[], node: ContentNode): ReadonlyMap<number, number> {
    const starts = new Map<number, number>();
    const count = lines.length;
    const heightFrom = (from: number, to: number) =>
      lines.slice(from, to).reduce((sum, line) => sum + line.getHeight(), 0);
    const tail = node.keep ? (node.keep.lines === 'all' ? count : Math.min(node.keep.lines, count)) : 2;
    const below = node.keep ? node.keep.height((probe) => this.#heightOf(probe)) : 0;
    // A paragraph of up to three lines is kept whole, since it can't be parted without a lonely line.
    const lastStart = count - tail <= 1 ? 0 : count - tail;
    if (count > 1 || below > 0) starts.set(lastStart, heightFrom(lastStart, count) + below);
    if (lastStart > 1) starts.set(0, heightFrom(0, 2));
    return starts;
  }

  #tooTall(height: number): boolean {
    const [page] = this.writer.context().pages;
    return page !== undefined && height > page.pageSize.height - geometry.margins.top - geometry.margins.bottom;
  }

  #heightOf(node: ContentNode): number {
    const kept = this.writer;
    const width = kept.context().availableWidth;
    this.writer = new PageElementWriter(new DocumentContext());
    this.writer.addPage({ width, height: 100_000 }, null, { left: 0, top: 0, right: 0, bottom: 0 });
    try {
      this.processNode(this.docMeasure.measureBlock(this.docPreprocessor.preprocessBlock(node)));
      return this.writer.context().y;
    } finally {
      this.writer = kept;
    }
  }
}

/** Are the last two rows of this table kept together by us, and not by the head that keeps its first rows? */
function staysWithLast({ tableBody, tableNode, dontBreakRows, rowsWithoutPageBreak = 0 }: TableRowWork): boolean {
  const first = tableBody.length - 2;
  const headerRows = tableNode.table?.headerRows ?? 0;
  const spans = tableBody.slice(first - 1).some((row) => row.some((cell) => (cell.rowSpan ?? 1) > 1 || cell._span));
  return dontBreakRows && headerRows > 0 && first >= rowsWithoutPageBreak && first > headerRows && !spans;
}

/**
 * Spreads a full line over its width by widening the blanks alone. pdfmake widens every joint between runs, which would
 * part a comma from the bold word before it.
 */
function justify(line: Line): void {
  if (line.inlines[0]?.alignment !== 'justify' || line.lastLineInParagraph || line.newLineForced === true) return;
  const blanks = line.inlines.slice(0, -1).filter((inline) => inline.text.endsWith(' ')).length;
  const extra = blanks === 0 ? 0 : (line.maxWidth - line.getWidth()) / blanks;
  let x = -(line.inlines[0].leadingCut || 0);
  for (const inline of line.inlines) {
    inline.x = x;
    x += inline.width + (inline.text.endsWith(' ') ? extra : 0);
  }
}

/** Places content on pages of one orientation. */
export function layOut(
  document: KitDocument,
  content: ContentNode[],
  orientation: 'portrait' | 'landscape',
  bodySize: number,
): PaperPage[] {
  const builder = new PaperLayout(pageSize(orientation), geometry.margins, new SVGMeasure());
  builder.registerTableLayouts(tableLayouts);
  const pages = builder.layoutDocument(
    content,
    document,
    {},
    { font: 'Tinos', fontSize: bodySize, lineHeight: LINE_HEIGHT },
  );
  // A table that fills its page to the last point is followed by a page that holds nothing but the space below it.
  const last = pages.findLastIndex(({ items }) => items.length > 0);
  return pages.slice(0, Math.max(1, last + 1));
}

/** Of the font's own line height; single spacing in the decree's sense, a little open for the marks over capitals. */
export const LINE_HEIGHT = 1.08;

const rule = 0.6;
const none = () => 0;
const tableLayouts = {
  ruled: {
    hLineWidth: () => rule,
    vLineWidth: () => rule,
    paddingLeft: () => 4,
    paddingRight: () => 4,
    paddingTop: () => 2.5,
    paddingBottom: () => 2.5,
  },
  bare: {
    hLineWidth: none,
    vLineWidth: none,
    paddingLeft: none,
    paddingRight: none,
    paddingTop: none,
    paddingBottom: none,
  },
  boxed: {
    hLineWidth: () => 1,
    vLineWidth: () => 1,
    paddingLeft: () => 12,
    paddingRight: () => 12,
    paddingTop: () => 10,
    paddingBottom: () => 10,
  },
};

/** What a ruled cell takes beside its text: padding left and right and one rule. */
export const CELL_EXTRA = 8 + rule;
