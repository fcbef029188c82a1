import { NetError } from '../error.ts';

/**
 * A whole day of the civil calendar, `YYYY-MM-DD`, in whatever zone the person lives. Never a `Date`: days are
 * compared as text and counted in UTC, so no daylight saving and no skipped local day can reach them.
 */
export type CalendarDate = string & { readonly __day: unique symbol };

/** Gives the day of an instant where the person is. */
export type DayOf = (instant: string) => CalendarDate;

/** A birthday: a full day, or `--MM-DD` where the year is not known. */
export type Birthday = string & { readonly __birthday: unique symbol };

const DAY_MS = 86_400_000;
/** The years in which anybody means a day; whatever lies outside is a mistake, as the day that stands for none in many programs is. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2999;

/** What four digits of a year can tell: no count of days leads beyond. */
const BEGINNING = Date.parse('0000-01-01');
const END = Date.parse('9999-12-31');

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a year, month (1–12) and day of month (1–31), or null where the calendar has no such day, or nobody means it. */
export function dayOf(year: number, month: number, dayOfMonth: number): CalendarDate | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return real && year >= FIRST_YEAR && year <= LAST_YEAR
    ? (date.toISOString().slice(0, 10) as CalendarDate)
    : null;
}

/** Whether a text is a day that exists, of the years 1000 to 2999: `2025-02-30` is not. */
export function isDay(text: string): text is CalendarDate {
  const parts = ISO.exec(text);
  return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}

/** A text known to be a day. Throws `rejected` otherwise. */
export function day(text: string): CalendarDate {
  if (isDay(text)) return text;
  throw new NetError('rejected', `${text} is not a day of the calendar`, 'write days as 2026-03-14');
}

/** Whether a text is a birthday: a day, or `--MM-DD` with 29 February allowed. */
export function isBirthday(text: string): text is Birthday {
  return isDay(text) || (/^--\d{2}-\d{2}$/.test(text) && isDay(`2000-${text.slice(2)}`));
}

/** Days since 1970-01-01. */
export function dayNumber(date: CalendarDate): number {
  return Date.parse(date) / DAY_MS;
}

/** `count` days later, or earlier where it is negative; the last or the first day there is where it would lie beyond. */
export function addDays(date: CalendarDate, count: number): CalendarDate {
  const time = Math.min(Math.max(Date.parse(date) + count * DAY_MS, BEGINNING), END);
  return new Date(time).toISOString().slice(0, 10) as CalendarDate;
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 is Sunday, 6 Saturday. */
export function weekday(date: CalendarDate): number {
  return new Date(Date.parse(date)).getUTCDay();
}

export function latest<D extends string>(...dates: readonly (D | null)[]): D | null {
  return dates.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}

/** The `MM-DD` of a day or birthday. */
export function monthDay(date: CalendarDate | Birthday): string {
  return date.slice(-5);
}

/** The yearly date in a given year. 29 February is kept on the 28th in years without one. */
export function yearly(date: CalendarDate | Birthday, year: number): CalendarDate {
  const given = monthDay(date);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const kept = given === '02-29' && !isLeap ? '02-28' : given;
  return `${String(year).padStart(4, '0')}-${kept}` as CalendarDate;
}

/** The occurrence of a yearly date that is nearest to `around`: at most 183 days away. */
export function nearestYearly(date: CalendarDate | Birthday, around: CalendarDate): CalendarDate {
  const year = Number(around.slice(0, 4));
  const own = yearly(date, year);
  const away = daysBetween(around, own);
  if (Math.abs(away) <= 182) return own;
  const other = yearly(date, away > 0 ? year - 1 : year + 1);
  return Math.abs(daysBetween(around, other)) < Math.abs(away) ? other : own;
}
