import Big from 'big.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addRatios, compareRatios, parseRatio, ratio, ratioText, roundRatio } from '#domain/conclusion/exact.ts';
import { allowedDays, daysInMonths } from '#domain/conclusion/lateness.ts';
import { drawLot } from '#domain/conclusion/lot.ts';
import { readScoreTable } from '#domain/conclusion/score-table.ts';

describe('exact numbers', () => {
  test('thirds are compared and added without being divided', () => {
    const third = ratio('1', '3');
    expect(compareRatios(addRatios(addRatios(third, third), third), ratio('1'))).toBe(0);
    expect(compareRatios(third, ratio('0.333333333333333333333333'))).toBe(1);
    expect(ratioText(addRatios(ratio('10', '9'), ratio('0.5', '9')))).toBe('10.5/9');
  });

  test('what is written is read again', () => {
    for (const text of ['0', '83.5', '632/9', '629.5/9']) expect(ratioText(parseRatio(text) ?? ratio('9'))).toBe(text);
    for (const text of ['', 'a', '1/0', '1/', '1e3', '1,5']) expect(parseRatio(text)).toBeNull();
  });

  test('rounding agrees with long division, whatever the numbers', () => {
    const big = new Big(10).pow(40);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 4 }),
        (num, den, decimals) => {
          const whole = (BigInt(num) * 10n ** BigInt(decimals) * 2n + BigInt(den)) / (2n * BigInt(den));
          const expected = new Big(whole.toString()).div(new Big(10).pow(decimals)).toFixed(decimals);
          expect(roundRatio(ratio(num, den), decimals, 'halfUp')).toBe(expected);
          // Scaling both sides, even far beyond a double, changes nothing.
          expect(roundRatio({ num: big.times(num), den: big.times(den) }, decimals, 'halfUp')).toBe(expected);
        },
      ),
    );
  });
});

describe('a lot', () => {
  test('gives the order its documentation says, for good', () => {
    // Kept by hand: changing the way of drawing would change recorded results.
    expect(drawLot('2026-11-23', ['d3', 'd1', 'd2'])).toEqual(drawLot('2026-11-23', ['d1', 'd2', 'd3']));
    expect(['1', '2', '3', '4', '5', '6'].map((seed) => drawLot(seed, ['a', 'b', 'c']).join('')))
      .toMatchInlineSnapshot(`
      [
        "abc",
        "cab",
        "bac",
        "abc",
        "bca",
        "cba",
      ]
    `);
  });

  test('holds each key once and favours none', () => {
    const keys = ['a', 'b', 'c', 'd'];
    const first = new Map(keys.map((key) => [key, 0]));
    const draws = 4_000;
    for (let seed = 0; seed < draws; seed += 1) {
      const order = drawLot(String(seed), keys);
      expect([...order].sort()).toEqual(keys);
      const winner = order[0] ?? '';
      first.set(winner, (first.get(winner) ?? 0) + 1);
    }
    // Chi squared with 3 degrees of freedom; 16.3 is the 0.1 % point.
    const expected = draws / keys.length;
    const chi = [...first.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chi).toBeLessThan(16.3);
  });
});

describe('lateness', () => {
  test.each([
    ['2025-11-30', 3, 90],
    ['2025-11-30', 6, 181],
    ['2025-08-31', 6, 181],
    ['2023-08-31', 6, 182],
    ['2024-02-29', 12, 365],
    ['2025-01-15', 1, 31],
  ] as const)('%s and %i months are %i days', (due, months, days) => {
    expect(daysInMonths(due, months)).toBe(days);
  });

  test('without a due day a month is 30 days', () => {
    expect(daysInMonths(null, 6)).toBe(180);
    const lateness = { daysLate: 0, due: null, consented: false };
    expect(allowedDays({ upTo: 'onTime' }, lateness)).toBe(0);
    expect(allowedDays({ upTo: 'days', amount: 30 }, lateness)).toBe(30);
    expect(allowedDays({ upTo: 'any' }, lateness)).toBeNull();
  });
});

describe('a table of points', () => {
  const scores = (text: string) => {
    const table = readScoreTable(text);
    return table.ok ? table.scores : table.reason.vi;
  };

  test('is read with commas, semicolons and tabs, with names or without, empty cells missing', () => {
    const expected = [
      [70, 80.5],
      [null, 90],
    ];
    expect(scores('70,80.5\n,90\n')).toEqual(expected);
    expect(scores('\uFEFFhồ sơ;A;B\r\nd1;70;80,5\r\nd2;;90\r\n')).toEqual(expected);
    expect(scores('A\tB\n70\t80,5\n\t90')).toEqual(expected);
    expect(scores('"hồ sơ, tên","Nguyễn Văn A",B\n"d ""1""",70,80.5\nd2,,90')).toEqual(expected);
  });

  test('that isn’t one is refused with the place', () => {
    expect(scores('1,2\n3')).toBe('hàng 2 có 1 ô, cần 2 ô');
    expect(scores('1,2\n3,x')).toBe('hàng 2, cột 2: “x” không phải số');
    expect(scores('a,b\n,')).toBe('tệp không có số nào');
    expect(scores('')).toBe('tệp không có số nào');
  });
});
