import { type Db, run } from './db.ts';
import { notOurs } from './failure.ts';
import { v1 } from './migrations/v1.ts';
import { schemaOf, schemaVersion } from './schema.ts';

/** One step from a schema to the next. */
export interface Migration {
  /** The whole schema that the file must have before, as `schemaOf` tells it: nothing hostile runs along. */
  readonly from: string;
  readonly statements: readonly string[];
}

/** The steps that lead to each released schema from the one before. Append only. */
export const MIGRATIONS: readonly Migration[] = [{ from: '', statements: v1 }];

/**
 * Brings a file to the newest schema, each step in a transaction of its own, so that a file is of one version or the next and never in
 * between. `machine` is this machine's id in a new file. Throws `corrupt` for a file whose schema is not what its version says.
 */
export function migrate(db: Db, machine: string, migrations: readonly Migration[] = MIGRATIONS): void {
  for (let version = schemaVersion(db); version < migrations.length; version = schemaVersion(db)) {
    db.sqlite
      .transaction(() => {
        if (schemaVersion(db) !== version) return;
        const migration = migrations[version];
        if (migration === undefined || schemaOf(db) !== migration.from) throw notOurs(db.path);
        for (const sql of migration.statements) db.sqlite.exec(sql);
        if (version === 0) run(db, 'INSERT INTO machine (only, id) VALUES (1, ?)', machine);
        db.sqlite.pragma(`user_version = ${version + 1}`);
      })
      .immediate();
  }
}
