import { closeSync, existsSync, lstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { NetError } from '../domain/error.ts';
import { backupsOf } from './backups.ts';
import { kindOf } from './beginning.ts';
import { makeDirectory } from './directory.ts';
import { logGone, notOurs, storeFailure } from './failure.ts';
import { overtaken } from './overtaken.ts';

/** `netg`: what SQLite's header says of a file of ours. */
export const APPLICATION_ID = 0x6e657467;

const HEADER_BYTES = 100;
const APPLICATION_ID_AT = 68;

/** What stands at a path: nothing, a file of ours without content yet, or a file of ours, encrypted or in the midst of that. */
export type Found = 'nothing' | 'empty' | 'file' | 'encrypted' | 'moving';

/** Where the key file of an encrypted file stands. */
export function keyFilePath(file: string): string {
  return `${file}-key`;
}

/** Whether what is kept beside a file shows that it was one of ours, whatever it is by now. Throws all of `storeFailure`. */
export function wasKept(file: string): boolean {
  try {
    return existsSync(keyFilePath(file)) || backupsOf(file).length > 0;
  } catch (error) {
    throw storeFailure(error, file);
  }
}

/**
 * The file that a path means, after one resolved symbolic link. Throws `usage` for a path that names none, `corrupt` for what is no
 * regular file or was not written by net: its bytes are not touched.
 */
export function findFile(path: string): { path: string; found: Found } {
  const target = placeOf(path);
  try {
    const stat = lstatSync(target, { throwIfNoEntry: false });
    if (stat === undefined) return { path, found: 'nothing' };
    if (!stat.isFile()) throw notOurs(path);
    return { path: target, found: checkHeader(target) };
  } catch (error) {
    throw storeFailure(error, path);
  }
}

/** Where the file of a path is: a symbolic link is resolved once. Throws `usage` for a path that names none. */
export function placeOf(path: string): string {
  if (path.trim() === '' || path.includes('\0'))
    throw new NetError('usage', 'the path of the file is empty', 'name one with --db FILE, or unset NET_DB');
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(path) : path;
  } catch (error) {
    throw storeFailure(error, path);
  }
}

function checkHeader(path: string): Found {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, header, 0, HEADER_BYTES, 0);
    if (length === 0) return 'empty';
    const kind = kindOf(header);
    if (kind === 'encrypted' || kind === 'moving') return kind;
    if (
      length < HEADER_BYTES ||
      kind !== 'plain' ||
      header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID
    )
      throw notOurs(path);
    return 'file';
  } finally {
    closeSync(file);
  }
}

/**
 * Whether a log stands beside a file: what another program is writing, or what a crash left. Throws `corrupt` where one that belongs to
 * the file is gone, and with it what was written last: the file that SQLite keeps about a log is removed before the log itself.
 */
export function hasLog(file: string): boolean {
  const about = lstatSync(`${file}-shm`, { bigint: true, throwIfNoEntry: false });
  if (existsSync(`${file}-wal`)) return true;
  const still = lstatSync(`${file}-shm`, { bigint: true, throwIfNoEntry: false });
  const stayed = about !== undefined && about.ino === still?.ino && about.ctimeNs === still.ctimeNs;
  if (stayed && !isFoldedIn(`${file}-shm`)) throw logGone(file);
  return false;
}

/** In numbers of four bytes: where SQLite notes how many pages a log has, and how many of them are in the file, too. */
const [PAGES_AT, FOLDED_AT] = [4, 24];

/** Whether all of a log was folded into its file, so that nothing is gone with it: what SQLite keeps about it could not be removed then. */
function isFoldedIn(about: string): boolean {
  const bytes = readFileSync(about);
  if (bytes.length <= 4 * FOLDED_AT) return false;
  // Only this machine reads it: it is in its own order of bytes.
  const numbers = new Uint32Array(new Uint8Array(bytes.subarray(0, 4 * (FOLDED_AT + 1))).buffer);
  return numbers[PAGES_AT] === numbers[FOLDED_AT];
}

/**
 * Makes an empty file that only its owner can read, in a directory that only its owner can enter. Throws `overtaken` where another
 * program has been faster.
 */
export function makeFile(path: string): void {
  try {
    makeDirectory(dirname(path));
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? overtaken(path) : storeFailure(error, path);
  }
}
