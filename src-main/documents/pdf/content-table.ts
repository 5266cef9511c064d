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
  const body = [...fillSpans(head.map((row) => row.cells)), ...fillSpans(rows.map((row) => row.cells))];
  if (body.length === 0) body.push(block.columns.map(() => ({ text: '' })));
  const lineHeight = size * 1.15 * LINE_HEIGHT;
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
      ...(least > 0 ? { heights: (row: number) => (row < head.length ? 'auto' : least) } : {}),
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
): { cells: ContentNode[]; lines: number } {
  const size = desk.paper.bodySize - (block.smaller ?? 0);
  let column = 0;
  let lines = 1;
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
    return {
      text: items.length === 0 ? '' : items,
      tag: tag(parent, head ? 'TH' : 'TD', head ? { scope: 'Column' } : {}),
      alignment,
      ...(head ? { verticalAlignment: 'middle' as const } : {}),
      ...(cell.colSpan !== undefined && cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
      ...(cell.rowSpan !== undefined && cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    };
  });
  return { cells, lines };
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
