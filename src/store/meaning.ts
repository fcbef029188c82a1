import { foldedWords, nameKey } from '../domain/words/fold.ts';
import { type Level, levelOf } from '../domain/words/names.ts';
import { type Db, get, type SqlValue, texts, tuples } from './db.ts';
import { anyOf, contactsWith, MOST_WORDS, prefixEnd } from './name-words.ts';
import { type NamedContact, namesOf } from './names.ts';

/** Whom a query means. Of several the first by name, and how many they are. */
export type Meaning =
  | { readonly kind: 'one'; readonly found: NamedContact; readonly level: Level }
  | {
      readonly kind: 'several';
      readonly candidates: readonly NamedContact[];
      readonly count: number;
      readonly level: Level;
    }
  | { readonly kind: 'none' };

/** Who is met at a level: how many, how many of them are tended, and the ids of the first. */
interface Hits {
  readonly level: Level;
  readonly all: number;
  readonly tended: number;
  readonly first: (tendedOnly: boolean, most: number) => readonly string[];
}

/**
 * Whom a query means, as `resolveName` tells it of everybody, by as few rows as that takes: each level is asked of an index, best first, and no
 * more than `most` people are read.
 */
export function meantBy(db: Db, query: string, most: number): Meaning {
  for (const hits of hitsOf(db, query)) {
    if (hits.all === 0) continue;
    const count = hits.tended > 0 ? hits.tended : hits.all;
    const candidates = namesOf(db, hits.first(hits.tended > 0, most));
    const [found] = candidates;
    if (found === undefined) continue;
    const { level } = hits;
    return count === 1 ? { kind: 'one', found, level } : { kind: 'several', candidates, count, level };
  }
  return { kind: 'none' };
}

function* hitsOf(db: Db, query: string): Generator<Hits> {
  const wanted = foldedWords(query);
  const whole = nameKey(query);
  if (whole === '') return;
  yield called(db, 'exact', 'called = ?', whole);
  const [word, ...more] = wanted;
  if (word === undefined) return;
  yield called(db, 'nickname', 'nicknamed = ?', whole);
  if (more.length > 0) {
    yield* among(query, withWords(db, wanted), ['words']);
    yield* among(query, withBeginnings(db, wanted), ['initial', 'prefix']);
    return;
  }
  // Behind the first word comes a blank, and after that an exclamation mark.
  yield called(db, 'first', 'called >= ? AND called < ?', `${word} `, `${word}!`);
  if (word.length === 2) yield called(db, 'prefix', 'called >= ? AND called < ?', word, prefixEnd(word));
  if (word.length > 2) yield begun(db, word);
}

function called(db: Db, level: Level, where: string, ...values: readonly string[]): Hits {
  const sql = `SELECT count(*) AS n, count(nullif(tended, 0)) AS tended FROM contact_summary WHERE ${where}`;
  const counted = get<{ n: number; tended: number }>(db, sql, ...values);
  return {
    level,
    all: counted?.n ?? 0,
    tended: counted?.tended ?? 0,
    first: (tendedOnly, most) =>
      texts(
        db,
        `SELECT contact_id FROM contact_summary WHERE ${where} AND tended >= ? ORDER BY called, contact_id LIMIT ?`,
        ...values,
        tendedOnly ? 1 : 0,
        limit(most),
      ),
  };
}

/** Who has a word in their name that begins so. Where they are more than are read, it is not the first by name who are. */
function begun(db: Db, word: string): Hits {
  const where = 'word >= ? AND word < ? AND in_name = 1';
  const values = [word, prefixEnd(word)];
  const counted = countBegun(db, where, values);
  return {
    level: 'prefix',
    all: counted.n,
    tended: counted.tended,
    first: (tendedOnly, most) => {
      const found = `SELECT DISTINCT contact_id FROM name_word WHERE ${where} AND tended >= ? LIMIT ?`;
      const ids = texts(db, found, ...values, tendedOnly ? 1 : 0, limit(most));
      const sorted = `SELECT contact_id FROM contact_summary WHERE contact_id IN (SELECT value FROM json_each(?))
        ORDER BY called, contact_id`;
      return texts(db, sorted, JSON.stringify(ids));
    },
  };
}

/** Names that have several such words count once: where all have the same word there are none. */
function countBegun(
  db: Db,
  where: string,
  values: readonly string[],
): { readonly n: number; readonly tended: number } {
  const bounds = `SELECT (SELECT min(word) FROM name_word WHERE ${where}), (SELECT max(word) FROM name_word WHERE ${where})`;
  const [[least, last] = []] = tuples(db, bounds, ...values, ...values);
  const rows = `SELECT ${least === last ? '' : 'DISTINCT'} contact_id, tended FROM name_word WHERE ${where}`;
  const sql = `SELECT count(*) AS n, count(nullif(tended, 0)) AS tended FROM (${rows})`;
  return get(db, sql, ...values) ?? { n: 0, tended: 0 };
}

/** Somebody who has the words, not yet whether in their places. */
interface Possible {
  readonly id: string;
  readonly called: string;
  readonly nicknamed: string | null;
  readonly tended: boolean;
}

/** Which of some are met, level by level. */
function* among(query: string, possible: readonly Possible[], levels: readonly Level[]): Generator<Hits> {
  const met = Map.groupBy(possible, ({ called, nicknamed }) =>
    levelOf(query, { name: called, nickname: nicknamed }),
  );
  for (const level of levels) {
    const own = met.get(level as Exclude<Level, 'fuzzy'>) ?? [];
    const tended = own.filter((each) => each.tended);
    const byName = (a: Possible, b: Possible) =>
      a.called < b.called ? -1 : a.called > b.called ? 1 : a.id < b.id ? -1 : 1;
    yield {
      level,
      all: own.length,
      tended: tended.length,
      first: (tendedOnly, most) =>
        (tendedOnly ? tended : own)
          .toSorted(byName)
          .slice(0, most)
          .map(({ id }) => id),
    };
  }
}

/** Everybody who has all of some words in their name and nickname. */
function withWords(db: Db, wanted: readonly string[]): Possible[] {
  const words = [...new Set(wanted)].slice(0, MOST_WORDS);
  const each = words.map(() => 'SELECT contact_id FROM name_word WHERE word = ?');
  // In their order the rows of each word are walked through side by side, with nothing to sort.
  const sql = `SELECT s.contact_id, s.called, s.nicknamed, s.tended FROM (${each.join(' INTERSECT ')} ORDER BY 1) w
    CROSS JOIN contact_summary s ON s.contact_id = w.contact_id`;
  return possibleOf(tuples(db, sql, ...words));
}

/** Everybody who has a word that begins as each of some words does. */
function withBeginnings(db: Db, wanted: readonly string[]): Possible[] {
  const kinds = [...new Set(wanted)].slice(0, MOST_WORDS).map((word) => anyOf(db, word));
  const sql = `SELECT contact_id, called, nicknamed, tended FROM contact_summary
    WHERE contact_id IN (SELECT value FROM json_each(?))`;
  return possibleOf(tuples(db, sql, JSON.stringify(contactsWith(db, kinds))));
}

function possibleOf(rows: readonly SqlValue[][]): Possible[] {
  return rows.map(([id, called, nicknamed, tended]) => ({
    id: id as string,
    called: called as string,
    nicknamed: nicknamed as string | null,
    tended: tended === 1,
  }));
}

/** Below nought SQLite takes no limit. */
function limit(most: number): number {
  return Number.isFinite(most) ? most : -1;
}
