import type { Decimal } from '#domain/forms/form.ts';

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const digit = (value: number): string => digits[value] ?? '';

/**
 * One group of three digits. `full` says every place before the units is read even when it is zero, because a higher
 * group was read before it: 1 005 is "một nghìn không trăm lẻ năm", while a leading 5 is just "năm".
 */
function groupInWords(group: number, full: boolean): string[] {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor((group % 100) / 10);
  const units = group % 10;
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(digit(hundreds), 'trăm');
  if (tens === 0) {
    if (units > 0) {
      if (words.length > 0) words.push('lẻ');
      words.push(digit(units));
    }
    return words;
  }
  if (tens === 1) words.push('mười');
  else words.push(digit(tens), 'mươi');
  if (units === 0) return words;
  if (units === 1 && tens > 1) words.push('mốt');
  else if (units === 5) words.push('lăm');
  else words.push(digit(units));
  return words;
}

const scales = ['', 'nghìn', 'triệu'] as const;

/** Words of a run of digits below 10^9, or of any length by reading the part above as so many "tỷ". */
function integerInWords(text: string, full: boolean): string[] {
  const trimmed = text.replace(/^0+(?=\d)/, '');
  if (trimmed.length > 9) {
    const high = trimmed.slice(0, -9);
    const low = trimmed.slice(-9);
    const rest = /^0+$/.test(low) ? [] : integerInWords(low, true);
    return [...integerInWords(high, full), 'tỷ', ...rest];
  }
  const padded = text.length > 9 ? text.slice(-9) : text.padStart(9, '0');
  const words: string[] = [];
  for (let index = 0; index < 3; index++) {
    const group = Number(padded.slice(index * 3, index * 3 + 3));
    if (group === 0) continue;
    words.push(...groupInWords(group, full || words.length > 0));
    const scale = scales[2 - index];
    if (scale) words.push(scale);
  }
  return words;
}

/**
 * A number as it is written "bằng chữ" beside its digits: 105 is "một trăm lẻ năm", 21 is "hai mươi mốt", "87.05" is
 * "tám mươi bảy phẩy không năm". Decimals are read as they are printed, so a trailing zero is read too ("87.50" is
 * "tám mươi bảy phẩy năm mươi"). Takes a non-negative safe integer or a decimal text with a dot; throws a RangeError
 * for anything else.
 */
export function numberInWords(value: number | Decimal): string {
  const text = String(value);
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match || (typeof value === 'number' && !Number.isSafeInteger(value))) {
    throw new RangeError(`Not a non-negative decimal number: ${text}`);
  }
  const whole = match[1] ?? '0';
  const fraction = match[2];
  const words = /^0+$/.test(whole) ? ['không'] : integerInWords(whole, false);
  if (fraction !== undefined) {
    words.push('phẩy');
    const leading = /^0*/.exec(fraction)?.[0].length ?? 0;
    for (let index = 0; index < leading; index++) words.push('không');
    const rest = fraction.slice(leading);
    if (rest !== '') words.push(...integerInWords(rest, false));
  }
  return words.join(' ');
}

/** A count as official papers write it: "09 (chín)". Counts below ten carry a leading zero. */
export function countWithWords(count: number): string {
  return `${twoDigits(count)} (${numberInWords(count)})`;
}

/** At least two digits: 9 is "09", 12 is "12". */
export function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

/** The text with its first letter as a capital. */
export function capitalised(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined) return text;
  const letter = String.fromCodePoint(first);
  return letter.toLocaleUpperCase('vi') + text.slice(letter.length);
}

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** Roman numeral for the parts of a paper, 1 to 3999. */
export function roman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) throw new RangeError(`No Roman numeral for ${value}`);
  let rest = value;
  let text = '';
  for (const [amount, letters] of romans) {
    while (rest >= amount) {
      text += letters;
      rest -= amount;
    }
  }
  return text;
}

const pointLetters = 'abcdđeghiklmnopqrstuvxy';

/** Letter of a point (điểm) in the Vietnamese order a, b, c, d, đ, e, g …, counted from 1; doubled after y. */
export function pointLetter(position: number): string {
  if (!Number.isInteger(position) || position < 1) throw new RangeError(`No letter for position ${position}`);
  const zero = position - 1;
  const letter = pointLetters[zero % pointLetters.length] ?? 'a';
  return letter.repeat(Math.floor(zero / pointLetters.length) + 1);
}

/** A place in an order, to stand after "thứ": nhất, hai, ba, tư, năm, … mười một, … hai mươi tư. `place` is 1 or more. */
export function ordinalInWords(place: number): string {
  if (place === 1) return 'nhất';
  const words = numberInWords(String(place));
  // "Tư" is said for a lone four and after mươi; "mười bốn" keeps its bốn.
  return place % 10 === 4 && place % 100 !== 14 ? words.replace(/bốn$/u, 'tư') : words;
}
