import { dots, legalBasisLine, listMarker } from '#domain/documents/paper-text.ts';
import {
  quocHieu,
  textOfRuns,
  tieuNgu,
  type Block,
  type Cell,
  type LetterheadBlock,
  type Paper,
  type Picture,
  type Run,
  type SignaturesBlock,
  type TableBlock,
} from '#domain/documents/model.ts';
import { printable, unprintable } from '#domain/documents/printable.ts';
import type { ContentNode, TextItem } from './layout-types.ts';
import { CELL_EXTRA, LINE_HEIGHT } from './layout.ts';
import { geometry, MM, pageSize, textHeight, textWidth } from './page-geometry.ts';
import { tag, type Role, type Tag } from './tags.ts';

/** Something on a paper that could not be printed as it is; the page was made without it. */
export interface Fault {
  readonly paper: string;
  readonly kind: 'characters' | 'picture';
  /** The characters, or what the picture shows. */
  readonly item: string;
}

/** What building needs from the document: widths of text and whether a picture can be read. */
export interface Measures {
  widthOf(text: string, size: number, bold: boolean): number;
  /** Puts a picture's bytes among the document's images under a name; its size in pixels, or null when it is none. */
  takeImage(name: string, dataUrl: string): Size | null;
  /** Size a drawing asks for; null when it is not one. */
  svgSize(svg: string): Size | null;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface BuiltPaper {
  readonly content: ContentNode[];
  readonly tag: Tag;
  readonly faults: readonly Fault[];
}

/** Turns a paper into pdfmake's nodes and the plan of its logical structure. */
export function buildContent(paper: Paper, measures: Measures): BuiltPaper {
  return new ContentBuilder(paper, measures).build();
}

/** One see-through pixel. */
const transparent =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const spacing = 6;
const indent = 28.35;

/** Measures what a node takes in height, without placing it. */
type HeightOf = (node: ContentNode) => number;

class ContentBuilder {
  readonly #paper: Paper;
  readonly #measures: Measures;
  readonly #root: Tag = { role: 'Sect', children: [] };
  readonly #faults: Fault[] = [];
  readonly #width: number;
  #bookmarked = false;
  #imageCount = 0;

  constructor(paper: Paper, measures: Measures) {
    this.#paper = paper;
    this.#measures = measures;
    this.#width = textWidth(paper.orientation);
  }

  build(): BuiltPaper {
    const { blocks } = this.#paper;
    const content: ContentNode[] = [...this.#logos(), ...this.#formLines()];
    blocks.forEach((block, index) => content.push(...this.#block(block, index)));
    if (content.length === 0) content.push(this.#leaf([], 'P'));
    const first = content.find((node) => node.text !== undefined) ?? content[0];
    if (first && !this.#bookmarked) first.bookmark = { title: printable(this.#paper.title).text, level: 0 };
    return { content, tag: this.#root, faults: this.#faults };
  }

  #block(block: Block, index: number): ContentNode[] {
    switch (block.kind) {
      case 'letterhead':
        return [this.#letterhead(block)];
      case 'title':
        return this.#title(block.name, block.about);
      case 'legalBases':
        return block.items.map((_, place) =>
          this.#leaf([{ text: legalBasisLine(block.items, place), italic: true }], 'P', {
            alignment: 'justify',
            leadingIndent: indent,
            margin: [0, place === 0 ? 10 : 3, 0, 0],
          }),
        );
      case 'heading':
        return [this.#heading(block, index)];
      case 'paragraph':
        return [
          this.#leaf(block.runs, 'P', {
            alignment: block.align ?? 'justify',
            ...((block.indent ?? (block.align ?? 'justify') === 'justify') ? { leadingIndent: indent } : {}),
            margin: [0, spacing, 0, 0],
            ...this.#keepFor(index),
          }),
        ];
      case 'list': {
        const list = tag(this.#root, 'L');
        return block.items.map((item, place) => {
          const listItem = tag(list, 'LI');
          return this.#leaf([{ text: `${listMarker(block.marker, place)} ` }, ...item], 'LBody', {
            parent: listItem,
            alignment: 'justify',
            leadingIndent: indent,
            margin: [0, 3, 0, 0],
            ...(place === block.items.length - 1 ? this.#keepFor(index) : {}),
          });
        });
      }
      case 'definitions':
        return block.items.map((item, place) =>
          this.#leaf([{ text: `${item.label}: ` }, ...(item.value ?? [])], 'P', {
            alignment: item.value === null ? 'left' : 'justify',
            margin: [0, place === 0 && this.#paper.blocks[index - 1]?.kind === 'title' ? 10 : 4, 0, 0],
            leader: item.value === null,
            ...(place === block.items.length - 1 ? this.#keepFor(index) : {}),
          }),
        );
      case 'table':
        return [this.#table(block)];
      case 'checks':
        return this.#checks(block.items, block.inline).map((node, place, all) =>
          place === all.length - 1 ? { ...node, ...this.#keepFor(index) } : node,
        );
      case 'fillLines':
        return Array.from({ length: block.count }, (_, place) =>
          this.#leaf([], 'P', {
            margin: [0, 5, 0, 0],
            leader: true,
            ...(place === block.count - 1 ? this.#keepFor(index) : {}),
          }),
        );
      case 'signatures':
        return this.#signatures(block);
      case 'picture':
        return this.#picture(block.picture, block.width, block.align);
      case 'slip':
        return [this.#slip(block.lines)];
      case 'cutLine':
        return [
          {
            canvas: [
              { type: 'line', x1: 0, y1: 0, x2: this.#width, y2: 0, lineWidth: 0.5, dash: { length: 4, space: 3 } },
            ],
            margin: [0, 14, 0, 14],
          },
        ];
      case 'space':
        return [{ canvas: [{ type: 'rect', x: 0, y: 0, w: 0, h: block.height * MM, lineWidth: 0 }] }];
      case 'pageBreak':
        return [{ ...this.#leaf([], 'P', { fontSize: 1 }), pageBreak: 'before' }];
    }
  }

  /**
   * What stands before signatures or a table keeps its last lines with them; headings keep the whole chain, so that no
   * heading is parted from its table by the line between them.
   */
  #keepFor(index: number): Partial<ContentNode> {
    const next = this.#paper.blocks[index + 1];
    if (next?.kind === 'signatures') {
      return {
        keep: {
          lines: 2,
          // Measured on a copy of its own, which stays out of the structure.
          height: (heightOf) => this.#signaturesHeight(next, heightOf),
        },
      };
    }
    if (next?.kind === 'table' || next?.kind === 'checks') {
      return { keep: { lines: 2, height: (heightOf) => this.#heightNeeded(index + 1, heightOf) } };
    }
    return {};
  }

  #signaturesHeight(block: SignaturesBlock, heightOf: HeightOf): number {
    return heightOf({ stack: new ContentBuilder(this.#paper, this.#measures).#signatures(block) });
  }

  /** Points a block needs at the foot of a page to begin there, with what must follow it. */
  #heightNeeded(index: number, heightOf: HeightOf): number {
    const block = this.#paper.blocks[index];
    const following = this.#paper.blocks[index + 1];
    const lineHeight = this.#paper.bodySize * 1.15 * LINE_HEIGHT;
    const chained = following?.kind === 'table' || following?.kind === 'checks';
    switch (block?.kind) {
      case 'table': {
        const { headHeight, rowHeight } = this.#tableHeights(block);
        return Math.min(8 + headHeight + rowHeight, textHeight(this.#paper.orientation) * 0.5);
      }
      case 'heading':
        return lineHeight * 2 + spacing + this.#heightNeeded(index + 1, heightOf);
      case 'definitions':
        return block.items.length === 1 && chained
          ? lineHeight + 4 + this.#heightNeeded(index + 1, heightOf)
          : lineHeight * Math.min(3, block.items.length * 2);
      case 'paragraph': {
        const lines = Math.ceil(this.#widthOf(textOfRuns(block.runs), this.#paper.bodySize, false) / this.#width);
        // Up to three lines before signatures go to the next page with them, and so must the heading above.
        if (following?.kind === 'signatures' && lines <= 3)
          return lineHeight * lines + spacing + this.#signaturesHeight(following, heightOf);
        const below = lines <= 2 && chained ? this.#heightNeeded(index + 1, heightOf) : 0;
        return lineHeight * Math.min(2, lines) + spacing + below;
      }
      case undefined:
        return 0;
      default:
        return lineHeight * 2 + spacing;
    }
  }

  #tableHeights(block: TableBlock): { headHeight: number; rowHeight: number } {
    const builder = new ContentBuilder(this.#paper, this.#measures);
    const widths = this.#columnWidths(block);
    const lineHeight = (this.#paper.bodySize - (block.smaller ?? 0)) * 1.15 * LINE_HEIGHT;
    const height = (row: readonly Cell[], head: boolean) =>
      builder.#row(row, block, widths, builder.#root, head).lines * lineHeight + 6;
    return {
      headHeight: block.head.reduce((sum, row) => sum + height(row, true), 0),
      rowHeight: Math.max(block.rows[0] ? height(block.rows[0], false) : 0, (block.rowHeight ?? 0) * MM),
    };
  }

  #columnWidths(block: TableBlock): number[] {
    const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
    const free = this.#width - 0.6 - block.columns.length * CELL_EXTRA;
    return block.columns.map((column) => Math.max(4, (column.share / shares) * free));
  }

  #items(runs: readonly Run[], style: { bold?: boolean; italics?: boolean } = {}): TextItem[] {
    const items: TextItem[] = [];
    for (const run of runs) {
      const { text, lost } = printable(run.text);
      if (lost.length > 0) this.#faults.push({ paper: this.#paper.id, kind: 'characters', item: lost.join(' ') });
      if (text === '') continue;
      items.push({
        text,
        ...((run.bold ?? style.bold) ? { bold: true } : {}),
        ...((run.italic ?? style.italics) ? { italics: true } : {}),
      });
    }
    return items;
  }

  #leaf(runs: readonly Run[], role: Role, extra: Partial<ContentNode> & { parent?: Tag } = {}): ContentNode {
    const { parent, ...rest } = extra;
    const items = this.#items(runs);
    // pdfmake gives a node without text no line at all; a blank keeps its height.
    return { text: items.length === 0 ? [{ text: ' ' }] : items, tag: tag(parent ?? this.#root, role), ...rest };
  }

  #widthOf(text: string, size: number, bold: boolean): number {
    return this.#measures.widthOf(printable(text).text, size, bold);
  }

  #formLines(): ContentNode[] {
    return this.#paper.formLines.map((line, index) =>
      this.#leaf([{ text: line, ...(index === 0 ? { bold: true } : { italic: true }) }], 'P', {
        alignment: 'right',
        fontSize: index === 0 ? 12 : 11,
        margin: [0, 0, 0, index === this.#paper.formLines.length - 1 ? 6 : 0],
      }),
    );
  }

  #letterhead(block: LetterheadBlock): ContentNode {
    const landscape = this.#paper.orientation === 'landscape';
    const leftShare = landscape ? 0.42 : 0.44;
    const gap = 6;
    const leftWidth = this.#width * leftShare - gap;
    const rightWidth = this.#width - leftWidth - gap;
    // "CỘNG HÒA …" stands on one line: 12 to 13 points as the column allows, a little less where even 12 is too wide.
    const nationSize = this.#fitting(quocHieu, rightWidth, [13, 12.5, 12, 11.5, 11]);
    const mottoSize = Math.min(14, nationSize + 1);
    const bodySize = Math.min(13, nationSize + 0.5);
    const left: ContentNode[] = [];
    if (block.parentBody !== null && block.parentBody.trim() !== '') {
      left.push(
        this.#leaf([{ text: block.parentBody.toLocaleUpperCase('vi') }], 'P', {
          alignment: 'center',
          fontSize: bodySize,
        }),
      );
    }
    left.push(
      this.#leaf([{ text: block.body.toLocaleUpperCase('vi'), bold: true }], 'P', {
        alignment: 'center',
        fontSize: bodySize,
      }),
    );
    const bodyWidth = Math.min(this.#widthOf(block.body.toLocaleUpperCase('vi'), bodySize, true), leftWidth);
    left.push(line(bodyWidth * 0.4, leftWidth, 3));
    const mottoWidth = this.#widthOf(tieuNgu, mottoSize, true);
    const right: ContentNode[] = [
      this.#leaf([{ text: quocHieu, bold: true }], 'P', { alignment: 'center', fontSize: nationSize }),
      this.#leaf([{ text: tieuNgu, bold: true }], 'P', { alignment: 'center', fontSize: mottoSize }),
      line(mottoWidth, rightWidth, 2),
    ];
    const rows: ContentNode[][] = [[{ stack: left }, { stack: right }]];
    if (block.number !== null || block.placeDate !== null) {
      rows.push([
        block.number === null
          ? { text: '' }
          : this.#leaf([{ text: block.number }], 'P', { alignment: 'center', fontSize: 13, margin: [0, 8, 0, 0] }),
        block.placeDate === null
          ? { text: '' }
          : this.#leaf([{ text: block.placeDate, italic: true }], 'P', {
              alignment: 'center',
              fontSize: Math.min(14, this.#paper.bodySize),
              margin: [0, 8, 0, 0],
            }),
      ]);
    }
    return { table: { widths: [leftWidth + gap, rightWidth], body: rows }, layout: 'bare' };
  }

  /** The first of the sizes at which a bold text fits on one line; the last where none does. */
  #fitting(text: string, width: number, sizes: readonly number[]): number {
    return sizes.find((size) => this.#widthOf(text, size, true) <= width) ?? sizes.at(-1) ?? 12;
  }

  #title(name: string, about: string | null): ContentNode[] {
    const nodes = [
      this.#leaf([{ text: name, bold: true }], 'H1', { alignment: 'center', fontSize: 14, margin: [0, 18, 0, 0] }),
    ];
    const [first] = nodes;
    if (first && !this.#bookmarked) {
      first.bookmark = { title: printable(this.#paper.title).text, level: 0 };
      this.#bookmarked = true;
    }
    if (about !== null && about.trim() !== '') {
      nodes.push(
        this.#leaf([{ text: about, bold: true }], 'P', {
          alignment: 'center',
          fontSize: 14,
          margin: [...this.#balanced(about, 14, 2)],
        }),
      );
      const width = Math.min(this.#widthOf(about, 14, true), this.#width);
      nodes.push(line(width * (width > this.#width * 0.6 ? 1 / 3 : 0.45), this.#width, 3));
    }
    return nodes;
  }

  /** Margins at which a centred text of several lines breaks into lines of about one length. */
  #balanced(text: string, size: number, top: number): [number, number, number, number] {
    const whole = this.#widthOf(text, size, true);
    const lines = Math.ceil(whole / this.#width);
    if (lines < 2 || lines > 5 || text.includes('\n')) return [0, top, 0, 0];
    const side = Math.max(0, (this.#width - (whole / lines) * 1.1) / 2);
    return [side, top, side, 0];
  }

  #heading(block: Extract<Block, { kind: 'heading' }>, index: number): ContentNode {
    const text = block.number === null ? block.text : `${block.number} ${block.text}`;
    const role = block.level === 1 ? 'H2' : 'H3';
    return {
      ...this.#leaf([{ text, bold: true, ...(block.level === 3 ? { italic: true } : {}) }], role, {
        alignment: 'justify',
        leadingIndent: indent,
        margin: [0, block.level === 1 ? 10 : spacing, 0, 0],
        keep: { lines: 'all', height: (heightOf) => this.#heightNeeded(index + 1, heightOf) },
      }),
      ...(block.level === 1 ? { bookmark: { title: printable(text).text, level: 1 } } : {}),
    };
  }

  #checks(items: readonly { readonly label: string; readonly ticked: boolean }[], inline: boolean): ContentNode[] {
    const box = (ticked: boolean): TextItem => ({ text: unprintable, box: ticked ? 'ticked' : 'empty' });
    if (inline) {
      const text = items.flatMap((item, index): TextItem[] => [
        ...(index > 0 ? [{ text: '\u00a0\u00a0\u00a0\u00a0\u00a0 ' }] : []),
        box(item.ticked),
        ...this.#items([{ text: `\u00a0${item.label}` }]),
      ]);
      return [{ text, tag: tag(this.#root, 'P'), margin: [indent, spacing, 0, 0] }];
    }
    return items.map((item) => ({
      text: [box(item.ticked), ...this.#items([{ text: `\u00a0${item.label}` }])],
      tag: tag(this.#root, 'P'),
      margin: [indent, 4, 0, 0],
    }));
  }

  #table(block: TableBlock): ContentNode {
    const size = this.#paper.bodySize - (block.smaller ?? 0);
    const table = tag(this.#root, 'Table', { alt: printable(block.name).text });
    const widths = this.#columnWidths(block);
    const head = block.head.map((row) => this.#row(row, block, widths, tag(table, 'TR'), true));
    const rows = block.rows.map((row) => this.#row(row, block, widths, tag(table, 'TR'), false));
    const body = [...fillSpans(head.map((row) => row.cells)), ...fillSpans(rows.map((row) => row.cells))];
    if (body.length === 0) body.push(block.columns.map(() => ({ text: '' })));
    const lineHeight = size * 1.15 * LINE_HEIGHT;
    const page = textHeight(this.#paper.orientation);
    const headHeight = head.reduce((sum, row) => sum + row.lines * lineHeight + 6, 0);
    const tallest = Math.max(0, ...rows.map((row) => row.lines * lineHeight + 6));
    // A head that eats the page is not repeated; rows that would leave much of a page empty may be parted.
    const repeat = headHeight < page * 0.4;
    const least = block.rowHeight === undefined ? 0 : block.rowHeight * MM;
    return {
      table: {
        widths,
        body,
        ...(repeat && head.length > 0 ? { headerRows: head.length } : {}),
        ...(repeat && head.length > 0 && rows.length > 0 && tallest < page * 0.3
          ? { keepWithHeaderRows: rows.length === 2 ? 2 : 1 }
          : {}),
        dontBreakRows: tallest < page * 0.3 && least < page * 0.3,
        ...(least > 0 ? { heights: (row: number) => (row < head.length ? 'auto' : least) } : {}),
      },
      layout: 'ruled',
      fontSize: size,
      margin: [0, 8, 0, 2],
    };
  }

  #row(
    row: readonly Cell[],
    block: TableBlock,
    widths: readonly number[],
    parent: Tag,
    head: boolean,
  ): { cells: ContentNode[]; lines: number } {
    const size = this.#paper.bodySize - (block.smaller ?? 0);
    let column = 0;
    let lines = 1;
    const cells = row.map((cell): ContentNode => {
      const span = cell.colSpan ?? 1;
      const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0) + (span - 1) * CELL_EXTRA;
      const alignment = cell.align ?? (head ? 'center' : (block.columns[column]?.align ?? 'left'));
      column += span;
      const items = this.#items(cell.runs, head ? { bold: true } : {});
      if (cell.box) {
        items.unshift({ text: unprintable, box: cell.box });
        if (cell.runs.length > 0) items.splice(1, 0, { text: '\u00a0' });
      }
      const text = items.map((item) => item.text).join('');
      const estimate = text
        .split('\n')
        .reduce(
          (sum, part) => sum + Math.max(1, Math.ceil((this.#measures.widthOf(part, size, head) * 1.08) / width)),
          0,
        );
      lines = Math.max(lines, Math.ceil(estimate / (cell.rowSpan ?? 1)));
      return {
        text: items.length === 0 ? '' : items,
        tag: tag(parent, head ? 'TH' : 'TD', head ? { scope: 'Column' } : {}),
        alignment,
        ...(head ? { verticalAlignment: 'middle' as const } : {}),
        ...(cell.colSpan !== undefined && cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
        ...(cell.rowSpan !== undefined && cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
      };
    });
    return { cells, lines };
  }

  /**
   * Side by side and aligned line by line: titles, hints, room to sign, names. One block that no page end may part.
   */
  #signatures(block: SignaturesBlock): ContentNode[] {
    const withRecipients = block.recipients.length > 0 && block.columns.length === 1;
    const count = Math.max(1, block.columns.length) + (withRecipients ? 1 : 0);
    const width = this.#width / count;
    const body = this.#paper.bodySize;
    const room = 22 * MM;
    const centred = (text: string | null, look: Partial<Run>, size: number = body): ContentNode =>
      text === null || text === ''
        ? { text: '' }
        : this.#leaf([{ text, ...look }], 'P', { alignment: 'center', fontSize: size });
    const last = block.columns.length - 1;
    const rows: ContentNode[][] = [
      block.columns.map((_, index) => centred(index === last ? block.placeDate : null, { italic: true })),
      block.columns.map(({ title }) => ({ stack: title.map((text) => centred(text, { bold: true })) })),
      block.columns.map(({ hint }) => centred(hint, { italic: true }, Math.min(body, 12))),
      block.columns.map((signature) => this.#signingRoom(signature, width, room)),
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
        stack: [withRecipients ? table([[{ stack: this.#recipients(block.recipients) }, signed]]) : signed],
        margin: [0, 14, 0, 0],
      },
    ];
    if (block.recipients.length > 0 && !withRecipients) {
      nodes.push({ stack: this.#recipients(block.recipients), unbreakable: true, margin: [0, 8, 0, 0] });
    }
    return nodes;
  }

  #signingRoom(signature: SignaturesBlock['columns'][number], width: number, room: number): ContentNode {
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
          fieldTag: tag(this.#root, 'Form', { alt: `${signature.title.join(' ')} ${signature.name ?? ''}`.trim() }),
        },
      ],
    };
  }

  #recipients(recipients: readonly string[]): ContentNode[] {
    return [
      this.#leaf([{ text: 'Nơi nhận:', bold: true, italic: true }], 'P', { fontSize: 12 }),
      ...recipients.map((line, index) => {
        const text = line.trim().replace(/[;.]+$/u, '');
        return this.#leaf([{ text: `- ${text}${index === recipients.length - 1 ? '.' : ';'}` }], 'P', { fontSize: 11 });
      }),
    ];
  }

  #slip(lines: Extract<Block, { kind: 'slip' }>['lines']): ContentNode {
    const body = this.#paper.bodySize;
    const stack = lines.map((entry, index) =>
      this.#leaf(entry.runs, 'P', {
        alignment: entry.align,
        fontSize: entry.large === true ? body + 5 : body,
        margin: [0, index === 0 ? 0 : 4, 0, 0],
      }),
    );
    return {
      table: { widths: [this.#width - 26], body: [[{ stack }]], dontBreakRows: true },
      layout: 'boxed',
      margin: [0, 8, 0, 0],
    };
  }

  #picture(picture: Picture, width: number | null, align: 'left' | 'center' | 'right'): ContentNode[] {
    const limit = { width: this.#width, height: textHeight(this.#paper.orientation) * 0.8 };
    const node = this.#drawing(picture, limit, width === null ? null : width * MM);
    if (!node)
      return [
        this.#leaf([{ text: `[${picture.alt}]`, italic: true }], 'P', { alignment: align, margin: [0, spacing, 0, 0] }),
      ];
    return [{ ...node, alignment: align, margin: [0, spacing, 0, 0] }];
  }

  /** A picture at the width asked for, or at its own size, and never beyond the limit. */
  #drawing(picture: Picture, limit: Size, width: number | null): ContentNode | null {
    const name = `${this.#paper.id}#${this.#imageCount++}`;
    const size =
      picture.kind === 'svg'
        ? this.#measures.svgSize(picture.svg)
        : this.#measures.takeImage(name, `data:image/${picture.kind};base64,${picture.base64}`);
    if (!size) {
      this.#faults.push({ paper: this.#paper.id, kind: 'picture', item: picture.alt });
      return null;
    }
    // 96 pixels to the inch, as screens and Word take them.
    const wanted = width === null ? 0.75 : width / size.width;
    const factor = Math.min(wanted, limit.width / size.width, limit.height / size.height);
    const common = {
      width: size.width * factor,
      height: size.height * factor,
      tag: tag(this.#root, 'Figure', { alt: printable(picture.alt).text }),
    };
    if (picture.kind === 'svg') {
      // A drawing may carry pictures within itself and fetch none from beside it.
      const imageCallback = (link: string): string => {
        if (/^data:image\/(?:png|jpe?g);base64,/.test(link)) return link;
        this.#faults.push({ paper: this.#paper.id, kind: 'picture', item: picture.alt });
        return transparent;
      };
      return { svg: picture.svg, options: { imageCallback }, ...common };
    }
    return { image: name, ...common };
  }

  #logos(): ContentNode[] {
    const size = pageSize(this.#paper.orientation);
    const edge = 6 * MM;
    const limit = { width: 28 * MM, height: 12 * MM };
    return this.#paper.logos.flatMap((logo) => {
      const node = this.#drawing(logo.picture, limit, limit.width);
      if (!node) return [];
      const top = logo.corner.startsWith('top');
      const left = logo.corner.endsWith('Left');
      const x = left ? geometry.margins.left : size.width - geometry.margins.right - Number(node.width ?? 0);
      const y = top ? edge : size.height - edge - (node.height ?? 0);
      return [{ ...node, absolutePosition: { x, y } }];
    });
  }
}

/** A centred rule of a given length below a line of text. */
function line(length: number, width: number, above: number): ContentNode {
  const x1 = (width - length) / 2;
  return { canvas: [{ type: 'line', x1, y1: above, x2: x1 + length, y2: above, lineWidth: 0.7 }] };
}

/** pdfmake wants a place for every cell, covered ones too. */
function fillSpans(rows: ContentNode[][]): ContentNode[][] {
  const covered = new Map<string, true>();
  return rows.map((row, rowIndex) => {
    const filled: ContentNode[] = [];
    const take = () => {
      while (covered.has(`${rowIndex},${filled.length}`)) filled.push({ text: '' });
    };
    for (const cell of row) {
      take();
      const start = filled.length;
      filled.push(cell);
      for (let over = 1; over < (cell.colSpan ?? 1); over++) filled.push({ text: '' });
      for (let below = 1; below < (cell.rowSpan ?? 1); below++) {
        for (let over = 0; over < (cell.colSpan ?? 1); over++) covered.set(`${rowIndex + below},${start + over}`, true);
      }
    }
    take();
    return filled;
  });
}
