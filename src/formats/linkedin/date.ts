import { type CalendarDate, dayOf, isDay } from '../../domain/days/day.ts';
import { MONTHS } from '../../domain/days/month-name.ts';

/** Which of two numbers is the day, where a file writes its days as `02/07/22`. */
export type DayOrder = 'day first' | 'month first' | null;

const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;

/** What the days of a whole file tell of their order: a number above 12 is no month. Null where they tell nothing, or both. */
export function dayOrder(texts: Iterable<string>): DayOrder {
  let [dayFirst, monthFirst] = [false, false];
  for (const text of texts) {
    const [, first, , second] = NUMBERS.exec(withoutTime(text)) ?? [];
    dayFirst ||= Number(first) > 12;
    monthFirst ||= Number(second) > 12;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day first' : 'month first';
}

/** `15 Feb 2026`, `7-Feb-22`, `05. Nov 24`, `Feb 7, 2022`, `2022-02-07`, or numbers where their order is clear; null for anything else. */
export function readConnectedOn(text: string, order: DayOrder): CalendarDate | null {
  const plain = withoutTime(text);
  if (isDay(plain)) return plain;
  const [, d = '', m = '', y = ''] = /^(\d{1,2})\.?[ -]([a-z]{3,9})\.?[ -](\d{4}|\d{2})$/i.exec(plain) ?? [];
  if (m !== '') return dayOf(fullYear(y), monthOf(m), Number(d));
  const [, month = '', day = '', year = ''] = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(plain) ?? [];
  if (month !== '') return dayOf(Number(year), monthOf(month), Number(day));
  const [, first = '', separator = '', second = '', numberYear = ''] = NUMBERS.exec(plain) ?? [];
  if (first === '') return null;
  const dayFirst =
    separator === '.' ||
    first === second ||
    Number(first) > 12 ||
    (order === 'day first' && Number(second) <= 12);
  const monthFirst = Number(second) > 12 || order === 'month first';
  if (dayFirst === monthFirst && first !== second) return null;
  return dayFirst
    ? dayOf(fullYear(numberYear), Number(second), Number(first))
    : dayOf(fullYear(numberYear), Number(first), Number(second));
}

function withoutTime(text: string): string {
  return text.trim().replace(/,? \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?$/i, '');
}

/** LinkedIn is younger than the century. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
