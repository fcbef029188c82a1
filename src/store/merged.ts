import { MERGED } from '../domain/acts/merge.ts';
import type { Contact } from '../domain/contact.ts';
import { all, type Db } from './db.ts';
import { select } from './rows.ts';

/** Some contacts and, after them, those who were made one with any of them, and so on. */
export function mergedInto(db: Db, ids: readonly string[]): string[] {
  const sql = `WITH RECURSIVE them (id) AS (
      SELECT value FROM json_each(?)
      UNION SELECT c.id FROM contact c JOIN them t ON c.via_id = t.id WHERE c.deleted_at IS NOT NULL AND c.moved_to = ?
    ) SELECT id FROM them`;
  return all<{ id: string }>(db, sql, JSON.stringify(ids), MERGED).map(({ id }) => id);
}

/** The names of those among some contacts who are one with another of them. */
export function namesBefore(db: Db, ids: readonly string[]): Pick<Contact, 'name' | 'nickname'>[] {
  const where = 'WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NOT NULL AND moved_to = ?';
  return select(db, 'contact', where, JSON.stringify(ids), MERGED);
}
