import { closeFile, connect, harden, imagined, PATIENCE, useLog } from './connect.ts';
import type { Db } from './db.ts';
import { APPLICATION_ID, makeFile } from './files.ts';
import type { Migration } from './migrate.ts';
import { type Opening, OURS } from './opening.ts';
import { overtaken, seenNow } from './overtaken.ts';
import { checkSchema, versionUpTo } from './schema.ts';

/** Milliseconds between two attempts to begin a file. */
const PAUSE = 10;

/** What brings a file up to date, loaded. */
interface Way {
  readonly migrate: (db: Db, machine: string, migrations: readonly Migration[]) => void;
  readonly migrations: readonly Migration[];
}

/**
 * Where there is no file, an empty one in memory stands for it until something is to be written: a command that finds nobody, only
 * rehearses, or is left leaves nothing behind. One that is refused while it writes leaves a file without an operation, which counts as
 * none; it is never taken away, since another program may have begun it meanwhile.
 */
export async function imagine(file: string, opening: Opening): Promise<Db> {
  const way = await wayOf(opening);
  const db = imagined(file, opening);
  way.migrate(db, 'nobody', way.migrations);
  db.make = () => {
    makeFile(file);
    return beginWith(way, file, opening);
  };
  return db;
}

/** Begins an empty file, or one whose first run was cut short. */
export async function begin(file: string, opening: Opening): Promise<Db> {
  return beginWith(await wayOf(opening), file, opening);
}

/** Makes the file that was only imagined so far, if it is one. Throws `overtaken` where another program has made it by now. */
export function realize(db: Db): void {
  const made = db.make?.();
  if (made === undefined) return;
  closeFile(db);
  if (made.seen.operation !== null) {
    closeFile(made);
    throw overtaken(made.path);
  }
  Object.assign(db, made);
}

async function wayOf({ schema = OURS }: Opening): Promise<Way> {
  const { migrate } = await import('./migrate.ts');
  return { migrate, migrations: await schema.migrations() };
}

/** While another program begins the same file SQLite refuses at once, whatever patience it was told: it is asked again. */
function beginWith(way: Way, file: string, opening: Opening): Db {
  const patience = opening.patience ?? PATIENCE;
  for (let left = patience / PAUSE; ; left--) {
    try {
      const db = beginOnce(way, file, { ...opening, patience: PAUSE });
      db.sqlite.pragma(`busy_timeout = ${patience}`);
      return db;
    } catch (error) {
      const busy = String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
      if (!busy || left <= 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

function beginOnce({ migrate, migrations }: Way, file: string, opening: Opening): Db {
  const db = connect(file, false, opening);
  const { version, text } = opening.schema ?? OURS;
  try {
    // In the header before there is a log, so that the file says whose it is whatever happens next.
    db.sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    useLog(db);
    harden(db);
    versionUpTo(version, db);
    migrate(db, opening.machine(), migrations);
    checkSchema(db, text);
    db.seen = seenNow(db);
    return db;
  } catch (error) {
    closeFile(db);
    throw error;
  }
}
