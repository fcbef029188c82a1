import type { TableName } from '../domain/change.ts';
import { type Db, each, get, type SqlValue } from './db.ts';
import { columnOf, FIELDS, TABLE_NAMES } from './rows.ts';
import { lastPurge } from './undo.ts';

/** How many faults are told of one table. */
const MOST = 5;

/**
 * Takes every journaled change back, newest first, from the rows as they are, and tells where that does not fit: each change has to lead to
 * the value that the next one began with, and the last to what the row holds now. Reads only. What came before a purge has gaps on
 * purpose.
 */
export function journalFaults(db: Db): string[] {
  const since = lastPurge(db);
  const mode = get<{ mode: string }>(db, 'SELECT mode FROM journal_mode')?.mode;
  return [
    ...(mode === 'off' ? [] : ['the journal was left in the middle of a change']),
    ...TABLE_NAMES.flatMap((table) => [...strangers(db, table), ...breaks(db, table, since)]),
  ];
}

/** Changes of an operation that is not there. */
function strangers(db: Db, table: TableName): string[] {
  const sql = `SELECT count(*) AS n FROM shadow_${table} WHERE operation NOT IN (SELECT seq FROM operation)`;
  const n = get<{ n: number }>(db, sql)?.n ?? 0;
  return n === 0 ? [] : [`${n} journaled changes of ${table} belong to no command`];
}

function breaks(db: Db, table: TableName, since: number): string[] {
  const columns = Object.keys(FIELDS[table])
    .map(columnOf)
    .filter((column) => column !== 'id');
  const shadow = columns.flatMap((column) => [`s.old_${column}`, `s.new_${column}`]);
  // Rows that came in bulk are marked deleted in bulk, too, without a change of their own.
  const sql = `SELECT s.row, t.id, s.operation, s.action,
      EXISTS (SELECT 1 FROM bulk_row b WHERE b.tbl = '${table}' AND b.row = s.row),
      ${columns.map((column) => `t.${column}`).join(', ')}, ${shadow.join(', ')}
    FROM shadow_${table} s LEFT JOIN ${table} t ON t.id = s.row
    WHERE s.operation > ? ORDER BY s.row, s.id DESC`;
  const faults: string[] = [];
  let row: SqlValue = null;
  let expected: SqlValue[] = [];
  for (const [id = null, live, operation, action, inBulk, ...values] of each(db, sql, since)) {
    if (id !== row) {
      row = id;
      expected = values.slice(0, columns.length);
      if (live === null) faults.push(`a journaled row of ${table} is gone: ${id}`);
    }
    if (live === null || action === 'insert') continue;
    const fault = columns.find((column, i) => {
      const [before = null, after = null] = values.slice(columns.length + 2 * i, columns.length + 2 * i + 2);
      if (before === null && after === null) return false;
      const fits = expected[i] === after || (inBulk === 1 && column === 'deleted_at');
      expected[i] = before;
      return !fits;
    });
    if (fault !== undefined)
      faults.push(`change ${operation} of ${table}.${fault} does not lead to what came after it: ${id}`);
    if (faults.length >= MOST) break;
  }
  return faults;
}
