/** Nodes and results of pdfmake's layout, with the marks this adapter hangs on them. */
import type { KitFont } from './kit-types.ts';
import type { Tag } from './tags.ts';

/** A run of text as pdfmake takes it; unknown properties travel with every word to the drawing. */
export interface TextItem {
  text: string;
  bold?: boolean;
  italics?: boolean;
  fontSize?: number;
  noWrap?: boolean;
  /** Drawn as a box; ticked ones get a cross over it. */
  box?: 'empty' | 'ticked';
}

export interface Keep {
  /** How many of the last lines must stand on the same page as what follows; 'all' for a heading. */
  readonly lines: number | 'all';
  /** Points that what follows needs below them. */
  readonly height: (layout: HeightProbe) => number;
}

/** Measures how tall a node will be across the text area without placing it. */
export type HeightProbe = (node: ContentNode) => number;

export interface ContentNode {
  text?: TextItem[] | string;
  stack?: ContentNode[];
  columns?: ContentNode[];
  table?: {
    widths: number[];
    body: ContentNode[][];
    headerRows?: number;
    keepWithHeaderRows?: number;
    dontBreakRows?: boolean;
    heights?: (row: number) => number | 'auto';
  };
  layout?: object | string;
  canvas?: Vector[];
  image?: string;
  svg?: string;
  options?: object;
  width?: number | string;
  height?: number;
  fit?: [number, number];
  absolutePosition?: { x: number; y: number };
  alignment?: 'left' | 'center' | 'right' | 'justify';
  fontSize?: number;
  bold?: boolean;
  italics?: boolean;
  lineHeight?: number;
  leadingIndent?: number;
  preserveLeadingSpaces?: boolean;
  margin?: [number, number, number, number];
  verticalAlignment?: 'top' | 'middle' | 'bottom';
  colSpan?: number;
  rowSpan?: number;
  border?: [boolean, boolean, boolean, boolean];
  columnGap?: number;
  unbreakable?: boolean;
  pageBreak?: 'before';
  // Marks of this adapter.
  tag?: Tag;
  keep?: Keep;
  bookmark?: { readonly title: string; readonly level: number };
  /** Dots from the end of the last line to the right edge. */
  leader?: boolean;
  // Filled in by pdfmake.
  _inlines?: Inline[];
  positions?: unknown[];
  _span?: boolean;
}

export interface Inline extends TextItem {
  font: KitFont;
  width: number;
  height: number;
  x: number;
  fontSize: number;
  alignment: string;
  leadingCut: number;
  trailingCut: number;
  leadingIndent?: number;
  lineEnd?: boolean;
  noNewLine?: boolean;
  [property: string]: unknown;
}

export interface Line {
  inlines: Inline[];
  x: number;
  y: number;
  maxWidth: number;
  lastLineInParagraph: boolean;
  newLineForced?: boolean;
  source?: ContentNode;
  getHeight(): number;
  getAscenderHeight(): number;
  getWidth(): number;
}

export interface Vector {
  type: 'line' | 'rect';
  x?: number;
  y?: number;
  w?: number;
  h?: number;
  x1?: number;
  y1?: number;
  x2?: number;
  y2?: number;
  lineWidth?: number;
  lineColor?: string;
  color?: string;
  dash?: { length: number; space?: number };
  /** Name of a signature field this invisible rectangle stands for. */
  field?: string;
  fieldTag?: Tag;
}

export interface PlacedPicture extends ContentNode {
  x: number;
  y: number;
}

export type PageItem =
  | { readonly type: 'line'; readonly item: Line }
  | { readonly type: 'vector'; readonly item: Vector }
  | { readonly type: 'image' | 'svg'; readonly item: PlacedPicture }
  | { readonly type: 'beginVerticalAlignment' | 'endVerticalAlignment'; readonly item: object };

export interface PaperPage {
  readonly items: PageItem[];
  readonly pageSize: { readonly width: number; readonly height: number };
}

export interface Context {
  x: number;
  y: number;
  page: number;
  availableWidth: number;
  availableHeight: number;
  pageMargins: { top: number };
  pages: PaperPage[];
  moveDown(points: number): void;
}

export interface Writer {
  transactionLevel: number;
  repeatables: unknown[];
  context(): Context;
  addPage(size: { width: number; height: number }, orientation: null, margins: object): void;
  addLine(line: Line): unknown;
  moveToNextPage(): void;
}

/** A row of a table about to be placed. */
export interface TableRowWork {
  readonly rowIndex: number;
  readonly tableBody: readonly (readonly ContentNode[])[];
  readonly tableNode: ContentNode;
  /** Rows kept whole, each in a transaction of its own that begins before this row's work and ends after it. */
  readonly dontBreakRows: boolean;
  /** The first rows, kept together; undefined or 0 for none. */
  readonly rowsWithoutPageBreak?: number;
}

export interface StyleStack {
  getProperty(name: string): unknown;
}

export interface DocMeasure {
  textInlines: object;
  measureBlock(node: ContentNode): ContentNode;
}
export interface DocPreprocessor {
  preprocessBlock(node: ContentNode): ContentNode;
}
