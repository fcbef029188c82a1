import Database from 'better-sqlite3';

/** Every SQL statement that was run while something was done, in their order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const run: string[] = [];
  const { prepare } = Database.prototype;
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql) as Database.Statement;
    for (const way of ['all', 'get', 'run', 'iterate'] as const) {
      const own = statement[way] as (...values: unknown[]) => unknown;
      Object.assign(statement, {
        [way]: (...values: unknown[]) => {
          run.push(sql);
          return own.apply(statement, values);
        },
      });
    }
    return statement;
  } as typeof prepare;
  try {
    await work();
  } finally {
    Database.prototype.prepare = prepare;
  }
  return run;
}

/** The tables that a person fills by hand: they have tens of rows, and are read as a whole. */
const SMALL = new Set([
  'setting',
  'pause',
  'network_group',
  'target',
  'machine',
  'journal_mode',
  'sqlite_schema',
]);

/**
 * Where some statements read a table from one end to the other that grows with what is logged or brought in, as SQLite plans it on a file:
 * each as what the plan says, with the statement.
 */
export function scans(file: string, statements: readonly string[]): string[] {
  const db = new Database(file, { readonly: true });
  try {
    return scansIn(db, statements);
  } finally {
    db.close();
  }
}

/** The same in a file that is open. */
export function scansIn(db: Database.Database, statements: Iterable<string>): string[] {
  return stepsOf(db, statements).flatMap(({ sql, detail }) => {
    const scanned = /^SCAN (\w+)(?! VIRTUAL)/.exec(detail)?.[1];
    if (scanned === undefined || !isTable(db, tableOf(sql, scanned))) return [];
    return SMALL.has(tableOf(sql, scanned)) ? [] : [`${detail}: ${sql.replace(/\s+/g, ' ')}`];
  });
}

/** Every step of some statements, as SQLite plans them. */
export function stepsOf(
  db: Database.Database,
  statements: Iterable<string>,
): { readonly sql: string; readonly detail: string }[] {
  return [...new Set(statements)].flatMap((sql) => {
    const values = Array(sql.split('?').length - 1).fill(null);
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    return plan.map(({ detail }) => ({ sql, detail }));
  });
}

/** The table that a statement calls by another name, or by its own. */
function tableOf(sql: string, name: string): string {
  return new RegExp(`\\b(?:FROM|JOIN)\\s+(\\w+)\\s+(?:AS\\s+)?${name}\\b`, 'i').exec(sql)?.[1] ?? name;
}

function isTable(db: Database.Database, name: string): boolean {
  const sql = `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? UNION SELECT 1 WHERE ? = 'sqlite_schema'`;
  return db.prepare(sql).get(name, name) !== undefined;
}
