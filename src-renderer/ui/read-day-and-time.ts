import { parseDay } from '#domain/text/date-words.ts';
import { twoDigits } from '#domain/text/number-words.ts';

/**
 * Reads a day as it is typed in Vietnam: 5/2/2026, 05-02-2026, 5.2.26, 05022026. Gives `YYYY-MM-DD`; null where there is no such day or
 * the year is not finished.
 */
export const readDay = (typed: string): string | null => {
  const text = typed.trim();
  const parts = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (parts === null) return null;
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const iso = `${String(year < 100 ? 2000 + year : year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  return parseDay(iso) === null ? null : iso;
};

/** Reads a time of day: 8:30, 08.30, 8h30, 8h, 8 giờ 30, 0830. Gives `HH:mm`; null where there is no such time. */
export const readTime = (typed: string): string | null => {
  const text = typed.trim().toLowerCase();
  const parts = /^(\d{1,2})\s*(?:[:.hg]|giờ)\s*(?:(\d{2})(?:\s*phút)?)?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  if (parts === null) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? '0')];
  return hour < 24 && minute < 60 ? `${twoDigits(hour)}:${twoDigits(minute)}` : null;
};
