import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isNetError, NetError } from '../domain/error.ts';
import type { Db } from './db.ts';
import { damaged, storeFailure } from './failure.ts';
import type { Opening } from './opening.ts';

/** Milliseconds to wait for another program's transaction. */
export const PATIENCE = 15_000;

const PRAGMAS = [
  'synchronous = FULL',
  'fullfsync = ON',
  'foreign_keys = ON',
  'recursive_triggers = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
]
  .map((pragma) => `PRAGMA ${pragma};`)
  .join('');

/** A connection to a file that is there, not looked at yet. Throws what SQLite says. */
export function connect(file: string, readonly: boolean, opening: Opening): Db {
  const options = { readonly, fileMustExist: true, timeout: opening.patience ?? PATIENCE };
  const sqlite = opening.link?.connect(file, options) ?? new Database(file, options);
  return dbOf(file, sqlite, opening);
}

/** An empty file in memory, in the place of one that is not there. */
export function imagined(file: string, opening: Opening): Db {
  return dbOf(file, new Database(':memory:'), opening);
}

function dbOf(path: string, sqlite: Database.Database, { clock, copy = false, link = null }: Opening): Db {
  const seen = { operation: null, at: null, file: null };
  const none = { statements: new Map(), seen, make: null, warnings: [] };
  return { ...none, path, sqlite, isCopy: copy, clock, link };
}

/** What holds for every connection, set again on each: better-sqlite3 is built to sync less in a log. */
export function harden(db: Db): void {
  db.sqlite.exec(PRAGMAS);
}

/** What `harden` set is read back once something is written. Throws `disk`. */
export function checkDurable(db: Db): void {
  if (db.sqlite.pragma('synchronous', { simple: true }) !== 2)
    throw new NetError('disk', `${db.path} would not be written safely to disk`, 'nothing was changed');
}

/** Writes go to a log first. */
export function useLog(db: Db): void {
  if (db.sqlite.pragma('journal_mode = WAL', { simple: true }) !== 'wal') throw damaged(db.path);
}

/** Goes on to writing on a connection that was made to read, so that nobody has to connect again. Whether it can: one with a log may not. */
export function goOnToWrite(db: Db): boolean {
  if (db.sqlite.readonly) return false;
  useLog(db);
  return true;
}

/**
 * Closes a file after an error. Whoever closes it last folds its log in, which would write to a file that was found damaged: of such a one
 * the log stays where it is, since another connection of the same library has the file open still, and that one may only read.
 */
export function closeAfter(error: unknown, db: Db): void {
  const failure = storeFailure(error, db.path);
  const isDamaged = isNetError(failure) && failure.code === 'corrupt';
  if (!isDamaged || db.sqlite.readonly || !existsSync(`${db.path}-wal`)) {
    closeFile(db);
    return;
  }
  const options = { readonly: true, fileMustExist: true, timeout: PATIENCE };
  const last = db.link?.again(db.path, options) ?? new Database(db.path, options);
  try {
    last.pragma('schema_version');
  } catch {
    // Where not even that can be read there is no log in use.
  }
  closeFile(db);
  last.close();
}

/** Closing twice is closing once. */
export function closeFile(db: Db): void {
  db.statements.clear();
  db.sqlite.close();
}
