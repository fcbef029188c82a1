import { NetError } from '../domain/error.ts';
import { all, type Db, get } from './db.ts';
import { damaged, notOurs } from './failure.ts';

/** The version of the schema that this net writes: the number of its migrations. */
export const SCHEMA_VERSION = 1;

export function schemaVersion(db: Db): number {
  return db.sqlite.pragma('user_version', { simple: true }) as number;
}

/** Throws `newer` where a later net wrote the file: it is left untouched. */
export function refuseNewer(db: Db): void {
  if (schemaVersion(db) > SCHEMA_VERSION) {
    throw new NetError(
      'newer',
      `${db.path} was written by a newer net`,
      'update net: npm install -g netgarden',
    );
  }
}

/** The schema as the file tells it: every table, index and trigger in the order of their names. */
export function schemaOf(db: Db): string {
  const sql = 'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name';
  return all<{ sql: string }>(db, sql)
    .map((row) => row.sql)
    .join(';\n\n');
}

/** Refuses a file with anything more, less or other in its schema than net put there: a trigger could do harm. */
export function checkSchema(db: Db, expected: string): void {
  if (schemaOf(db) !== expected) throw notOurs(db.path);
}

/** The id of this machine. */
export function machineOf(db: Db): string {
  const row = get<{ id: string }>(db, 'SELECT id FROM machine');
  if (row === undefined) throw damaged(db.path);
  return row.id;
}
