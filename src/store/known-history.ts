import type { KnownExchange, KnownTalk } from '../domain/acts/import-history.ts';
import type { Tables } from '../domain/change.ts';
import { type Db, get, type SqlValue, texts, tuples } from './db.ts';
import { columnsOf, fromTuple, widthOf } from './rows.ts';

/** A talk that came from a source before, or null. */
export function knownTalk(db: Db, kind: string, key: string): KnownTalk | null {
  const known = knownRow(db, 'interaction', kind, key);
  if (known === null) return null;
  const sql = 'SELECT contact_id FROM participant WHERE interaction_id = ? AND deleted_at IS NULL';
  const contactIds = texts(db, sql, known.row.id);
  return { interaction: known.row, contactIds, source: { ...known.source, key } };
}

/** An exchange that came from a source before, or null. */
export function knownExchange(db: Db, kind: string, key: string): KnownExchange | null {
  const known = knownRow(db, 'exchange', kind, key);
  return known === null ? null : { exchange: known.row, source: known.source };
}

/** A row that a source told of, and what it said then. */
function knownRow<T extends 'interaction' | 'exchange'>(
  db: Db,
  table: T,
  kind: string,
  key: string,
): { readonly row: Tables[T]; readonly source: KnownExchange['source'] } | null {
  const sql = `SELECT ${columnsOf(table)}, source.id, source.imported
    FROM source JOIN ${table} ON ${table}.id = source.${table}_id
    WHERE source.kind = ? AND source.key = ? AND source.deleted_at IS NULL AND ${table}.deleted_at IS NULL`;
  const [tuple] = tuples(db, sql, kind, key);
  if (tuple === undefined) return null;
  const [id, imported] = tuple.slice(widthOf(table)) as [string, string];
  return { row: fromTuple(table, tuple), source: { id, imported } };
}

/** How many talks somebody had on a day in a channel that did not come from a kind of file: logged by hand, or told by another kind. */
export function toldOtherwise(
  db: Db,
  contactId: string,
  heldOn: SqlValue,
  channel: SqlValue,
  kind: string,
): number {
  // By the day first: somebody has many talks, a day has few.
  const sql = `SELECT count(DISTINCT i.id) AS count FROM interaction i CROSS JOIN participant p ON p.interaction_id = i.id
    WHERE i.held_on = ? AND i.channel = ? AND i.deleted_at IS NULL AND p.contact_id = ? AND p.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM source s WHERE s.interaction_id = i.id AND s.kind = ? AND s.deleted_at IS NULL)`;
  return get<{ count: number }>(db, sql, heldOn, channel, contactId, kind)?.count ?? 0;
}
