import type { CouncilRules } from './pack.ts';

type Deadline = CouncilRules['deadlines'][number];

const dayLength = 86_400_000;
const dayOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const isoOf = (day: Date): string => day.toISOString().slice(0, 10);
const moved = (day: Date, days: number): Date => new Date(day.getTime() + days * dayLength);

/** Days that are no working days though the week has them: the first and the last, `YYYY-MM-DD`, both included. */
export type DaysOff = { readonly from: string; readonly to: string };

const isWorkingDay = (day: Date, daysOff: readonly DaysOff[]): boolean =>
  day.getUTCDay() !== 0 &&
  day.getUTCDay() !== 6 &&
  !daysOff.some(({ from, to }) => from <= isoOf(day) && isoOf(day) <= to);

const workingDaysFrom = (start: Date, amount: number, direction: 1 | -1, daysOff: readonly DaysOff[]): Date => {
  let day = start;
  for (let left = amount; left > 0;) {
    day = moved(day, direction);
    if (isWorkingDay(day, daysOff)) left -= 1;
  }
  return day;
};

const monthsFrom = (iso: string, months: number): Date => {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)));
};

/**
 * The last day (`YYYY-MM-DD`) on which a deadline is still kept, given the day of its event: so many days before the meeting, or after
 * the dossier became valid. Working days are Monday to Friday without the days off that somebody named; other holidays aren't known here,
 * so the day is for a reminder and locks nothing.
 */
export const lastDayFor = (
  { amount, unit, relation }: Deadline,
  eventDay: string,
  daysOff: readonly DaysOff[] = [],
): string => {
  const direction = relation === 'atLeastBefore' ? -1 : 1;
  switch (unit) {
    case 'workingDays':
      return isoOf(workingDaysFrom(dayOf(eventDay), amount, direction, daysOff));
    case 'days':
      return isoOf(moved(dayOf(eventDay), direction * amount));
    case 'months':
      return isoOf(monthsFrom(eventDay, direction * amount));
  }
};
