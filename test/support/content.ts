import { systemClock } from '../../src/host/clock.ts';
import { newId } from '../../src/host/ids.ts';
import { closeFile } from '../../src/store/connect.ts';
import { all, type Db } from '../../src/store/db.ts';
import { deriveAll } from '../../src/store/derive.ts';
import { openFile } from '../../src/store/open.ts';
import { TABLE_NAMES } from '../../src/store/rows.ts';

/** Looks into a file, for tests. */
export async function inFile<A>(file: string, look: (db: Db) => A): Promise<A> {
  // As a copy, so that looking on another day than the desk's makes no backup.
  const db = await openFile(file, { access: 'write', machine: newId, clock: systemClock, copy: true });
  try {
    return look(db);
  } finally {
    closeFile(db);
  }
}

/** The content: the live rows of the user's tables. */
export function content(file: string): Promise<Record<string, unknown[]>> {
  return inFile(file, contentOf);
}

export function contentOf(db: Db): Record<string, unknown[]> {
  const rows = (table: string) => all(db, `SELECT * FROM ${table} WHERE deleted_at IS NULL ORDER BY id`);
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, rows(table)]));
}

/** What is derived as it stands, and as it would be derived anew from the rows. */
export function derived(file: string): Promise<{ stands: unknown; anew: unknown }> {
  return inFile(file, derivedIn);
}

export function derivedIn(db: Db): { stands: unknown; anew: unknown } {
  const stands = derivedRows(db);
  db.sqlite.exec('BEGIN');
  deriveAll(db);
  const anew = derivedRows(db);
  db.sqlite.exec('ROLLBACK');
  return { stands, anew };
}

function derivedRows(db: Db): unknown {
  return {
    summaries: all(db, 'SELECT * FROM contact_summary ORDER BY contact_id'),
    names: all(db, 'SELECT * FROM name_word ORDER BY word, contact_id'),
    offers: all(db, 'SELECT * FROM offer_word ORDER BY word, trait_id'),
  };
}
