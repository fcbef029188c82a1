import type { CalendarDate } from '../../domain/days/day.ts';
import type { ImportedExchange, ImportedTalk } from '../../domain/imported.ts';
import { LONGEST_KEY } from '../people.ts';

/** What a talk is that nothing more is said of. */
export const PLAIN_TALK: Pick<ImportedTalk, 'text' | 'minutes' | 'startedBy'> = {
  text: null,
  minutes: null,
  startedBy: null,
};

/** What an exchange is that nothing more is said of. */
export const PLAIN_EXCHANGE: Omit<ImportedExchange, 'key' | 'line' | 'person' | 'kind' | 'text' | 'madeOn'> =
  {
    type: null,
    dueOn: null,
    keptOn: null,
    outcome: null,
    outcomeOn: null,
  };

/** Sees to it that keys are unique: the second of two that are the same is told apart by `#2`. */
export function uniqueKeys(): (key: string) => string {
  const counts = new Map<string, number>();
  return (key) => {
    const base = key.slice(0, LONGEST_KEY);
    let count = (counts.get(base) ?? 0) + 1;
    while (count > 1 && counts.has(`${base}#${count}`)) count++;
    const unique = count === 1 ? base : `${base}#${count}`;
    counts.set(base, count);
    if (count > 1) counts.set(unique, 1);
    return unique;
  };
}

/** The texts that there are, one after the other; null where there is none. */
export function joined(texts: readonly (string | null)[], between: string): string | null {
  const said = texts.filter((text) => text !== null && text !== '');
  return said.length === 0 ? null : said.join(between);
}

/** The day on which a file was written, if it tells it and that has been: what was still to come then stays so, whenever it is imported. */
export function asOf(told: CalendarDate | null, today: CalendarDate): CalendarDate {
  return told !== null && told <= today ? told : today;
}
