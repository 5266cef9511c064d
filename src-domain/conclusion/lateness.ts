import type { Grade } from '#domain/regulation/pack.ts';
import type { Lateness } from './case.ts';

type Limit = Grade['when'][number]['late'];

const dayLength = 86_400_000;

/**
 * Days from the due day to the same day so many months later (the month's last day where that has no such day); 30 days a month where
 * the due day isn't known. Reckoned in UTC, so that no time zone can move a day.
 */
export const daysInMonths = (due: string | null, months: number): number => {
  if (due === null) return months * 30;
  const [year = 1970, month = 1, day = 1] = due.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return (Date.UTC(year, month - 1 + months, Math.min(day, lastDay)) - Date.UTC(year, month - 1, day)) / dayLength;
};

/** Most days late a limit allows; null is no limit. */
export const allowedDays = (limit: Limit, { due }: Lateness): number | null => {
  switch (limit.upTo) {
    case 'onTime':
      return 0;
    case 'days':
      return limit.amount;
    case 'months':
      return daysInMonths(due, limit.amount);
    case 'any':
      return null;
  }
};
