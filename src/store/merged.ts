import { MERGED } from '../domain/acts/merge.ts';
import type { Contact } from '../domain/contact.ts';
import { all, type Db, texts, tuples } from './db.ts';
import { select } from './rows.ts';

/** Some contacts and, after them, those who were made one with any of them, and so on. */
export function mergedInto(db: Db, ids: readonly string[]): string[] {
  const sql = `WITH RECURSIVE them (id) AS (
      SELECT value FROM json_each(?)
      UNION SELECT c.id FROM contact c JOIN them t ON c.via_id = t.id WHERE c.deleted_at IS NOT NULL AND c.moved_to = ?
    ) SELECT id FROM them`;
  return texts(db, sql, JSON.stringify(ids), MERGED);
}

/** The names of those among some contacts who are one with another of them. */
export function namesBefore(db: Db, ids: readonly string[]): Pick<Contact, 'name' | 'nickname'>[] {
  const where = 'WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NOT NULL AND moved_to = ?';
  return select(db, 'contact', where, JSON.stringify(ids), MERGED);
}

/** What some contacts were called before, as far as the journal knows. */
export function formerNames(db: Db, ids: readonly string[]): string[] {
  const columns = ['old_name', 'new_name', 'old_nickname', 'new_nickname'];
  const sql = columns.map(
    (column) => `SELECT ${column} FROM shadow_contact WHERE ${column} IS NOT NULL
      AND contact IN (SELECT value FROM json_each(?))`,
  );
  const them = JSON.stringify(ids);
  return texts(db, sql.join(' UNION '), ...columns.map(() => them));
}

/** Everybody who is one with a live one by now, each with the id of the one who stays, whatever number of merges lies between. */
export function staysFor(db: Db): ReadonlyMap<string, string> {
  const gone = `c.deleted_at IS NOT NULL AND c.moved_to = ? AND c.via_id IS NOT NULL`;
  const sql = `WITH RECURSIVE them (start, id) AS (
      SELECT c.id, c.via_id FROM contact c WHERE ${gone}
      UNION SELECT t.start, c.via_id FROM them t JOIN contact c ON c.id = t.id WHERE ${gone}
    ) SELECT t.start, t.id FROM them t JOIN contact c ON c.id = t.id WHERE c.deleted_at IS NULL`;
  return new Map(
    all<{ start: string; id: string }>(db, sql, MERGED, MERGED).map(({ start, id }) => [start, id]),
  );
}

/** Somebody who was made one with another, as they were then, and the id of the one who stays. */
export interface Gone {
  readonly contact: Contact;
  readonly staysId: string;
}

/** Who some contacts are by now, by their ids: themselves where they are live, else the live one whom they became, however many merges lie between. */
export function whoStays(db: Db, ids: readonly string[]): ReadonlyMap<string, string> {
  const sql = `WITH RECURSIVE them (start, id) AS (
      SELECT value, value FROM json_each(?)
      UNION SELECT t.start, c.via_id FROM them t JOIN contact c ON c.id = t.id
        WHERE c.deleted_at IS NOT NULL AND c.moved_to = ? AND c.via_id IS NOT NULL
    ) SELECT t.start, t.id FROM them t JOIN contact c ON c.id = t.id WHERE c.deleted_at IS NULL`;
  return new Map(tuples(db, sql, JSON.stringify(ids), MERGED) as [string, string][]);
}

/** Those among some contacts who are one with a live one by now, whatever number of merges lies between. */
export function goneInto(db: Db, ids: readonly string[]): readonly Gone[] {
  const stays = new Map([...whoStays(db, ids)].filter(([id, staysId]) => id !== staysId));
  const rows = select(
    db,
    'contact',
    'WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify([...stays.keys()]),
  );
  return rows.map((contact) => ({ contact, staysId: stays.get(contact.id) ?? '' }));
}
