import { randomInt } from 'node:crypto';

/**
 * Digits and consonants that survive a telephone, a pen and a Vietnamese keyboard: no vowel and no D, W, S, F, R, X, J or Z (input methods turn them
 * into tone marks and horned letters), nothing that rhymes with another letter's name, nothing that looks like another.
 */
const alphabet = '23456789HKLMQT';
const groups = 4;
const groupLength = 4;

/** Random, 14^16 possibilities (60.9 bits), in four groups: `7KQ2-M93T-…`. */
export const newPassphrase = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-');

const madeHere = new RegExp(`^[${alphabet}]{${groups * groupLength}}$`);

/**
 * The passphrase meant by what was typed: one made by `newPassphrase` in any spacing, dashes and case; any other in NFC without blanks around it.
 */
export const meantPassphrase = (typed: string): string => {
  const squeezed = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}._]/gu, '')
    .toUpperCase();
  return madeHere.test(squeezed) ? (squeezed.match(/.{4}/g) ?? []).join('-') : typed.normalize('NFC').trim();
};
