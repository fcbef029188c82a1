/**
 * Run in a process of its own whose TZ is set: what the days do there, over all days of some years. Prints what is wrong, a line each; nothing
 * where nothing is.
 */
import {
  addDays,
  type CalendarDate,
  daysBetween,
  isDay,
  weekday,
  yearly,
} from '../../../src/domain/days/day.ts';
import { addMonths } from '../../../src/domain/days/months.ts';
import { elapsed } from '../../../src/domain/days/pause.ts';
import { readDay } from '../../../src/domain/days/phrase.ts';
import { systemClock, today } from '../../../src/host/clock.ts';

const MINUTE = 60_000;
const DAY_MS = 1440 * MINUTE;
/** The zone that the days are to be of, else as TZ says. */
const [zone = 'UTC', ...years] = process.argv.slice(2);
const place = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const says = (wrong: string) => process.stdout.write(`${wrong}\n`);

/** Every half an hour: `today` is the day of the place, and never goes back. */
function instantsOf(year: number): void {
  let last = '';
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 30 * MINUTE) {
    const instant = new Date(at).toISOString();
    const day = today({ ...systemClock, now: () => instant });
    if (day !== place.format(at)) says(`${instant} is ${day}, there ${place.format(at)}`);
    if (!isDay(day) || day < last) says(`${instant} is ${day} after ${last}`);
    last = day;
  }
}

/** Every day once: adding never skips or doubles, days between are whole, words mean the day beside. */
function daysOf(year: number): void {
  let day = `${year}-01-01` as CalendarDate;
  for (let count = 0; day < `${year + 1}-01-01`; count++) {
    const expected = new Date(Date.UTC(year, 0, 1) + count * DAY_MS).toISOString().slice(0, 10);
    const next = addDays(day, 1);
    const facts: readonly (readonly [what: string, real: unknown, wanted: unknown])[] = [
      ['the day', day, expected],
      ['a day back', addDays(next, -1), day],
      ['days between', daysBetween(day, next), 1],
      ['days since the first', daysBetween(`${year}-01-01` as CalendarDate, day), count],
      ['a year of days', daysBetween(day, addDays(day, 365)), 365],
      ['elapsed', elapsed(day, addDays(day, 40), []), 40],
      ['its weekday', weekday(next), (weekday(day) + 1) % 7],
      ['yesterday', readDay('yesterday', next, 'past'), day],
      ['tomorrow', readDay('tomorrow', day, 'future'), next],
      ['a week', readDay('in 1 week', day, 'future'), addDays(day, 7)],
      ['3 days ago', readDay('3 days ago', addDays(day, 3), 'past'), day],
      ['itself', readDay(day, day, 'past'), day],
      ['a month', addMonths(day, 1).slice(0, 7), monthAfter(day)],
      ['a month and its day', addMonths(day, 1).slice(8) <= day.slice(8), true],
      ['a year', yearly(day, year + 1) <= addDays(day, 366), true],
    ];
    for (const [what, real, wanted] of facts)
      if (real !== wanted) says(`${day}: ${what} is ${String(real)}, not ${String(wanted)}`);
    day = next;
  }
}

function monthAfter(day: CalendarDate): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

for (const year of years.map(Number)) {
  instantsOf(year);
  daysOf(year);
}
says(`looked at ${years.length} years`);
