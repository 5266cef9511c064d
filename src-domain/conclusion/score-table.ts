import type { Text } from '#domain/text/bilingual.ts';
import type { Scores } from './agreement.ts';
import { both } from './step-parts.ts';

export type ScoreTable =
  | { readonly ok: true; readonly members: readonly string[]; readonly scores: Scores }
  | { readonly ok: false; readonly reason: Text };

const separators = [';', '\t', ','] as const;

/** Heads of a first column that names the dossiers, even by numbers. */
const cornerWords: ReadonlySet<string> = new Set([
  '',
  'hồ sơ',
  'mã',
  'mã hồ sơ',
  'tên',
  'tt',
  'stt',
  'dossier',
  'dossiers',
  'id',
  'name',
  'no',
  'no.',
  '#',
]);

/** Cells of one line; quotes around a cell, doubled within. */
const cellsOf = (line: string, separator: string): readonly string[] => {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? '';
    if (character === '"' && quoted && line[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
};

const numberOf = (cell: string, decimalComma: boolean): number | null => {
  const text = decimalComma ? cell.replace(',', '.') : cell;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
};

/**
 * Reads a table of points: rows of dossiers, columns of members, empty cells missing. Separated by semicolons, tabs or commas; with
 * semicolons or tabs a comma may stand for the decimal point. A first row or column that has words and no numbers are names; so is a
 * first column headed as one ("hồ sơ", "STT", "id", nothing).
 */
export const readScoreTable = (text: string): ScoreTable => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const separator = separators.find((sign) => lines[0]?.includes(sign)) ?? ',';
  const comma = separator !== ',';
  const table = lines.map((line) => cellsOf(line, separator));
  const isWord = (cell: string): boolean => cell !== '' && numberOf(cell, comma) === null;
  const [first] = table;
  if (!first) return { ok: false, reason: both((t) => t.cliCsvEmpty()) };
  const hasHead = first.some(isWord) && first.slice(1).every((cell) => cell === '' || isWord(cell));
  const body = hasHead ? table.slice(1) : table;
  const corner = hasHead ? (first[0] ?? '').normalize('NFC').toLowerCase() : null;
  const named = body.length > 0 && body.some(([cell]) => isWord(cell ?? ''));
  const hasNames =
    (corner !== null && cornerWords.has(corner)) ||
    (named && body.every(([cell]) => cell === '' || isWord(cell ?? '')));
  const skip = hasNames ? 1 : 0;
  const scores: (number | null)[][] = [];
  for (const [index, cells] of body.entries()) {
    const row = index + 1 + (hasHead ? 1 : 0);
    if (cells.length !== first.length)
      return { ok: false, reason: both((t) => t.cliCsvRow(row, cells.length, first.length)) };
    const values: (number | null)[] = [];
    for (const [column, cell] of cells.slice(skip).entries()) {
      const value = cell === '' ? null : numberOf(cell, comma);
      if (cell !== '' && value === null)
        return { ok: false, reason: both((t) => t.cliCsvCell(row, column + 1 + skip, cell)) };
      values.push(value);
    }
    scores.push(values);
  }
  if (!scores.flat().some((value) => value !== null)) return { ok: false, reason: both((t) => t.cliCsvEmpty()) };
  const width = first.length - skip;
  const members = Array.from({ length: width }, (_, column) =>
    hasHead ? (first[column + skip] ?? '') : String(column + 1),
  );
  return { ok: true, members, scores };
};
