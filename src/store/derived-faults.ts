import { all, type Db, get } from './db.ts';
import { deriveAll } from './derive.ts';
import { transact } from './operation.ts';

/** What is derived from the rows, and what each is for. */
const DERIVED = {
  contact_summary: 'what was summed up of people',
  name_word: 'the search index of names',
  offer_word: 'the search index of offers',
} as const;

/**
 * Derives everything anew beside the file and tells what differs from what stands in it. The file is only read: tables of the same names
 * that belong to this connection alone take what is written.
 */
export function derivedFaults(db: Db): string[] {
  const names = Object.keys(DERIVED) as (keyof typeof DERIVED)[];
  db.sqlite.pragma('temp_store = MEMORY');
  for (const name of names) db.sqlite.exec(besides(db, name));
  try {
    deriveAll(db);
    return names.flatMap((name) => {
      const [missing, surplus] = [only(db, 'temp', 'main', name), only(db, 'main', 'temp', name)];
      return missing + surplus === 0
        ? []
        : [`${DERIVED[name]} is not what the rows say: ${missing} missing, ${surplus} too many`];
    });
  } finally {
    db.statements.clear();
    for (const name of names) db.sqlite.exec(`DROP TABLE temp.${name}`);
  }
}

/** Derives everything anew, in one transaction. It is no change of the user's. */
export function deriveAnew(db: Db): void {
  transact(db, () => deriveAll(db));
}

function besides(db: Db, name: string): string {
  const { sql } = get<{ sql: string }>(db, 'SELECT sql FROM main.sqlite_schema WHERE name = ?', name) ?? {
    sql: '',
  };
  const table = sql.replace(/^CREATE TABLE/, 'CREATE TEMP TABLE');
  return `${table}; CREATE INDEX temp.${name}_of ON ${name} (contact_id);`;
}

function only(db: Db, one: string, two: string, name: string): number {
  const sql = `SELECT count(*) AS n FROM (SELECT * FROM ${one}.${name} EXCEPT SELECT * FROM ${two}.${name})`;
  return all<{ n: number }>(db, sql)[0]?.n ?? 0;
}
