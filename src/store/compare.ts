import type { TableName } from '../domain/change.ts';
import { attached } from './attached.ts';
import { type Db, get, texts } from './db.ts';
import { TABLE_NAMES } from './rows.ts';

/** How many live rows of each table. */
export type Counts = Readonly<Partial<Record<TableName, number>>>;

/** How the content of another file differs: what would come back, what would go, and what would be otherwise. */
export interface Difference {
  readonly back: Counts;
  readonly goes: Counts;
  readonly changes: Counts;
  /** The names of those who would. */
  readonly people: Readonly<Record<'back' | 'goes' | 'changes', readonly string[]>>;
}

/** How many live rows each table has. */
export function countsOf(db: Db): Counts {
  return counted((table) => `SELECT count(*) AS n FROM ${table} WHERE deleted_at IS NULL`, db);
}

/** What the content of another file of the same schema would change. Reads both. */
export function differenceTo(db: Db, path: string): Difference {
  return attached(db, path, () => ({
    back: counted((table) => `SELECT count(*) AS n FROM (${onlyIn('other', 'main', table, 'o.id')})`, db),
    goes: counted((table) => `SELECT count(*) AS n FROM (${onlyIn('main', 'other', table, 'o.id')})`, db),
    changes: counted((table) => `SELECT count(*) AS n FROM (${changed(table, 'o.id')})`, db),
    people: {
      back: names(db, onlyIn('other', 'main', 'contact', 'o.name')),
      goes: names(db, onlyIn('main', 'other', 'contact', 'o.name')),
      changes: names(db, changed('contact', 'o.name')),
    },
  }));
}

/** The live rows of one file that are not live in the other. */
function onlyIn(one: string, two: string, table: TableName, column: string): string {
  return `SELECT ${column} FROM ${one}.${table} o WHERE o.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM ${two}.${table} t WHERE t.id = o.id AND t.deleted_at IS NULL)`;
}

/** The rows that are live in both and differ. */
function changed(table: TableName, column: string): string {
  return `SELECT ${column} FROM other.${table} o JOIN (
      SELECT * FROM other.${table} WHERE deleted_at IS NULL EXCEPT SELECT * FROM main.${table} WHERE deleted_at IS NULL
    ) d ON d.id = o.id JOIN main.${table} m ON m.id = o.id AND m.deleted_at IS NULL`;
}

function counted(sqlOf: (table: TableName) => string, db: Db): Counts {
  const counts = TABLE_NAMES.map((table) => [table, get<{ n: number }>(db, sqlOf(table))?.n ?? 0] as const);
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}

function names(db: Db, sql: string): string[] {
  return texts(db, `${sql} ORDER BY o.name`);
}
