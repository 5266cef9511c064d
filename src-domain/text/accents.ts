/**
 * Text as it is compared when accents do not matter: NFC or NFD in, lower case without marks out, đ as d, runs of
 * white space as one blank. "Trần Thị Đào" becomes "tran thi dao".
 */
export function foldAccents(text: string): string {
  const latin = text.normalize('NFD').replace(latinMarks, '');
  const bare = mayHoldMarks.test(latin) ? latin.replace(/\p{M}+/gu, '') : latin;
  const small = bare.toLowerCase().replaceAll('đ', 'd');
  return (unevenSpace.test(small) ? small.replace(/\s+/gu, ' ') : small).trim();
}

// An archive of thousands of sessions is folded in the moment its list is opened. The marks of Vietnamese lie in one block, and most texts
// have nothing but single blanks: asking Unicode of each letter takes three times as long.
const latinMarks = /[\u0300-\u036f]+/g;
/** No mark lies below the block of Latin marks, nor among punctuation. */
const mayHoldMarks = /[^\s -\u02ff\u2000-\u20cf]/;
const unevenSpace = /[^\S ]| {2}/;

/** Does `text` hold every word of `query`, accents and case aside, in any order? An empty query finds everything. */
export function findsWithoutAccents(text: string, query: string): boolean {
  const folded = foldAccents(text);
  return foldAccents(query)
    .split(' ')
    .every((word) => folded.includes(word));
}
