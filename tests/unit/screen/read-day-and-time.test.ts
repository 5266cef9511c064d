import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay, readTime } from '../../../src-renderer/ui/read-day-and-time.ts';
import { dayText } from '../../../src-renderer/ui/moments.ts';

describe('a day as it is typed', () => {
  test.each([
    ['5/2/2026', '2026-02-05'],
    ['05-02-2026', '2026-02-05'],
    ['5.2.26', '2026-02-05'],
    ['05022026', '2026-02-05'],
    [' 29/2/2024 ', '2024-02-29'],
  ])('%s is read as %s', (typed, day) => expect(readDay(typed)).toBe(day));

  test.each(['', '5/2', '5/2/202', '29/2/2026', '31/4/2026', '0/1/2026', '1/13/2026', 'mai'])('%s is no day', (typed) =>
    expect(readDay(typed)).toBeNull(),
  );

  test('every day that is shown can be typed back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(readDay(dayText(day))).toBe(day);
        },
      ),
    );
  });
});

describe('a time as it is typed', () => {
  test.each([
    ['8:30', '08:30'],
    ['08.30', '08:30'],
    ['8h30', '08:30'],
    ['8h', '08:00'],
    ['8 giờ 30', '08:30'],
    ['8 giờ 30 phút', '08:30'],
    ['0830', '08:30'],
    ['23:59', '23:59'],
  ])('%s is read as %s', (typed, time) => expect(readTime(typed)).toBe(time));

  test.each(['', '8', '24:00', '8:60', '8:3', 'trưa'])('%s is no time', (typed) => expect(readTime(typed)).toBeNull());
});
