import { NetError } from '../domain/error.ts';
import { begin, imagine } from './begin.ts';
import { closeAfter, closeFile, connect, harden, useLog } from './connect.ts';
import type { Db } from './db.ts';
import { storeFailure } from './failure.ts';
import { findFile, hasLog } from './files.ts';
import { type Opening, OURS } from './opening.ts';
import { seenNow } from './overtaken.ts';
import { checkSchema, versionUpTo } from './schema.ts';

/**
 * Opens a file: the only place that does. Throws `no-file` where there is none to read, or one in which nothing was ever written, and
 * all of `storeFailure`.
 */
export async function openFile(path: string, opening: Opening): Promise<Db> {
  const { path: file, found } = findFile(path);
  const creates = opening.access === 'create';
  if (found !== 'file' && !creates) throw noFile(path);
  try {
    if (found === 'nothing') return await imagine(file, opening);
    const db = found === 'file' ? await openExisting(file, opening) : await begin(file, opening);
    if (db.seen.operation !== null || creates) return db;
    closeFile(db);
  } catch (error) {
    throw storeFailure(error, path);
  }
  throw noFile(path);
}

async function openExisting(file: string, opening: Opening): Promise<Db> {
  const { version, text } = opening.schema ?? OURS;
  // A plain open would fold a left-over log into the file; a read-only one would leave a log behind where there is none.
  const db = connect(file, hasLog(file) && opening.access === 'read', opening);
  try {
    if (!db.sqlite.readonly) useLog(db);
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
