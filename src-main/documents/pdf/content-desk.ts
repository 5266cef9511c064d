import type { Paper, Run } from '#domain/documents/model.ts';
import { printable } from '#domain/documents/printable.ts';
import type { ContentNode, TextItem } from './layout-types.ts';
import { textWidth } from './page-geometry.ts';
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

/** Points between paragraphs. */
export const spacing = 6;
/** Points the first line of a paragraph stands in. */
export const indent = 28.35;

/** What the parts of a paper's content share while it is built: the paper, its widths, its logical structure and what went wrong. */
export class ContentDesk {
  readonly paper: Paper;
  readonly measures: Measures;
  readonly root: Tag = { role: 'Sect', children: [] };
  readonly faults: Fault[] = [];
  /** Of the text area, in points. */
  readonly width: number;
  /** Pictures named so far: each name is used once in a document. */
  imageCount = 0;
  /** The paper's own bookmark is set. */
  bookmarked = false;

  constructor(paper: Paper, measures: Measures) {
    this.paper = paper;
    this.measures = measures;
    this.width = textWidth(paper.orientation);
  }

  /** Runs as pdfmake takes them; what can't be printed is noted. */
  items(runs: readonly Run[], style: { bold?: boolean; italics?: boolean } = {}): TextItem[] {
    const items: TextItem[] = [];
    for (const run of runs) {
      const { text, lost } = printable(run.text);
      if (lost.length > 0) this.faults.push({ paper: this.paper.id, kind: 'characters', item: lost.join(' ') });
      if (text === '') continue;
      items.push({
        text,
        ...((run.bold ?? style.bold) ? { bold: true } : {}),
        ...((run.italic ?? style.italics) ? { italics: true } : {}),
      });
    }
    return items;
  }

  /** A node of text with its place in the structure. */
  leaf(runs: readonly Run[], role: Role, extra: Partial<ContentNode> & { parent?: Tag } = {}): ContentNode {
    const { parent, ...rest } = extra;
    const items = this.items(runs);
    // pdfmake gives a node without text no line at all; a blank keeps its height.
    return { text: items.length === 0 ? [{ text: ' ' }] : items, tag: tag(parent ?? this.root, role), ...rest };
  }

  /** Points a text takes on one line. */
  widthOf(text: string, size: number, bold: boolean): number {
    return this.measures.widthOf(printable(text).text, size, bold);
  }
}
