import { systemClock } from '../../src/host/clock.ts';
import { imagined } from '../../src/store/connect.ts';
import { MIGRATIONS, type Migration, migrate } from '../../src/store/migrate.ts';
import { OURS, type Schema } from '../../src/store/opening.ts';
import { schemaOf } from '../../src/store/schema.ts';

/** What a next version of net might change: a new table, a new column, and rows that are written anew. */
export const LATER = [
  'CREATE TABLE place (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL) STRICT',
  'ALTER TABLE target ADD COLUMN place TEXT',
  `UPDATE contact SET city = upper(city)`,
  'CREATE INDEX target_place ON target (place)',
];

/** A schema of two versions: net's own, and one after it that some statements lead to. */
export function laterSchema(statements: readonly string[] = LATER): Schema {
  const migrations: readonly Migration[] = [...MIGRATIONS, { from: OURS.text, statements }];
  const db = imagined(':memory:', { access: 'create', machine: () => '', clock: systemClock });
  migrate(db, 'nobody', migrations);
  return { version: migrations.length, text: schemaOf(db), migrations: async () => migrations };
}
