import { numberInWords, twoDigits } from './number-words.ts';

/** A day without a time, split: `month` is 1 to 12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A time of day, as the wall clock in the room shows it. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Reads the day at the start of "2026-01-14" or "2026-01-14T08:30…"; null where there is no such day. */
export function parseDay(text: string | null | undefined): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(text ?? '');
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const length = month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);
  return day >= 1 && day <= length ? { year, month, day } : null;
}

/** Reads "08:30", "8:30" or the time within "2026-01-14T08:30…"; null where there is none. */
export function parseTime(text: string | null | undefined): ClockTime | null {
  const match = /(?:^|[T ])(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:$|Z|[+-]\d{2}:?\d{2}$)/.exec(text ?? '');
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

/** "14/01/2026", the short form of tables and of the screen. */
export function shortDate(day: Day): string {
  return `${twoDigits(day.day)}/${twoDigits(day.month)}/${day.year}`;
}

/**
 * "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 carry a leading zero, other months none
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I; the zero rule was read).
 */
export function longDate(day: Day): string {
  const month = day.month <= 2 ? twoDigits(day.month) : String(day.month);
  return `ngày ${twoDigits(day.day)} tháng ${month} năm ${day.year}`;
}

/** "ngày mười bốn tháng một năm hai nghìn không trăm hai mươi sáu". April is "tháng tư". */
export function dateInWords(day: Day): string {
  const month = day.month === 4 ? 'tư' : numberInWords(day.month);
  return `ngày ${numberInWords(day.day)} tháng ${month} năm ${numberInWords(day.year)}`;
}

/** "08 giờ 30 phút"; a full hour is "08 giờ 00 phút", as minutes of meetings are written. */
export function longTime(time: ClockTime): string {
  return `${twoDigits(time.hour)} giờ ${twoDigits(time.minute)} phút`;
}

/** "Hà Nội, ngày 14 tháng 01 năm 2026"; without a day the places stay open to be filled in by hand. */
export function placeAndDate(place: string, day: Day | null): string {
  const where = place.trim() === '' ? '……………' : place.trim();
  return `${where}, ${day === null ? 'ngày …… tháng …… năm 20……' : longDate(day)}`;
}
