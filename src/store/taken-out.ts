import type { SheetRows } from '../domain/sheet.ts';
import { type Db, texts } from './db.ts';
import { select } from './rows.ts';

/** Rows of somebody that the user has taken out. */
export type TakenOut = Pick<SheetRows, 'points' | 'traits' | 'notes'>;

/**
 * Tells what was taken out of somebody: deleted rows, but for what an undo took back and what a file has dropped. What those are is read
 * once, when it is first asked.
 */
export function takenOut(db: Db): (contactId: string) => TakenOut {
  let not: { readonly instants: ReadonlySet<string>; readonly rows: ReadonlySet<string> } | null = null;
  return (contactId) => {
    const deleted = 'WHERE contact_id = ? AND deleted_at IS NOT NULL';
    const out = <R extends { readonly id: string; readonly deletedAt: string | null }>(
      rows: readonly R[],
    ) => {
      if (rows.length === 0) return rows;
      not ??= { instants: instantsOfUndos(db), rows: rowsDroppedByFiles(db) };
      const { instants, rows: dropped } = not;
      return rows.filter(({ id, deletedAt }) => !instants.has(deletedAt ?? '') && !dropped.has(id));
    };
    return {
      points: out(select(db, 'contact_point', deleted, contactId)),
      traits: out(select(db, 'trait', deleted, contactId)),
      notes: out(select(db, 'note', deleted, contactId)),
    };
  };
}

function instantsOfUndos(db: Db): ReadonlySet<string> {
  const sql = `SELECT DISTINCT at FROM operation WHERE kind = 'undo'`;
  return new Set(texts(db, sql));
}

/** As far as the journal goes back. */
function rowsDroppedByFiles(db: Db): ReadonlySet<string> {
  const dropped = ['contact_point', 'trait', 'note'].map(
    (table) => `SELECT s.row FROM operation o JOIN shadow_${table} s ON s.operation = o.seq
      WHERE o.command = 'import' AND s.new_deleted_at IS NOT NULL`,
  );
  return new Set(texts(db, dropped.join(' UNION ALL ')));
}
