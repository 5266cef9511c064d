/**
 * A text as an office file can hold it: composed, line ends as "\n"; without control characters, lone surrogates, and the marks
 * that would turn the reading direction of what follows them.
 */
export function xmlText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}|\p{Bidi_Control}|[\ufffe\uffff]/gu, '');
}
