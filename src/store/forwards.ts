import type { Exchange } from '../domain/exchange.ts';
import { type Db, tuples } from './db.ts';
import { select } from './rows.ts';

/** Help that is to be paid forward and was not yet, longest waiting first. */
export function openForwards(db: Db): Exchange[] {
  return select(
    db,
    'exchange',
    `WHERE forward_on IS NOT NULL AND deleted_at IS NULL AND id NOT IN
      (SELECT forwards_id FROM exchange WHERE forwards_id IS NOT NULL AND deleted_at IS NULL) ORDER BY forward_on, id`,
  );
}

/** All help that is or was to be paid forward, and the gives that paid it. */
export function readForwards(db: Db): {
  readonly helps: readonly Exchange[];
  readonly gives: readonly Exchange[];
} {
  return {
    helps: select(
      db,
      'exchange',
      'WHERE forward_on IS NOT NULL AND deleted_at IS NULL ORDER BY forward_on, id',
    ),
    gives: select(
      db,
      'exchange',
      'WHERE forwards_id IS NOT NULL AND deleted_at IS NULL ORDER BY coalesce(kept_on, made_on), id',
    ),
  };
}

/** One contact's help that was paid forward, by its id, and whether it was returned to them after all. */
export function paidForwardOf(db: Db, contactId: string): ReadonlyMap<string, boolean> {
  const sql = `SELECT h.id, g.contact_id = h.contact_id FROM exchange h JOIN exchange g ON g.forwards_id = h.id
    WHERE h.contact_id = ? AND h.deleted_at IS NULL AND g.deleted_at IS NULL`;
  return new Map(tuples(db, sql, contactId).map(([id, returned]) => [id as string, returned === 1]));
}
