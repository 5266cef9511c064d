/* eslint-disable import-x/no-default-export -- describes modules of a library as they are */
/**
 * The parts of pdfmake 0.3.11 and its pdfkit 0.19 that the adapter builds on. pdfmake publishes no types for its layout
 * engine; these describe just what is used here, as read in its sources.
 */
declare module 'pdfmake/js/LayoutBuilder.js' {
  import type {
    ContentNode,
    Line,
    PageItem,
    PaperPage,
    TableRowWork,
    Writer,
    DocMeasure,
    DocPreprocessor,
  } from '#main/documents/pdf/layout-types.ts';
  import type { KitDocument } from '#main/documents/pdf/kit-types.ts';
  export class LayoutBuilder {
    constructor(
      pageSize: { width: number; height: number; orientation: string },
      pageMargins: { left: number; top: number; right: number; bottom: number },
      svgMeasure: unknown,
    );
    writer: Writer;
    nestedLevel: number;
    docMeasure: DocMeasure;
    docPreprocessor: DocPreprocessor;
    registerTableLayouts(layouts: object): void;
    layoutDocument(
      content: ContentNode[],
      pdfDocument: KitDocument,
      styles: object,
      defaultStyle: object,
      background?: undefined,
      header?: undefined,
      footer?: undefined,
      watermark?: undefined,
      pageBreakBefore?: undefined,
    ): PaperPage[];
    tryLayoutDocument(...args: unknown[]): { pages: PaperPage[]; linearNodeList: unknown[] };
    processNode(node: ContentNode, verticalAlignmentAllowed?: boolean): void;
    processLeaf(node: ContentNode): void;
    processRow(row: TableRowWork): unknown;
    buildNextLine(node: ContentNode): Line | null;
  }
  export type { PageItem };
  const builder: { default: typeof LayoutBuilder };
  export default builder;
}

declare module 'pdfmake/js/SVGMeasure.js' {
  const measure: { default: new () => object };
  export default measure;
}

declare module 'pdfmake/js/DocumentContext.js' {
  import type { Context } from '#main/documents/pdf/layout-types.ts';
  const context: { default: new () => Context };
  export default context;
}

declare module 'pdfmake/js/PageElementWriter.js' {
  import type { Context, Writer } from '#main/documents/pdf/layout-types.ts';
  const writer: { default: new (context: Context) => Writer };
  export default writer;
}

declare module 'pdfmake/js/PDFDocument.js' {
  import type { KitDocument } from '#main/documents/pdf/kit-types.ts';
  const document: { default: typeof KitDocument };
  export default document;
}

declare module 'pdfmake/js/Renderer.js' {
  import type { KitDocument } from '#main/documents/pdf/kit-types.ts';
  import type { PlacedPicture } from '#main/documents/pdf/layout-types.ts';
  export class Renderer {
    constructor(document: KitDocument);
    renderImage(image: PlacedPicture): void;
    renderSVG(svg: PlacedPicture): void;
    beginVerticalAlignment(item: object): void;
    endVerticalAlignment(item: object): void;
  }
  const renderer: { default: typeof Renderer };
  export default renderer;
}

declare module 'pdfmake/js/TextInlines.js' {
  import type { Inline, StyleStack } from '#main/documents/pdf/layout-types.ts';
  import type { KitDocument } from '#main/documents/pdf/kit-types.ts';
  export class TextInlines {
    constructor(document: KitDocument);
    measure(items: Inline[], styles: StyleStack): Inline[];
    widthOfText(text: string, inline: Inline): number;
  }
  const inlines: { default: typeof TextInlines };
  export default inlines;
}
