import { foldedWords } from '../domain/words/fold.ts';
import { isNear, nearness, nearTo, SHORTEST } from '../domain/words/near.ts';
import { type Db, texts, tuples } from './db.ts';
import { type AnyOf, anyOf, contactsWith, MOST_WORDS } from './name-words.ts';
import { type NamedContact, namesOf } from './names.ts';

/** More would be no choice but a list. */
const MOST_NEAR = 5;

/** Of so many of the tended, and of the others, it is told how near they are: more who have the same words are as near as each other. */
const MOST_COMPARED = 200;

/** For a longer word the words of names are read through: too many words are near it to look up each. */
const LONGEST = 40;

/** Names that a typo may have meant, best first: those with the most words as they were typed, then who is tended, then by name. */
export function namesNear(db: Db, query: string): NamedContact[] {
  const wanted = foldedWords(query);
  const words = [...new Set(wanted)].slice(0, MOST_WORDS);
  const kinds: AnyOf[] = [];
  for (const word of words) {
    const others = nearWords(db, word).filter((other) => !other.startsWith(word));
    const kind = anyOf(db, word, others);
    if (kind.names === 0) return [];
    kinds.push(kind);
  }
  const same = words.map((word) => anyOf(db, null, [word]));
  const ids = new Set<string>();
  let near: readonly string[] = [];
  for (const tier of tiersOf(kinds, same)) {
    for (const each of tier)
      for (const tended of [1, 0] as const)
        for (const id of contactsWith(db, each, { most: MOST_COMPARED, tended })) ids.add(id);
    near = nearest(db, wanted, [...ids]);
    if (near.length === MOST_NEAR) break;
  }
  return namesOf(db, near);
}

/**
 * What is looked for, best first, so that hundreds who are nearly as near cut off nobody: all words as they were typed, a typo in only one of
 * them, only one of them as it was typed, a typo in each.
 */
function tiersOf(kinds: readonly AnyOf[], same: readonly AnyOf[]): (readonly AnyOf[])[][] {
  const but = (most: readonly AnyOf[], one: readonly AnyOf[]) =>
    most.map((_, at) => most.map((kind, i) => (i === at ? (one[i] ?? kind) : kind)));
  return [[same], but(same, kinds), ...(kinds.length > 2 ? [but(kinds, same)] : []), [kinds]];
}

/** The words of names that a word is near to: each that it could be is looked up, which costs the same among however many. */
function nearWords(db: Db, word: string): string[] {
  if (word.length < SHORTEST) return [];
  if (word.length <= LONGEST) {
    const sql =
      'SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM name_word WHERE word = json_each.value)';
    return texts(db, sql, JSON.stringify(nearTo(word)));
  }
  const sql = 'SELECT DISTINCT word FROM name_word WHERE length(word) BETWEEN ? AND ?';
  const long = texts(db, sql, word.length - 1, word.length + 1);
  return long.filter((known) => isNear(word, known));
}

/** The nearest of some contacts, best first. */
function nearest(db: Db, wanted: readonly string[], ids: readonly string[]): string[] {
  const sql = `SELECT contact_id, called, nicknamed, tended FROM contact_summary
    WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY called, contact_id`;
  return (tuples(db, sql, JSON.stringify(ids)) as [string, string, string | null, number][])
    .flatMap(([id, called, nicknamed, tended]) => {
      const exact = nearness(wanted, foldedWords(`${called} ${nicknamed ?? ''}`));
      return exact === null ? [] : [{ id, exact, tended }];
    })
    .sort((a, b) => b.exact - a.exact || b.tended - a.tended)
    .slice(0, MOST_NEAR)
    .map(({ id }) => id);
}
