import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupKind, backupName, backupNamed, surplus } from '../domain/backup.ts';
import { isNetError, NetError } from '../domain/error.ts';
import { backupsBeside, backupsOf, type KeptBackup, makeBackupsDirectory } from './backups.ts';
import { copyTo } from './checked-copy.ts';
import { type Db, get } from './db.ts';
import { storeFailure } from './failure.ts';
import { keepKeyCopy } from './key-file.ts';
import { sweepUnfinished } from './unfinished.ts';

/** In bytes: a file above it is backed up only where it is asked for, or before what cannot be taken back as easily. */
const DAILY_UP_TO = 50 * 2 ** 20;

/**
 * Before the first change of a day: a backup, unless the file is large. Where none can be made the write goes on, and a warning
 * says so; but a file that turns out to be damaged is not written any more. Throws `corrupt`. Outside of a transaction.
 */
export function keepDaily(db: Db): void {
  if (db.isCopy || db.seen.at === null) return;
  const last = lastChangeAt(db);
  const today = db.clock.dayOf(db.clock.now());
  if (last !== null && db.clock.dayOf(last) === today) return;
  try {
    // Several programs may begin a day at once: one backup is enough.
    const made = backupsOf(db.path).some(({ at, kind }) => kind === 'daily' && db.clock.dayOf(at) === today);
    if (!made && lstatSync(db.path).size <= DAILY_UP_TO) backUp(db, 'daily');
  } catch (error) {
    const failure = storeFailure(error, backupsBeside(db.path));
    if (!isNetError(failure) || failure.code === 'corrupt') throw failure;
    db.warnings.push(`no backup of today: ${failure.message}`);
  }
}

/** The instant of the last operation that was more than a plan: before a plan no backup is made. */
function lastChangeAt(db: Db): string | null {
  const sql = `SELECT at FROM operation WHERE kind <> 'plan' ORDER BY seq DESC LIMIT 1`;
  return get<{ at: string }>(db, sql)?.at ?? null;
}

/**
 * Copies a file to its backups, opens the copy again and checks it, and only then gives it its name; those that are no longer needed go.
 * Throws as `copyTo` does. Outside of a transaction.
 */
export function backUp(db: Db, kind: BackupKind): KeptBackup {
  const directory = makeBackupsDirectory(db.path);
  const at = madeReady(db, directory);
  const name = backupName(at, kind);
  const path = join(directory, name);
  const bytes = copyTo(db, path, { place: directory });
  tidy(db, directory, path, at);
  return { name, at, kind, path, bytes };
}

/** Keeps the key file that a backup needs, and gives back the instant by which it is to be called. */
function madeReady(db: Db, directory: string): string {
  try {
    if (db.link !== null) keepKeyCopy(db.path);
    return freeInstant(directory, db.clock.now());
  } catch (error) {
    throw storeFailure(error, directory);
  }
}

/** An instant by which no backup is called yet: its name alone means one, and none is ever written over by another. */
function freeInstant(directory: string, now: string): string {
  const taken = new Set(readdirSync(directory).map((name) => backupNamed(name)?.at));
  for (let ms = Date.parse(now); ; ms++) {
    const at = new Date(ms).toISOString();
    if (!taken.has(at)) return at;
  }
}

/** What is no longer needed goes. The backup is there: where this fails the next one does it. */
function tidy(db: Db, directory: string, newest: string, at: string): void {
  try {
    sweepUnfinished(directory, newest);
    for (const old of surplus(backupsOf(db.path), at, db.clock.dayOf))
      rmSync(join(directory, old.name), { force: true });
  } catch {
    // They only take room.
  }
}

/** A backup before what cannot be taken back as easily. Throws as `backUp` does: nothing is changed then. */
export function backUpFirst(db: Db, kind: BackupKind): KeptBackup | null {
  if (db.isCopy || db.make !== null) return null;
  try {
    return backUp(db, kind);
  } catch (error) {
    throw notBackedUp(db.path, error);
  }
}

function notBackedUp(path: string, error: unknown): unknown {
  const failure = storeFailure(error, backupsBeside(path));
  if (!isNetError(failure) || failure.code === 'corrupt') return failure;
  return new NetError(
    failure.code,
    `no backup could be made first: ${failure.message}`,
    failure.code === 'disk' ? 'nothing was changed; make room and try again' : failure.hint,
  );
}
