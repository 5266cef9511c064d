import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import { unwrap } from './interop.ts';
import type { GlyphRun, KitFont as KitFontType, ParsedFont } from './kit-types.ts';

/** The four styles of the one typeface papers are set in. */
export const fontStyles = ['normal', 'bold', 'italics', 'bolditalics'] as const;
export type FontStyle = (typeof fontStyles)[number];

const files: Readonly<Record<FontStyle, string>> = {
  normal: 'Tinos-Regular.ttf',
  bold: 'Tinos-Bold.ttf',
  italics: 'Tinos-Italic.ttf',
  bolditalics: 'Tinos-BoldItalic.ttf',
};

/** A font parsed once, with the shaped words every document so far has asked for. */
export interface SharedFont {
  readonly parsed: ParsedFont;
  readonly runs: Map<string, GlyphRun>;
}

export interface FontSet {
  readonly fonts: Readonly<Record<FontStyle, SharedFont>>;
  /** pdfkit's class for an embedded font, which it does not export. */
  readonly EmbeddedFont: typeof KitFontType;
  readonly colourProfile: Uint8Array;
}

/** Shaped words kept per font; when more come the store starts anew, so that odd texts cannot fill the memory. */
export const MAX_SHAPED_WORDS = 20_000;

const sets = new Map<string, Promise<FontSet>>();

/** The fonts of a folder, parsed once per process. */
export function loadFonts(folder: string): Promise<FontSet> {
  let set = sets.get(folder);
  if (!set) {
    set = parseFonts(folder);
    // A folder that could not be read is tried again at the next call.
    set.catch(() => sets.delete(folder));
    sets.set(folder, set);
  }
  return set;
}

async function parseFonts(folder: string): Promise<FontSet> {
  const PDFDocument = unwrap(pdfDocumentModule);
  const opener = new PDFDocument({}, {}, {}, {}, openerOptions, null, () => false);
  const shared: Partial<Record<FontStyle, SharedFont>> = {};
  let EmbeddedFont: typeof KitFontType | undefined;
  for (const style of fontStyles) {
    const bytes = await readFile(join(folder, files[style]));
    opener.font(bytes);
    const { font } = opener._font;
    EmbeddedFont = opener._font.constructor as typeof KitFontType;
    // Glyphs remember the characters they were first asked for. A composed letter such as "ậ" asks for its parts without
    // characters, and a document written later would then carry no text for a bare "a". So every character is asked for
    // first, in ascending order, which also makes a no-break space read back as a space.
    for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) {
      font.glyphForCodePoint(codePoint);
    }
    shared[style] = { parsed: font, runs: new Map() };
  }
  const { normal, bold, italics, bolditalics } = shared;
  if (!normal || !bold || !italics || !bolditalics || !EmbeddedFont) throw new Error('Fonts were not parsed');
  return {
    fonts: { normal, bold, italics, bolditalics },
    EmbeddedFont,
    colourProfile: await readFile(join(folder, 'sRGB.icc')),
  };
}

const openerOptions = {
  size: [10, 10],
  pdfVersion: '1.7',
  subset: undefined,
  tagged: false,
  displayTitle: false,
  compress: false,
  lang: 'vi',
  autoFirstPage: false,
  info: { CreationDate: new Date(0) },
  font: null,
} as const;
