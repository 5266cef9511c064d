import { AlignmentType, HeadingLevel, Paragraph, type Table } from 'docx';
import { quocHieu, tieuNgu, type LetterheadBlock, type TitleBlock } from '#domain/documents/model.ts';
import type { BareRow, DocxDesk } from './docx-desk.ts';
import { centred } from './docx-measures.ts';

/** Form code and its source, at the top right. */
export function formLinesOf(desk: DocxDesk): Paragraph[] {
  return desk.paper.formLines.map((text, index) =>
    desk.plain(
      [{ text, ...(index === 0 ? { bold: true } : { italic: true }) }],
      { alignment: AlignmentType.RIGHT },
      index === 0 ? 12 : 11,
    ),
  );
}

/** Issuing bodies, quốc hiệu and tiêu ngữ, number, place and date. */
export function letterheadOf(desk: DocxDesk, block: LetterheadBlock): Table {
  const left = Math.round(desk.width * 0.44);
  const right = desk.width - left;
  const body = block.body.toLocaleUpperCase('vi');
  const rows: BareRow[] = [
    {
      cells: [
        [
          ...(block.parentBody === null
            ? []
            : [desk.plain([{ text: block.parentBody.toLocaleUpperCase('vi') }], centred, 12)]),
          desk.plain([{ text: body, bold: true }], centred, 12),
          desk.rule(0.4, left),
        ],
        [
          desk.plain([{ text: quocHieu, bold: true }], centred, 12),
          desk.plain([{ text: tieuNgu, bold: true }], centred, 13),
          desk.rule(0.62, right),
        ],
      ],
    },
  ];
  if (block.number !== null || block.placeDate !== null) {
    const spaced = { ...centred, spacing: { before: 120 } };
    rows.push({
      cells: [
        [desk.plain(block.number === null ? [] : [{ text: block.number }], spaced, 13)],
        [
          desk.plain(
            block.placeDate === null ? [] : [{ text: block.placeDate, italic: true }],
            spaced,
            Math.min(14, desk.paper.bodySize),
          ),
        ],
      ],
    });
  }
  return desk.bare([left, right], rows);
}

/** The name of the paper and what it is about. */
export function titleOf(desk: DocxDesk, { name, about }: TitleBlock): Paragraph[] {
  const title = new Paragraph({ heading: HeadingLevel.TITLE, children: desk.runs([{ text: name }]) });
  if (about === null) return [title];
  return [
    title,
    desk.plain([{ text: about, bold: true }], { ...centred, keepNext: true }, 14),
    desk.rule(0.33, desk.width),
  ];
}
