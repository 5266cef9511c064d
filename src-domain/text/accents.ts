/**
 * Text as it is compared when accents do not matter: NFC or NFD in, lower case without marks out, đ as d, runs of
 * white space as one blank. "Trần Thị Đào" becomes "tran thi dao".
 */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Does `text` hold every word of `query`, accents and case aside, in any order? An empty query finds everything. */
export function findsWithoutAccents(text: string, query: string): boolean {
  const folded = foldAccents(text);
  return foldAccents(query)
    .split(' ')
    .every((word) => folded.includes(word));
}
