import { NetError } from '../domain/error.ts';
import { all, type Db, get, run } from './db.ts';
import { damaged, notOurs } from './failure.ts';
import { v1 } from './migrations/v1.ts';

/** Each released schema as the statements that lead to it from the one before. Append only. */
export const MIGRATIONS: readonly (readonly string[])[] = [v1];

export const SCHEMA_VERSION = MIGRATIONS.length;

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

/** Brings a file to the current schema, each step in a transaction of its own. `machine` is this machine's id in a new file. */
export function migrate(db: Db, machine: string): void {
  for (let version = schemaVersion(db); version < SCHEMA_VERSION; version = schemaVersion(db)) {
    db.sqlite
      .transaction(() => {
        if (schemaVersion(db) !== version) return;
        for (const sql of MIGRATIONS[version] ?? []) db.sqlite.exec(sql);
        if (version === 0) run(db, 'INSERT INTO machine (only, id) VALUES (1, ?)', machine);
        db.sqlite.pragma(`user_version = ${version + 1}`);
      })
      .immediate();
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
