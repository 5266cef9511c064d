/**
 * Characters the bundled font can print: Latin with all Vietnamese letters, Greek, Cyrillic, punctuation and the
 * signs of reports. Everything else is printed as an empty box and named in the report of the printing.
 */
const ranges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x192, 0x192],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x2c6, 0x2c7],
  [0x2d8, 0x2dd],
  [0x300, 0x304],
  [0x306, 0x309],
  [0x31b, 0x31b],
  [0x323, 0x323],
  [0x384, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x3ce],
  [0x401, 0x40c],
  [0x40e, 0x44f],
  [0x451, 0x45c],
  [0x45e, 0x45f],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2015],
  [0x2017, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x2070, 0x2070],
  [0x2074, 0x208e],
  [0x20ab, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2126, 0x2126],
  [0x215b, 0x215e],
  [0x2190, 0x2195],
  [0x2202, 0x2202],
  [0x2206, 0x2206],
  [0x220f, 0x220f],
  [0x2211, 0x2212],
  [0x221a, 0x221a],
  [0x221e, 0x221e],
  [0x222b, 0x222b],
  [0x2248, 0x2248],
  [0x2260, 0x2261],
  [0x2264, 0x2265],
  [0x25a0, 0x25a1],
  [0x25cf, 0x25cf],
];

/** What stands for a character that can't be printed. */
export const unprintable = '□';

const printableSet = new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i)));

/** All printable code points in ascending order; the font is cut down to these. */
export const printableCodePoints: readonly number[] = [...printableSet];

export interface Printable {
  readonly text: string;
  /** Characters that could not be printed, each once. */
  readonly lost: readonly string[];
}

/**
 * A text as it can be printed: composed (NFC), tabs as blanks, line ends as "\n", control and zero-width characters
 * left out, characters outside the font replaced by an empty box.
 */
export function printable(text: string): Printable {
  // Most texts are ordinary; the slow path is for the others.
  if (/^[\n -~\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018-\u201d\u2026]*$/u.test(text)) {
    if (!text.includes('\u00ad')) return { text, lost: [] };
  }
  const lost = new Set<string>();
  let result = '';
  const composed = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(/\t/g, '    ');
  for (const character of composed) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0x0a) result += character;
    else if (code === 0xad || /[\p{Cc}\p{Cf}\p{Emoji_Modifier}\ufe0e\ufe0f]/u.test(character)) continue;
    else if (printableSet.has(code)) result += character;
    else if (/\p{Zs}/u.test(character)) result += ' ';
    else {
      lost.add(character);
      result += unprintable;
    }
  }
  return { text: result, lost: [...lost] };
}
