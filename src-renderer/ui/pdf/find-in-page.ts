/** The text of one page, folded for searching, with the way back from each folded letter to where it stands. */
export type PageText = {
  readonly folded: string;
  /** For each letter of `folded`: the piece of text it is in, and its place in that piece. */
  readonly places: readonly { readonly piece: number; readonly offset: number }[];
};

/** Where a searched text stands on a page: from a place up to, and including, another. */
export type Found = {
  readonly from: PageText['places'][number];
  readonly to: PageText['places'][number];
};

/** A piece of text as PDF.js gives it. */
export type TextPiece = { readonly str: string; readonly hasEOL: boolean };

/** One letter without case and marks; nothing for a mark that stands alone, as in decomposed text. */
const foldLetter = (letter: string): string =>
  letter
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase();

/** Folds the pieces of a page: case and accents gone, every run of white space and every line's end one blank. */
export const pageText = (pieces: readonly TextPiece[]): PageText => {
  let folded = '';
  const places: { piece: number; offset: number }[] = [];
  const add = (text: string, piece: number, offset: number): void => {
    for (const letter of text) {
      if (letter === ' ' && (folded === '' || folded.endsWith(' '))) continue;
      folded += letter;
      for (let unit = 0; unit < letter.length; unit++) places.push({ piece, offset });
    }
  };
  pieces.forEach(({ str, hasEOL }, piece) => {
    let offset = 0;
    for (const letter of str) {
      add(/\s/u.test(letter) ? ' ' : foldLetter(letter), piece, offset);
      offset += letter.length;
    }
    if (hasEOL) add(' ', piece, Math.max(0, str.length - 1));
  });
  return { folded, places };
};

/** Every place of `query` on the page, from its beginning, none overlapping; accents, case and line ends aside. */
export const findInPage = ({ folded, places }: PageText, query: string): readonly Found[] => {
  const wanted = pageText([{ str: query, hasEOL: false }]).folded.trimEnd();
  const found: Found[] = [];
  if (wanted === '') return found;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const [from, to] = [places[at], places[at + wanted.length - 1]];
    if (from && to) found.push({ from, to });
  }
  return found;
};
