import { isCanonical } from '#domain/exchange/canonical.ts';
import { normaliseText, normaliseTexts } from '#domain/exchange/normalise.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { Refused } from './refused.ts';

/** Deepest nesting of brackets outside strings, found without parsing. */
const depthOf = (bytes: Uint8Array, most: number): number => {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < bytes.length && deepest <= most; at += 1) {
    const byte = bytes[at];
    if (inString) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) deepest = Math.max(deepest, (depth += 1));
    else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return deepest;
};

/** Parsed JSON that is still to be judged: its texts may be unnormalised, its form may not be canonical. */
export interface ParsedJson {
  readonly text: string;
  readonly value: unknown;
}

/**
 * Parses within limits.
 *
 * @throws Refused `limit` or `damaged`
 */
export const parseJson = (bytes: Uint8Array, name: string, limits: ReadingLimits): ParsedJson => {
  if (bytes.length > limits.jsonSize)
    throw new Refused({ code: 'limit', limit: 'jsonSize', value: bytes.length, max: limits.jsonSize });
  const depth = depthOf(bytes, limits.jsonDepth);
  if (depth > limits.jsonDepth)
    throw new Refused({ code: 'limit', limit: 'jsonDepth', value: depth, max: limits.jsonDepth });
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    throw new Refused({ code: 'damaged', where: name });
  }
};

const hasForeignKey = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  // `__proto__` is left out silently by what reads records; here it is one more unknown key.
  Object.entries(value).some(
    ([key, inner]) => key === '__proto__' || normaliseText(key) !== key || hasForeignKey(inner),
  );

/**
 * The value with every text normalised.
 *
 * @throws Refused `malformed` where the text is not canonical, or a key would turn into another by normalising.
 */
export const canonicalValue = ({ text, value }: ParsedJson, name: string): unknown => {
  if (!isCanonical(text, value)) throw new Refused({ code: 'malformed', path: name, problem: 'notCanonical' });
  if (hasForeignKey(value)) throw new Refused({ code: 'malformed', path: name, problem: 'unknownKey' });
  return normaliseTexts(value);
};
