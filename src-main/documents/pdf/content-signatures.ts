import { dots } from '#domain/documents/paper-text.ts';
import type { Block, Run, SignaturesBlock } from '#domain/documents/model.ts';
import type { ContentNode } from './layout-types.ts';
import { MM } from './page-geometry.ts';
import { tag } from './tags.ts';
import type { ContentDesk } from './content-desk.ts';

/**
 * Side by side and aligned line by line: titles, hints, room to sign, names. One block that no page end may part.
 */
export function signaturesOf(desk: ContentDesk, block: SignaturesBlock): ContentNode[] {
  const withRecipients = block.recipients.length > 0 && block.columns.length === 1;
  const count = Math.max(1, block.columns.length) + (withRecipients ? 1 : 0);
  const width = desk.width / count;
  const body = desk.paper.bodySize;
  const room = 22 * MM;
  const centred = (text: string | null, look: Partial<Run>, size: number = body): ContentNode =>
    text === null || text === ''
      ? { text: '' }
      : desk.leaf([{ text, ...look }], 'P', { alignment: 'center', fontSize: size });
  const last = block.columns.length - 1;
  const rows: ContentNode[][] = [
    block.columns.map((_, index) => centred(index === last ? block.placeDate : null, { italic: true })),
    block.columns.map(({ title }) => ({ stack: title.map((text) => centred(text, { bold: true })) })),
    block.columns.map(({ hint }) => centred(hint, { italic: true }, Math.min(body, 12))),
    block.columns.map((signature) => signingRoom(desk, signature, width, room)),
    block.columns.map(({ name }) => (name === null ? centred(dots, {}) : centred(name, { bold: true }))),
  ];
  // Only rows that say something take up space.
  const says = (cell: ContentNode) =>
    cell.canvas !== undefined || (cell.stack?.length ?? 0) > 0 || Array.isArray(cell.text);
  const table = (cells: ContentNode[][]): ContentNode => ({
    table: { widths: (cells[0] ?? []).map(() => width), body: cells },
    layout: 'bare',
  });
  const signed = table(rows.filter((row) => row.some(says)));
  const nodes: ContentNode[] = [
    {
      unbreakable: true,
      stack: [withRecipients ? table([[{ stack: recipients(desk, block.recipients) }, signed]]) : signed],
      margin: [0, 14, 0, 0],
    },
  ];
  if (block.recipients.length > 0 && !withRecipients) {
    nodes.push({ stack: recipients(desk, block.recipients), unbreakable: true, margin: [0, 8, 0, 0] });
  }
  return nodes;
}

function signingRoom(
  desk: ContentDesk,
  signature: SignaturesBlock['columns'][number],
  width: number,
  room: number,
): ContentNode {
  if (signature.field === null) {
    return { canvas: [{ type: 'rect', x: 0, y: 0, w: 0, h: room, lineWidth: 0 }] };
  }
  const fieldWidth = Math.min(width - 12, 62 * MM);
  return {
    canvas: [
      {
        type: 'rect',
        x: (width - fieldWidth) / 2,
        y: 2,
        w: fieldWidth,
        h: room - 4,
        lineWidth: 0,
        field: signature.field,
        fieldTag: tag(desk.root, 'Form', { alt: `${signature.title.join(' ')} ${signature.name ?? ''}`.trim() }),
      },
    ],
  };
}

function recipients(desk: ContentDesk, recipients: readonly string[]): ContentNode[] {
  return [
    desk.leaf([{ text: 'Nơi nhận:', bold: true, italic: true }], 'P', { fontSize: 12 }),
    ...recipients.map((line, index) => {
      const text = line.trim().replace(/[;.]+$/u, '');
      return desk.leaf([{ text: `- ${text}${index === recipients.length - 1 ? '.' : ';'}` }], 'P', { fontSize: 11 });
    }),
  ];
}

/** A framed box with lines of its own. */
export function slipOf(desk: ContentDesk, lines: Extract<Block, { kind: 'slip' }>['lines']): ContentNode {
  const body = desk.paper.bodySize;
  const stack = lines.map((entry, index) =>
    desk.leaf(entry.runs, 'P', {
      alignment: entry.align,
      fontSize: entry.large === true ? body + 5 : body,
      margin: [0, index === 0 ? 0 : 4, 0, 0],
    }),
  );
  return {
    table: { widths: [desk.width - 26], body: [[{ stack }]], dontBreakRows: true },
    layout: 'boxed',
    margin: [0, 8, 0, 0],
  };
}
