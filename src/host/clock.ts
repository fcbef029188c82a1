import type { CalendarDate } from '../domain/days/day.ts';

/** The only reader of the time. */
export interface Clock {
  /** Now, as a UTC instant. */
  readonly now: () => string;
  /** The day of an instant where the person is. */
  readonly dayOf: (instant: string) => CalendarDate;
  /** The time of day of an instant there, as `09:00`. */
  readonly timeOf: (instant: string) => string;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  dayOf: (instant) => localDay(new Date(instant)),
  timeOf: (instant) => new Date(instant).toTimeString().slice(0, 5),
};

/** Today where the person is. */
export function today(clock: Clock): CalendarDate {
  return clock.dayOf(clock.now());
}

/** The day of an instant in the process's time zone. */
export function localDay(date: Date): CalendarDate {
  const year = String(date.getFullYear()).padStart(4, '0');
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const dayOfMonth = String(date.getDate()).padStart(2, '0');
  return `${year}-${month}-${dayOfMonth}` as CalendarDate;
}
