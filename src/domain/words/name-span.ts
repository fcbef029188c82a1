import type { CalendarDate } from '../days/day.ts';
import { foldedWords } from './fold.ts';
import { isWithin, type Named, type Resolution, resolveName } from './names.ts';
import { isNear } from './near.ts';
import { opensText } from './opening.ts';
import { isPlainWord } from './plain-word.ts';

/** Where the name at the head of some words ends, and what is known of it. */
export type NameSpan<N extends Named> =
  /** These words mean somebody, or several, as they stand. */
  | { readonly kind: 'known'; readonly length: number }
  /** The first word does, but the words go on as a name that is not theirs. */
  | { readonly kind: 'goes-on'; readonly length: number; readonly candidates: readonly N[] }
  /** Nobody; so many words look like a name, and at most so many may be a misspelt one. */
  | { readonly kind: 'unknown'; readonly length: number; readonly most: number }
  /** Nobody, and no name either: `lunch`, `5pm`. */
  | { readonly kind: 'no-name' };

/** The words in which a name is looked for, none of them quoted, and no comma within. */
export interface Head {
  readonly words: readonly string[];
  /** What comes after them: before a comma or the end, a lone letter is an initial. */
  readonly before: 'comma' | 'end' | 'text';
  /** Whether the first word is a line of the list, an id or an address. */
  readonly keyed: boolean;
}

/** The longest name that is looked for, in words. */
export const MOST_NAME_WORDS = 6;

/**
 * Where a name ends and a text begins, where neither is in quotes. Never a guess: more words than one are a name only where they are
 * somebody's whole words or initials; the beginnings of words are text. `people` is everybody whose name has a word that begins as one
 * of the words does; with `isLater`, which tells whether a word is one of anybody's name behind the first, as the first of the words does.
 */
export function nameSpan<N extends Named>(
  head: Head,
  people: readonly N[],
  today: CalendarDate,
  isLater: (word: string) => boolean = (word) => isWordOf(word, people, 1),
): NameSpan<N> {
  const { words, keyed } = head;
  const alone = resolveName(words[0] ?? '', people);
  for (let length = Math.min(words.length, MOST_NAME_WORDS); length > 1; length--) {
    const run = words.slice(0, length);
    if (isName(run, resolveName(run.join(' '), people), alone, head)) return { kind: 'known', length };
  }
  if (keyed) return { kind: 'known', length: 1 };
  const begun = alone.kind !== 'none' && alone.level === 'prefix' && !isWordOf(words[0] ?? '', people);
  if ((alone.kind === 'none' || (begun && words.length > 1)) && isNoName(words, today))
    return { kind: 'no-name' };
  if (alone.kind === 'none') return { kind: 'unknown', ...unknownSpan(head, today) };
  const more = goingOn(words, isLater, today);
  if (more === 0) return { kind: 'known', length: 1 };
  const candidates = alone.kind === 'one' ? [alone.found] : alone.candidates;
  return { kind: 'goes-on', length: 1 + more, candidates };
}

/** Whether words cannot begin a name that is to be added: a channel, a day, a number, an option, one of the small words. */
export function isNoName(words: readonly string[], today: CalendarDate): boolean {
  const [first = '', second = ''] = words;
  if (
    /^[-\d]/.test(first) ||
    !(/[A-Za-z]/.test(first) || /[\p{L}\p{S}]/u.test(first)) ||
    opensText(words, today)
  )
    return true;
  return isPlainWord(first) && (isLower(first) || !isCapitalized(second, first));
}

/** How many of the words right after the name that was typed are the rest of the name of whoever was chosen. */
export function restOfName(
  words: readonly string[],
  { name, nickname }: Pick<Named, 'name' | 'nickname'>,
): number {
  const known = foldedWords(`${name} ${nickname ?? ''}`);
  const isTheirs = (typed: string) =>
    known.includes(typed) ||
    (typed.length > 3 && known.some((word) => word.length > 3 && isNear(typed, word)));
  const end = words.findIndex((word) => {
    const folded = foldedWords(word);
    return folded.length === 0 || (isLower(word) && isPlainWord(word)) || !folded.every(isTheirs);
  });
  return end < 0 ? words.length : end;
}

/** Whether a run of words means somebody by itself: exactly, or by whole words of the name and initials that stand alone. */
function isName<N extends Named>(
  run: readonly string[],
  found: Resolution<N>,
  alone: Resolution<N>,
  { words, before }: Head,
): boolean {
  if (found.kind === 'none' || foldedWords(run.at(-1) ?? '').length === 0) return false;
  if (found.level === 'exact' || found.level === 'nickname') return true;
  const last = run.at(-1) ?? '';
  const lone = before !== 'text' && run.length === words.length && /^\p{L}$/u.test(last);
  if (!lone && isLower(last) && isPlainWord(last)) return false;
  if (found.level === 'words') return true;
  const begun = alone.kind !== 'none' && alone.level === 'prefix';
  const mayBegin = run.map(
    (word, i) => isInitial(word) || (i === 0 && begun) || (i === run.length - 1 && lone),
  );
  const wanted = run.flatMap((word, i) =>
    foldedWords(word).map((folded) => ({ folded, begins: mayBegin[i] === true })),
  );
  const meets = (word: string, typed: string, i: number) =>
    word === typed || (wanted[i]?.begins === true && word.startsWith(typed));
  const texts = wanted.map(({ folded }) => folded);
  const candidates = found.kind === 'one' ? [found.found] : found.candidates;
  return candidates.some(
    ({ name, nickname }) =>
      isWithin(texts, foldedWords(name), meets) ||
      (nickname !== null && isWithin(texts, foldedWords(`${nickname} ${name}`), meets)),
  );
}

/** A letter that stands for a name: with a period, or one that is no word of its own. */
function isInitial(word: string): boolean {
  return /^\p{L}\.$/u.test(word) || /^(?![AEIOUY])\p{Lu}$/u.test(word) || /^[cdfghjlmpqstvz]$/.test(word);
}

/** What stands in small letters within a name. */
const PARTICLE = /^(al|bin|da|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|zu)$/;

/** How many words after the first go on with a name that is not theirs. */
function goingOn(words: readonly string[], isLater: (word: string) => boolean, today: CalendarDate): number {
  const [first = ''] = words;
  const end = words.findIndex((_, i) => i > 0 && !goesOn(first, words.slice(i), isLater, today));
  return (end < 0 ? words.length : end) - 1;
}

function goesOn(
  first: string,
  rest: readonly string[],
  isLater: (word: string) => boolean,
  today: CalendarDate,
): boolean {
  const word = (rest[0] ?? '').replace(/[.:;]$/, '');
  if (!/^\p{L}/u.test(word) || opensText(rest, today)) return false;
  if (/^\p{L}\.$/u.test(rest[0] ?? '')) return true;
  if (!(isLower(word) && isPlainWord(word)) && isLater(word)) return true;
  if (isLower(first)) return false;
  return isCapitalized(word, first) || (PARTICLE.test(word) && isCapitalized(rest[1] ?? '', first));
}

/** Written as a name is: with a capital letter, no word of its own, and no abbreviation unless all is in capitals. */
function isCapitalized(word: string, first: string): boolean {
  if (!/^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(word) || isPlainWord(word)) return false;
  if (word.length === 1) return isInitial(word);
  return !isShouted(word) || isShouted(first);
}

function unknownSpan({ words, before }: Head, today: CalendarDate): { length: number; most: number } {
  const [first = ''] = words;
  const ends = (i: number) => isPlainWord(words[i] ?? '') || opensText(words.slice(i), today);
  const text = words.findIndex((_, i) => i > 0 && ends(i));
  const most = text < 0 ? words.length : text;
  const lower = words.findIndex((word, i) => i > 0 && (isLower(first) || !isCapitalized(word, first)));
  const length =
    before === 'comma' && most === words.length ? most : Math.min(most, lower < 0 ? words.length : lower);
  return { length, most };
}

/** Whether a word is a whole word of somebody's name, from the `from`th on. */
function isWordOf(word: string, people: readonly Named[], from = 0): boolean {
  const folded = foldedWords(word);
  if (folded.length === 0) return false;
  return people.some(({ name }) =>
    isWithin(folded, foldedWords(name).slice(from), (known, wanted) => known === wanted),
  );
}

function isLower(word: string): boolean {
  return !/^\p{Lu}/u.test(word);
}

/** Ends with a capital letter: an abbreviation, or all in capitals. */
function isShouted(word: string): boolean {
  return word.length > 1 && /\p{Lu}$/u.test(word);
}
