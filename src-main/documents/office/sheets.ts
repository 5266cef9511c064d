import writeXlsxFile, { type Cell as SheetCell, type Row, type Sheet } from 'write-excel-file/node';
import { xmlText } from './xml-text.ts';
import { textOfRuns, type Cell, type Paper, type TableBlock } from '#domain/documents/model.ts';

/** The tables of a paper with the nearest heading before each, which tells several of one name apart. */
export function tablesOf(paper: Paper): readonly { readonly heading: string | null; readonly table: TableBlock }[] {
  let heading: string | null = null;
  return paper.blocks.flatMap((block) => {
    if (block.kind === 'heading') heading = block.number === null ? block.text : `${block.number} ${block.text}`;
    return block.kind === 'table' ? [{ heading, table: block }] : [];
  });
}

/** Sheet names: at most 31 letters, none of []:*?/\, none twice whatever the case. */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base =
      name
        .replace(/[[\]:*?/\\']/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 31) || 'Bảng';
    let candidate = base;
    for (let count = 2; taken.has(candidate.toLowerCase()); count++) {
      const ending = ` ${count}`;
      candidate = `${base.slice(0, 31 - ending.length)}${ending}`;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/** The longest text a cell of a worksheet holds. */
const MAX_CELL = 32_767;

function value(cell: Cell): string {
  const box = cell.box === undefined ? '' : cell.box === 'ticked' ? '☒ ' : '☐ ';
  return xmlText(`${box}${textOfRuns(cell.runs)}`).slice(0, MAX_CELL);
}

const borders = { borderStyle: 'thin', borderColor: '#000000' } as const;

/** Points a row needs for its tallest cell: spreadsheets do not fit rows to wrapped text by themselves when a file is opened. */
function heightOf(row: readonly (Cell | null)[], widths: readonly number[]): number {
  let column = 0;
  let lines = 1;
  for (const cell of row) {
    const span = cell?.colSpan ?? 1;
    const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0);
    column += span;
    if (cell === null) continue;
    const wrapped = value(cell)
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * 1.15) / width)), 0);
    lines = Math.max(lines, Math.ceil(wrapped / (cell.rowSpan ?? 1)));
  }
  // The tallest row a worksheet takes is 409 points.
  return Math.min(409, lines * 16 + 3);
}

function rowOf(row: readonly Cell[], table: TableBlock, head: boolean, height: number): Row {
  const cells: SheetCell[] = [];
  row.forEach((cell) => {
    const align = cell.align ?? (head ? 'center' : (table.columns[cells.length]?.align ?? 'left'));
    const look = {
      ...borders,
      height,
      wrap: true,
      alignVertical: head ? 'center' : 'top',
      align: align === 'justify' ? 'left' : align,
      ...(head || cell.runs[0]?.bold === true ? { fontWeight: 'bold' as const } : {}),
      ...(cell.colSpan !== undefined && cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
      ...(cell.rowSpan !== undefined && cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    } as const;
    const places = cell.number?.split('.')[1]?.length ?? 0;
    cells.push(
      cell.number === undefined
        ? { value: value(cell), type: String, ...look }
        : { value: Number(cell.number), type: Number, format: places === 0 ? '0' : `0.${'0'.repeat(places)}`, ...look },
    );
    // What a span covers stays empty but keeps its place.
    for (let covered = 1; covered < (cell.colSpan ?? 1); covered++) cells.push(null);
  });
  return cells;
}

/** Puts an empty place where a row span above covers one. */
function withCovered(rows: readonly (readonly Cell[])[]): readonly (readonly (Cell | null)[])[] {
  const covered = new Set<string>();
  return rows.map((row, rowIndex) => {
    const filled: (Cell | null)[] = [];
    let column = 0;
    const skip = () => {
      while (covered.has(`${rowIndex},${column}`)) {
        filled.push(null);
        column++;
      }
    };
    for (const cell of row) {
      skip();
      filled.push(cell);
      for (let below = 1; below < (cell.rowSpan ?? 1); below++) {
        for (let over = 0; over < (cell.colSpan ?? 1); over++) covered.add(`${rowIndex + below},${column + over}`);
      }
      column += cell.colSpan ?? 1;
    }
    skip();
    return filled;
  });
}

/** Columns together, in characters: what one A4 page on its side takes at 12 points, so that a printed sheet is not cut in two. */
const SHEET_WIDTH = 110;

function sheetOf(heading: string | null, table: TableBlock, name: string): Sheet<never> {
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0);
  const widths = table.columns.map((column) => Math.max(5, Math.round((column.share / shares) * SHEET_WIDTH)));
  const rows = withCovered([...table.head, ...table.rows]).map((row, index): Row => {
    const height = heightOf(row, widths);
    const cells: SheetCell[] = [];
    for (const cell of row) {
      if (cell === null) cells.push(null);
      else {
        const columns = table.columns.slice(cells.length);
        cells.push(...rowOf([cell], { ...table, columns }, index < table.head.length, height));
      }
    }
    return cells;
  });
  // Over all columns and wrapped: a long one running past the table would print a page of its own.
  const over = { wrap: true, height: heightOf([{ runs: [{ text: heading ?? '' }], colSpan: widths.length }], widths) };
  const title: Row[] =
    heading === null
      ? []
      : [
          [
            {
              value: heading.slice(0, MAX_CELL),
              type: String,
              fontWeight: 'bold',
              ...over,
              ...(widths.length > 1 ? { columnSpan: widths.length } : {}),
            },
            ...Array.from({ length: widths.length - 1 }, () => null),
          ],
          [],
        ];
  return {
    data: [...title, ...rows],
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: title.length + table.head.length,
    orientation: 'landscape',
  };
}

/** Every table of the papers as a worksheet of its own, numbers as numbers. Null when there is no table. */
export async function renderXlsx(papers: readonly Paper[]): Promise<Uint8Array | null> {
  const tables = papers.flatMap((paper) => tablesOf(paper).map((entry) => ({ ...entry, paper })));
  if (tables.length === 0) return null;
  const names = sheetNames(
    tables.map(({ table, heading, paper }) => {
      const number = /^[\dIVX]+[.)]/.exec(heading ?? '')?.[0].slice(0, -1);
      return papers.length > 1
        ? `${table.name} ${number ?? ''} ${paper.title}`
        : number === undefined
          ? table.name
          : `${table.name} ${number}`;
    }),
  );
  const sheets = tables.map(({ heading, table }, index) =>
    sheetOf(heading, table, names[index] ?? `Bảng ${index + 1}`),
  );
  return new Uint8Array(await writeXlsxFile(sheets, { fontFamily: 'Times New Roman', fontSize: 12 }).toBuffer());
}

/**
 * The tables of a paper as CSV: UTF-8 with its mark, so that Excel reads the accents; commas, quotes where needed; decimals with a
 * dot, for programs. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function renderCsv(paper: Paper): Uint8Array | null {
  const tables = tablesOf(paper);
  if (tables.length === 0) return null;
  const field = (cell: Cell | null): string => {
    if (cell === null) return '';
    if (cell.number !== undefined) return cell.number;
    const text = value(cell);
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const parts = tables.map(({ heading, table }) => {
    const rows = withCovered([...table.head, ...table.rows]).map((row) =>
      row.flatMap((cell) => [field(cell), ...Array.from({ length: (cell?.colSpan ?? 1) - 1 }, () => '')]).join(','),
    );
    return [...(heading === null ? [] : [field({ runs: [{ text: heading }] })]), ...rows].join('\r\n');
  });
  return new TextEncoder().encode(`\ufeff${parts.join('\r\n\r\n')}\r\n`);
}
