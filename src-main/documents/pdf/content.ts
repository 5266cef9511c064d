import { legalBasisLine, listMarker } from '#domain/documents/paper-text.ts';
import { textOfRuns, type Block, type Paper, type SignaturesBlock } from '#domain/documents/model.ts';
import { printable, unprintable } from '#domain/documents/printable.ts';
import type { ContentNode, Keep, TextItem } from './layout-types.ts';
import { LINE_HEIGHT } from './layout.ts';
import { MM, textHeight } from './page-geometry.ts';
import { tag, type Tag } from './tags.ts';
import { ContentDesk, indent, spacing, type Fault, type Measures } from './content-desk.ts';
import { formLinesOf, letterheadOf, titleOf } from './content-head.ts';
import { tableHeights, tableOf } from './content-table.ts';
import { signaturesOf, slipOf } from './content-signatures.ts';
import { logosOf, pictureOf } from './content-pictures.ts';

export interface BuiltPaper {
  readonly content: ContentNode[];
  readonly tag: Tag;
  readonly faults: readonly Fault[];
}

/** Turns a paper into pdfmake's nodes and the plan of its logical structure. */
export function buildContent(paper: Paper, measures: Measures): BuiltPaper {
  return new ContentBuilder(paper, measures).build();
}

/** Measures what a node takes in height, without placing it. */
type HeightOf = (node: ContentNode) => number;

class ContentBuilder {
  readonly #desk: ContentDesk;

  constructor(paper: Paper, measures: Measures) {
    this.#desk = new ContentDesk(paper, measures);
  }

  build(): BuiltPaper {
    const { blocks } = this.#desk.paper;
    const content: ContentNode[] = [...logosOf(this.#desk), ...formLinesOf(this.#desk)];
    blocks.forEach((block, index) => content.push(...this.#block(block, index)));
    if (content.length === 0) content.push(this.#desk.leaf([], 'P'));
    const first = content.find((node) => node.text !== undefined) ?? content[0];
    if (first && !this.#desk.bookmarked) first.bookmark = { title: printable(this.#desk.paper.title).text, level: 0 };
    return { content, tag: this.#desk.root, faults: this.#desk.faults };
  }

  #block(block: Block, index: number): ContentNode[] {
    switch (block.kind) {
      case 'letterhead':
        return [letterheadOf(this.#desk, block)];
      case 'title':
        return titleOf(this.#desk, block.name, block.about);
      case 'legalBases':
        return block.items.map((_, place) =>
          this.#desk.leaf([{ text: legalBasisLine(block.items, place), italic: true }], 'P', {
            alignment: 'justify',
            leadingIndent: indent,
            margin: [0, place === 0 ? 10 : 3, 0, 0],
          }),
        );
      case 'heading':
        return [this.#heading(block, index)];
      case 'paragraph':
        return [
          this.#desk.leaf(block.runs, 'P', {
            alignment: block.align ?? 'justify',
            ...((block.indent ?? (block.align ?? 'justify') === 'justify') ? { leadingIndent: indent } : {}),
            margin: [0, spacing, 0, 0],
            ...this.#keepFor(index),
          }),
        ];
      case 'list': {
        const list = tag(this.#desk.root, 'L');
        return block.items.map((item, place) => {
          const listItem = tag(list, 'LI');
          return this.#desk.leaf([{ text: `${listMarker(block.marker, place)} ` }, ...item], 'LBody', {
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
          this.#desk.leaf([{ text: `${item.label}: ` }, ...(item.value ?? [])], 'P', {
            alignment: item.value === null ? 'left' : 'justify',
            leadingIndent: indent,
            margin: [0, place === 0 && this.#desk.paper.blocks[index - 1]?.kind === 'title' ? 10 : 4, 0, 0],
            leader: item.value === null,
            ...(place === block.items.length - 1 ? this.#keepFor(index) : {}),
          }),
        );
      case 'table':
        return [tableOf(this.#desk, block)];
      case 'checks':
        return this.#checks(block.items, block.inline).map((node, place, all) => {
          const after = all.length - 1 - place;
          const rest = this.#keepFor(index).keep;
          if (after === 0) return { ...node, ...(rest ? { keep: rest } : {}) };
          // A few choices stand together; a long list of them only does not leave the last one alone.
          if (all.length > 6 && after > 1) return node;
          const height: Keep['height'] = (heightOf) => after * this.#checkHeight() + (rest?.height(heightOf) ?? 0);
          return { ...node, keep: { lines: 2, height } };
        });
      case 'fillLines':
        return Array.from({ length: block.count }, (_, place) =>
          this.#desk.leaf([], 'P', {
            margin: [0, 5, 0, 0],
            leader: true,
            ...this.#keepLines(index, block.count - 1 - place),
          }),
        );
      case 'signatures':
        return signaturesOf(this.#desk, block);
      case 'picture':
        return pictureOf(this.#desk, block.picture, block.width, block.align);
      case 'slip':
        return [slipOf(this.#desk, block.lines)];
      case 'cutLine':
        return [
          {
            canvas: [
              {
                type: 'line',
                x1: 0,
                y1: 0,
                x2: this.#desk.width,
                y2: 0,
                lineWidth: 0.5,
                dash: { length: 4, space: 3 },
              },
            ],
            margin: [0, 14, 0, 14],
          },
        ];
      case 'space':
        return [{ canvas: [{ type: 'rect', x: 0, y: 0, w: 0, h: block.height * MM, lineWidth: 0 }] }];
      case 'pageBreak':
        return [{ ...this.#desk.leaf([], 'P', { fontSize: 1 }), pageBreak: 'before' }];
    }
  }

  /**
   * What stands before signatures or a table keeps its last lines with them; headings keep the whole chain, so that no
   * heading is parted from its table by the line between them.
   */
  #keepFor(index: number): Partial<ContentNode> {
    const next = this.#desk.paper.blocks[index + 1];
    if (next?.kind === 'signatures') {
      return {
        keep: {
          lines: 2,
          // Measured on a copy of its own, which stays out of the structure.
          height: (heightOf) => this.#signaturesHeight(next, heightOf),
        },
      };
    }
    if (next?.kind === 'table' || next?.kind === 'checks' || next?.kind === 'fillLines' || this.#leadsIn(index)) {
      return { keep: { lines: 2, height: (heightOf) => this.#heightNeeded(index + 1, heightOf) } };
    }
    return {};
  }

  /** Does this paragraph announce the list after it? */
  #leadsIn(index: number): boolean {
    const { blocks } = this.#desk.paper;
    const block = blocks[index];
    return block?.kind === 'paragraph' && blocks[index + 1]?.kind === 'list' && textOfRuns(block.runs).endsWith(':');
  }

  /** Up to six lines to write on go together, and with what follows them if that must not be parted; of more, only the last. */
  #keepLines(index: number, after: number): Partial<ContentNode> {
    const block = this.#desk.paper.blocks[index];
    const rest = this.#keepFor(index).keep;
    if (block?.kind !== 'fillLines') return {};
    if (block.count > 6 && after > 1) return {};
    return {
      keep: { lines: 2, height: (heightOf) => after * this.#fillLineHeight() + (rest?.height(heightOf) ?? 0) },
    };
  }

  #checkHeight(): number {
    return this.#desk.paper.bodySize * 1.15 * LINE_HEIGHT + 4;
  }

  #fillLineHeight(): number {
    return this.#desk.paper.bodySize * 1.15 * LINE_HEIGHT + 5;
  }

  #signaturesHeight(block: SignaturesBlock, heightOf: HeightOf): number {
    return heightOf({ stack: signaturesOf(new ContentDesk(this.#desk.paper, this.#desk.measures), block) });
  }

  /** Points a block needs at the foot of a page to begin there, with what must follow it. */
  #heightNeeded(index: number, heightOf: HeightOf): number {
    const block = this.#desk.paper.blocks[index];
    const following = this.#desk.paper.blocks[index + 1];
    const lineHeight = this.#desk.paper.bodySize * 1.15 * LINE_HEIGHT;
    const chained = following?.kind === 'table' || following?.kind === 'checks' || following?.kind === 'fillLines';
    switch (block?.kind) {
      case 'fillLines': {
        const count = block.count > 6 ? 2 : block.count;
        const below =
          following?.kind === 'signatures'
            ? this.#signaturesHeight(following, heightOf)
            : following?.kind === 'checks'
              ? lineHeight + spacing
              : 0;
        return count * this.#fillLineHeight() + (block.count > 6 ? 0 : below);
      }
      case 'table': {
        const { headHeight, rowHeight } = tableHeights(this.#desk, block);
        return Math.min(8 + headHeight + rowHeight, textHeight(this.#desk.paper.orientation) * 0.5);
      }
      case 'heading':
        return lineHeight * 2 + spacing + this.#heightNeeded(index + 1, heightOf);
      case 'checks':
        return (block.inline ? 1 : Math.min(6, block.items.length)) * this.#checkHeight() + spacing;
      case 'definitions':
        return block.items.length === 1 && chained
          ? lineHeight + 4 + this.#heightNeeded(index + 1, heightOf)
          : lineHeight * Math.min(3, block.items.length * 2);
      case 'paragraph': {
        const lines = Math.ceil(
          this.#desk.widthOf(textOfRuns(block.runs), this.#desk.paper.bodySize, false) / this.#desk.width,
        );
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

  #heading(block: Extract<Block, { kind: 'heading' }>, index: number): ContentNode {
    const text = block.number === null ? block.text : `${block.number} ${block.text}`;
    const role = block.level === 1 ? 'H2' : 'H3';
    return {
      ...this.#desk.leaf([{ text, bold: true, ...(block.level === 3 ? { italic: true } : {}) }], role, {
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
        ...this.#desk.items([{ text: `\u00a0${item.label}` }]),
      ]);
      return [{ text, tag: tag(this.#desk.root, 'P'), margin: [indent, spacing, 0, 0] }];
    }
    return items.map((item) => ({
      text: [box(item.ticked), ...this.#desk.items([{ text: `\u00a0${item.label}` }])],
      tag: tag(this.#desk.root, 'P'),
      margin: [indent, 4, 0, 0],
    }));
  }
}
