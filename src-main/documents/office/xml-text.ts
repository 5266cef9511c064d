/** A text as an XML file can hold it: composed, line ends as "\n", control characters and lone surrogates left out. */
export function xmlText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '');
}
