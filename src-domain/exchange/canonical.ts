import canonicalize from 'canonicalize';
import { normaliseTexts } from './normalise.ts';

/**
 * Plain JSON as canonical text (RFC 8785) with every text normalised: the one form that is signed, hashed and compared.
 * Throws on what JSON can't say (NaN, a lone surrogate, a cycle).
 */
export const canonicalText = (value: unknown): string => {
  const text = canonicalize(normaliseTexts(value));
  if (text === undefined) throw new TypeError('not plain JSON');
  return text;
};

/** Is the text canonical JSON already? Duplicate keys, blanks and other spellings of a number are not. */
export const isCanonical = (text: string, parsed: unknown): boolean => {
  try {
    return canonicalize(parsed) === text;
  } catch {
    // A lone surrogate written as an escape parses but has no canonical form.
    return false;
  }
};
