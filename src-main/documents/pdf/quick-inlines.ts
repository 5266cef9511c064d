import textInlinesModule from 'pdfmake/js/TextInlines.js';
import { unwrap } from './interop.ts';
import type { KitDocument, KitFont } from './kit-types.ts';
import type { Inline, StyleStack } from './layout-types.ts';

const TextInlines = unwrap(textInlinesModule);

/** Width of a box to tick, in sizes of its font. */
export const BOX_WIDTH = 0.8;

interface Look {
  readonly font: KitFont;
  readonly fontSize: number;
  readonly height: number;
  readonly space: number;
}

/**
 * pdfmake looks up twenty style properties for each word. Papers use five of them, and all words of a run share them, so
 * they are looked up once a run; widths and results are the same.
 */
export class QuickInlines extends TextInlines {
  readonly #document: KitDocument;

  constructor(document: KitDocument) {
    super(document);
    this.#document = document;
  }

  override measure(items: Inline[], styles: StyleStack): Inline[] {
    const base = {
      bold: styles.getProperty('bold') === true,
      italics: styles.getProperty('italics') === true,
      fontSize: Number(styles.getProperty('fontSize') ?? 12),
      lineHeight: Number(styles.getProperty('lineHeight') ?? 1),
      alignment: alignmentOf(styles.getProperty('alignment')),
    };
    const noWrap = styles.getProperty('noWrap') === true;
    const leading = Number(styles.getProperty('leadingIndent') ?? 0);
    const keepSpaces = styles.getProperty('preserveLeadingSpaces') === true;
    const looks = new Map<number, Look>();
    const first = items[0];
    items.forEach((item) => {
      const bold = item.bold ?? base.bold;
      const italics = item.italics ?? base.italics;
      const fontSize = (item.fontSize as number | undefined) ?? base.fontSize;
      const key = fontSize * 4 + (bold ? 2 : 0) + (italics ? 1 : 0);
      let look = looks.get(key);
      if (!look) {
        const font = this.#document.provideFont('Tinos', bold, italics);
        look = {
          font,
          fontSize,
          height: font.lineHeight(fontSize) * base.lineHeight,
          space: font.widthOfString(' ', fontSize),
        };
        looks.set(key, look);
      }
      item.font = look.font;
      item.fontSize = fontSize;
      item.alignment = base.alignment;
      item.noWrap = item.noWrap ?? noWrap;
      item.height = look.height;
      item.width = item.box === undefined ? look.font.widthOfString(item.text, fontSize) : fontSize * BOX_WIDTH;
      item.leadingCut = 0;
      item.trailingCut = 0;
      if (item === first && leading !== 0) {
        item.leadingCut = -leading;
        item.leadingIndent = leading;
      }
      if (!keepSpaces && item.text.startsWith(' ')) item.leadingCut += countSpaces(item.text, false) * look.space;
      if (item.text.endsWith(' ')) item.trailingCut = countSpaces(item.text, true) * look.space;
    });
    return joinParts(items).flatMap((item) => this.#parted(item));
  }

  /** Pieces of an endless word: pdfmake would measure it anew for each line, in the square of its length. */
  #parted(item: Inline): Inline[] {
    if (item.text.length <= LONG_WORD || item.noWrap === true) return [item];
    const characters = Array.from(item.text);
    const pieces: Inline[] = [];
    for (let at = 0; at < characters.length; at += PIECE) {
      const text = characters.slice(at, at + PIECE).join('');
      const piece: Inline = {
        ...item,
        text,
        width: item.font.widthOfString(text, item.fontSize),
        leadingCut: at === 0 ? item.leadingCut : 0,
        trailingCut: 0,
      };
      delete piece.lineEnd;
      delete piece.noNewLine;
      pieces.push(piece);
    }
    const last = pieces.at(-1);
    if (last) {
      last.trailingCut = item.trailingCut;
      if (item.lineEnd !== undefined) last.lineEnd = item.lineEnd;
      if (item.noNewLine !== undefined) last.noNewLine = item.noNewLine;
    }
    return pieces;
  }
}

/** Letters of a word that will hardly fit a line, and of the pieces it may be parted into. */
const LONG_WORD = 40;
const PIECE = 6;

/**
 * Words break at blanks only: "15/2022/TT-BKHCN" stays one word, as it is cited. A word wider than its line is parted
 * by the layout all the same.
 */
function joinParts(items: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    const continues =
      last !== undefined &&
      last.text !== '' &&
      !last.text.endsWith(' ') &&
      last.lineEnd !== true &&
      last.font === item.font &&
      last.fontSize === item.fontSize &&
      last.box === undefined &&
      item.box === undefined;
    if (!continues) {
      joined.push(item);
      continue;
    }
    last.text += item.text;
    last.width += item.width;
    last.trailingCut = item.trailingCut;
    if (item.lineEnd !== undefined) last.lineEnd = item.lineEnd;
    if (item.noNewLine !== undefined) last.noNewLine = item.noNewLine;
  }
  return joined;
}

const alignmentOf = (value: unknown): string => (typeof value === 'string' ? value : 'left');

function countSpaces(text: string, atEnd: boolean): number {
  let count = 0;
  while (count < text.length && text[atEnd ? text.length - 1 - count : count] === ' ') count++;
  return count;
}
