import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWithWords, numberInWords, pointLetter, roman, ordinalInWords } from '#domain/text/number-words.ts';

const values: Record<string, number> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
};

/** Reads words back by their places; an independent way round for the property below. */
function readBack(text: string): bigint {
  let total = 0n;
  let group = 0;
  let pending: number | null = null;
  let below = 0n;
  const settle = () => {
    if (pending !== null) group += pending;
    pending = null;
  };
  for (const word of text.split(' ')) {
    if (word in values) {
      settle();
      pending = values[word] ?? 0;
    } else if (word === 'mười') {
      settle();
      group += 10;
    } else if (word === 'mươi') {
      group += (pending ?? 0) * 10;
      pending = null;
    } else if (word === 'trăm') {
      group += (pending ?? 0) * 100;
      pending = null;
    } else if (word === 'nghìn' || word === 'triệu') {
      settle();
      below += BigInt(group) * (word === 'nghìn' ? 1000n : 1_000_000n);
      group = 0;
    } else if (word === 'tỷ') {
      settle();
      total = (total + below + BigInt(group)) * 1_000_000_000n;
      below = 0n;
      group = 0;
    } else if (word !== 'lẻ') throw new Error(`unknown word ${word}`);
  }
  settle();
  return total + below + BigInt(group);
}

describe('numbers in words', () => {
  test.each([
    [0, 'không'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [25, 'hai mươi lăm'],
    [91, 'chín mươi mốt'],
    [100, 'một trăm'],
    [101, 'một trăm lẻ một'],
    [105, 'một trăm lẻ năm'],
    [110, 'một trăm mười'],
    [115, 'một trăm mười lăm'],
    [121, 'một trăm hai mươi mốt'],
    [1000, 'một nghìn'],
    [1005, 'một nghìn không trăm lẻ năm'],
    [2026, 'hai nghìn không trăm hai mươi sáu'],
    [1_000_005, 'một triệu không trăm lẻ năm'],
    [1_000_000_000, 'một tỷ'],
    [1_000_000_000_000, 'một nghìn tỷ'],
    [12_345_678_901, 'mười hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm lẻ một'],
  ])('%d is read "%s"', (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  test.each([
    ['87.5', 'tám mươi bảy phẩy năm'],
    ['87.05', 'tám mươi bảy phẩy không năm'],
    ['87.56', 'tám mươi bảy phẩy năm mươi sáu'],
    ['87.50', 'tám mươi bảy phẩy năm mươi'],
    ['0.25', 'không phẩy hai mươi lăm'],
    ['12.345', 'mười hai phẩy ba trăm bốn mươi lăm'],
    ['3.00', 'ba phẩy không không'],
  ])('the decimal %s is read "%s"', (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  test('every whole number can be read back from its words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(3000), fc.maxSafeNat()), (value) => {
        expect(readBack(numberInWords(value))).toBe(BigInt(value));
      }),
      { numRuns: 1000 },
    );
  });

  test('what is not a non-negative number is refused', () => {
    for (const value of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '', '1,5', 'x', '1.']) {
      expect(() => numberInWords(value)).toThrow(RangeError);
    }
  });

  test('counts carry two digits and their words', () => {
    expect(countWithWords(9)).toBe('09 (chín)');
    expect(countWithWords(15)).toBe('15 (mười lăm)');
  });

  test('parts are numbered in Roman and points by Vietnamese letters', () => {
    expect([1, 4, 9, 14, 40].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL']);
    expect([1, 4, 5, 6, 7, 23, 24].map(pointLetter)).toEqual(['a', 'd', 'đ', 'e', 'g', 'y', 'aa']);
    expect(() => roman(0)).toThrow(RangeError);
    expect(() => pointLetter(0)).toThrow(RangeError);
  });
});

test.each([
  [1, 'nhất'],
  [2, 'hai'],
  [4, 'tư'],
  [5, 'năm'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [114, 'một trăm mười bốn'],
])('the place %i is said “thứ %s”', (place, words) => {
  expect(ordinalInWords(place)).toBe(words);
});
