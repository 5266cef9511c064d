import { Table, TableCell, TableLayoutType, TableRow, WidthType, type Paragraph } from 'docx';
import { dots } from '#domain/documents/paper-text.ts';
import type { Signature, SignaturesBlock, SlipBlock } from '#domain/documents/model.ts';
import type { BareRow, Child, DocxDesk } from './docx-desk.ts';
import { alignments, centred, MM } from './docx-measures.ts';

/** Room over the signatures and over the recipients below them, in twentieths of a point. */
const ABOVE = 240;
const ABOVE_RECIPIENTS = 160;

/**
 * Side by side and aligned line by line: titles, hints, room to sign, names. All of it is one table whose rows hold on to one
 * another; the room above belongs to its first row, since LibreOffice lets a table before go its own way where a paragraph
 * between the two finds no room on the page.
 */
export function signaturesOf(desk: DocxDesk, block: SignaturesBlock): Child[] {
  const listed = block.recipients.length > 0;
  const beside = listed && block.columns.length === 1;
  const below = listed && !beside;
  const last = block.columns.length - 1;
  const columns = block.columns.map((signature, index) => ({
    above: titlesOf(desk, signature, block.placeDate === null ? null : index === last ? block.placeDate : ''),
    name: nameOf(desk, signature, below),
  }));
  const blank = (keepNext: boolean): Child[] => [desk.plain([], { keepNext })];
  const rows: BareRow[] = [
    {
      above: ABOVE,
      cells: [...(beside ? [recipientsOf(desk, block.recipients, true)] : []), ...columns.map(({ above }) => above)],
    },
    { cells: [...(beside ? [blank(false)] : []), ...columns.map(({ name }) => name)] },
  ];
  if (below) {
    const list = recipientsOf(desk, block.recipients, false);
    rows.push({ above: ABOVE_RECIPIENTS, cells: columns.map((_, index) => (index === 0 ? list : blank(false))) });
  }
  const count = Math.max(1, columns.length) + (beside ? 1 : 0);
  const widths = Array.from({ length: count }, () => Math.floor(desk.width / count));
  return [desk.hair(true), desk.bare(widths, rows)];
}

/** What stands over the room to sign; there is always a paragraph, to hold the row with the one of the names. */
function titlesOf(desk: DocxDesk, { title, hint }: Signature, placeDate: string | null): Paragraph[] {
  const kept = { ...centred, keepNext: true };
  const lines = [
    ...(placeDate === null ? [] : [desk.plain([{ text: placeDate, italic: true }], kept)]),
    ...title.map((text) => desk.plain([{ text, bold: true }], kept)),
    ...(hint === null ? [] : [desk.plain([{ text: hint, italic: true }], kept, Math.min(desk.paper.bodySize, 12))]),
  ];
  return lines.length > 0 ? lines : [desk.plain([], kept)];
}

/** The room to sign and the name under it. */
function nameOf(desk: DocxDesk, { name }: Signature, keepNext: boolean): Paragraph[] {
  const look = { ...centred, keepNext };
  return [
    desk.plain([], { ...look, spacing: { before: Math.round(18 * MM) } }),
    desk.plain([name === null ? { text: dots } : { text: name, bold: true }], look),
  ];
}

function recipientsOf(desk: DocxDesk, recipients: readonly string[], keepNext: boolean): Paragraph[] {
  return [
    desk.plain([{ text: 'Nơi nhận:', bold: true, italic: true }], { keepNext }, 12),
    ...recipients.map((text, index) =>
      desk.plain(
        [{ text: `- ${text.trim().replace(/[;.]+$/u, '')}${index === recipients.length - 1 ? '.' : ';'}` }],
        { keepNext },
        11,
      ),
    ),
  ];
}

/** A framed box with lines of its own, whole on one page. */
export function slipOf(desk: DocxDesk, { lines }: SlipBlock): Child[] {
  const slip = new TableCell({
    margins: { top: 160, bottom: 160, left: 220, right: 220 },
    children: lines.map((entry) =>
      desk.plain(
        entry.runs,
        { alignment: alignments[entry.align], spacing: { before: 60 } },
        desk.paper.bodySize + (entry.large === true ? 5 : 0),
      ),
    ),
  });
  return [
    desk.spacer(6),
    new Table({
      width: { size: desk.width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: [desk.width],
      rows: [new TableRow({ cantSplit: true, children: [slip] })],
    }),
  ];
}
