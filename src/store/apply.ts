import type { Change, TableName } from '../domain/change.ts';
import { type Db, run } from './db.ts';
import { columnOf, FIELDS, sqlOf, TABLE_NAMES } from './rows.ts';

/** Applies what a command decided, in order. Inside a transaction; the triggers journal each row. */
export function applyChanges(db: Db, changes: readonly Change[]): void {
  for (const change of changes) {
    if ('insert' in change) {
      const { fields, sql } = INSERTS[change.insert];
      const row = change.row as unknown as Record<string, unknown>;
      run(db, sql, ...fields.map((field) => sqlOf(row[field])));
    } else {
      const fields = Object.keys(change.set);
      if (fields.length === 0) continue;
      const set = change.set as Record<string, unknown>;
      const sql = `UPDATE ${change.update} SET ${fields.map((field) => `${columnOf(field)} = ?`).join(', ')} WHERE id = ?`;
      run(db, sql, ...fields.map((field) => sqlOf(set[field])), change.id);
    }
  }
}

/** Inserting is prepared once: an import does it a million times. */
const INSERTS = Object.fromEntries(
  TABLE_NAMES.map((table) => {
    const fields = Object.keys(FIELDS[table]);
    const sql = `INSERT INTO ${table} (${fields.map(columnOf).join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`;
    return [table, { fields, sql }];
  }),
) as unknown as Readonly<Record<TableName, { readonly fields: readonly string[]; readonly sql: string }>>;
