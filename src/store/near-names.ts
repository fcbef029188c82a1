import { foldedWords } from '../domain/words/fold.ts';
import { isNear, nearness, nearTo, SHORTEST } from '../domain/words/near.ts';
import { type Db, tuples } from './db.ts';
import { type AnyOf, anyOf, contactsWith, MOST_WORDS } from './name-words.ts';
import { type NamedContact, namesOf } from './names.ts';

/** More would be no choice but a list. */
const MOST_NEAR = 5;

/** Of so many of the tended, and of the others, it is told how near they are: more are as near as each other. */
const MOST_COMPARED = 200;

/** For a longer word the words of names are read through: too many words are near it to look up each. */
const LONGEST = 40;

/** Names that a typo may have meant, best first: those with the most words as they were typed, then who is tended, then by name. */
export function namesNear(db: Db, query: string): NamedContact[] {
  const wanted = foldedWords(query);
  const kinds: AnyOf[] = [];
  for (const word of [...new Set(wanted)].slice(0, MOST_WORDS)) {
    const others = nearWords(db, word).filter((other) => !other.startsWith(word));
    const kind = anyOf(db, word, others);
    if (kind.names === 0) return [];
    kinds.push(kind);
  }
  const ids = ([1, 0] as const).flatMap((tended) => contactsWith(db, kinds, { most: MOST_COMPARED, tended }));
  return namesOf(db, nearest(db, wanted, ids));
}

/** The words of names that a word is near to: each that it could be is looked up, which costs the same among however many. */
function nearWords(db: Db, word: string): string[] {
  if (word.length < SHORTEST) return [];
  if (word.length <= LONGEST) {
    const sql =
      'SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM name_word WHERE word = json_each.value)';
    return tuples(db, sql, JSON.stringify(nearTo(word))).map(([known]) => known as string);
  }
  const sql = 'SELECT DISTINCT word FROM name_word WHERE length(word) BETWEEN ? AND ?';
  const long = tuples(db, sql, word.length - 1, word.length + 1).map(([known]) => known as string);
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
