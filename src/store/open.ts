import { existsSync } from 'node:fs';
import { NetError } from '../domain/error.ts';
import { wait } from './alone.ts';
import { backupsBeside } from './backups.ts';
import { begin, imagine } from './begin.ts';
import { closeAfter, closeFile, connect, harden, useLog } from './connect.ts';
import type { Db } from './db.ts';
import { damaged, emptied, storeFailure } from './failure.ts';
import { type Found, findFile, hasLog, keyFilePath, wasKept } from './files.ts';
import { type Opening, OURS } from './opening.ts';
import { seenNow } from './overtaken.ts';
import { checkSchema, versionUpTo } from './schema.ts';

/** How often a file is looked at anew while other programs encrypt or decrypt it. */
const MOST_LOOKS = 10;

/** Milliseconds that another program may take from making a file to its first bytes. */
const BEGINNING_TIME = 300;
const PAUSE = 10;

/**
 * Opens a file: the only place that does. Throws `no-file` where there is none to read, or one in which nothing was ever written, and
 * all of `storeFailure`.
 */
export async function openFile(path: string, opening: Opening): Promise<Db> {
  for (let look = 1; ; look++) {
    const { path: file, found } = lookAt(path);
    const sealed = found === 'encrypted' || found === 'moving';
    try {
      if (!sealed) return await openFound(path, file, found, opening);
      const { openSealed } = await import('./encrypted.ts');
      const db = await openSealed(path, file, found, opening, (link) =>
        openFound(path, file, 'file', { ...opening, link }),
      );
      if (db !== null) return db;
    } catch (error) {
      if (look < MOST_LOOKS && becameAnother(path, found)) continue;
      // With a key that is known to be the right one, what is no database is a damaged one.
      const unreadable = sealed && (error as { code?: unknown }).code === 'SQLITE_NOTADB';
      throw unreadable ? damaged(path) : storeFailure(error, path);
    }
  }
}

/** Whether another program has encrypted or decrypted a file since it was looked at. */
function becameAnother(path: string, found: Found): boolean {
  if (found === 'nothing' || found === 'empty') return false;
  try {
    const { found: now } = findFile(path);
    return now !== found && now !== 'nothing' && now !== 'empty';
  } catch {
    return false;
  }
}

/** As `findFile`. Throws `corrupt`, too, for a file of ours of which nothing is left: a new one in its place would hide that. */
function lookAt(path: string): ReturnType<typeof findFile> {
  const look = findFile(path);
  if (look.found !== 'empty') return look;
  if (isEmptied(path, look.path)) throw emptied(path);
  return findFile(path);
}

/** Whether a file was emptied, and not only just made by another program where one was gone. */
function isEmptied(path: string, file: string): boolean {
  if (!wasKept(file)) return false;
  for (let left = BEGINNING_TIME / PAUSE; left > 0; left--) {
    if (findFile(path).found !== 'empty') return false;
    wait(PAUSE);
  }
  return true;
}

async function openFound(path: string, file: string, found: Found, opening: Opening): Promise<Db> {
  const creates = opening.access === 'create';
  if (found === 'nothing') {
    if (wasKept(file)) throw gone(path, file);
    if (creates) return await imagine(file, opening);
  }
  if (found !== 'file' && !creates) throw noFile(path);
  const db = found === 'file' ? await openExisting(file, opening) : await begin(file, opening);
  if (db.seen.operation !== null || creates) return db;
  closeFile(db);
  throw noFile(path);
}

async function openExisting(file: string, opening: Opening): Promise<Db> {
  const { version, text } = opening.schema ?? OURS;
  // A plain open would fold a left-over log into the file; a read-only one would leave a log behind where there is none.
  const db = connect(file, hasLog(file) && opening.access === 'read', opening);
  try {
    // Reading leaves a file as it is, also one that encrypting or restoring left without a log.
    if (!db.sqlite.readonly && opening.access !== 'read') useLog(db);
    harden(db);
    const older = versionUpTo(version, db);
    if (older === version) {
      checkSchema(db, text);
      db.seen = seenNow(db);
      return db;
    }
    closeFile(db);
    if (older === 0) return await begin(file, opening);
  } catch (error) {
    closeAfter(error, db);
    throw error;
  }
  const { upgrade } = await import('./upgrade.ts');
  return upgrade(file, opening);
}

function noFile(path: string): NetError {
  return new NetError(
    'no-file',
    `there is no file yet at ${path}`,
    'begin with somebody you met: net add "Ana Silva" --at DevMeet, or bring your people in: net import FILE',
  );
}

/** A new file would hide that, and in time its backups would take the place of the ones there are; nor would it be encrypted. */
function gone(path: string, file: string): NetError {
  const [what, beside] = existsSync(keyFilePath(file))
    ? ['its key file is still there: it was encrypted', keyFilePath(file)]
    : ['its backups are still there', backupsBeside(file)];
  return new NetError(
    'no-file',
    `${path} is gone, and ${what}`,
    `bring it back: net restore last, or net restore FILE; to begin anew move ${beside} away`,
  );
}
