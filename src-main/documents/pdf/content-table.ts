import type { Cell, TableBlock } from '#domain/documents/model.ts';
import { printable, unprintable } from '#domain/documents/printable.ts';
import type { ContentNode } from './layout-types.ts';
import { CELL_EXTRA, LINE_HEIGHT } from './layout.ts';
import { MM, textHeight } from './page-geometry.ts';
import { tag, type Tag } from './tags.ts';
import { ContentDesk } from './content-desk.ts';

/** A table with its head repeated, rows whole and the last two together. */
export function tableOf(desk: ContentDesk, block: TableBlock): ContentNode {
  const size = desk.paper.bodySize - (block.smaller ?? 0);
  const table = tag(desk.root, 'Table', { alt: printable(block.name).text });
  const widths = columnWidths(desk, block);
  const head = block.head.map((row) => rowOf(desk, row, block, widths, tag(table, 'TR'), true));
  const rows = block.rows.map((row) => rowOf(desk, row, block, widths, tag(table, 'TR'), false));
  const lineHeight = size * 1.15 * LINE_HEIGHT;
  const headHeights = fitSpanning(head, block, lineHeight);
  const body = [...fillSpans(head.map((row) => row.cells)), ...fillSpans(rows.map((row) => row.cells))];
  if (body.length === 0) body.push(block.columns.map(() => ({ text: '' })));
  const page = textHeight(desk.paper.orientation);
  const headHeight = head.reduce((sum, row) => sum + row.lines * lineHeight + 6, 0);
  const tallest = Math.max(0, ...rows.map((row) => row.lines * lineHeight + 6));
  // A head that eats the page is not repeated; rows that would leave much of a page empty may be parted.
  const repeat = headHeight < page * 0.4;
  const least = block.rowHeight === undefined ? 0 : block.rowHeight * MM;
  return {
    table: {
      widths,
      body,
      ...(repeat && head.length > 0 ? { headerRows: head.length } : {}),
      ...(repeat && head.length > 0 && rows.length > 0 && tallest < page * 0.3
        ? { keepWithHeaderRows: rows.length === 2 ? 2 : 1 }
        : {}),
      dontBreakRows: tallest < page * 0.3 && least < page * 0.3,
      heights: (row: number) => (row < head.length ? (headHeights[row] ?? 'auto') : least > 0 ? least : 'auto'),
    },
    layout: 'ruled',
    fontSize: size,
    margin: [0, 8, 0, 2],
  };
}

export function tableHeights(desk: ContentDesk, block: TableBlock): { headHeight: number; rowHeight: number } {
  // A desk of its own: what is measured stays out of the structure.
  const apart = new ContentDesk(desk.paper, desk.measures);
  const widths = columnWidths(desk, block);
  const lineHeight = (desk.paper.bodySize - (block.smaller ?? 0)) * 1.15 * LINE_HEIGHT;
  const height = (row: readonly Cell[], head: boolean) =>
    rowOf(apart, row, block, widths, apart.root, head).lines * lineHeight + 6;
  return {
    headHeight: block.head.reduce((sum, row) => sum + height(row, true), 0),
    rowHeight: Math.max(block.rows[0] ? height(block.rows[0], false) : 0, (block.rowHeight ?? 0) * MM),
  };
}

/** A row's cells, the lines it takes, and those of each cell by itself. */
interface BuiltRow {
  readonly cells: ContentNode[];
  readonly lines: number;
  readonly ownLines: readonly number[];
}

/** Padding above and below a row's text with its rule. */
const ROW_EXTRA = 5.6;

/**
 * Puts the text of head cells that span rows in their middle by a margin, and gives the heights rows need for it: pdfmake takes such a cell
 * for as high as its last row and lets no row grow for it. Null where a row's own cells make it high enough.
 */
function fitSpanning(head: readonly BuiltRow[], block: TableBlock, lineHeight: number): readonly (number | null)[] {
  const spanOf = (row: number, place: number): number => block.head[row]?.[place]?.rowSpan ?? 1;
  const needs = head.map(
    ({ ownLines }, row) => Math.max(1, ...ownLines.filter((_, place) => spanOf(row, place) === 1)) * lineHeight,
  );
  const spanning = head.flatMap(({ cells, ownLines }, row) =>
    cells.flatMap((cell, place) => {
      const span = spanOf(row, place);
      return span === 1 ? [] : [{ cell, text: (ownLines[place] ?? 1) * lineHeight, row, span }];
    }),
  );
  const grown = new Map<number, number>();
  const heightOf = (row: number, span: number): number =>
    needs.slice(row, row + span).reduce((sum, need) => sum + need, 0) + (span - 1) * ROW_EXTRA;
  for (const { text, row, span } of spanning) {
    const missing = text - heightOf(row, span);
    const last = row + span - 1;
    if (missing <= 0 || needs[last] === undefined) continue;
    needs[last] += missing;
    grown.set(last, needs[last]);
  }
  for (const { cell, text, row, span } of spanning)
    cell.margin = [0, Math.max(0, (heightOf(row, span) - text) / 2), 0, 0];
  return head.map((_, row) => grown.get(row) ?? null);
}

function columnWidths(desk: ContentDesk, block: TableBlock): number[] {
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
  const free = desk.width - 0.6 - block.columns.length * CELL_EXTRA;
  return block.columns.map((column) => Math.max(4, (column.share / shares) * free));
}

function rowOf(
  desk: ContentDesk,
  row: readonly Cell[],
  block: TableBlock,
  widths: readonly number[],
  parent: Tag,
  head: boolean,
): BuiltRow {
  const size = desk.paper.bodySize - (block.smaller ?? 0);
  let column = 0;
  let lines = 1;
  const ownLines: number[] = [];
  const cells = row.map((cell): ContentNode => {
    const span = cell.colSpan ?? 1;
    const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0) + (span - 1) * CELL_EXTRA;
    const alignment = cell.align ?? (head ? 'center' : (block.columns[column]?.align ?? 'left'));
    column += span;
    const items = desk.items(cell.runs, head ? { bold: true } : {});
    if (cell.box) {
      items.unshift({ text: unprintable, box: cell.box });
      if (cell.runs.length > 0) items.splice(1, 0, { text: '\u00a0' });
    }
    const text = items.map((item) => item.text).join('');
    const estimate = text
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil((desk.measures.widthOf(part, size, head) * 1.08) / width)), 0);
    lines = Math.max(lines, Math.ceil(estimate / (cell.rowSpan ?? 1)));
    ownLines.push(estimate);
    return {
      text: items.length === 0 ? '' : items,
      tag: tag(parent, head ? 'TH' : 'TD', head ? { scope: 'Column' } : {}),
      alignment,
      ...(head && (cell.rowSpan ?? 1) === 1 ? { verticalAlignment: 'middle' as const } : {}),
      ...(cell.colSpan !== undefined && cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
      ...(cell.rowSpan !== undefined && cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    };
  });
  return { cells, lines, ownLines };
}

/** pdfmake wants a place for every cell, covered ones too. */
function fillSpans(rows: ContentNode[][]): ContentNode[][] {
  const covered = new Map<string, true>();
  return rows.map((row, rowIndex) => {
    const filled: ContentNode[] = [];
    const take = () => {
      while (covered.has(`${rowIndex},${filled.length}`)) filled.push({ text: '' });
    };
    for (const cell of row) {
      take();
      const start = filled.length;
      filled.push(cell);
      for (let over = 1; over < (cell.colSpan ?? 1); over++) filled.push({ text: '' });
      for (let below = 1; below < (cell.rowSpan ?? 1); below++) {
        for (let over = 0; over < (cell.colSpan ?? 1); over++) covered.set(`${rowIndex + below},${start + over}`, true);
      }
    }
    take();
    return filled;
  });
}
