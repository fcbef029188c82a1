import type BetterSqlite3 from 'better-sqlite3';

/** An open file. Only `store/` knows what it is made of. */
export interface Db {
  readonly path: string;
  /** Another one once a file that was only imagined is made. */
  sqlite: BetterSqlite3.Database;
  readonly statements: Map<string, BetterSqlite3.Statement>;
  /** The file as it was when it was opened, or as its own last transaction left it. */
  seen: Seen;
  /** Makes the file that an empty one in memory stands for; null for one that is there. */
  make: (() => Db) | null;
  /** Whether it is a copy that net keeps itself. */
  readonly isCopy: boolean;
  readonly clock: StoreClock;
  /** How it and its backups are connected to, where it is encrypted; else null. */
  readonly link: Link | null;
  /** What the user is to be told besides, as where no backup could be made. */
  readonly warnings: string[];
}

/** Connects to encrypted files, and plain ones too. */
export interface Link {
  /** The id of the key of the file that is open. */
  readonly keyId: string;
  readonly connect: (file: string, options: BetterSqlite3.Options) => BetterSqlite3.Database;
  /** Once more to the file that is open, without looking at it: closing any other descriptor of it would end the locks on it. */
  readonly again: (file: string, options: BetterSqlite3.Options) => BetterSqlite3.Database;
}

/** The instant now, and the day of an instant where the user is. */
export interface StoreClock {
  readonly now: () => string;
  readonly dayOf: (instant: string) => string;
}

/** What tells whether a file is still the one that was read: its last operation, and which file it is. */
export interface Seen {
  readonly operation: number | null;
  /** The instant of that operation. */
  readonly at: string | null;
  readonly file: { readonly dev: number; readonly ino: number } | null;
}

export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

function statement(db: Db, sql: string): BetterSqlite3.Statement {
  const known = db.statements.get(sql);
  if (known !== undefined) return known;
  const prepared = db.sqlite.prepare(sql);
  db.statements.set(sql, prepared);
  return prepared;
}

/** All rows of a query. The type is what the caller's SQL selects. */
export function all<R = Row>(db: Db, sql: string, ...values: readonly SqlValue[]): R[] {
  const rows = tuples(db, sql, ...values);
  return rows.length === 0 ? [] : named<R>(statement(db, sql), rows);
}

/** The library would compile code for each query that makes objects: that takes longer than the few rows that are asked for at once. */
function named<R>(query: BetterSqlite3.Statement, rows: readonly SqlValue[][]): R[] {
  const names = query.columns().map(({ name }) => name);
  return rows.map((values) => {
    const row: Row = {};
    for (let i = 0; i < names.length; i++) row[names[i] as string] = values[i] as SqlValue;
    return row as R;
  });
}

/** All rows of a query as lists of values, in the order of its columns: half as dear as objects are. */
export function tuples(db: Db, sql: string, ...values: readonly SqlValue[]): SqlValue[][] {
  return statement(db, sql)
    .raw()
    .all(...values) as SqlValue[][];
}

/** The first column of a query that holds texts, as ids and names are. */
export function texts(db: Db, sql: string, ...values: readonly SqlValue[]): string[] {
  return tuples(db, sql, ...values).map(([text]) => text as string);
}

/** The rows of a query one at a time, for what may be too much at once. Nothing is written meanwhile. */
export function each(db: Db, sql: string, ...values: readonly SqlValue[]): IterableIterator<SqlValue[]> {
  return statement(db, sql)
    .raw()
    .iterate(...values) as IterableIterator<SqlValue[]>;
}

/** The first row of a query, or undefined. */
export function get<R = Row>(db: Db, sql: string, ...values: readonly SqlValue[]): R | undefined {
  const query = statement(db, sql);
  const found = query.raw().get(...values) as SqlValue[] | undefined;
  return found === undefined ? undefined : named<R>(query, [found])[0];
}

/** Runs a statement; the number of rows that it changed. */
export function run(db: Db, sql: string, ...values: readonly SqlValue[]): number {
  return statement(db, sql).run(...values).changes;
}

/** Question marks for a list of values: `IN (${marks(ids)})`. */
export function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** SQLite takes 32 766 values at most: a long list goes in pieces. */
export function inPieces<T, R>(values: readonly T[], query: (piece: readonly T[]) => readonly R[]): R[] {
  const size = 5000;
  const results: R[] = [];
  for (let from = 0; from < values.length; from += size) {
    for (const row of query(values.slice(from, from + size))) results.push(row);
  }
  return results;
}
