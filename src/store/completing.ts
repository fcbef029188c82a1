import { type Db, get, type SqlValue, texts, tuples } from './db.ts';
import { prefixEnd } from './name-words.ts';

/** Somebody whose name is completed. */
export interface Completed {
  readonly id: string;
  readonly short: string;
  readonly name: string;
  readonly org: string | null;
  readonly city: string | null;
  /** The folded words of their name or nickname. */
  readonly called: string;
  readonly tended: boolean;
}

/** What comes after a word and all that begins with it and a blank. */
const NEXT = '!';

const COLUMNS = 'c.id, c.short, c.name, c.org, c.city, s.tended';

/** The first of those whose whole name begins so, by name. */
export function calledFrom(db: Db, beginning: string, most: number): Completed[] {
  return completed(db, 'called', 's.called >= ? AND s.called < ?', [beginning, prefixEnd(beginning)], most);
}

/** Those of exactly this name, whoever is tended first: whether the name means one of them is seen in the first two. */
export function calledExactly(db: Db, name: string, most: number): Completed[] {
  const so = (tended: 0 | 1, limit: number) =>
    completed(db, 'called', 's.called = ? AND s.tended = ?', [name, tended], limit);
  const tended = so(1, most);
  return [...tended, ...so(0, most - tended.length)];
}

/** How many names begin so, at most so many: their rows are not read. */
export function countFrom(db: Db, beginning: string, most: number): number {
  return countBetween(db, beginning, prefixEnd(beginning), most);
}

/** How many are of this name, or their name goes on after it with another word. */
export function countWith(db: Db, name: string, most: number): number {
  return countBetween(db, name, name + NEXT, most);
}

function countBetween(db: Db, from: string, to: string, most: number): number {
  const sql =
    'SELECT count(*) AS n FROM (SELECT 1 FROM contact_summary WHERE called >= ? AND called < ? LIMIT ?)';
  return get<{ n: number }>(db, sql, from, to, most)?.n ?? 0;
}

/** The first of those whose nickname begins so. */
export function nicknamedFrom(db: Db, beginning: string, most: number): Completed[] {
  return completed(
    db,
    'nicknamed',
    's.nicknamed >= ? AND s.nicknamed < ?',
    [beginning, prefixEnd(beginning)],
    most,
  );
}

function completed(
  db: Db,
  column: 'called' | 'nicknamed',
  where: string,
  values: readonly SqlValue[],
  most: number,
): Completed[] {
  const sql = `SELECT ${COLUMNS}, s.${column} FROM contact_summary s CROSS JOIN contact c ON c.id = s.contact_id
    WHERE ${where} AND c.deleted_at IS NULL ORDER BY s.${column}, s.contact_id LIMIT ?`;
  return tuples(db, sql, ...values, most).map(([id, short, name, org, city, tended, called]) => ({
    id: id as string,
    short: short as string,
    name: name as string,
    org: org as string | null,
    city: city as string | null,
    called: called as string,
    tended: tended === 1,
  }));
}

/** The first whole name that begins so and comes after all that begin with another; null where there is none. */
export function nextCalled(db: Db, beginning: string, after: string | null): string | null {
  const from = after === null ? beginning : after + NEXT;
  const sql = 'SELECT called FROM contact_summary WHERE called >= ? AND called < ? ORDER BY called LIMIT 1';
  return get<{ called: string }>(db, sql, from, prefixEnd(beginning))?.called ?? null;
}

/** The last whole name that begins so. */
export function lastCalled(db: Db, beginning: string): string | null {
  const sql =
    'SELECT called FROM contact_summary WHERE called >= ? AND called < ? ORDER BY called DESC LIMIT 1';
  return get<{ called: string }>(db, sql, beginning, prefixEnd(beginning))?.called ?? null;
}

/** The next word of names that begins so, and comes after another one. */
export function nextWord(db: Db, beginning: string, after: string | null): string | null {
  const sql = `SELECT word FROM name_word WHERE word ${after === null ? '>=' : '>'} ? AND word < ? ORDER BY word LIMIT 1`;
  return get<{ word: string }>(db, sql, after ?? beginning, prefixEnd(beginning))?.word ?? null;
}

/** The only one with a word in their name that begins so; null for nobody and for several. */
export function onlyWith(db: Db, word: string): Completed | null {
  const sql = 'SELECT DISTINCT contact_id FROM name_word WHERE word >= ? AND word < ? LIMIT 2';
  const ids = tuples(db, sql, word, prefixEnd(word));
  if (ids.length !== 1) return null;
  const [found] = completed(db, 'called', 's.contact_id = ?', [ids[0]?.[0] ?? null], 1);
  return found ?? null;
}

/** Who has a short id. */
export function withShort(db: Db, short: string): Completed | null {
  const sql = 'SELECT id FROM contact WHERE short = ? AND deleted_at IS NULL';
  const id = get<{ id: string }>(db, sql, short)?.id;
  return id === undefined ? null : (completed(db, 'called', 's.contact_id = ?', [id], 1)[0] ?? null);
}

/** The names of the newest gatherings. */
export function gatheringRows(db: Db): string[] {
  const sql =
    'SELECT name FROM gathering WHERE deleted_at IS NULL GROUP BY name ORDER BY max(held_on) DESC LIMIT 500';
  return texts(db, sql);
}

/** The open targets, oldest first. */
export function targetRows(db: Db): { readonly text: string }[] {
  const sql = 'SELECT text FROM target WHERE deleted_at IS NULL AND done_on IS NULL ORDER BY id LIMIT 500';
  return tuples(db, sql).map(([text]) => ({ text: text as string }));
}
