import { addDays, type CalendarDate, weekday } from './day.ts';

/** Whether a day is looked for among those that have been or those to come. */
export type Tense = 'past' | 'future';

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const SHORT_WEEKDAYS: Record<string, number> = {
  sun: 0,
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  weds: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
};

/** The names of the weekdays, as alternatives of an expression: whole, and abbreviated. */
export const NAMED = WEEKDAYS.join('|');
export const SHORT = Object.keys(SHORT_WEEKDAYS).join('|');
/** Abbreviations that are no other words. */
export const SHORT_ALONE = 'tues?|weds|thu|thurs?|fri';

/** Never today: said of what was, the last such day; of what will be, the next. `next` is the one of the week to come. */
export function onWeekday([, which, name = '']: string[], today: CalendarDate, tense: Tense): CalendarDate {
  const wanted = SHORT_WEEKDAYS[name] ?? WEEKDAYS.indexOf(name);
  const now = weekday(today);
  if (which === 'next') return onWeekdayOfWeek(['next week', name], today);
  if (which === 'last' || tense === 'past') return addDays(today, -(((now - wanted + 6) % 7) + 1));
  return addDays(today, ((wanted - now + 6) % 7) + 1);
}

/** A weekday of the week, from Monday to Sunday, before or after the one of today. */
export function onWeekdayOfWeek([phrase = '', ...names]: string[], today: CalendarDate): CalendarDate {
  const name = names.find((part) => part !== undefined) ?? '';
  const wanted = SHORT_WEEKDAYS[name] ?? WEEKDAYS.indexOf(name);
  const weeks = phrase.includes('next week') ? 7 : -7;
  return addDays(today, weeks - ((weekday(today) + 6) % 7) + ((wanted + 6) % 7));
}

/** The Saturday of the weekend before this week. */
export function lastSaturday(_: string[], today: CalendarDate): CalendarDate {
  return addDays(today, -((weekday(today) + 6) % 7) - 2);
}
