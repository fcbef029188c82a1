import { all, type Db, get } from './db.ts';
import { touchedBy } from './operation.ts';
import { TABLE_NAMES } from './rows.ts';

/** One operation as `net history` lists it. */
export interface PastOperation {
  readonly seq: number;
  readonly command: string;
  readonly at: string;
  readonly undone: boolean;
  /** The names of the people whose rows it wrote, as they are now. */
  readonly people: readonly string[];
  /** How many rows of which table it wrote. */
  readonly rows: Readonly<Record<string, number>>;
}

/** The last operations of the user's, newest first, and the purges among them, which nobody takes back. */
export function pastOperations(db: Db, most: number): PastOperation[] {
  const sql = `SELECT seq, command, at, undone_by IS NOT NULL AS undone FROM operation
    WHERE kind = 'user' OR (kind = 'maintenance' AND command = 'purge') ORDER BY seq DESC LIMIT ?`;
  return all<{ seq: number; command: string; at: string; undone: number }>(db, sql, most).map((row) => ({
    seq: row.seq,
    command: row.command,
    at: row.at,
    undone: row.undone === 1,
    people: namesOf(db, touchedBy(db, row.seq)),
    rows: rowsOf(db, row.seq),
  }));
}

/** The names of the people that an operation touched. */
export function peopleOf(db: Db, seq: number): string[] {
  return namesOf(db, touchedBy(db, seq));
}

function namesOf(db: Db, ids: readonly string[]): string[] {
  return ids
    .map((id) => get<{ name: string }>(db, 'SELECT name FROM contact WHERE id = ?', id)?.name)
    .filter((name) => name !== undefined)
    .sort();
}

function rowsOf(db: Db, seq: number): Record<string, number> {
  const counts = TABLE_NAMES.map((table) => {
    const sql = `SELECT count(DISTINCT row) AS n FROM shadow_${table} WHERE operation = ?`;
    return [table, get<{ n: number }>(db, sql, seq)?.n ?? 0] as const;
  });
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}
