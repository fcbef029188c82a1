import { statSync } from 'node:fs';
import { type Db, get } from './db.ts';
import { schemaVersion } from './schema.ts';

/** What a file is, in figures. */
export interface Vitals {
  readonly bytes: number;
  readonly people: number;
  readonly talks: number;
  readonly schema: number;
  readonly sqlite: string;
  readonly encrypted: boolean;
  /** The last command that changed something, and when. */
  readonly last: { readonly command: string; readonly at: string } | null;
}

/** Reads what a file is. */
export function vitalsOf(db: Db): Vitals {
  const n = (table: string) =>
    get<{ n: number }>(db, `SELECT count(*) AS n FROM ${table} WHERE deleted_at IS NULL`)?.n ?? 0;
  const last = get<{ command: string; at: string }>(
    db,
    `SELECT iif(command = 'sweep', 'purge', command) AS command, at FROM operation WHERE kind <> 'plan' ORDER BY seq DESC LIMIT 1`,
  );
  return {
    bytes: statSync(db.path).size,
    people: n('contact'),
    talks: n('interaction'),
    schema: schemaVersion(db),
    sqlite: get<{ version: string }>(db, 'SELECT sqlite_version() AS version')?.version ?? '',
    encrypted: db.link !== null,
    last: last ?? null,
  };
}
