import { isTended } from '../domain/contact.ts';
import { fold, foldedWords, nameKey } from '../domain/words/fold.ts';
import type { Named } from '../domain/words/names.ts';
import { all, type Db, each, marks, type SqlValue, texts, tuples } from './db.ts';
import { prefixEnd } from './name-words.ts';

/** A name to choose among, with what tells namesakes apart. */
export interface NamedContact extends Named {
  readonly short: string;
  readonly org: string | null;
  readonly city: string | null;
  readonly stage: string;
  readonly metOn: string | null;
  /** The gathering where you met. */
  readonly metAt: string | null;
  readonly createdAt: string;
}

interface NameRow {
  readonly id: string;
  readonly short: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly org: string | null;
  readonly city: string | null;
  readonly stage: string;
  readonly metOn: string | null;
  readonly metAt: string | null;
  readonly createdAt: string;
}

const COLUMNS = `c.id, c.short, c.name, c.nickname, c.org, c.city, c.stage, c.met_on AS metOn, c.created_at AS createdAt,
  (SELECT g.name FROM gathering g WHERE g.id = c.gathering_id) AS metAt`;

/** Everybody with a word in their name that begins as the query's first word does: all that a query can mean but for typos. */
export function namesLike(db: Db, query: string): NamedContact[] {
  const [first] = foldedWords(query);
  if (first === undefined) {
    const whole = nameKey(query);
    const sql = 'c.id IN (SELECT contact_id FROM contact_summary WHERE called = ?)';
    return whole === '' ? [] : named(db, sql, whole);
  }
  return named(
    db,
    'c.id IN (SELECT contact_id FROM name_word WHERE word >= ? AND word < ?)',
    first,
    prefixEnd(first),
  );
}

/** Whether a word is a whole word of anybody's name behind the first; one with a hyphen is several in their order. */
export function isLaterWord(db: Db, word: string): boolean {
  const words = foldedWords(word);
  const [first] = words;
  if (first === undefined) return false;
  // With two blanks between them, each word has one of its own on either side; the first of all has none before it.
  const sql = `SELECT 1 FROM name_word w CROSS JOIN contact_summary s ON s.contact_id = w.contact_id
    WHERE w.word = ? AND w.in_name = 1 AND replace(s.called, ' ', '  ') || ' ' LIKE ? LIMIT 1`;
  return tuples(db, sql, first, `%${words.map((each) => ` ${each} `).join('%')}%`).length > 0;
}

/** Whom a short id, an e-mail address or a full id means, or a name with the short id behind it, as shells complete namesakes. */
export function namesByKey(db: Db, key: string): NamedContact[] {
  if (key.includes('@')) {
    const sql = `c.id IN (SELECT contact_id FROM contact_point WHERE value = ? COLLATE NOCASE AND kind = 'email' AND deleted_at IS NULL)`;
    return named(db, sql, key);
  }
  const found = named(db, 'c.short = ? OR c.id = ?', key.toLowerCase(), key.toLowerCase());
  return found.length > 0 ? found : namesByNameAndKey(db, key);
}

/** `ana-silva-a00d` */
function namesByNameAndKey(db: Db, text: string): NamedContact[] {
  const [, name = '', short = ''] = /^(.+)-([A-Za-z0-9]{4,})$/s.exec(text) ?? [];
  if (short === '') return [];
  const called = foldedWords(name).join(' ');
  return named(db, 'c.short = ?', short.toLowerCase()).filter(
    (person) => foldedWords(person.name).join(' ') === called,
  );
}

/** Contacts that were taken back, under an id or a whole name. */
export function deletedCalled(db: Db, text: string): NamedContact[] {
  const key = text.trim().toLowerCase();
  const sql = `SELECT ${COLUMNS} FROM contact c WHERE c.deleted_at IS NOT NULL ORDER BY c.name, c.id`;
  return all<NameRow>(db, sql)
    .filter(({ id, short, name }) => id === key || short === key || (key !== '' && fold(name) === fold(key)))
    .map((row) => ({ ...row, tended: false }));
}

export function namesOf(db: Db, ids: readonly string[]): NamedContact[] {
  return ids.flatMap((id) => named(db, 'c.id = ?', id));
}

/** The first of all names, those of whom are tended before the others. */
export function firstNames(db: Db, most: number): NamedContact[] {
  const sql = 'SELECT contact_id FROM contact_summary WHERE tended = ? ORDER BY called, contact_id LIMIT ?';
  const tended = texts(db, sql, 1, most);
  return namesOf(db, [...tended, ...texts(db, sql, 0, most - tended.length)]);
}

/** Every name. */
export function allNames(db: Db): NamedContact[] {
  return named(db, '1 = 1');
}

/** The ids of everybody by their whole folded name; of namesakes the first. */
export function idsByName(db: Db): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [id, name] of each(db, 'SELECT id, name FROM contact WHERE deleted_at IS NULL ORDER BY id DESC'))
    ids.set(fold(name as string), id as string);
  return ids;
}

/** Whether a folded word is in the name of anybody else who is here. */
export function isNameOfOthers(db: Db, word: string, ids: readonly string[]): boolean {
  const sql = `SELECT 1 FROM name_word WHERE word = ? AND contact_id NOT IN (${marks(ids)}) LIMIT 1`;
  return tuples(db, sql, word, ...ids).length > 0;
}

function named(db: Db, where: string, ...values: readonly SqlValue[]): NamedContact[] {
  const sql = `SELECT ${COLUMNS} FROM contact c WHERE c.deleted_at IS NULL AND (${where}) ORDER BY c.name, c.id`;
  return all<NameRow>(db, sql, ...values).map((row) => ({ ...row, tended: isTended(row) }));
}
