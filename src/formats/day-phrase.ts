import { type CalendarDate, dayOf } from '../domain/days/day.ts';
import { MONTHS } from '../domain/days/month-name.ts';
import { numericDays } from '../domain/days/numeric-day.ts';
import { readDay, type Tense } from '../domain/days/phrase.ts';

/** The days that anybody means: beyond them a phrase was misread. */
const EARLIEST = '1900-01-01';
const LATEST = '2199-12-31';

/**
 * The day that an English phrase names, or null. What the small grammar does not know is left to chrono, which is only loaded
 * then; it has to understand the whole phrase. A day without a year that has been never lies in the future.
 */
export async function parseDay(
  text: string,
  today: CalendarDate,
  tense: Tense,
): Promise<CalendarDate | null> {
  // "in august" is its first day, as "august" is.
  const phrase = text.trim().replace(new RegExp(`^in (?=(?:${MONTHS.join('|')})[a-z]*$)`, 'i'), '');
  const known = readDay(phrase, today, tense);
  const found =
    known ?? (/^\d{4}-\d{2}-\d{2}$/.test(phrase) ? null : await readByChrono(phrase, today, tense));
  return found !== null && found >= EARLIEST && found <= LATEST ? found : null;
}

async function readByChrono(phrase: string, today: CalendarDate, tense: Tense): Promise<CalendarDate | null> {
  // The small grammar knows all of these: what it does not take is two days, or none.
  if (numericDays(phrase, today, tense) !== null) return null;
  const { parse } = await import('chrono-node/en');
  const [year = 0, month = 0, dayOfMonth = 0] = today.split('-').map(Number);
  const results = parse(phrase, new Date(year, month - 1, dayOfMonth, 12), {
    forwardDate: tense === 'future',
  });
  const [result] = results;
  if (result === undefined || results.length > 1 || result.text.length !== phrase.length || result.end)
    return null;
  const { start } = result;
  const [y, m, d] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0];
  const named = (part: 'day' | 'month' | 'year' | 'weekday') => start.isCertain(part);
  const found = dayOf(y, m, d);
  if (found === null) return null;
  if (named('day') || named('month')) {
    const guessed = !named('year') && tense === 'past' && found > today;
    return guessed ? dayOf(y - 1, m, d) : found;
  }
  const asked = tense === 'past' ? found <= today : found >= today && !/\blast\b/i.test(phrase);
  return named('weekday') && asked ? found : null;
}
