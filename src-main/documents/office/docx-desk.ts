import {
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { Paper, Run } from '#domain/documents/model.ts';
import { line, margins, MM, noBorders, noLine, page } from './docx-measures.ts';
import { xmlText } from './xml-text.ts';

/** What stands under one another in a Word file. */
export type Child = Paragraph | Table;

/** One row of things side by side. */
export interface BareRow {
  readonly cells: readonly (readonly Child[])[];
  /** Room over them, in twentieths of a point. */
  readonly above?: number;
}

/** What the parts of a Word file share while it is built: the paper, the width of its text, and the smallest pieces. */
export class DocxDesk {
  readonly paper: Paper;
  /** Width of the text in twentieths of a point. */
  readonly width: number;

  constructor(paper: Paper) {
    this.paper = paper;
    const across = paper.orientation === 'landscape' ? page.long : page.short;
    this.width = across - Math.round((margins.left + margins.right) * MM);
  }

  runs(runs: readonly Run[], look: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun[] {
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

  /** A paragraph of the running text. */
  body(runs: readonly Run[], options: IParagraphOptions): Paragraph {
    return new Paragraph({ style: 'BodyText', ...options, children: this.runs(runs) });
  }

  /** A paragraph without the spacing and the indent of the running text. */
  plain(runs: readonly Run[], options: IParagraphOptions, size?: number): Paragraph {
    return new Paragraph({
      style: 'Plain',
      ...options,
      children: this.runs(runs, size === undefined ? {} : { size }),
    });
  }

  spacer(points: number, keepNext = false): Paragraph {
    return new Paragraph({
      style: 'Plain',
      keepNext,
      spacing: { before: 0, after: 0, line: Math.max(2, Math.round(points * 20)), lineRule: LineRuleType.EXACT },
      children: [],
    });
  }

  /** A short centred line under a text, as a paragraph with a border: shapes are not the same in all programs. */
  rule(share: number, width: number): Paragraph {
    const side = Math.round((width * (1 - share)) / 2);
    return new Paragraph({
      style: 'Plain',
      indent: { left: side, right: side },
      spacing: { before: 0, after: 0, line: 60, lineRule: LineRuleType.EXACT },
      border: { bottom: { ...line, space: 0 } },
      children: [],
    });
  }

  /** A paragraph nobody sees: it stands between two tables, or after a last one, where Word asks for one. */
  hair(keepNext = false): Paragraph {
    return this.spacer(0.1, keepNext);
  }

  /** A table without lines, for what stands side by side; no row of it is parted. */
  bare(widths: readonly number[], rows: readonly BareRow[]): Table {
    return new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: [...widths],
      borders: { ...noBorders, insideHorizontal: noLine, insideVertical: noLine },
      rows: rows.map(
        ({ cells, above }) =>
          new TableRow({
            cantSplit: true,
            children: cells.map(
              (children, index) =>
                new TableCell({
                  width: { size: widths[index] ?? 0, type: WidthType.DXA },
                  borders: noBorders,
                  margins: { ...(above === undefined ? {} : { top: above }), left: 0, right: 0 },
                  children: children.length > 0 ? [...children] : [this.plain([], {})],
                }),
            ),
          }),
      ),
    });
  }
}
