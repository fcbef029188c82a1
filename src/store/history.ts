import { apartOf } from '../domain/apart.ts';
import type { TableName } from '../domain/change.ts';
import { all, type Db, get, inPieces, marks } from './db.ts';
import { TABLE_NAMES } from './rows.ts';
import { touchedBy } from './touched.ts';

/** One operation as `net history` lists it. */
export interface PastOperation {
  readonly seq: number;
  readonly command: string;
  readonly at: string;
  readonly undone: boolean;
  /** The names of the people whose rows it wrote, as they are now. */
  readonly people: readonly string[];
  /** What it was about, as its rows say now; see `aboutOf`. */
  readonly about: string | null;
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
    people: peopleOf(db, row.seq),
    about: aboutOf(db, row.seq, row.command),
    rows: rowsOf(db, row.seq),
  }));
}

/** The names of the people that an operation touched. */
export function peopleOf(db: Db, seq: number): string[] {
  return namesOf(db, [...new Set([...touchedBy(db, seq), ...apartBy(db, seq)])]);
}

/** Those of whom an operation said that they are two. */
function apartBy(db: Db, seq: number): string[] {
  const rows = all<{ row: string }>(db, 'SELECT row FROM shadow_setting WHERE operation = ?', seq);
  return rows.flatMap(({ row }) => apartOf(row) ?? []);
}

/** Where what an operation was about is read, what it would be called by first. `t` is a row that it wrote. */
const ABOUT: readonly (readonly [table: TableName, text: string])[] = [
  ['target', 't.text'],
  ['network_group', 't.name'],
  ['interaction', 't.text'],
  ['exchange', 't.text'],
  ['recommendation', 't.text'],
  ['gathering', 'coalesce((SELECT g.name FROM network_group g WHERE g.id = t.group_id), t.name)'],
  ['observation', '(SELECT g.name FROM network_group g WHERE g.id = t.group_id)'],
  ['setting', `CASE WHEN t.id LIKE 'apart %' THEN NULL ELSE t.id END`],
];

/**
 * The text of the talk or exchange, the name of the target, group or gathering, or the key of the setting that an operation wrote;
 * null for what has none. Read from the rows as they are now, and never kept with the operation: whoever is purged is gone from here, too.
 */
export function aboutOf(db: Db, seq: number, command: string): string | null {
  // One of a hundred talks would say nothing of an import.
  if (command === 'import') return null;
  for (const [table, text] of ABOUT) {
    const sql = `SELECT ${text} AS about FROM shadow_${table} s JOIN ${table} t ON t.id = s.row
      WHERE s.operation = ? AND about IS NOT NULL ORDER BY s.id LIMIT 1`;
    const about = get<{ about: string }>(db, sql, seq)?.about;
    if (about !== undefined) return about;
  }
  return null;
}

function namesOf(db: Db, ids: readonly string[]): string[] {
  return inPieces(ids, (piece) =>
    all<{ name: string }>(db, `SELECT name FROM contact WHERE id IN (${marks(piece)})`, ...piece),
  )
    .map(({ name }) => name)
    .sort();
}

function rowsOf(db: Db, seq: number): Record<string, number> {
  const counts = TABLE_NAMES.map((table) => {
    const sql = `SELECT count(*) AS n FROM (SELECT row FROM shadow_${table} WHERE operation = ?
      UNION SELECT row FROM bulk_row WHERE operation = ? AND tbl = '${table}')`;
    return [table, get<{ n: number }>(db, sql, seq, seq)?.n ?? 0] as const;
  });
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}
