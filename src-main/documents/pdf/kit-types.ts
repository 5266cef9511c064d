/** What the adapter uses of pdfkit's document, as pdfmake extends it. */
import type { Readable } from 'node:stream';

export interface GlyphRun {
  readonly glyphs: readonly { readonly id: number; readonly advanceWidth: number; readonly codePoints: number[] }[];
  readonly positions: readonly {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
    readonly advanceWidth: number;
  }[];
  readonly advanceWidth: number;
}

/** One piece of a glyph's outline, in font units. */
export interface PathCommand {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  readonly args: readonly number[];
}

/** A parsed font of fontkit. */
export interface ParsedFont {
  readonly postscriptName: string;
  readonly characterSet: readonly number[];
  readonly unitsPerEm: number;
  readonly layout: (text: string) => {
    readonly glyphs: readonly { readonly path: { readonly commands: readonly PathCommand[] } }[];
    readonly positions: readonly { readonly xAdvance: number }[];
  };
  readonly glyphForCodePoint: (codePoint: number) => { readonly id: number; readonly advanceWidth: number };
}

/** pdfkit's embedded font: one per document, over a parsed font that may be shared. */
export declare class KitFont {
  constructor(document: KitDocument, font: ParsedFont, id: string);
  readonly id: string;
  readonly name: string;
  readonly font: ParsedFont;
  readonly scale: number;
  readonly ascender: number;
  readonly descender: number;
  readonly lineGap: number;
  readonly subset: { includeGlyph(id: number): number };
  widths: number[];
  unicode: number[][];
  layoutRun(text: string, features?: readonly string[]): GlyphRun;
  layoutCached(text: string): GlyphRun;
  widthOfString(text: string, size: number, features?: readonly string[]): number;
  lineHeight(size: number, includeGap?: boolean): number;
  ref(): KitReference;
}

export interface KitReference {
  readonly id: number;
  data: Record<string, unknown>;
  write(chunk: Uint8Array | string): void;
  end(chunk?: Uint8Array | string): void;
}

export interface StructureElement {
  add(child: StructureElement | StructureContent): StructureElement;
  end(): void;
  readonly dictionary: KitReference;
  _flushed: boolean;
  _flush(): void;
  _isFlushable(): boolean;
  _addAnnotationToParentTree(annotation: KitReference): void;
}
export interface StructureContent {
  readonly refs: readonly unknown[];
}
export interface OutlineItem {
  addItem(title: string, options?: { expanded?: boolean; top?: number }): OutlineItem;
}

export interface KitOptions {
  readonly size: readonly [number, number];
  readonly pdfVersion: string;
  readonly subset: string | undefined;
  readonly tagged: boolean;
  readonly displayTitle: boolean;
  readonly compress: boolean;
  readonly lang: string;
  readonly autoFirstPage: boolean;
  readonly info: Readonly<Record<string, string | Date>>;
  readonly font: null;
}

export declare class KitDocument extends Readable {
  constructor(
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: KitOptions,
    virtualfs: null,
    localAccessPolicy: (path: string) => boolean,
  );
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly fonts: Record<string, KitReference>;
    readonly annotations: KitReference[];
    readonly dictionary: KitReference;
    write(chunk: Uint8Array | string): void;
  };
  readonly outline: OutlineItem;
  readonly info: Record<string, string | Date>;
  readonly images: Record<string, string>;
  readonly _fontFamilies: Record<string, KitFont>;
  readonly _root: KitReference;
  _font: KitFont;
  font(source: Uint8Array | string, family?: string): this;
  provideFont(family: string, bold: boolean, italics: boolean): KitFont;
  getFontFile(family: string, bold: boolean, italics: boolean): string;
  provideImage(source: string): { readonly width: number; readonly height: number };
  addPage(options: { size: readonly [number, number] }): this;
  addContent(data: string): this;
  flushPages(): void;
  ref(data: Record<string, unknown>): KitReference;
  struct(type: string, options?: Record<string, unknown>): StructureElement;
  addStructure(element: StructureElement): this;
  markStructureContent(tag: string): StructureContent;
  endMarkedContent(): this;
  appendXML(xml: string): void;
  endAcroForm(): this;
  _addInfo(): void;
  _addColorOutputIntent(): void;
  _importSubset(subset: object): void;
  end(): void;
}
