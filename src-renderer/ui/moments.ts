import { twoDigits } from '#domain/text/number-words.ts';
import { parseDay, parseTime, shortDate } from '#domain/text/date-words.ts';

/** "10:32:05" in this computer's zone, from a moment with its offset; empty where it is none. */
export const clockOf = (moment: string): string => {
  const date = new Date(moment);
  return Number.isNaN(date.getTime())
    ? ''
    : [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
};

/** "14/01/2026 10:32" in this computer's zone. */
export const dayAndClockOf = (moment: string): string => {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  const day = shortDate({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });
  return `${day} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
};

/** Today in this computer's zone, `YYYY-MM-DD`. */
export const todayHere = (): string => {
  const now = new Date();
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-');
};

/** "14/01/2026" from a day or a local time of the meeting; empty where there is none. */
export const dayText = (day: string | null): string => {
  const parsed = parseDay(day);
  return parsed === null ? '' : shortDate(parsed);
};

/** "08:30" from a local time of the meeting; empty where there is none. */
export const timeText = (localTime: string | null): string => {
  const parsed = parseTime(localTime);
  return parsed === null ? '' : `${twoDigits(parsed.hour)}:${twoDigits(parsed.minute)}`;
};
