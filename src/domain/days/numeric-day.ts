import { type CalendarDate, dayOf } from './day.ts';

const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})|\.)?$/;
const YEARS = [0, 1, 2, 3, 4];

/**
 * The days that two numbers and perhaps a year may name: `3/4` is two of them, `15.11.` and `4/4` one, `30/2` none. Null for what
 * is not written so.
 */
export function numericDays(
  text: string,
  today: CalendarDate,
  tense: 'past' | 'future',
): CalendarDate[] | null {
  const parts = NUMERIC.exec(text.trim().replace(/^on /i, ''));
  if (parts === null) return null;
  const [whole, a = '', sign, b = '', year] = parts;
  // A dot after the month is how one writes that the day comes first.
  const dayFirst = year === undefined && whole.endsWith('.');
  if (dayFirst && sign !== '.') return null;
  const read = (month: string, at: string) => inYear(year, Number(month), Number(at), today, tense);
  const found = dayFirst ? [read(b, a)] : [read(b, a), read(a, b)];
  return [...new Set(found.filter((date) => date !== null))];
}

function inYear(
  year: string | undefined,
  month: number,
  at: number,
  today: CalendarDate,
  tense: 'past' | 'future',
): CalendarDate | null {
  if (year?.length === 4) return dayOf(Number(year), month, at);
  const fits = (date: CalendarDate | null) =>
    date !== null && (tense === 'past' ? date <= today : date >= today);
  const now = Number(today.slice(0, 4));
  const century = now - (now % 100);
  const years =
    year === undefined
      ? YEARS.map((offset) => (tense === 'past' ? now - offset : now + offset))
      : [century + Number(year), century + Number(year) - 100];
  const found = years.map((candidate) => dayOf(candidate, month, at));
  return found.find(fits) ?? (year === undefined ? null : (found[0] ?? null));
}
