import { FULL_MONTHS, MONTHS } from './month-name.ts';
import { NAMED, SHORT } from './weekday.ts';

/** One of these words is in every phrase that names a day, but for days all in figures. */
const DAY_WORDS: ReadonlySet<string> = new Set([
  ...'today tonight this yesterday day last ago week weekend month year in next tomorrow tmrw now end'.split(
    ' ',
  ),
  ...[...NAMED.split('|'), ...SHORT.split('|')],
  ...[...MONTHS, 'sept', ...FULL_MONTHS],
]);

/** Whether a phrase may name a day at all: most of a text does not, and the rules are many. */
export function mayNameDay(phrase: string): boolean {
  return /\d{4}[-/.]\d/.test(phrase) || (phrase.match(/[a-z]+/g) ?? []).some((word) => DAY_WORDS.has(word));
}
