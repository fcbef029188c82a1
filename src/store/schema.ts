import { NetError } from '../domain/error.ts';
import { type Db, get, tuples } from './db.ts';
import { damaged, notOurs } from './failure.ts';

/** The version of the schema that this net writes: the number of its migrations. */
export const SCHEMA_VERSION = 1;

export function schemaVersion(db: Db): number {
  return db.sqlite.pragma('user_version', { simple: true }) as number;
}

/** The version of a file's schema. Throws `newer` where it is beyond the one that is known: the file is left untouched. */
export function versionUpTo(known: number, db: Db): number {
  const version = schemaVersion(db);
  if (version > known) {
    throw new NetError(
      'newer',
      `${db.path} was written by a newer net`,
      'update net: npm install -g netgarden, or its newest executable',
    );
  }
  return version;
}

/** Every table, index and trigger of a file in the order of their names, as one text. */
const WHOLE_SCHEMA = `SELECT group_concat(sql, char(10) || char(10)) FROM
  (SELECT sql || ';' AS sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name)`;

/** The schema as the file tells it; empty for an empty file. */
export function schemaOf(db: Db): string {
  return (tuples(db, WHOLE_SCHEMA)[0]?.[0] ?? '') as string;
}

/** Refuses a file with anything more, less or other in its schema than net put there: a trigger could do harm. */
export function checkSchema(db: Db, expected: string): void {
  const [same] = tuples(db, `SELECT (${WHOLE_SCHEMA}) = ?`, expected);
  if (same?.[0] !== 1) throw notOurs(db.path);
}

/** The id of this machine. */
export function machineOf(db: Db): string {
  const row = get<{ id: string }>(db, 'SELECT id FROM machine');
  if (row === undefined) throw damaged(db.path);
  return row.id;
}
