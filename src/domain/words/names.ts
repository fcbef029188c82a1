import { fold, foldedWords } from './fold.ts';

/** How a query met a name, best first. */
export const LEVELS = ['exact', 'nickname', 'words', 'initial', 'first', 'prefix', 'fuzzy'] as const;
export type Level = (typeof LEVELS)[number];

/** What a name is looked up by. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly nickname: string | null;
  /** Growing and kept people outrank the rest within a level. */
  readonly tended: boolean;
}

/** One person, several who could be meant, or nobody. A fuzzy hit is never one: it is always asked about. */
export type Resolution<N extends Named> =
  | { readonly kind: 'one'; readonly found: N; readonly level: Level }
  | { readonly kind: 'several'; readonly candidates: readonly N[]; readonly level: Level }
  | { readonly kind: 'none' };

/**
 * Exact > nickname > several whole words of the name > first name and initial > first name > unaccented prefix. Only name fields are
 * matched, never notes. `near` are the names that a typo may have meant, best first.
 */
export function resolveName<N extends Named>(
  query: string,
  people: readonly N[],
  near: readonly N[] = [],
): Resolution<N> {
  for (const level of LEVELS) {
    const hits = level === 'fuzzy' ? near : people.filter((person) => levelOf(query, person) === level);
    const tended = hits.filter((person) => person.tended);
    const candidates = tended.length > 0 ? tended : hits;
    const [found] = candidates;
    if (found === undefined) continue;
    return candidates.length === 1 && level !== 'fuzzy'
      ? { kind: 'one', found, level }
      : { kind: 'several', candidates: level === 'fuzzy' ? hits : candidates, level };
  }
  return { kind: 'none' };
}

/** The best level at which a query meets a name, or null. */
export function levelOf(
  query: string,
  person: Pick<Named, 'name' | 'nickname'>,
): Exclude<Level, 'fuzzy'> | null {
  const wanted = foldedWords(query);
  const words = foldedWords(person.name);
  if (wanted.length === 0) return fold(query) !== '' && fold(query) === fold(person.name) ? 'exact' : null;
  if (same(wanted, words)) return 'exact';
  const nickname = person.nickname === null ? [] : foldedWords(person.nickname);
  if (same(wanted, nickname)) return 'nickname';
  const [first, ...more] = wanted;
  const called = first === words[0] || (nickname.length === 1 && first === nickname[0]);
  if (more.length > 0) {
    if (isWithin(wanted, words, equals) || (called && isWithin(more, words.slice(1), equals))) return 'words';
    if (called && isWithin(more, words.slice(1), begins)) return 'initial';
  } else if (first === words[0]) return 'first';
  return isLong(wanted, words) && isWithin(wanted, words, begins) ? 'prefix' : null;
}

/** Whether each wanted word meets one of the words, in their order. */
export function isWithin(
  wanted: readonly string[],
  words: readonly string[],
  meets: (word: string, wanted: string, at: number) => boolean,
): boolean {
  let from = 0;
  return wanted.every((want, i) => {
    const at = words.findIndex((word, j) => j >= from && meets(word, want, i));
    from = at + 1;
    return at >= 0;
  });
}

/** One letter is no name, and two only where a first name begins so: with them a surname would be a guess. */
function isLong([first = '', ...more]: readonly string[], [firstName = '']: readonly string[]): boolean {
  return first.length > 2 || more.length > 0 || (first.length === 2 && firstName.startsWith(first));
}

const begins = (word: string, wanted: string) => word.startsWith(wanted);
const equals = (word: string, wanted: string) => word === wanted;

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}
