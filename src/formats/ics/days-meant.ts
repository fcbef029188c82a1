import type ICAL from 'ical.js';

/** A weekday, 0 for Sunday, and the how-manieth of its month or year, from the end where that is negative; 0 for each of them. */
export interface Weekday {
  readonly nth: number;
  readonly weekday: number;
}

export const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The weekdays that a rule lists. */
export function weekdaysOf({ parts }: ICAL.Recur): readonly Weekday[] {
  return textsOf(parts.BYDAY).map((text) => ({
    nth: Number.parseInt(text, 10) || 0,
    weekday: WEEKDAYS.indexOf(text.slice(-2)),
  }));
}

/** Whether a day is one of those weekdays of its month. */
export function isOneOf(weekdays: readonly Weekday[], year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const own = date.getUTCDay();
  const left = lastOf(year, month) - day;
  return weekdays.some(
    ({ nth, weekday }) =>
      weekday === own &&
      (nth === 0 || (nth > 0 ? Math.ceil(day / 7) === nth : Math.floor(left / 7) === -nth - 1)),
  );
}

/**
 * Tells whether a rule means a day that the library found for it. It takes 30 February for the 2nd of March, begins with what its months leave
 * out, and does not look at the numbers of weeks.
 */
export function meantBy({ parts, wkst, freq }: ICAL.Recur): (time: ICAL.Time) => boolean {
  const [months, days] = [textsOf(parts.BYMONTH).map(Number), textsOf(parts.BYMONTHDAY).map(Number)];
  const weekdays = new Set(textsOf(parts.BYDAY).map((text) => WEEKDAYS.indexOf(text.slice(-2))));
  const weeks = freq === 'YEARLY' ? textsOf(parts.BYWEEKNO).map(Number) : [];
  return (time) => {
    const { year, month, day } = time;
    return (
      (months.length === 0 || months.includes(month)) &&
      (days.length === 0 || days.includes(day) || days.includes(day - lastOf(year, month) - 1)) &&
      (weekdays.size === 0 || weekdays.has(time.dayOfWeek() - 1)) &&
      (weeks.length === 0 || isInWeek(time, weeks, wkst))
    );
  };
}

/** The last week of a year is the one with 28 December. */
function isInWeek(time: ICAL.Time, weeks: readonly number[], wkst: ICAL.Recur['wkst']): boolean {
  const own = time.weekNumber(wkst);
  const end = time.clone();
  end.month = 12;
  end.day = 28;
  return weeks.some((week) => week === own || week === own - end.weekNumber(wkst) - 1);
}

/** What a rule lists, as texts. */
function textsOf(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.map(String) : [];
}

function lastOf(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}
