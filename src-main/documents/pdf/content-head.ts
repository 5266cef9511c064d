import { quocHieu, tieuNgu, type LetterheadBlock } from '#domain/documents/model.ts';
import { printable } from '#domain/documents/printable.ts';
import type { ContentNode } from './layout-types.ts';
import type { ContentDesk } from './content-desk.ts';

/** Form code and its source, at the top right. */
export function formLinesOf(desk: ContentDesk): ContentNode[] {
  return desk.paper.formLines.map((line, index) =>
    desk.leaf([{ text: line, ...(index === 0 ? { bold: true } : { italic: true }) }], 'P', {
      alignment: 'right',
      fontSize: index === 0 ? 12 : 11,
      margin: [0, 0, 0, index === desk.paper.formLines.length - 1 ? 6 : 0],
    }),
  );
}

/** Issuing bodies, quốc hiệu and tiêu ngữ, number, place and date. */
export function letterheadOf(desk: ContentDesk, block: LetterheadBlock): ContentNode {
  const landscape = desk.paper.orientation === 'landscape';
  const leftShare = landscape ? 0.42 : 0.44;
  const gap = 6;
  const leftWidth = desk.width * leftShare - gap;
  const rightWidth = desk.width - leftWidth - gap;
  // "CỘNG HÒA …" stands on one line: 12 to 13 points as the column allows, a little less where even 12 is too wide.
  const nationSize = fitting(desk, quocHieu, rightWidth, [13, 12.5, 12, 11.5, 11]);
  const mottoSize = Math.min(14, nationSize + 1);
  const bodySize = Math.min(13, nationSize + 0.5);
  const left: ContentNode[] = [];
  if (block.parentBody !== null && block.parentBody.trim() !== '') {
    left.push(
      desk.leaf([{ text: block.parentBody.toLocaleUpperCase('vi') }], 'P', {
        alignment: 'center',
        fontSize: bodySize,
      }),
    );
  }
  left.push(
    desk.leaf([{ text: block.body.toLocaleUpperCase('vi'), bold: true }], 'P', {
      alignment: 'center',
      fontSize: bodySize,
      margin: [...balanced(desk, block.body.toLocaleUpperCase('vi'), bodySize, 0, leftWidth + gap)],
    }),
  );
  const bodyWidth = Math.min(desk.widthOf(block.body.toLocaleUpperCase('vi'), bodySize, true), leftWidth);
  left.push(centredLine(bodyWidth * 0.4, leftWidth, 3));
  const mottoWidth = desk.widthOf(tieuNgu, mottoSize, true);
  const right: ContentNode[] = [
    desk.leaf([{ text: quocHieu, bold: true }], 'P', { alignment: 'center', fontSize: nationSize }),
    desk.leaf([{ text: tieuNgu, bold: true }], 'P', { alignment: 'center', fontSize: mottoSize }),
    centredLine(mottoWidth, rightWidth, 2),
  ];
  const rows: ContentNode[][] = [[{ stack: left }, { stack: right }]];
  if (block.number !== null || block.placeDate !== null) {
    rows.push([
      block.number === null
        ? { text: '' }
        : desk.leaf([{ text: block.number }], 'P', { alignment: 'center', fontSize: 13, margin: [0, 8, 0, 0] }),
      block.placeDate === null
        ? { text: '' }
        : desk.leaf([{ text: block.placeDate, italic: true }], 'P', {
            alignment: 'center',
            fontSize: Math.min(14, desk.paper.bodySize),
            margin: [0, 8, 0, 0],
          }),
    ]);
  }
  return { table: { widths: [leftWidth + gap, rightWidth], body: rows }, layout: 'bare' };
}

/** The first of the sizes at which a bold text fits on one line; the last where none does. */
function fitting(desk: ContentDesk, text: string, width: number, sizes: readonly number[]): number {
  return sizes.find((size) => desk.widthOf(text, size, true) <= width) ?? sizes.at(-1) ?? 12;
}

/** The name of the paper and what it is about. */
export function titleOf(desk: ContentDesk, name: string, about: string | null): ContentNode[] {
  const nodes = [
    desk.leaf([{ text: name, bold: true }], 'H1', {
      alignment: 'center',
      fontSize: 14,
      margin: [...balanced(desk, name, 14, 18)],
    }),
  ];
  const [first] = nodes;
  if (first && !desk.bookmarked) {
    first.bookmark = { title: printable(desk.paper.title).text, level: 0 };
    desk.bookmarked = true;
  }
  if (about !== null && about.trim() !== '') {
    nodes.push(
      desk.leaf([{ text: about, bold: true }], 'P', {
        alignment: 'center',
        fontSize: 14,
        margin: [...balanced(desk, about, 14, 2)],
      }),
    );
    const width = Math.min(desk.widthOf(about, 14, true), desk.width);
    nodes.push(centredLine(width * (width > desk.width * 0.6 ? 1 / 3 : 0.45), desk.width, 3));
  }
  return nodes;
}

/** Margins at which a centred bold text of several lines breaks into as many, but of about one length. */
function balanced(
  desk: ContentDesk,
  text: string,
  size: number,
  top: number,
  width = desk.width,
): [number, number, number, number] {
  const words = text.split(' ').map((word) => desk.widthOf(word, size, true));
  const blank = desk.widthOf(' ', size, true);
  const lines = linesAt(words, blank, width);
  if (lines < 2 || lines > 6 || text.includes('\n')) return [0, top, 0, 0];
  let narrow = Math.max(...words) + 1;
  while (narrow < width && linesAt(words, blank, narrow) > lines) narrow += 4;
  // A little room, since letters set together are not quite as wide as their words.
  const side = Math.max(0, (width - narrow - 6) / 2);
  return [side, top, side, 0];
}

/** Lines that words of these widths take. */
function linesAt(words: readonly number[], blank: number, width: number): number {
  let lines = 1;
  let taken = 0;
  for (const word of words) {
    if (taken > 0 && taken + blank + word > width) {
      lines += 1;
      taken = word;
    } else taken += (taken > 0 ? blank : 0) + word;
  }
  return lines;
}

/** A centred rule of a given length below a line of text. */
export function centredLine(length: number, width: number, above: number): ContentNode {
  const x1 = (width - length) / 2;
  return { canvas: [{ type: 'line', x1, y1: above, x2: x1 + length, y2: above, lineWidth: 0.7 }] };
}
