import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import { MAX_SHAPED_WORDS, type FontSet, type FontStyle } from './fonts.ts';
import { unwrap } from './interop.ts';
import type { GlyphRun, KitFont, KitReference, StructureElement } from './kit-types.ts';

const PDFDocument = unwrap(pdfDocumentModule);

export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  /** Written into the file as its date; the same papers with the same date give the same bytes. */
  readonly createdAt: Date;
}

const xmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => xmlEntities[character] ?? '');

/**
 * pdfmake's document with this program's fonts, content gathered per page, metadata that survives any title, and visible
 * signature fields.
 */
export class PaperDocument extends PDFDocument {
  readonly #set: FontSet;
  readonly #fonts = new Map<FontStyle, KitFont>();
  readonly #fields: KitReference[] = [];
  #pending: string[] = [];

  constructor(set: FontSet, facts: DocumentFacts) {
    super(
      {},
      {},
      {},
      {},
      {
        size: [595.28, 841.89],
        pdfVersion: '1.7',
        subset: 'PDF/A-2b',
        tagged: true,
        displayTitle: true,
        compress: true,
        lang: facts.lang,
        autoFirstPage: false,
        info: {
          Title: facts.title,
          Author: facts.author,
          Creator: 'HoiDong',
          Producer: 'HoiDong (pdfmake)',
          CreationDate: facts.createdAt,
        },
        font: null,
      },
      null,
      // Papers bring their pictures along as bytes; nothing is ever read from the disk.
      () => false,
    );
    this.#set = set;
  }

  // Drawings with text in them ask for a font by name; they get ours.
  override getFontFile(_family: string, bold: boolean, italics: boolean): string {
    return this.#styleOf(this.provideFont('', bold, italics));
  }

  #styleOf(font: KitFont): FontStyle {
    for (const [style, known] of this.#fonts) if (known === font) return style;
    return 'normal';
  }

  override provideFont(_family: string, bold: boolean, italics: boolean): KitFont {
    const style: FontStyle = bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal';
    let font = this.#fonts.get(style);
    if (!font) {
      const shared = this.#set.fonts[style];
      const runs = shared.runs;
      font = new this.#set.EmbeddedFont(this, shared.parsed, `F${this.#fonts.size + 1}`);
      const own = font;
      own.layoutCached = (text: string): GlyphRun => {
        const known = runs.get(text);
        if (known) return known;
        const run = own.layoutRun(text);
        if (runs.size >= MAX_SHAPED_WORDS) runs.clear();
        runs.set(text, run);
        return run;
      };
      this.#fonts.set(style, font);
      this._fontFamilies[style] = font;
    }
    return font;
  }

  override addContent(data: string): this {
    this.#pending.push(data);
    return this;
  }

  override flushPages(): void {
    if (this.#pending.length > 0) {
      this.page.write(this.#pending.join('\n'));
      this.#pending = [];
    }
    super.flushPages();
  }

  /** Lays a visible, unsigned signature field over a rectangle given from the top left of the current page, in points. */
  addSignatureField(name: string, x: number, y: number, width: number, height: number): KitReference {
    const appearance = this.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} });
    appearance.end(' ');
    const bottom = this.page.height - y - height;
    const field = this.ref({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: new String(name),
      TU: new String(name),
      // Printed, not hidden: what PDF/A asks of every annotation.
      F: 4,
      Rect: [x, bottom, x + width, bottom + height],
      P: this.page.dictionary,
      AP: { N: appearance },
    });
    this.page.annotations.push(field);
    this.#fields.push(field);
    return field;
  }

  /**
   * Makes a field the content of a structure element. pdfkit's own way would name the last page of the file as the
   * field's page, so the element is written here.
   */
  tagAnnotation(element: StructureElement, annotation: KitReference): void {
    const page = this.page.dictionary;
    element._addAnnotationToParentTree(annotation);
    element._flush = () => {
      if (element._flushed || !element._isFlushable()) return;
      element._flushed = true;
      element.dictionary.data['K'] = [{ Type: 'OBJR', Obj: annotation, Pg: page }];
      element.dictionary.end();
    };
  }

  override endAcroForm(): this {
    for (const field of this.#fields) field.end();
    return this;
  }

  override end(): void {
    if (this.#fields.length > 0) {
      const form = this.ref({ Fields: this.#fields, SigFlags: 0 });
      this._root.data['AcroForm'] = form;
      form.end();
    }
    super.end();
  }

  // pdfkit puts the values into the XMP packet as they are; a title with "<" would break the packet.
  override _addInfo(): void {
    const text = (key: string) => escapeXml(typeof this.info[key] === 'string' ? this.info[key] : '');
    const created = this.info['CreationDate'];
    const date = created instanceof Date ? created.toISOString().replace(/\.\d+Z$/, 'Z') : '';
    this.appendXML(`<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:CreatorTool>${text('Creator')}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${text('Title')}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${text('Author')}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escapeXml(this.#lang())}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${text('Producer')}</pdf:Producer>
</rdf:Description>`);
  }

  #lang(): string {
    const lang = this._root.data['Lang'];
    return lang instanceof String ? lang.valueOf() : 'vi';
  }

  // pdfkit copies the methods of PDF/A onto the document itself, where they would hide the one below.
  override _importSubset(subset: object): void {
    super._importSubset(
      Object.fromEntries(Object.entries(subset).filter(([name]) => name !== '_addColorOutputIntent')),
    );
  }

  // pdfkit looks for the profile beside its own source, which a bundle does not have.
  override _addColorOutputIntent(): void {
    const profile = this.ref({ N: 3 });
    profile.write(this.#set.colourProfile);
    profile.end();
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: new String('sRGB IEC61966-2.1'),
      OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
      DestOutputProfile: profile,
    });
    intent.end();
    this._root.data['OutputIntents'] = [intent];
  }
}
