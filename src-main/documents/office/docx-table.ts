import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { Cell, TableBlock } from '#domain/documents/model.ts';
import type { DocxDesk } from './docx-desk.ts';
import { alignments, MM } from './docx-measures.ts';

/** Beside the text of a cell, in twentieths of a point. */
const CELL_PADDING = 80;

/** A ruled table, its head repeated on each page; with `keepNext` its last rows are not parted from what follows. */
export function tableOf(desk: DocxDesk, block: TableBlock, keepNext: boolean): Table {
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
  // As on the PDF: every column has room for its padding first.
  const free = desk.width - block.columns.length * 2 * CELL_PADDING;
  const widths = block.columns.map(({ share }) => Math.floor((share / shares) * free) + 2 * CELL_PADDING);
  const rows = [
    ...block.head.map((row) => rowOf(desk, row, block, widths, { head: true, keepNext: true })),
    // The last row takes the one before along to the next page.
    ...block.rows.map((row, at, all) =>
      rowOf(desk, row, block, widths, {
        head: false,
        keepNext: at === all.length - 2 || (keepNext && at === all.length - 1),
      }),
    ),
  ];
  const empty = block.columns.map(() => ({ runs: [] }));
  return new Table({
    width: { size: desk.width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    rows: rows.length > 0 ? rows : [rowOf(desk, empty, block, widths, { head: false, keepNext: false })],
  });
}

interface RowPlace {
  readonly head: boolean;
  /** Stays on the page of the row after it. */
  readonly keepNext: boolean;
}

function rowOf(
  desk: DocxDesk,
  row: readonly Cell[],
  block: TableBlock,
  widths: readonly number[],
  { head, keepNext }: RowPlace,
): TableRow {
  const size = desk.paper.bodySize - (block.smaller ?? 0);
  let column = 0;
  const cells = row.map((cell) => {
    const span = cell.colSpan ?? 1;
    const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0);
    const align = cell.align ?? (head ? 'center' : (block.columns[column]?.align ?? 'left'));
    column += span;
    const box = cell.box === undefined ? [] : [{ text: cell.box === 'ticked' ? '☒' : '☐' }];
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(span > 1 ? { columnSpan: span } : {}),
      ...((cell.rowSpan ?? 1) > 1 ? { rowSpan: cell.rowSpan ?? 1 } : {}),
      verticalAlign: head ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      margins: { top: 40, bottom: 40, left: CELL_PADDING, right: CELL_PADDING },
      children: [
        new Paragraph({
          style: 'Plain',
          alignment: alignments[align],
          keepNext,
          children: desk.runs([...box, ...cell.runs], { size, ...(head ? { bold: true } : {}) }),
        }),
      ],
    });
  });
  return new TableRow({
    tableHeader: head,
    // LibreOffice loses every row of a table whose repeated head may not be split where only the head fits on the page.
    cantSplit: !head,
    ...(block.rowHeight !== undefined && !head
      ? { height: { value: Math.round(block.rowHeight * MM), rule: 'atLeast' } }
      : {}),
    children: cells,
  });
}
