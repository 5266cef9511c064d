import rendererModule from 'pdfmake/js/Renderer.js';
import { unwrap } from './interop.ts';
import type { KitFont } from './kit-types.ts';
import type { Inline, Line, PageItem, PaperPage, Vector } from './layout-types.ts';
import { geometry } from './page-geometry.ts';
import type { PaperDocument } from './paper-document.ts';
import type { Tag } from './tags.ts';

const Renderer = unwrap(rendererModule);

const number = (value: number): string => String(Math.round(value * 100) / 100);

/** How a page is drawn: what runs across all pages of a paper, beside what the layout placed. */
export interface PageDress {
  /** Page number within its paper; null on first pages, which carry none. */
  readonly pageNumber: number | null;
  readonly watermark: string | null;
}

/**
 * Draws laid-out pages into the document: one text operator a line instead of one a word, every piece marked with its
 * place in the logical structure, everything else marked as decoration.
 */
export class PageDrawer {
  readonly #document: PaperDocument;
  readonly #pictures: InstanceType<typeof Renderer>;
  /** Sources already drawn in full on an earlier page; a head repeated there is decoration for a listener. */
  readonly #seen = new Map<object, number>();
  #open: Tag | 'artifact' | null = null;
  #page = 0;
  #bookmarks: ReturnType<PaperDocument['outline']['addItem']>[] = [];

  constructor(document: PaperDocument) {
    this.#document = document;
    this.#pictures = new Renderer(document);
  }

  /** Starts a paper: later bookmarks of level 1 and more are listed under it. */
  startPaper(): void {
    this.#bookmarks = [];
  }

  draw(page: PaperPage, dress: PageDress): void {
    const document = this.#document;
    document.addPage({ size: [page.pageSize.width, page.pageSize.height] });
    this.#page++;
    if (dress.watermark !== null) this.#watermark(dress.watermark, page);
    for (const item of page.items) this.#item(item);
    this.#mark(null);
    if (dress.pageNumber !== null) this.#pageNumber(dress.pageNumber, page);
  }

  #item(item: PageItem): void {
    switch (item.type) {
      case 'line':
        this.#line(item.item);
        return;
      case 'vector':
        this.#vector(item.item);
        return;
      case 'image':
        this.#mark(item.item.tag ?? 'artifact');
        this.#pictures.renderImage(item.item);
        return;
      case 'svg':
        this.#mark(item.item.tag ?? 'artifact');
        this.#pictures.renderSVG(item.item);
        return;
      case 'beginVerticalAlignment':
        this.#mark(null);
        this.#pictures.beginVerticalAlignment(item.item);
        return;
      case 'endVerticalAlignment':
        this.#mark(null);
        this.#pictures.endVerticalAlignment(item.item);
        return;
    }
  }

  /** Closes the marked piece that is open unless it is the wanted one, and opens that. */
  #mark(wanted: Tag | 'artifact' | null): void {
    if (this.#open === wanted) return;
    if (this.#open !== null) {
      if (this.#open === 'artifact') this.#document.addContent('EMC');
      else this.#document.endMarkedContent();
    }
    if (wanted === 'artifact') this.#document.addContent('/Artifact BMC');
    else if (wanted?.element) wanted.element.add(this.#document.markStructureContent(wanted.role));
    this.#open = wanted;
  }

  #line(line: Line): void {
    const source = line.source;
    const drawnOn = source ? this.#seen.get(source) : undefined;
    const repeated = drawnOn !== undefined && source?.tag?.role === 'TH' && drawnOn !== this.#page;
    if (source) {
      if (drawnOn === undefined) this.#seen.set(source, this.#page);
      if (drawnOn === undefined && source.bookmark)
        this.#bookmark(source.bookmark.title, source.bookmark.level, line.y);
    }
    this.#mark(repeated ? 'artifact' : (source?.tag ?? 'artifact'));

    const baseline = line.y + line.getAscenderHeight();
    let writer: LineWriter | null = null;
    for (const inline of line.inlines) {
      if (inline.text === '') continue;
      if (inline.box !== undefined) {
        if (writer) this.#document.addContent(writer.end());
        writer = null;
        this.#box(inline, line.x + inline.x, baseline);
        continue;
      }
      if (!writer || writer.font !== inline.font || writer.size !== inline.fontSize) {
        if (writer) this.#document.addContent(writer.end());
        writer = new LineWriter(inline.font, inline.fontSize, line.x + inline.x, baseline);
        this.#document.page.fonts[inline.font.id] ??= inline.font.ref();
      }
      writer.write(inline, line.x + inline.x);
    }
    if (writer) this.#document.addContent(writer.end());
    if (source?.leader === true && line.lastLineInParagraph) this.#leader(line, baseline);
  }

  /**
   * A box to tick, with a cross where it is ticked. The font has no ballot boxes, so it is drawn; an unseen sign under it
   * makes the text say ☐ or ☒ where it is copied out or read aloud.
   */
  #box(inline: Inline, x: number, baseline: number): void {
    const { fontSize: size, font } = inline;
    const ticked = inline.box === 'ticked';
    this.#document.page.fonts[font.id] ??= font.ref();
    const writer = new LineWriter(font, size, x, baseline);
    writer.writeText(inline.text);
    const side = size * 0.66;
    const top = baseline - size * 0.62;
    const inset = side * 0.18;
    const [left, right] = [x + inset, x + side - inset];
    const [high, low] = [top + inset, top + side - inset];
    const line = (y1: number, y2: number) => `${number(left)} ${number(y1)} m ${number(right)} ${number(y2)} l S`;
    this.#document.addContent(
      [
        `/Span <</ActualText <FEFF${ticked ? '2612' : '2610'}>>> BDC`,
        `q 3 Tr ${writer.end()} Q`,
        'EMC',
        `q 0.8 w ${number(x)} ${number(top)} ${number(side)} ${number(side)} re S`,
        ticked ? `1.3 w 1 J ${line(high, low)} ${line(low, high)}` : '',
        'Q',
      ].join('\n'),
    );
  }

  #leader(line: Line, baseline: number): void {
    const from = line.x + line.getWidth() + (line.getWidth() > 0 ? 3 : 0);
    const to = line.x + line.maxWidth;
    if (to - from < 8) return;
    // Dots of a point, laid on a grid of the page so that the dots of several lines stand below one another.
    const start = Math.ceil(from / 2.8) * 2.8;
    const y = number(baseline + 0.5);
    this.#document.addContent(`q 0.8 w 1 J [0 2.8] 0 d ${number(start)} ${y} m ${number(to)} ${y} l S Q`);
  }

  #vector(vector: Vector): void {
    if (vector.field !== undefined) {
      this.#field(vector.field, vector);
      return;
    }
    const width = vector.lineWidth ?? 1;
    // Room kept empty: PDF would draw a line of no width as the thinnest one the device has.
    if (width === 0) return;
    this.#mark('artifact');
    const dash = vector.dash ? `[${vector.dash.length} ${vector.dash.space ?? vector.dash.length}] 0 d ` : '';
    if (vector.type === 'line') {
      const { x1 = 0, y1 = 0, x2 = 0, y2 = 0 } = vector;
      this.#document.addContent(
        `q ${number(width)} w ${dash}${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S Q`,
      );
      return;
    }
    const { x = 0, y = 0, w = 0, h = 0 } = vector;
    this.#document.addContent(`q ${number(width)} w ${number(x)} ${number(y)} ${number(w)} ${number(h)} re S Q`);
  }

  #field(name: string, vector: Vector): void {
    this.#mark(null);
    const { x = 0, y = 0, w = 0, h = 0 } = vector;
    const field = this.#document.addSignatureField(name, x, y, w, h);
    if (vector.fieldTag?.element) this.#document.tagAnnotation(vector.fieldTag.element, field);
  }

  #bookmark(title: string, level: number, y: number): void {
    const parent = level === 0 ? undefined : this.#bookmarks[level - 1];
    const item = (parent ?? this.#document.outline).addItem(title, {
      expanded: level === 0,
      top: Math.max(0, y - 10),
    });
    this.#bookmarks.length = level;
    this.#bookmarks[level] = item;
  }

  #pageNumber(pageNumber: number, page: PaperPage): void {
    const font = this.#document.provideFont('Tinos', false, false);
    this.#document.page.fonts[font.id] ??= font.ref();
    const text = String(pageNumber);
    const size = 13;
    const { left, right } = geometry.margins;
    const x = left + (page.pageSize.width - left - right - font.widthOfString(text, size)) / 2;
    const writer = new LineWriter(font, size, x, geometry.pageNumberBaseline);
    writer.writeText(text);
    this.#document.addContent('/Artifact <</Type /Pagination>> BDC');
    this.#document.addContent(writer.end());
    this.#document.addContent('EMC');
  }

  #watermark(text: string, page: PaperPage): void {
    const font = this.#document.provideFont('Tinos', true, false);
    this.#document.page.fonts[font.id] ??= font.ref();
    const { width, height } = page.pageSize;
    const angle = Math.atan2(height, width);
    const size = Math.min(110, (Math.hypot(width, height) * 0.62) / font.widthOfString(text, 1));
    const half = font.widthOfString(text, size) / 2;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const drop = size * 0.32;
    // From the middle of the page back along the text and down to its baseline; y grows downwards here.
    const x = width / 2 - half * cos + drop * sin;
    const y = height / 2 + half * sin + drop * cos;
    const writer = new LineWriter(font, size, 0, 0);
    writer.writeText(text);
    const matrix = [cos, -sin, -sin, -cos, x, y].map((value) => value.toFixed(4)).join(' ');
    this.#document.addContent('/Artifact <</Type /Pagination>> BDC');
    this.#document.addContent(`q 0.9 g ${writer.operators(`${matrix} Tm`)} Q`);
    this.#document.addContent('EMC');
  }
}

/** Gathers one line of text in one font and size into a single show operator. */
class LineWriter {
  readonly font: KitFont;
  readonly size: number;
  readonly #x: number;
  readonly #y: number;
  #parts = '';
  #hex = '';
  /** Where the pen stands after what was written. */
  #pen: number;

  constructor(font: KitFont, size: number, x: number, y: number) {
    this.font = font;
    this.size = size;
    this.#x = x;
    this.#y = y;
    this.#pen = x;
  }

  write(inline: Inline, x: number): void {
    this.#advance(x - this.#pen);
    this.#pen = x;
    this.writeText(inline.text);
  }

  writeText(text: string): void {
    const { font } = this;
    let from = 0;
    while (from < text.length) {
      const space = text.indexOf(' ', from);
      const to = space < 0 ? text.length : space + 1;
      this.#word(from === 0 && to === text.length ? text : text.slice(from, to), font);
      from = to;
    }
  }

  #word(word: string, font: KitFont): void {
    const run = font.layoutCached(word);
    run.glyphs.forEach((glyph, index) => {
      const gid = font.subset.includeGlyph(glyph.id);
      font.widths[gid] ??= glyph.advanceWidth * font.scale;
      font.unicode[gid] ??= glyph.codePoints;
      const position = run.positions[index];
      const hex = gid.toString(16).padStart(4, '0');
      if (!position || (position.xOffset === 0 && position.yOffset === 0)) {
        this.#hex += hex;
      } else {
        this.#kern(position.xOffset);
        if (position.yOffset !== 0) {
          this.#close();
          this.#parts += `] TJ ${number((position.yOffset * this.size) / 1000)} Ts [<${hex}>] TJ 0 Ts [`;
        } else this.#hex += hex;
        this.#kern(-position.xOffset);
      }
      if (position) {
        this.#kern(position.xAdvance - position.advanceWidth);
        this.#pen += (position.xAdvance * this.size) / 1000;
      }
    });
  }

  /** Moves the pen by points. */
  #advance(points: number): void {
    if (Math.abs(points) > 0.004) this.#kern((points * 1000) / this.size);
  }

  /** Moves the pen by thousandths of the size. */
  #kern(units: number): void {
    if (Math.abs(units) < 0.05) return;
    this.#close();
    this.#parts += number(-units);
  }

  #close(): void {
    if (this.#hex === '') return;
    this.#parts += `<${this.#hex}>`;
    this.#hex = '';
  }

  operators(place: string): string {
    this.#close();
    return `BT /${this.font.id} ${number(this.size)} Tf ${place} [${this.#parts}] TJ ET`;
  }

  end(): string {
    // pdfkit turns the page upside down for everything it draws; this matrix turns the letters upright again.
    return this.operators(`1 0 0 -1 ${number(this.#x)} ${number(this.#y)} Tm`);
  }
}
