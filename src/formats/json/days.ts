import { type Birthday, type CalendarDate, isBirthday, isDay } from '../../domain/days/day.ts';
import type { Given } from '../record.ts';
import { numberAt, textAt, unusable, type Value, valueAt } from './value.ts';

/** The days that anybody means. */
const EARLIEST = '1800-01-01';
const LATEST = '2199-12-31';

/** A day, with or without a time after it: `2024-05-01`, `2024-05-01T00:00:00.000000Z`. */
export function dayAt(of: Value, name: string): CalendarDate | null {
  const text = textAt(of, name);
  if (text === null) return null;
  const [, day = ''] = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text) ?? [];
  return possible(day) ?? unusable(valueAt(of, name), 'is no day of the calendar');
}

/** The day of an instant where the user is. A time of midnight stands for none: then it is a day as it is written. */
export function instantDayAt(of: Value, name: string, { dayOf }: Given): CalendarDate | null {
  const text = textAt(of, name);
  if (text === null) return null;
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
    text,
  );
  const [, day = '', time = '', zone = 'Z'] = parts ?? [];
  if (parts === null || !isDay(day) || /^\S+[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)?$/.test(text))
    return dayAt(of, name);
  const seconds = Date.parse(`${day}T${time}:00${zone}`) / 1000;
  return dayOfSeconds(seconds, dayOf) ?? unusable(valueAt(of, name), 'is no time');
}

/** The day, where the user is, of an instant in seconds since 1970. */
export function secondsDayAt(of: Value, name: string, { dayOf }: Given): CalendarDate | null {
  const seconds = numberAt(of, name);
  if (seconds === null) return null;
  return (
    dayOfSeconds(seconds, dayOf) ?? unusable(valueAt(of, name), 'is no time: seconds since 1970 are meant')
  );
}

/** A day by its year, if that is known, month and day of the month; null where there is no such day. */
export function dayFrom(year: number | null, month: number, dayOfMonth: number): Birthday | null {
  const two = (number: number) => String(number).padStart(2, '0');
  const text = `${year === null ? '-' : String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
  return isBirthday(text) ? text : null;
}

/** A day for a note: `05-03` without its year. */
export function sayDay(day: Birthday | CalendarDate): string {
  return day.replace(/^--/, '');
}

function dayOfSeconds(seconds: number, dayOf: Given['dayOf']): CalendarDate | null {
  const limit = Date.parse(`${LATEST}T00:00:00Z`) / 1000;
  if (!(Math.abs(seconds) <= limit)) return null;
  return possible(dayOf(new Date(seconds * 1000).toISOString()));
}

function possible(day: string): CalendarDate | null {
  return isDay(day) && day >= EARLIEST && day <= LATEST ? day : null;
}
