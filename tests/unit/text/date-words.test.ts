import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateInWords,
  longDate,
  longTime,
  parseDay,
  parseTime,
  placeAndDate,
  shortDate,
} from '#domain/text/date-words.ts';

describe('dates', () => {
  test('only days below ten and the first two months carry a leading zero', () => {
    expect(longDate({ year: 2026, month: 2, day: 5 })).toBe('ngày 05 tháng 02 năm 2026');
    expect(longDate({ year: 2026, month: 3, day: 15 })).toBe('ngày 15 tháng 3 năm 2026');
    expect(shortDate({ year: 2026, month: 3, day: 5 })).toBe('05/03/2026');
  });

  test('a date in words reads April as "tháng tư"', () => {
    expect(dateInWords({ year: 2026, month: 1, day: 14 })).toBe(
      'ngày mười bốn tháng một năm hai nghìn không trăm hai mươi sáu',
    );
    expect(dateInWords({ year: 2025, month: 4, day: 21 })).toContain('tháng tư năm');
  });

  test('days that do not exist are not read', () => {
    expect(parseDay('2025-02-29')).toBeNull();
    expect(parseDay('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(parseDay('2024-13-01')).toBeNull();
    expect(parseDay('14/01/2026')).toBeNull();
    expect(parseDay(null)).toBeNull();
    expect(parseDay('2026-01-14T08:30')).toEqual({ year: 2026, month: 1, day: 14 });
  });

  test('exactly the days of the calendar are read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          expect(parseDay(text) !== null).toBe(exists);
        },
      ),
    );
  });

  test('times are read from a clock or a date with a time', () => {
    expect(parseTime('8:30')).toEqual({ hour: 8, minute: 30 });
    expect(parseTime('2026-01-14T08:30')).toEqual({ hour: 8, minute: 30 });
    expect(parseTime('2026-01-14T08:30:00.000Z')).toEqual({ hour: 8, minute: 30 });
    expect(parseTime('25:00')).toBeNull();
    expect(longTime({ hour: 8, minute: 0 })).toBe('08 giờ 00 phút');
  });

  test('a place without a day leaves room to write by hand', () => {
    expect(placeAndDate('Hà Nội', { year: 2026, month: 1, day: 14 })).toBe('Hà Nội, ngày 14 tháng 01 năm 2026');
    expect(placeAndDate('Hà Nội', null)).toBe('Hà Nội, ngày …… tháng …… năm 20……');
  });
});
