import type { TableName, Tables } from '../domain/change.ts';
import { type Db, each } from './db.ts';
import { columnsOf, fromTuple, TABLE_NAMES } from './rows.ts';

/** A table of the user's, with its live rows in the order of their ids. */
export interface WholeTable {
  readonly table: TableName;
  readonly rows: Iterable<Tables[TableName]>;
}

/** All that is the user's: every table, each row read as it is asked for. Take them in their order, inside `atOnce`. */
export function everything(db: Db): WholeTable[] {
  return TABLE_NAMES.map((table) => ({ table, rows: liveRows(db, table) }));
}

function* liveRows(db: Db, table: TableName): Generator<Tables[TableName]> {
  const sql = `SELECT ${columnsOf(table)} FROM ${table} WHERE deleted_at IS NULL ORDER BY id`;
  for (const row of each(db, sql)) yield fromTuple(table, row);
}

/** Reads all of it from one moment, whatever another program writes meanwhile. */
export function atOnce<A>(db: Db, read: () => A): A {
  return db.sqlite.transaction(read)();
}
