import { chmodSync, closeSync, lstatSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ErrorCode, isNetError, NetError } from '../domain/error.ts';
import { closeFile, connect } from './connect.ts';
import { type Db, get } from './db.ts';
import { damaged, failing, storeFailure } from './failure.ts';
import { schemaOf } from './schema.ts';
import { syncDirectory, syncFile } from './sync.ts';
import { removeUnfinished, unfinishedPath } from './unfinished.ts';

interface Options {
  /** What an error calls the place of the copy; its path, if not said. */
  readonly place?: string;
  /** Is done before the copy gets its name. */
  readonly first?: () => void;
}

/**
 * Writes a checked copy of a file, for nobody else to read, whole or not at all. Gives back how many bytes it has. Throws `corrupt` where
 * the file turns out to be damaged, `disk`, `permission` and `usage`: of the file for what cannot be read, of the copy for what cannot
 * be written. Outside of a transaction.
 */
export function copyTo(db: Db, path: string, { place = path, first = () => {} }: Options = {}): number {
  const part = unfinishedPath(dirname(path));
  try {
    // Made first, since SQLite would make it for everybody to read.
    closeSync(openSync(part, 'wx', 0o600));
    chmodSync(part, 0o600);
    vacuumInto(db, part);
    checkCopy(db, part);
    syncFile(part);
    first();
    renameSync(part, path);
    syncDirectory(path);
    return lstatSync(path).size;
  } catch (error) {
    throw placeFailure(storeFailure(error, part), part, place, place === path);
  } finally {
    removeUnfinished(part);
  }
}

/** SQLite takes a file of which it cannot see that it is empty for one with something in it. */
function vacuumInto(db: Db, part: string): void {
  try {
    db.sqlite.prepare('VACUUM INTO ?').run(part);
  } catch (error) {
    const unseen = error instanceof Error && error.message === 'output file already exists';
    throw unseen ? failing(part) : isOfFile(error, db) ? storeFailure(error, db.path) : error;
  }
}

/** Whether it is the file that SQLite could not read, not its copy that it could not write. */
function isOfFile(error: unknown, db: Db): boolean {
  const code = String((error as { code?: unknown }).code);
  if (/^SQLITE_IOERR_(SHORT_)?READ$/.test(code)) return !isWhole(db);
  return /^SQLITE_(CORRUPT|NOTADB|BUSY|LOCKED|PROTOCOL|IOERR_(SHM|LOCK|RDLOCK))/.test(code);
}

function isWhole(db: Db): boolean {
  try {
    return db.sqlite.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}

/** What was copied is what stands in the file, as far as SQLite can tell. */
function checkCopy(db: Db, part: string): void {
  try {
    const copy = connect(part, true, {
      access: 'read',
      machine: () => '',
      clock: db.clock,
      link: db.link,
    });
    try {
      const isSame = schemaOf(copy) === schemaOf(db) && lastOperation(copy) >= (db.seen.operation ?? 0);
      if (!isWhole(copy) || !isSame) throw damaged(part);
    } finally {
      closeFile(copy);
    }
  } catch (error) {
    const failure = storeFailure(error, part);
    if (!isNetError(failure) || failure.code !== 'corrupt') throw failure;
    // Of a whole file the disk has made a copy that is none.
    throw isWhole(db) ? failing(part) : damaged(db.path);
  }
}

function lastOperation(db: Db): number {
  return get<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM operation')?.seq ?? 0;
}

/** What helps where somebody named the file to be written. */
const HINTS: Partial<Record<ErrorCode, string>> = {
  disk: 'nothing was changed; make room there, or name another file',
  permission: 'ls -ld shows who may write there; or name another file',
  usage: 'name another file',
};

/** A failure to write a copy, told of the place where it was to be; any other stays what it is. */
function placeFailure(failure: unknown, part: string, place: string, named: boolean): unknown {
  if (!isNetError(failure) || !failure.message.includes(part)) return failure;
  const message = failure.message
    .replaceAll(part, place)
    .replace(' cannot be opened for that:', ' may not be written:')
    .replace(/^no file can be at (.*): it is a link to nothing$/s, 'no file can be made at $1');
  return new NetError(failure.code, message, (named ? HINTS[failure.code] : undefined) ?? failure.hint);
}
