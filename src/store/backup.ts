import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, lstatSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BackupKind, backupName, backupNamed, surplus } from '../domain/backup.ts';
import { isNetError, NetError } from '../domain/error.ts';
import { backupsBeside, backupsOf, type KeptBackup, makeBackupsDirectory } from './backups.ts';
import { closeFile, connect } from './connect.ts';
import { type Db, get } from './db.ts';
import { damaged, failing, storeFailure } from './failure.ts';
import { keepKeyCopy } from './key-file.ts';
import { schemaOf } from './schema.ts';
import { syncDirectory, syncFile } from './sync.ts';

/** In bytes: a file above it is backed up only where it is asked for, or before what cannot be taken back as easily. */
const DAILY_UP_TO = 50 * 2 ** 20;

const UNFINISHED =
  /^(\.net-[0-9a-f]{32}\.part(-wal|-shm|-journal|-key)?|.+\.db-moving|key-[0-9a-f]{16}\.part)$/;
const DAY_MS = 86_400_000;

/**
 * Before the first write of a day: a backup, unless the file is large. Where none can be made the write goes on, and a warning
 * says so; but a file that turns out to be damaged is not written any more. Throws `corrupt`. Outside of a transaction.
 */
export function keepDaily(db: Db): void {
  const last = db.seen.at;
  const today = db.clock.dayOf(db.clock.now());
  if (db.isCopy || last === null || db.clock.dayOf(last) === today) return;
  try {
    // Several programs may begin a day at once: one backup is enough.
    const made = backupsOf(db.path).some(({ at, kind }) => kind === 'daily' && db.clock.dayOf(at) === today);
    if (!made && lstatSync(db.path).size <= DAILY_UP_TO) backUp(db, 'daily');
  } catch (error) {
    const failure = storeFailure(error, db.path);
    if (!isNetError(failure) || failure.code === 'corrupt') throw failure;
    db.warnings.push(`no backup of today: ${failure.message}`);
  }
}

/**
 * Copies a file to its backups, opens the copy again and checks it, and only then gives it its name; those that are no longer needed go.
 * Throws `corrupt` where the file turns out to be damaged, `disk` and `permission`. Outside of a transaction.
 */
export function backUp(db: Db, kind: BackupKind): KeptBackup {
  const directory = makeBackupsDirectory(db.path);
  if (db.link !== null) keepKeyCopy(db.path);
  const at = freeInstant(directory, db.clock.now());
  const name = backupName(at, kind);
  const path = join(directory, name);
  const bytes = copyTo(db, path);
  tidy(db, directory, path, at);
  return { name, at, kind, path, bytes };
}

/** An instant by which no backup is called yet: its name alone means one, and none is ever written over by another. */
function freeInstant(directory: string, now: string): string {
  const taken = new Set(readdirSync(directory).map((name) => backupNamed(name)?.at));
  for (let ms = Date.parse(now); ; ms++) {
    const at = new Date(ms).toISOString();
    if (!taken.has(at)) return at;
  }
}

/**
 * Writes a checked copy of a file, for nobody else to read, whole or not at all; `first` is done before it gets its name. Gives back how
 * many bytes it has. Throws as `backUp`.
 */
export function copyTo(db: Db, path: string, first: () => void = () => {}): number {
  const part = join(dirname(path), `.net-${randomBytes(16).toString('hex')}.part`);
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
    throw storeFailure(error, db.path);
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
    throw unseen ? failing(db.path) : error;
  }
}

/** Removes what was not finished, with what SQLite keeps beside it. Where that fails it is swept a day later. */
export function removeUnfinished(part: string): void {
  try {
    for (const suffix of ['', '-wal', '-shm', '-journal', '-key']) rmSync(part + suffix, { force: true });
  } catch {
    // It only takes room.
  }
}

/** What was copied is what stands in the file, as far as SQLite can tell. */
function checkCopy(db: Db, part: string): void {
  const copy = connect(part, true, {
    access: 'read',
    machine: () => '',
    clock: db.clock,
    link: db.link,
  });
  try {
    const result = copy.sqlite.pragma('quick_check(1)', { simple: true });
    const whole =
      result === 'ok' && schemaOf(copy) === schemaOf(db) && lastOperation(copy) >= (db.seen.operation ?? 0);
    if (!whole) throw damaged(db.path);
  } catch (error) {
    const failure = storeFailure(error, db.path);
    if (isNetError(failure) && failure.code === 'corrupt') throw damaged(db.path);
    throw failure;
  } finally {
    closeFile(copy);
  }
}

function lastOperation(db: Db): number {
  return get<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM operation')?.seq ?? 0;
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

/** What the end of a program that was killed left half a copy of, a day before the newest: told by the disk, whatever the clock says. */
function sweepUnfinished(directory: string, newest: string): void {
  const now = lstatSync(newest).mtimeMs;
  for (const name of readdirSync(directory).filter((known) => UNFINISHED.test(known))) {
    const path = join(directory, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && now - stat.mtimeMs > DAY_MS) rmSync(path, { force: true });
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
    'nothing was changed; make room and try again',
  );
}
