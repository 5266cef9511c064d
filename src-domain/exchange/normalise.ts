/**
 * One text as it is kept: Unicode NFC (typed marks are composed, or search and printing go wrong), `\n` line ends, and
 * U+FFFD for half a surrogate pair, which no file can hold. Leading and trailing
 * blanks stay: they are the writer's.
 */
export const normaliseText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC');

/** Every text in plain JSON, keys included, normalised. Other values stay. Made for what comes in from outside and what goes out. */
export const normaliseTexts = (value: unknown): unknown => {
  if (typeof value === 'string') return normaliseText(value);
  if (Array.isArray(value)) return value.map(normaliseTexts);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [normaliseText(key), normaliseTexts(inner)]));
  return value;
};
