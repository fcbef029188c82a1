import type { Change } from '../domain/change.ts';
import { type Db, run } from './db.ts';
import { columnOf, FIELDS, sqlOf } from './rows.ts';

/** Applies what a command decided, in order. Inside a transaction; the triggers journal each row. */
export function applyChanges(db: Db, changes: readonly Change[]): void {
  for (const change of changes) {
    if ('insert' in change) {
      const fields = Object.keys(FIELDS[change.insert]);
      const row = change.row as unknown as Record<string, unknown>;
      const sql = `INSERT INTO ${change.insert} (${fields.map(columnOf).join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`;
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
