const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** How a number of days, weeks, months or years is said, as the source of a pattern. */
export const COUNT = `(?:\\d{1,4}|an?|${NUMBERS.join('|')}|a couple of|a few)`;
export const UNIT = 'days?|weeks?|months?|years?';

/** Days in a span such as `6w`, `every 2 weeks`, `3 months` or `45`; null where it is none. A month has 30 days. */
export function readSpan(text: string): number | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^every /, '');
  const spelled = new RegExp(`^(?:(${COUNT}) )?(${UNIT})$`).exec(plain);
  const short = /^(\d{1,4}) ?([dwmy])?$/.exec(plain);
  const [, number = '1', unit = 'd'] = spelled ?? short ?? [];
  if (spelled === null && short === null) return null;
  const days: Record<string, number> = { d: 1, w: 7, m: 30, y: 365 };
  return count(number) * (days[unit.slice(0, 1)] ?? 1);
}

/** The number that a word or figure says: "two", "a few", "12". */
export function count(text: string): number {
  if (text === 'a' || text === 'an') return 1;
  if (text === 'a couple of') return 2;
  if (text === 'a few') return 3;
  const word = NUMBERS.indexOf(text);
  return word >= 0 ? word : Number(text);
}
