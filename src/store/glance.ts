import { closeFile, connect } from './connect.ts';
import type { Db, StoreClock } from './db.ts';
import { findFile, hasLog } from './files.ts';
import { OURS } from './opening.ts';
import { checkSchema, schemaVersion } from './schema.ts';

/** Milliseconds to wait for another program: whoever glances has something better to do. */
const PATIENCE = 40;

const PRAGMAS = 'PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;';

const NEVER: StoreClock = { now: () => '', dayOf: () => '' };

/**
 * Looks something up in a file if that can be done at once: null where there is none, where it is encrypted, in use, damaged, or has
 * another schema, which could do anything. Nothing is written, made, upgraded or asked.
 */
export function glance<T>(path: string, look: (db: Db) => T): T | null {
  try {
    const { path: file, found } = findFile(path);
    if (found !== 'file') return null;
    const opening = { access: 'read', machine: () => '', clock: NEVER, patience: PATIENCE } as const;
    const db = connect(file, hasLog(file), opening);
    try {
      db.sqlite.exec(PRAGMAS);
      if (schemaVersion(db) !== OURS.version) return null;
      checkSchema(db, OURS.text);
      return look(db);
    } finally {
      closeFile(db);
    }
  } catch {
    return null;
  }
}
