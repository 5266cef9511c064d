import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
  type ITableCellBorders,
} from 'docx';
import { dots, legalBasisLine, listMarker } from '#domain/documents/paper-text.ts';
import {
  quocHieu,
  textOfRuns,
  tieuNgu,
  type Align,
  type Block,
  type Cell,
  type LetterheadBlock,
  type Paper,
  type Picture,
  type Run,
  type Signature,
  type SignaturesBlock,
  type TableBlock,
} from '#domain/documents/model.ts';
import { xmlText } from './xml-text.ts';

/** Twentieths of a point in a millimetre, the measure of Word files. */
const MM = 1440 / 25.4;
const margins = { top: 20, right: 15, bottom: 20, left: 30 } as const;
const page = { short: Math.round(210 * MM), long: Math.round(297 * MM) } as const;

/** Beside the text of a cell, in twentieths of a point. */
const CELL_PADDING = 80;

type Child = Paragraph | Table;

/**
 * A paper as a Word file that can be edited further: real styles, real tables, page numbers as fields, nothing that other word
 * processors would not show. Measures are those of the PDF.
 */
export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    creator: 'HoiDong',
    title: xmlText(paper.title),
    language: undefined,
    styles: styles(paper),
    sections: [section(paper)],
  } as ConstructorParameters<typeof Document>[0]);
  return new Uint8Array(await Packer.toBuffer(document));
}

function styles(paper: Paper): object {
  const size = paper.bodySize * 2;
  const spacing = { before: 120, after: 0, line: 259, lineRule: LineRuleType.AUTO };
  const heading = (before: number, italics = false) => ({
    run: { size, bold: true, italics, color: '000000', font: 'Times New Roman' },
    paragraph: {
      spacing: { ...spacing, before },
      indent: { firstLine: Math.round(10 * MM) },
      keepNext: true,
      keepLines: true,
    },
  });
  return {
    default: {
      document: { run: { font: 'Times New Roman', size, language: { value: 'vi-VN' } } },
      heading1: heading(200),
      heading2: heading(120),
      heading3: heading(120, true),
      title: {
        run: { size: 28, bold: true, color: '000000', font: 'Times New Roman' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 360, after: 0 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'BodyText',
        name: 'Body Text',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size },
        paragraph: { alignment: AlignmentType.JUSTIFIED, spacing, indent: { firstLine: Math.round(10 * MM) } },
      },
      { id: 'Plain', name: 'Plain', basedOn: 'Normal', run: { size }, paragraph: { spacing: { before: 0, after: 0 } } },
    ],
  };
}

function section(paper: Paper): object {
  const landscape = paper.orientation === 'landscape';
  const look: IRunOptions = { text: paper.watermark ?? '', bold: true, color: '808080', size: 28 };
  const mark = paper.watermark === null ? [] : [new TextRun(look)];
  return {
    properties: {
      titlePage: true,
      page: {
        // Word turns the sheet itself where landscape is asked for.
        size: {
          width: page.short,
          height: page.long,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: Math.round(margins.top * MM),
          right: Math.round(margins.right * MM),
          bottom: Math.round(margins.bottom * MM),
          left: Math.round(margins.left * MM),
          header: Math.round(9 * MM),
          footer: Math.round(9 * MM),
        },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: mark })] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new TextRun({ size: 26, children: [PageNumber.CURRENT] }),
              ...(mark.length > 0 ? [new TextRun('   '), ...mark] : []),
            ],
          }),
        ],
      }),
    },
    footers: { first: new Footer({ children: [] }), default: new Footer({ children: [] }) },
    children: new Writer(paper).children(),
  };
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

const line = { style: BorderStyle.SINGLE, size: 5, color: '000000' } as const;
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders: ITableCellBorders = { top: noLine, bottom: noLine, left: noLine, right: noLine };

class Writer {
  readonly #paper: Paper;
  /** Width of the text in twentieths of a point. */
  readonly #width: number;

  constructor(paper: Paper) {
    this.#paper = paper;
    const across = paper.orientation === 'landscape' ? page.long : page.short;
    this.#width = across - Math.round((margins.left + margins.right) * MM);
  }

  children(): Child[] {
    const { blocks, formLines } = this.#paper;
    const children: Child[] = formLines.map((text, index) =>
      this.#plain(
        [{ text, ...(index === 0 ? { bold: true } : { italic: true }) }],
        { alignment: AlignmentType.RIGHT },
        index === 0 ? 12 : 11,
      ),
    );
    blocks.forEach((block, index) => children.push(...this.#block(block, blocks[index + 1])));
    // A Word file may not end with a table.
    if (!(children.at(-1) instanceof Paragraph)) children.push(this.#plain([], {}, 2));
    return children;
  }

  #runs(runs: readonly Run[], look: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun[] {
    return runs.flatMap((run) =>
      xmlText(run.text)
        .split('\n')
        .map((text, index) => {
          const options: IRunOptions = {
            text: text.replace(/\t/g, '    '),
            ...(index > 0 ? { break: 1 } : {}),
            ...((run.bold ?? look.bold) ? { bold: true } : {}),
            ...((run.italic ?? look.italics) ? { italics: true } : {}),
            ...(look.size === undefined ? {} : { size: look.size * 2 }),
          };
          return new TextRun(options);
        }),
    );
  }

  #plain(runs: readonly Run[], options: IParagraphOptions, size?: number): Paragraph {
    return new Paragraph({
      style: 'Plain',
      ...options,
      children: this.#runs(runs, size === undefined ? {} : { size }),
    });
  }

  #block(block: Block, next: Block | undefined): Child[] {
    const keepNext =
      next?.kind === 'signatures' ||
      next?.kind === 'table' ||
      next?.kind === 'checks' ||
      next?.kind === 'fillLines' ||
      (block.kind === 'paragraph' && next?.kind === 'list' && textOfRuns(block.runs).endsWith(':'));
    switch (block.kind) {
      case 'letterhead':
        return [this.#letterhead(block)];
      case 'title':
        return [
          new Paragraph({ heading: HeadingLevel.TITLE, children: this.#runs([{ text: block.name }]) }),
          ...(block.about === null
            ? []
            : [
                this.#plain(
                  [{ text: block.about, bold: true }],
                  { alignment: AlignmentType.CENTER, keepNext: true },
                  14,
                ),
                this.#rule(0.33, this.#width),
              ]),
        ];
      case 'legalBases':
        return block.items.map((_, index) =>
          this.#body([{ text: legalBasisLine(block.items, index), italic: true }], {}),
        );
      case 'heading':
        return [
          new Paragraph({
            heading:
              [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][block.level - 1] ??
              HeadingLevel.HEADING_3,
            children: this.#runs([{ text: block.number === null ? block.text : `${block.number} ${block.text}` }]),
          }),
        ];
      case 'paragraph': {
        const align: Align = block.align ?? 'justify';
        const indented = block.indent ?? align === 'justify';
        return [
          this.#body(block.runs, {
            alignment: alignments[align],
            keepNext,
            ...(indented ? {} : { indent: { firstLine: 0 } }),
          }),
        ];
      }
      case 'list':
        return block.items.map((item, index) =>
          this.#body([{ text: `${listMarker(block.marker, index)} ` }, ...item], {
            spacing: { before: 60 },
            ...(keepNext ? { keepNext } : {}),
          }),
        );
      case 'definitions':
        return block.items.map((item) =>
          item.value === null
            ? this.#leader(`${item.label}: `, keepNext)
            : this.#body([{ text: `${item.label}: ` }, ...item.value], {
                spacing: { before: 80 },
                keepNext,
              }),
        );
      case 'table':
        return [this.#spacer(6, true), this.#table(block), this.#spacer(2)];
      case 'checks': {
        const mark = (ticked: boolean) => (ticked ? '☒ ' : '☐ ');
        const items = block.items.map((item) => ({ text: `${mark(item.ticked)}${item.label}` }));
        if (block.inline) return [this.#body([{ text: items.map((item) => item.text).join('      ') }], { keepNext })];
        return items.map((item) => this.#body([item], { spacing: { before: 80 }, keepNext }));
      }
      case 'fillLines':
        // Up to six lines to write on are not parted, and go with what follows.
        return Array.from({ length: block.count }, (_, index) =>
          this.#leader('', index === block.count - 1 ? keepNext : block.count <= 6),
        );
      case 'signatures':
        return this.#signatures(block);
      case 'picture':
        return [this.#picture(block.picture, block.width, block.align)];
      case 'slip':
        return [
          this.#spacer(6),
          new Table({
            width: { size: this.#width, type: WidthType.DXA },
            layout: TableLayoutType.FIXED,
            columnWidths: [this.#width],
            rows: [
              new TableRow({
                cantSplit: true,
                children: [
                  new TableCell({
                    margins: { top: 160, bottom: 160, left: 220, right: 220 },
                    children: block.lines.map((entry) =>
                      this.#plain(
                        entry.runs,
                        { alignment: alignments[entry.align], spacing: { before: 60 } },
                        this.#paper.bodySize + (entry.large === true ? 5 : 0),
                      ),
                    ),
                  }),
                ],
              }),
            ],
          }),
        ];
      case 'cutLine':
        return [
          new Paragraph({
            style: 'Plain',
            spacing: { before: 200, after: 200 },
            border: { bottom: { style: BorderStyle.DASHED, size: 4, color: '000000', space: 1 } },
            children: [],
          }),
        ];
      case 'space':
        return [this.#spacer(block.height * (72 / 25.4))];
      case 'pageBreak':
        return [new Paragraph({ style: 'Plain', children: [new PageBreak()] })];
    }
  }

  #body(runs: readonly Run[], options: IParagraphOptions): Paragraph {
    return new Paragraph({ style: 'BodyText', ...options, children: this.#runs(runs) });
  }

  #spacer(points: number, keepNext = false): Paragraph {
    return new Paragraph({
      style: 'Plain',
      keepNext,
      spacing: { before: 0, after: 0, line: Math.max(20, Math.round(points * 20)), lineRule: LineRuleType.EXACT },
      children: [],
    });
  }

  /** Text and dots to the right margin, to write on. */
  #leader(text: string, keepNext: boolean): Paragraph {
    return new Paragraph({
      style: 'Plain',
      keepNext,
      spacing: { before: 100 },
      ...(text === '' ? {} : { indent: { firstLine: Math.round(10 * MM) } }),
      tabStops: [{ type: TabStopType.RIGHT, position: this.#width, leader: 'dot' }],
      children: [...this.#runs([{ text }]), new TextRun({ text: '\t' })],
    });
  }

  /** A short centred line under a text, as a paragraph with a border: shapes are not the same in all programs. */
  #rule(share: number, width: number): Paragraph {
    const side = Math.round((width * (1 - share)) / 2);
    return new Paragraph({
      style: 'Plain',
      indent: { left: side, right: side },
      spacing: { before: 0, after: 0, line: 60, lineRule: LineRuleType.EXACT },
      border: { bottom: { ...line, space: 0 } },
      children: [],
    });
  }

  #bare(widths: readonly number[], rows: readonly (readonly Child[])[][], cantSplit: boolean): Table {
    return new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: [...widths],
      borders: { ...noBorders, insideHorizontal: noLine, insideVertical: noLine },
      rows: rows.map(
        (cells) =>
          new TableRow({
            cantSplit,
            children: cells.map(
              (children, index) =>
                new TableCell({
                  width: { size: widths[index] ?? 0, type: WidthType.DXA },
                  borders: noBorders,
                  margins: { left: 0, right: 0 },
                  children: children.length > 0 ? [...children] : [this.#plain([], {})],
                }),
            ),
          }),
      ),
    });
  }

  #letterhead(block: LetterheadBlock): Table {
    const left = Math.round(this.#width * 0.44);
    const right = this.#width - left;
    const centre = { alignment: AlignmentType.CENTER };
    const body = block.body.toLocaleUpperCase('vi');
    const rows: Child[][][] = [
      [
        [
          ...(block.parentBody === null
            ? []
            : [this.#plain([{ text: block.parentBody.toLocaleUpperCase('vi') }], centre, 12)]),
          this.#plain([{ text: body, bold: true }], centre, 12),
          this.#rule(0.4, left),
        ],
        [
          this.#plain([{ text: quocHieu, bold: true }], centre, 12),
          this.#plain([{ text: tieuNgu, bold: true }], centre, 13),
          this.#rule(0.62, right),
        ],
      ],
    ];
    if (block.number !== null || block.placeDate !== null) {
      const spaced = { ...centre, spacing: { before: 120 } };
      rows.push([
        [this.#plain(block.number === null ? [] : [{ text: block.number }], spaced, 13)],
        [
          this.#plain(
            block.placeDate === null ? [] : [{ text: block.placeDate, italic: true }],
            spaced,
            Math.min(14, this.#paper.bodySize),
          ),
        ],
      ]);
    }
    return this.#bare([left, right], rows, true);
  }

  #table(block: TableBlock): Table {
    const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
    // As on the PDF: every column has room for its padding first.
    const free = this.#width - block.columns.length * 2 * CELL_PADDING;
    const widths = block.columns.map(({ share }) => Math.floor((share / shares) * free) + 2 * CELL_PADDING);
    const size = this.#paper.bodySize - (block.smaller ?? 0);
    const rows = [
      ...block.head.map((row) => this.#row(row, block, widths, size, true)),
      // The last row takes the one before along to the next page.
      ...block.rows.map((row, at, all) => this.#row(row, block, widths, size, false, at === all.length - 2)),
    ];
    return new Table({
      width: { size: this.#width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      rows:
        rows.length > 0
          ? rows
          : [
              this.#row(
                block.columns.map(() => ({ runs: [] })),
                block,
                widths,
                size,
                false,
              ),
            ],
    });
  }

  #row(
    row: readonly Cell[],
    block: TableBlock,
    widths: readonly number[],
    size: number,
    head: boolean,
    keepNext = false,
  ): TableRow {
    let column = 0;
    const cells = row.map((cell) => {
      const span = cell.colSpan ?? 1;
      const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0);
      const align = cell.align ?? (head ? 'center' : (block.columns[column]?.align ?? 'left'));
      column += span;
      const box = cell.box === undefined ? [] : [{ text: cell.box === 'ticked' ? '☒' : '☐' }];
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        ...(span > 1 ? { columnSpan: span } : {}),
        ...((cell.rowSpan ?? 1) > 1 ? { rowSpan: cell.rowSpan ?? 1 } : {}),
        verticalAlign: head ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
        margins: { top: 40, bottom: 40, left: CELL_PADDING, right: CELL_PADDING },
        children: [
          new Paragraph({
            style: 'Plain',
            alignment: alignments[align],
            keepNext: keepNext || head,
            children: this.#runs([...box, ...cell.runs], { size, ...(head ? { bold: true } : {}) }),
          }),
        ],
      });
    });
    return new TableRow({
      tableHeader: head,
      // LibreOffice loses every row of a table whose repeated head may not be split where only the head fits on the page.
      cantSplit: !head,
      ...(block.rowHeight !== undefined && !head
        ? { height: { value: Math.round(block.rowHeight * MM), rule: 'atLeast' } }
        : {}),
      children: cells,
    });
  }

  #signatures(block: SignaturesBlock): Child[] {
    const withRecipients = block.recipients.length > 0 && block.columns.length === 1;
    const count = Math.max(1, block.columns.length) + (withRecipients ? 1 : 0);
    const width = Math.floor(this.#width / count);
    const last = block.columns.length - 1;
    const columns = block.columns.map((signature, index) =>
      this.#signature(signature, block.placeDate === null ? undefined : index === last ? block.placeDate : ''),
    );
    const beside = withRecipients ? this.#recipients(block.recipients) : null;
    // Two rows, the first kept with the second: so the lines before go along to the next page in every program.
    const rows: Child[][][] = [
      [...(beside ? [beside] : []), ...columns.map(({ above }) => [...above])],
      [...(beside ? [[]] : []), ...columns.map(({ name }) => [...name])],
    ];
    const table = this.#bare(
      Array.from({ length: count }, () => width),
      rows,
      true,
    );
    return [
      this.#spacer(12, true),
      table,
      ...(block.recipients.length > 0 && !withRecipients
        ? [this.#spacer(8), ...this.#recipients(block.recipients)]
        : []),
    ];
  }

  /** What stands over the room to sign, and the room with the name. */
  #signature(
    signature: Signature,
    placeDate: string | undefined,
  ): { readonly above: readonly Paragraph[]; readonly name: readonly Paragraph[] } {
    const centre = { alignment: AlignmentType.CENTER, keepNext: true };
    const { title, hint, name } = signature;
    return {
      above: [
        ...(placeDate === undefined ? [] : [this.#plain([{ text: placeDate, italic: true }], centre)]),
        ...title.map((text) => this.#plain([{ text, bold: true }], centre)),
        ...(hint === null
          ? []
          : [this.#plain([{ text: hint, italic: true }], centre, Math.min(this.#paper.bodySize, 12))]),
      ],
      name: [
        this.#plain([], { ...centre, spacing: { before: Math.round(18 * MM) } }),
        this.#plain([name === null ? { text: dots } : { text: name, bold: true }], { alignment: AlignmentType.CENTER }),
      ],
    };
  }

  #recipients(recipients: readonly string[]): Paragraph[] {
    return [
      this.#plain([{ text: 'Nơi nhận:', bold: true, italic: true }], { keepNext: true }, 12),
      ...recipients.map((text, index) =>
        this.#plain(
          [{ text: `- ${text.trim().replace(/[;.]+$/u, '')}${index === recipients.length - 1 ? '.' : ';'}` }],
          {},
          11,
        ),
      ),
    ];
  }

  #picture(picture: Picture, width: number | null, align: Align): Paragraph {
    const size = picture.kind === 'svg' ? null : pixelSize(Buffer.from(picture.base64, 'base64'));
    // Drawings would need a Word-only extension; the page says what stands there instead.
    if (picture.kind === 'svg' || size === null)
      return this.#body([{ text: `[${picture.alt}]`, italic: true }], { alignment: alignments[align] });
    const limit = this.#width / 15;
    const wanted = width === null ? size.width : width * (96 / 25.4);
    const factor = Math.min(wanted, limit) / size.width;
    return new Paragraph({
      style: 'Plain',
      alignment: alignments[align],
      children: [
        new ImageRun({
          type: picture.kind === 'png' ? 'png' : 'jpg',
          data: Buffer.from(picture.base64, 'base64'),
          transformation: { width: Math.round(size.width * factor), height: Math.round(size.height * factor) },
          altText: { name: picture.alt, title: picture.alt, description: picture.alt },
        }),
      ],
    });
  }
}

/** Size of a PNG or JPEG in pixels, from its own header; null when it is neither. */
export function pixelSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = bytes.readUInt16BE(at);
    // Start of frame, of any coding.
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
