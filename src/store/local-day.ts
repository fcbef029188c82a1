import Database from 'better-sqlite3';
import type { CalendarDate } from '../domain/days/day.ts';
import type { StoreClock } from './db.ts';

/** The years that the C library is asked about: SQLite takes a similar one for any other. */
const FIRST = Date.parse('1971-01-01');
const LAST = Date.parse('2037-12-31');

/**
 * Gives the day of an instant in the zone of the system as its C library knows it, that of the years beyond as `clock` does. For Bun,
 * which loads the rules of every zone before it can say what day it is: that takes as long as all the rest of `net today`.
 */
export function libraryDays(clock: StoreClock): (instant: string) => CalendarDate {
  let statement: Database.Statement<[number]> | null = null;
  return (instant) => {
    const time = Date.parse(instant);
    if (!(time >= FIRST && time <= LAST)) return clock.dayOf(instant) as CalendarDate;
    statement ??= new Database(':memory:')
      .prepare<[number]>(`SELECT date(?, 'unixepoch', 'localtime')`)
      .pluck();
    return statement.get(Math.floor(time / 1000)) as CalendarDate;
  };
}
