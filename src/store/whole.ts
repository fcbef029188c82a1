import type { TableName, Tables } from '../domain/change.ts';
import { referencesOf } from '../domain/shape.ts';
import { type Db, each } from './db.ts';
import { columnOf, FIELDS, fromTuple, TABLE_NAMES } from './rows.ts';

/** A table of the user's, with its live rows in the order of their ids. */
export interface WholeTable {
  readonly table: TableName;
  readonly rows: Iterable<Tables[TableName]>;
}

/**
 * All that is the user's: every table, each row read as it is asked for. Whatever a row refers to is among them: what was deleted is named by
 * none, and what belonged to it is left out. Take them in their order, inside `atOnce`.
 */
export function everything(db: Db): WholeTable[] {
  return TABLE_NAMES.map((table) => ({ table, rows: liveRows(db, table) }));
}

/** Of a row by which two people are known to be two, that both are here; its id is `apart`, and theirs. */
const BOTH_LIVE = `(t.id NOT LIKE 'apart %' OR 2 = (SELECT count(*) FROM contact c
  WHERE c.deleted_at IS NULL AND c.id IN (substr(t.id, 7, 36), substr(t.id, 44))))`;

function* liveRows(db: Db, table: TableName): Generator<Tables[TableName]> {
  for (const row of each(db, liveSql(table))) yield fromTuple(table, row);
}

function liveSql(table: TableName): string {
  const references = referencesOf(table).map(({ field, to, orNull }) => {
    const column = `t.${columnOf(field)}`;
    const isLive = `EXISTS (SELECT 1 FROM ${to} r WHERE r.id = ${column} AND r.deleted_at IS NULL)`;
    return { field, isLive, column, needed: !orNull };
  });
  const columns = Object.keys(FIELDS[table]).map((field) => {
    const reference = references.find((known) => known.field === field);
    if (reference === undefined || reference.needed) return `t.${columnOf(field)}`;
    return `CASE WHEN ${reference.isLive} THEN ${reference.column} END`;
  });
  const needed = references.filter((reference) => reference.needed).map(({ isLive }) => isLive);
  // Of its three references a source has one, which it needs.
  const whose = table === 'source' ? [`(${references.map(({ isLive }) => isLive).join(' OR ')})`] : [];
  const apart = table === 'setting' ? [BOTH_LIVE] : [];
  const where = ['t.deleted_at IS NULL', ...needed, ...whose, ...apart].join(' AND ');
  return `SELECT ${columns.join(', ')} FROM ${table} t WHERE ${where} ORDER BY t.id`;
}

/** Reads all of it from one moment, whatever another program writes meanwhile. */
export function atOnce<A>(db: Db, read: () => A): A {
  return db.sqlite.transaction(read)();
}
