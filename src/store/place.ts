import { closeSync, existsSync, fchmodSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isNetError } from '../domain/error.ts';
import { lockAlone } from './alone.ts';
import { asidePath, keeping, keepUnlocked } from './aside.ts';
import { beginningOf, keyIdOf, kindOf, readBeginning } from './beginning.ts';
import { PATIENCE } from './connect.ts';
import type { Link } from './db.ts';
import { storeFailure } from './failure.ts';
import { copyAside, movingPath, removeMoving, writeOver } from './moving.ts';
import { isOpenAs } from './open-as.ts';
import { overtaken } from './overtaken.ts';
import { refuseOther, type Standing } from './standing.ts';
import { syncDirectory, syncFile } from './sync.ts';

/*
 * A damaged file stays the same file on the disk where it can be locked: programs that wait for it would take the log of another one
 * under its name for their own (see moving.ts). Where SQLite does not take it for a database any more, nobody can lock it, and nobody can
 * wait for it either. Then another file takes its name: who had it open before sees that, and leaves the new one alone.
 */

/**
 * Puts a whole copy where a file is missing or damaged. What stands there is kept among the backups, with all that others have written to
 * it until it is replaced; its name is given back, null where nothing stood there. `link` connects to encrypted files. Throws `overtaken`
 * where it is not what was `seen`, and all of `storeFailure`: what stood there is not lost.
 */
export function placeCopy(
  copy: string,
  file: string,
  at: string,
  seen: Standing,
  link: Link | null,
): string | null {
  try {
    syncFile(copy);
    refuseOther(file, seen);
    const placing = { at, seen, link };
    const kept = seen.file === null ? placeNew(copy, file, placing) : placeOver(copy, file, placing);
    syncDirectory(file);
    return kept;
  } catch (error) {
    throw storeFailure(error, file);
  }
}

interface Placing {
  readonly at: string;
  readonly seen: Standing;
  readonly link: Link | null;
}

/** A log without its file is kept, too. */
function placeNew(copy: string, file: string, placing: Placing): string | null {
  if (existsSync(`${file}-wal`)) return `${placeUnlocked(file, placing, () => linkNew(copy, file))}-wal`;
  removeLog(file);
  linkNew(copy, file);
  return null;
}

/** Where nobody can keep others from what stands there: they leave alone what takes its name. */
function placeUnlocked(file: string, { at, seen }: Placing, place: () => void): string {
  const aside = asidePath(file, at);
  let begun = false;
  return keeping(
    aside,
    () => begun,
    () => {
      keepUnlocked(file, aside);
      refuseOther(file, seen);
      begun = true;
      removeLog(file);
      place();
      return aside;
    },
  );
}

/** Not over a file that comes at that moment. */
function linkNew(copy: string, file: string): void {
  try {
    linkSync(copy, file);
    rmSync(copy);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw overtaken(file);
    // Some disks have no second names.
    renameSync(copy, file);
  }
}

/** A log that stayed would be taken for one of the new file. */
function removeLog(file: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
}

function placeOver(copy: string, file: string, placing: Placing): string {
  // Closing any descriptor of a file ends all locks that this program has on it: this one is opened first, and closed last.
  const to = openSync(file, 'r+');
  try {
    const main = lockedAlone(file, placing.link);
    if (main === null) return placeUnlocked(file, placing, () => renameSync(copy, file));
    try {
      return placeLocked(copy, file, to, placing);
    } finally {
      main.close();
    }
  } finally {
    closeSync(to);
  }
}

/** What was in the log of a file is in itself now, and whoever has waited to write to it has written. */
function placeLocked(copy: string, file: string, to: number, { at, link }: Placing): string {
  if (!isOpenAs(to, file)) throw overtaken(file);
  const aside = asidePath(file, at);
  return keeping(
    aside,
    () => kindOf(readBeginning(to)) === 'moving',
    () => {
      copyAside(to, aside);
      syncDirectory(aside);
      fchmodSync(to, 0o600);
      moveIn(copy, file, to, link);
      return aside;
    },
  );
}

/** A connection that has a file for itself; null for what SQLite takes for none. Throws SQLITE_BUSY where another program has it open. */
function lockedAlone(file: string, link: Link | null): Database.Database | null {
  try {
    return lockAlone(() => {
      const main = connected(file, link);
      // Also where the schema is damaged: nothing is read by it.
      main.unsafeMode(true);
      main.pragma('writable_schema = ON');
      return main;
    }, PATIENCE);
  } catch (error) {
    if (!isNoDatabase(error)) throw error;
    return null;
  }
}

/** Or one that is encrypted with a key that nobody has given: whoever else has it open sees by its number that another one is there. */
function isNoDatabase(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return /^SQLITE_(NOTADB|CORRUPT)/.test(String(code)) || code === 'permission';
}

function connected(file: string, link: Link | null): Database.Database {
  return link?.connect(file, { fileMustExist: true }) ?? new Database(file, { fileMustExist: true });
}

/** A crash leaves it to the next program to finish that. */
function moveIn(copy: string, file: string, to: number, link: Link | null): void {
  const moving = movingPath(file);
  renameSync(copy, moving);
  try {
    syncDirectory(moving);
    const beginning = beginningOf(moving);
    writeOver(file, to, {
      id: kindOf(beginning) === 'encrypted' ? keyIdOf(beginning) : NO_KEY,
      connect: () => connected(moving, link),
      patience: PATIENCE,
    });
  } catch (error) {
    // Once it was begun only the whole of it may end it, whatever can be read by now.
    if (!isNetError(error) && kindOf(readBeginning(to)) !== 'moving') removeMoving(file);
    throw error;
  }
}

/** In the mark of a file that is written over with one that is not encrypted. */
const NO_KEY = '0'.repeat(16);
