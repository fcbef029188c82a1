import { type Db, run } from './db.ts';
import { v1 } from './migrations/v1.ts';
import { SCHEMA_VERSION, schemaVersion } from './schema.ts';

/** Each released schema as the statements that lead to it from the one before. Append only. */
export const MIGRATIONS: readonly (readonly string[])[] = [v1];

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
