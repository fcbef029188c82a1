import type { Change, TableName } from '../domain/change.ts';
import { applyChanges } from './apply.ts';
import { type Db, get, run } from './db.ts';
import { TABLE_NAMES } from './rows.ts';

/** Rows that are written without a shadow each, as an import does: of what is inserted only the ids are journaled. */
export interface Bulk {
  readonly operation: number;
  /** The last row of each table before: what comes after it is of this operation. Holds within its transaction. */
  readonly before: ReadonlyMap<TableName, number>;
}

/** Inside an operation, before it writes. */
export function beginBulk(db: Db, operation: number): Bulk {
  const last = (table: TableName) =>
    get<{ last: number | null }>(db, `SELECT max(rowid) AS last FROM ${table}`)?.last ?? 0;
  return { operation, before: new Map(TABLE_NAMES.map((table) => [table, last(table)])) };
}

/** Applies changes: first what is inserted, then what is updated, which is journaled as always. */
export function applyInBulk(db: Db, changes: readonly Change[]): void {
  const updates = changes.filter((change) => 'update' in change);
  run(db, `UPDATE journal_mode SET mode = 'bulk'`);
  applyChanges(
    db,
    changes.filter((change) => 'insert' in change),
  );
  run(db, `UPDATE journal_mode SET mode = 'rows'`);
  applyChanges(db, updates);
}

/** Journals the rows that have come, once all are there. */
export function endBulk(db: Db, { operation, before }: Bulk): void {
  for (const [table, last] of before)
    run(
      db,
      `INSERT INTO bulk_row (operation, tbl, row) SELECT ?, ?, id FROM ${table} WHERE rowid > ?`,
      operation,
      table,
      last,
    );
}

/**
 * Marks the rows that an operation inserted in bulk as deleted, or takes that back where it is an undo itself. `seq` is the operation that
 * does so: it has the same rows. Gives back how many were left as they are, since something later has changed them.
 */
export function reverseBulk(
  db: Db,
  reversed: { readonly seq: number; readonly kind: string; readonly at: string },
  seq: number,
  at: string,
): number {
  const rows = (table: TableName) =>
    get<{ n: number }>(
      db,
      'SELECT count(*) AS n FROM bulk_row WHERE operation = ? AND tbl = ?',
      reversed.seq,
      table,
    )?.n ?? 0;
  const own = TABLE_NAMES.filter((table) => rows(table) > 0);
  if (own.length === 0) return 0;
  const back = reversed.kind === 'undo';
  run(
    db,
    'INSERT INTO bulk_row (operation, tbl, row) SELECT ?, tbl, row FROM bulk_row WHERE operation = ?',
    seq,
    reversed.seq,
  );
  run(db, `UPDATE journal_mode SET mode = 'bulk'`);
  const left = own.map((table) => {
    const sql = `UPDATE ${table} SET deleted_at = ? WHERE ${back ? 'deleted_at = ?' : 'deleted_at IS NULL'}
      AND id IN (SELECT row FROM bulk_row WHERE operation = ? AND tbl = ?)`;
    const values = back ? [null, reversed.at] : [at];
    return rows(table) - run(db, sql, ...values, reversed.seq, table);
  });
  run(db, `UPDATE journal_mode SET mode = 'rows'`);
  return left.reduce((sum, n) => sum + n, 0);
}
