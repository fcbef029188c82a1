import type { TableName, Tables } from '../domain/change.ts';
import { type Db, get, texts } from './db.ts';
import { select, TABLE_NAMES } from './rows.ts';

/** What became of a row of an id: never here, here, deleted by the user, or taken back by an undo. */
export type RowState = 'new' | 'here' | 'deleted' | 'taken back';

/** Rows are written in any order: what they refer to need only be there in the end. Inside a transaction. */
export function deferReferences(db: Db): void {
  db.sqlite.pragma('defer_foreign_keys = ON');
}

/** Tells the state of a row by its id. A table that is empty now has none, and is not asked. */
export function rowStates(db: Db): (table: TableName, id: string) => RowState {
  const empty = new Set(
    TABLE_NAMES.filter((table) => get(db, `SELECT 1 FROM ${table} LIMIT 1`) === undefined),
  );
  const undone = new Set(texts(db, `SELECT DISTINCT at FROM operation WHERE kind = 'undo'`));
  return (table, id) => {
    if (empty.has(table)) return 'new';
    const row = get<{ at: string | null }>(db, `SELECT deleted_at AS at FROM ${table} WHERE id = ?`, id);
    if (row === undefined) return 'new';
    if (row.at === null) return 'here';
    return undone.has(row.at) ? 'taken back' : 'deleted';
  };
}

/** A row by its id, a deleted one too. */
export function rowOf<T extends TableName>(db: Db, table: T, id: string): Tables[T] | null {
  return select(db, table, 'WHERE id = ?', id)[0] ?? null;
}
