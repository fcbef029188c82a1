import { type CalendarDate, dayOf } from '../domain/day.ts';
import { readDay, type Tense } from '../domain/phrase.ts';

/**
 * The day that an English phrase names, or null. What the small grammar does not know is left to chrono, which is only loaded
 * then; it has to understand the whole phrase. A day without a year that has been never lies in the future.
 */
export async function parseDay(
  text: string,
  today: CalendarDate,
  tense: Tense,
): Promise<CalendarDate | null> {
  const known = readDay(text, today, tense);
  if (known !== null || /^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return known;
  const { parse } = await import('chrono-node/en');
  const [year = 0, month = 0, dayOfMonth = 0] = today.split('-').map(Number);
  const phrase = text.trim();
  const results = parse(phrase, new Date(year, month - 1, dayOfMonth, 12), {
    forwardDate: tense === 'future',
  });
  const [result] = results;
  if (result === undefined || results.length > 1 || result.text.length !== phrase.length || result.end)
    return null;
  const { start } = result;
  const found = dayOf(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
  if (found === null || start.isCertain('year') || tense === 'future') return found;
  return found <= today
    ? found
    : dayOf(Number(found.slice(0, 4)) - 1, start.get('month') ?? 0, start.get('day') ?? 0);
}
