import type { Birthday, CalendarDate } from '../../domain/days/day.ts';
import { dayAt, sayDay } from '../json/days.ts';
import { flagAt, objectAt, type Value } from '../json/value.ts';

/** A date of which Monica may not know the year, or which it has worked out from an age. */
export interface SpecialDate {
  readonly day: CalendarDate;
  /** The day as it is known: without its year, or null where only an age was told. */
  readonly known: Birthday | null;
}

export function specialDateAt(of: Value, name: string): SpecialDate | null {
  const date = objectAt(of, name);
  const day = date === null ? null : dayAt(date, 'date');
  if (date === null || day === null) return null;
  const yearless = flagAt(date, 'is_year_unknown') === true;
  const byAge = flagAt(date, 'is_age_based') === true;
  return { day, known: byAge ? null : ((yearless ? `--${day.slice(5)}` : day) as Birthday) };
}

/** Such a date for a note: `05-03` without its year, `about 1980` by an age. */
export function sayDate({ day, known }: SpecialDate): string {
  return known === null ? `about ${day.slice(0, 4)}` : sayDay(known);
}
