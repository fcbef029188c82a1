import { finished, type TypedName, typedName } from '../../domain/words/completing.ts';
import type { WordsOf } from '../../domain/words/plain.ts';
import { isPlainWord } from '../../domain/words/plain-word.ts';
import {
  type Completed,
  calledExactly,
  calledFrom,
  countFrom,
  countWith,
  lastCalled,
  nextCalled,
  nextWord,
  nicknamedFrom,
  onlyWith,
  withShort,
} from '../../store/completing.ts';
import type { Db } from '../../store/db.ts';

/** A list of more is not read: it is cut into those that begin with the same word. */
const MOST = 50;

/** A word that may stand for somebody, and whom it means; one that only begins names ends with a hyphen. */
export interface Offered {
  readonly value: string;
  readonly about: string;
}

/** A whole folded name, or one with more to come. */
interface Part {
  readonly called: string;
  readonly about: string;
  /** The id that tells namesakes apart. */
  readonly short: string | null;
  readonly whole: boolean;
}

/**
 * The people whose names begin as what was typed does, each as one word that means nobody else: `ana-silva`, and of namesakes
 * `ana-silva-a00d`. Of many people the next words of their names. `before` are words that may be the beginning of the same name; behind
 * an "and" a surname alone is text.
 */
export function peopleOffered(
  db: Db,
  text: string,
  before: readonly string[],
  wordsOf: WordsOf,
  afterAnd = false,
): readonly Offered[] {
  const own = before.flatMap(wordsOf);
  // "Ana Si" goes on with Ana's name; else it is another one.
  for (const words of own.length > 0 && text !== '' ? [own, []] : [[]]) {
    const typed = typedName(text, words, wordsOf);
    if (typed === null) return [];
    const offered = partsFrom(db, typed.beginning)
      // In several words an id would be no part of the name.
      .filter(({ short }) => short === null || (words.length === 0 && !/\s/.test(text)))
      .map((part) => offeredAs(part, typed, wordsOf));
    if (offered.length > 0) return offered;
    if (words.length === 0 && !afterAnd && !typed.beginning.includes(' '))
      return otherwise(db, typed, wordsOf);
  }
  return [];
}

function offeredAs({ called, about, short, whole }: Part, typed: TypedName, wordsOf: WordsOf): Offered {
  const value = finished(typed, called, wordsOf);
  return { value: short !== null ? `${value}-${short}` : whole ? value : `${value}-`, about };
}

/** Whose whole name, or nickname, begins so. */
function partsFrom(db: Db, beginning: string): readonly Part[] {
  if (countFrom(db, beginning, MOST + 1) > MOST) return manyFrom(db, beginning);
  const people = calledFrom(db, beginning, MOST);
  const nicknamed = nicknamedFrom(db, beginning, MOST).filter(({ id }) =>
    people.every((one) => one.id !== id),
  );
  return [...namesakesApart(db, people), ...nicknamed.flatMap((one) => partOfNickname(db, one))];
}

/** A nickname, where nobody else is called so. */
function partOfNickname(db: Db, person: Completed): Part[] {
  const { called } = person;
  const others = nicknamedFrom(db, called, 2).filter(
    (other) => other.called === called && other.id !== person.id,
  );
  if (others.length > 0 || calledExactly(db, called, 1).length > 0 || !isClear(db, called)) return [];
  return [{ called, about: person.name, short: null, whole: true }];
}

/** Whole names; those of namesakes with an id, but for the only one of them who is tended: the name means them. */
function namesakesApart(db: Db, people: readonly Completed[]): Part[] {
  const byName = Map.groupBy(people, ({ called }) => called);
  return [...byName].flatMap(([called, same]) => {
    const tended = same.filter((person) => person.tended);
    const meant = tended.length > 0 ? tended : same;
    const clear = isName(called) && isClear(db, called);
    return same.flatMap((person): Part[] => {
      const about = [person.name, person.org, person.city].filter((part) => part !== null);
      const alone = clear && meant.length === 1 && meant[0]?.id === person.id;
      if (alone)
        return [
          { called, about: same.length > 1 ? about.join(', ') : person.name, short: null, whole: true },
        ];
      return isName(called) ? [{ called, about: about.join(', '), short: person.short, whole: true }] : [];
    });
  });
}

/** Words of letters and digits: a name of signs alone is not typed. */
function isName(called: string): boolean {
  return /^[a-z0-9]+( [a-z0-9]+)*$/.test(called);
}

/** Whether a name is no number of the list, no word of texts such as "and" or "will", and nobody's id: alone, or behind their name. */
function isClear(db: Db, called: string): boolean {
  if (/^\d+$/.test(called) || isPlainWord(called)) return false;
  const last = called.slice(called.lastIndexOf(' ') + 1);
  const keyed = withShort(db, last);
  return keyed === null || (last !== called && keyed.called !== called.slice(0, -last.length - 1));
}

/** The next words of names that begin so, each of which only once; with the only one of whom it is the name, all of it. */
function manyFrom(db: Db, beginning: string): readonly Part[] {
  const parts: Part[] = [];
  let stem: string | null = null;
  for (let left = MOST; left > 0; left--) {
    const called = nextCalled(db, beginning, stem);
    if (called === null) break;
    stem = stemOf(called, beginning);
    parts.push(...partsWith(db, stem));
  }
  const last = lastCalled(db, beginning);
  // What all have in common must not seem more than it is.
  if (last !== null && stem !== null && stemOf(last, beginning) !== stem)
    parts.push(...partsWith(db, stemOf(last, beginning)));
  const [only] = parts;
  return only !== undefined && parts.length === 1 && !only.whole ? partsFrom(db, `${only.called} `) : parts;
}

/** The name up to the end of the word that is typed. */
function stemOf(called: string, beginning: string): string {
  const end = called.indexOf(' ', beginning.length);
  return end < 0 ? called : called.slice(0, end);
}

function partsWith(db: Db, stem: string): readonly Part[] {
  if (countWith(db, stem, 2) === 1) return namesakesApart(db, calledFrom(db, stem, 1));
  const exactly = calledExactly(db, stem, MOST);
  const pending = { called: stem, about: '', short: null, whole: false };
  return [
    ...namesakesApart(db, exactly),
    ...(isName(stem) && countFrom(db, `${stem} `, 1) > 0 ? [pending] : []),
  ];
}

/** Where no name begins so: another word of it, where it is only one person's. */
function otherwise(db: Db, typed: TypedName, wordsOf: WordsOf): readonly Offered[] {
  const offered: Offered[] = [];
  let word: string | null = null;
  for (let left = MOST; left > 0; left--) {
    word = nextWord(db, typed.beginning, word);
    if (word === null) break;
    const person = word.length > 2 ? onlyWith(db, word) : null;
    if (person === null || !isClear(db, word) || !person.called.split(' ').includes(word)) continue;
    offered.push({ value: finished(typed, word, wordsOf), about: person.name });
  }
  return offered;
}
