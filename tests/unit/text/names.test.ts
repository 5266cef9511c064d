import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findsWithoutAccents, foldAccents } from '#domain/text/accents.ts';
import { formatDecimal, parseDecimal } from '#domain/text/decimals.ts';
import { compareNames, compareWords, givenName, signatureName, sortByGivenName } from '#domain/text/names.ts';

describe('names', () => {
  test('lists are ordered by given name, then family name, then the rest', () => {
    const names = [
      'Trần Thị B',
      'Nguyễn Văn Đạt',
      'Lê Văn Dũng',
      'Nguyễn Văn A',
      'Lê Thị A',
      'Nguyễn Thị A',
      'Phạm Ân',
      'Vũ An',
    ];
    expect(sortByGivenName(names, (name) => name)).toEqual([
      'Lê Thị A',
      'Nguyễn Thị A',
      'Nguyễn Văn A',
      'Vũ An',
      'Phạm Ân',
      'Trần Thị B',
      'Lê Văn Dũng',
      'Nguyễn Văn Đạt',
    ]);
  });

  test('tones decide only between equal letters, in dictionary order', () => {
    const words = ['mạ', 'mã', 'ma', 'má', 'mả', 'mà', 'mai'];
    expect(words.sort(compareWords)).toEqual(['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'mai']);
  });

  test('names with combining marks compare equal to composed ones', () => {
    expect(compareNames('Nguyễn Thị Hường'.normalize('NFD'), 'Nguyễn Thị Hường')).toBe(0);
  });

  test('the order is a total order', () => {
    const word = fc.constantFrom('an', 'ân', 'ăn', 'đạt', 'dat', 'Hường', 'huong', 'y', 'Zoe', 'bà', 'ba', 'bạ');
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0);
        if (compareNames(a, b) <= 0 && compareNames(b, c) <= 0) expect(compareNames(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('no rank or form of address stands before a signature name', () => {
    expect(signatureName('PGS.TS. Nguyễn Văn A')).toBe('Nguyễn Văn A');
    expect(signatureName('GS. TSKH Trần Thị B')).toBe('Trần Thị B');
    expect(signatureName('Ông Lê Văn C')).toBe('Lê Văn C');
    expect(signatureName('Tsờ Văn D')).toBe('Tsờ Văn D');
    expect(signatureName('ThS. ')).toBe('ThS.');
    expect(givenName('  Nguyễn Văn   A ')).toBe('A');
  });
});

describe('search without accents', () => {
  test('finds words in any order, with or without accents', () => {
    expect(foldAccents('Trần  Thị\tĐÀO')).toBe('tran thi dao');
    expect(findsWithoutAccents('Trần Thị Đào', 'dao tran')).toBe(true);
    expect(findsWithoutAccents('Trần Thị Đào', 'Đào')).toBe(true);
    expect(findsWithoutAccents('Trần Thị Đào', 'nguyen')).toBe(false);
    expect(findsWithoutAccents('Trần Thị Đào', '  ')).toBe(true);
  });

  test('folds as the plain rules say, whatever the text', () => {
    const plainly = (text: string): string =>
      text
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/đ/gu, 'd')
        .replace(/\s+/gu, ' ')
        .trim();
    const pieces = fc.constantFrom(
      'Trần ',
      'ĐÀO',
      '\n',
      '  ',
      '\u00a0',
      'e\u0302\u0323',
      '\u20d0',
      '\u1dc4',
      '\u0591',
      'हिन्दी',
      '“–”',
      '한글',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (parts) => {
        expect(foldAccents(parts.join(''))).toBe(plainly(parts.join('')));
      }),
    );
  });

  test('folding twice changes nothing more and leaves no mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = foldAccents(text);
        expect(foldAccents(once)).toBe(once);
        expect(once).not.toMatch(/[\u0300-\u036fđĐ]/u);
      }),
    );
  });
});

describe('decimal comma', () => {
  test('numbers are shown with a comma and read with either sign', () => {
    expect(formatDecimal('87.5')).toBe('87,5');
    expect(formatDecimal('87.555', { places: 2 })).toBe('87,56');
    expect(formatDecimal('87.5', { places: 2 })).toBe('87,50');
    expect(formatDecimal('1234567.5', { grouped: true })).toBe('1.234.567,5');
    expect(parseDecimal(' 12,50 ')).toBe('12.5');
    expect(parseDecimal('12.5')).toBe('12.5');
    for (const bad of ['', '-1', '1e3', '1,2,3', 'NaN', '1 000', '٣']) expect(parseDecimal(bad)).toBeNull();
  });

  test('what is shown can be typed in again', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(999_999), (whole, fraction) => {
        const decimal = `${whole}.${fraction}`;
        const shown = formatDecimal(decimal);
        expect(formatDecimal(parseDecimal(shown) ?? '0')).toBe(shown);
      }),
    );
  });
});
