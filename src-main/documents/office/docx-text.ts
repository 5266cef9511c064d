import { BorderStyle, HeadingLevel, Paragraph, TabStopType, TextRun } from 'docx';
import { legalBasisLine, listMarker } from '#domain/documents/paper-text.ts';
import type {
  Align,
  ChecksBlock,
  DefinitionsBlock,
  FillLinesBlock,
  HeadingBlock,
  LegalBasesBlock,
  ListBlock,
  ParagraphBlock,
} from '#domain/documents/model.ts';
import type { DocxDesk } from './docx-desk.ts';
import { alignments, indent } from './docx-measures.ts';

// In all of these `keepNext` says that no page end may part the block from the one after it.

export function legalBasesOf(desk: DocxDesk, { items }: LegalBasesBlock): Paragraph[] {
  return items.map((_, index) => desk.body([{ text: legalBasisLine(items, index), italic: true }], {}));
}

const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

export function headingOf(desk: DocxDesk, { level, number, text }: HeadingBlock): Paragraph {
  return new Paragraph({
    heading: headingLevels[level - 1] ?? HeadingLevel.HEADING_3,
    children: desk.runs([{ text: number === null ? text : `${number} ${text}` }]),
  });
}

export function paragraphOf(desk: DocxDesk, block: ParagraphBlock, keepNext: boolean): Paragraph {
  const align: Align = block.align ?? 'justify';
  const indented = block.indent ?? align === 'justify';
  return desk.body(block.runs, {
    alignment: alignments[align],
    keepNext,
    ...(indented ? {} : { indent: { firstLine: 0 } }),
  });
}

export function listOf(desk: DocxDesk, { marker, items }: ListBlock, keepNext: boolean): Paragraph[] {
  return items.map((item, index) =>
    desk.body([{ text: `${listMarker(marker, index)} ` }, ...item], {
      spacing: { before: 60 },
      ...(keepNext ? { keepNext } : {}),
    }),
  );
}

export function definitionsOf(desk: DocxDesk, { items }: DefinitionsBlock, keepNext: boolean): Paragraph[] {
  return items.map((item) =>
    item.value === null
      ? leader(desk, `${item.label}: `, keepNext)
      : desk.body([{ text: `${item.label}: ` }, ...item.value], { spacing: { before: 80 }, keepNext }),
  );
}

export function checksOf(desk: DocxDesk, block: ChecksBlock, keepNext: boolean): Paragraph[] {
  const items = block.items.map(({ ticked, label }) => ({ text: `${ticked ? '☒' : '☐'} ${label}` }));
  if (block.inline) return [desk.body([{ text: items.map(({ text }) => text).join('      ') }], { keepNext })];
  return items.map((item) => desk.body([item], { spacing: { before: 80 }, keepNext }));
}

/** Lines to write on: up to six are not parted, and go with what follows. */
export function fillLinesOf(desk: DocxDesk, { count }: FillLinesBlock, keepNext: boolean): Paragraph[] {
  return Array.from({ length: count }, (_, index) => leader(desk, '', index === count - 1 ? keepNext : count <= 6));
}

/** Text and dots to the right margin, to write on. */
function leader(desk: DocxDesk, text: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    style: 'Plain',
    keepNext,
    spacing: { before: 100 },
    ...(text === '' ? {} : { indent: { firstLine: indent } }),
    tabStops: [{ type: TabStopType.RIGHT, position: desk.width, leader: 'dot' }],
    children: [...desk.runs([{ text }]), new TextRun({ text: '\t' })],
  });
}

/** A dashed line to cut along. */
export function cutLine(): Paragraph {
  return new Paragraph({
    style: 'Plain',
    spacing: { before: 200, after: 200 },
    border: { bottom: { style: BorderStyle.DASHED, size: 4, color: '000000', space: 1 } },
    children: [],
  });
}
