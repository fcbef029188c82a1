import { isWithin } from '../words/names.ts';
import { isNear } from '../words/near.ts';
import { plain } from '../words/plain.ts';
import { isPlainWord } from '../words/plain-word.ts';
import type { Group } from './group.ts';

/** What a text that names a group came to. */
export type MeantGroup =
  | { readonly kind: 'one'; readonly group: Group }
  | { readonly kind: 'several'; readonly groups: readonly Group[] }
  | { readonly kind: 'none'; readonly near: readonly Group[] };

/** The beginning of a word of a name has so many letters at least: fewer are as likely the beginning of a text. */
const SHORTEST = 3;

/** How a text meets a group's name, best first. */
const LEVELS: readonly ((wanted: string, name: string) => boolean)[] = [
  (wanted, name) => wanted === name,
  (wanted, name) => isSaidBy(wordsOf(wanted), wordsOf(name)),
];

/**
 * The group that a text means: its name, or words of it and the beginnings of such, three letters or more; what begins two names means
 * neither. The words that texts are made of are only part of a name where another follows. One that was left is only meant where no
 * other is. Near are those that a slip, or fewer letters, may have meant.
 */
export function meantGroup(text: string, groups: readonly Group[]): MeantGroup {
  const wanted = plain(text);
  if (wanted === '') return { kind: 'none', near: [] };
  for (const meets of LEVELS) {
    const hits = groups.filter(({ name }) => isSaid(wanted, plain(name), meets));
    const current = hits.filter(({ leftOn }) => leftOn === null);
    const found = current.length > 0 ? current : hits;
    const [only] = found;
    if (only === undefined) continue;
    return found.length === 1 ? { kind: 'one', group: only } : { kind: 'several', groups: found };
  }
  const begun = (name: string) =>
    isWithin(wordsOf(wanted), wordsOf(name), (word, want) => word.startsWith(want));
  const near = groups.filter(
    ({ name }) => isNear(wanted, plain(name)) || (wordsOf(wanted).length > 0 && begun(plain(name))),
  );
  return { kind: 'none', near };
}

function isSaidBy(wanted: readonly string[], words: readonly string[]): boolean {
  if (isPlainWord(wanted.at(-1) ?? '')) return false;
  return isWithin(
    wanted,
    words,
    (word, want) => word === want || (want.length >= SHORTEST && !isPlainWord(want) && word.startsWith(want)),
  );
}

/**
 * How many of some typed words name a group, the rest being a text: all of a name where one is typed in full, else as many words as
 * name one. At least 1.
 */
export function groupSpan(words: readonly string[], groups: readonly Group[]): number {
  const lengths = words.map((_, i) => words.length - i);
  const typed = (length: number) => words.slice(0, length).join(' ');
  const named = groups.map(({ name }) => plain(name));
  const whole = lengths.find((length) => named.includes(plain(typed(length))));
  return whole ?? lengths.find((length) => meantGroup(typed(length), groups).kind !== 'none') ?? 1;
}

/** A name of signs alone is only met whole. */
function isSaid(wanted: string, name: string, meets: (wanted: string, name: string) => boolean): boolean {
  return wordsOf(wanted).length === 0 ? wanted === name : meets(wanted, name);
}

function wordsOf(name: string): string[] {
  return name.match(/[\p{L}\p{N}]+/gu) ?? [];
}
