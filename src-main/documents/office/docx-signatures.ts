import { Table, TableCell, TableLayoutType, TableRow, WidthType, type Paragraph } from 'docx';
import { dots } from '#domain/documents/paper-text.ts';
import type { Signature, SignaturesBlock, SlipBlock } from '#domain/documents/model.ts';
import type { Child, DocxDesk } from './docx-desk.ts';
import { alignments, centred, MM } from './docx-measures.ts';

/** Side by side and aligned line by line: titles, hints, room to sign, names. */
export function signaturesOf(desk: DocxDesk, block: SignaturesBlock): Child[] {
  const withRecipients = block.recipients.length > 0 && block.columns.length === 1;
  const count = Math.max(1, block.columns.length) + (withRecipients ? 1 : 0);
  const width = Math.floor(desk.width / count);
  const last = block.columns.length - 1;
  const columns = block.columns.map((signature, index) =>
    signatureOf(desk, signature, block.placeDate === null ? undefined : index === last ? block.placeDate : ''),
  );
  const beside = withRecipients ? recipientsOf(desk, block.recipients) : null;
  // Two rows, the first kept with the second: so the lines before go along to the next page in every program.
  const rows: Child[][][] = [
    [...(beside ? [beside] : []), ...columns.map(({ above }) => [...above])],
    [...(beside ? [[]] : []), ...columns.map(({ name }) => [...name])],
  ];
  const table = desk.bare(
    Array.from({ length: count }, () => width),
    rows,
  );
  return [
    desk.spacer(12, true),
    table,
    ...(block.recipients.length > 0 && !withRecipients
      ? [desk.spacer(8), ...recipientsOf(desk, block.recipients)]
      : []),
  ];
}

/** What stands over the room to sign, and the room with the name. */
function signatureOf(
  desk: DocxDesk,
  { title, hint, name }: Signature,
  placeDate: string | undefined,
): { readonly above: readonly Paragraph[]; readonly name: readonly Paragraph[] } {
  const kept = { ...centred, keepNext: true };
  return {
    above: [
      ...(placeDate === undefined ? [] : [desk.plain([{ text: placeDate, italic: true }], kept)]),
      ...title.map((text) => desk.plain([{ text, bold: true }], kept)),
      ...(hint === null ? [] : [desk.plain([{ text: hint, italic: true }], kept, Math.min(desk.paper.bodySize, 12))]),
    ],
    name: [
      desk.plain([], { ...kept, spacing: { before: Math.round(18 * MM) } }),
      desk.plain([name === null ? { text: dots } : { text: name, bold: true }], centred),
    ],
  };
}

function recipientsOf(desk: DocxDesk, recipients: readonly string[]): Paragraph[] {
  return [
    desk.plain([{ text: 'Nơi nhận:', bold: true, italic: true }], { keepNext: true }, 12),
    ...recipients.map((text, index) =>
      desk.plain(
        [{ text: `- ${text.trim().replace(/[;.]+$/u, '')}${index === recipients.length - 1 ? '.' : ';'}` }],
        {},
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
