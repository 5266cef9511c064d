import { pointLetter } from '#domain/text/number-words.ts';
import { quocHieu, textOfRuns, tieuNgu, type Block, type Paper, type TableBlock } from './model.ts';

/** Dots that stand for a place to write by hand; adapters draw them as leaders. */
export const dots = '……………………';

/** Sign in front of a list item, counted from 0. */
export function listMarker(marker: 'dash' | 'letter' | 'number', index: number): string {
  switch (marker) {
    case 'dash':
      return '-';
    case 'letter':
      return `${pointLetter(index + 1)})`;
    case 'number':
      return `${index + 1}.`;
  }
}

/** A căn cứ as it is printed: ";" after each, "." after the last, whatever its own ending was. */
export function legalBasisLine(items: readonly string[], index: number): string {
  const text = (items[index] ?? '').trim().replace(/[;.,]+$/u, '');
  return `${text}${index === items.length - 1 ? '.' : ';'}`;
}

function tableTexts(table: TableBlock): string[] {
  return [...table.head, ...table.rows].flat().map((cell) => textOfRuns(cell.runs));
}

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'letterhead':
      return [block.parentBody ?? '', block.body, quocHieu, tieuNgu, block.number ?? '', block.placeDate ?? ''];
    case 'title':
      return [block.name, block.about ?? ''];
    case 'legalBases':
      return block.items.map((_, index) => legalBasisLine(block.items, index));
    case 'heading':
      return [block.number === null ? block.text : `${block.number} ${block.text}`];
    case 'paragraph':
      return [textOfRuns(block.runs)];
    case 'list':
      return block.items.map((item, index) => `${listMarker(block.marker, index)} ${textOfRuns(item)}`);
    case 'definitions':
      return block.items.map((item) => `${item.label}: ${item.value === null ? '' : textOfRuns(item.value)}`);
    case 'table':
      return tableTexts(block);
    case 'checks':
      return block.items.map((item) => item.label);
    case 'signatures':
      return [
        ...(block.recipients.length > 0 ? ['Nơi nhận:', ...block.recipients.map((line) => `- ${line}`)] : []),
        block.placeDate ?? '',
        ...block.columns.flatMap((column) => [...column.title, column.hint ?? '', column.name ?? '']),
      ];
    case 'slip':
      return block.lines.map((line) => textOfRuns(line.runs));
    case 'picture':
    case 'fillLines':
    case 'cutLine':
    case 'space':
    case 'pageBreak':
      return [];
  }
}

/**
 * Every text a paper shows, block by block in reading order, without empty ones. Used to read a written file back and
 * to compare the PDF with the Word file.
 */
export function textsOf(paper: Paper): readonly string[] {
  return [...paper.formLines, ...paper.blocks.flatMap(blockTexts)].filter((text) => text.trim() !== '');
}
