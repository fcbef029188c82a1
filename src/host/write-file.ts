import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isNetError, NetError } from '../domain/error.ts';
import { besides } from './unfinished.ts';

/** What stands at the path of a file to be written. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw writingFailure(error, path);
  }
}

/** How much is gathered before it is written. */
const CHUNK = 1 << 16;

/**
 * Writes a whole file or none: beside its place first, for nobody else to read, and moved there once all of it is on the disk. Gives back
 * how many bytes it has. One that is there is only replaced with `over`; of a symbolic link what it leads to is. Throws `exists`,
 * `not-found`, `rejected`, `permission`, `disk`.
 */
export function writeWhole(path: string, pieces: Iterable<string>, over: boolean): number {
  const place = checkPlace(path, over);
  try {
    return besides(dirname(place), (beside) => {
      const bytes = writePieces(beside, pieces);
      if (over) renameSync(beside, place);
      else moveTo(beside, place);
      syncDirectory(dirname(place));
      return bytes;
    });
  } catch (error) {
    throw writingFailure(error, path);
  }
}

/** Where the file goes: at the path, or where a symbolic link there leads to. Throws what is wrong with it. */
function checkPlace(path: string, over: boolean): string {
  if (path.trim() === '' || path.includes('\0'))
    throw new NetError('usage', 'the name of the file is empty', 'net export people.json');
  try {
    const own = lstatSync(path, { throwIfNoEntry: false });
    if (own === undefined) return path;
    if (!over && own.isSymbolicLink()) throw alreadyThere(path);
    const place = own.isSymbolicLink() ? linked(path) : path;
    const stat = lstatSync(place);
    if (stat.isDirectory())
      throw new NetError(
        'rejected',
        `${path} is a directory`,
        `name a file in it: ${join(path, 'people.json')}`,
      );
    if (!stat.isFile())
      throw new NetError('rejected', `${path} is no file`, 'without a name it goes to the standard output');
    if (!over) throw alreadyThere(path);
    return place;
  } catch (error) {
    throw writingFailure(error, path);
  }
}

function linked(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ELOOP') throw error;
    throw new NetError(
      'not-found',
      `${path} is a link that leads nowhere`,
      'name another file, or remove the link',
    );
  }
}

/** Writes a new file that nobody else can read, and with `sync` waits for the disk. Gives back how many bytes it has. */
export function writePieces(path: string, pieces: Iterable<string>, sync = true): number {
  const file = openSync(path, 'wx', 0o600);
  try {
    let bytes = 0;
    let gathered = '';
    const flush = () => {
      let rest = Buffer.from(gathered);
      bytes += rest.length;
      gathered = '';
      while (rest.length > 0) rest = rest.subarray(writeSync(file, rest));
    };
    for (const piece of pieces) {
      gathered += piece;
      if (gathered.length >= CHUNK) flush();
    }
    flush();
    if (sync) fsyncSync(file);
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** A link is refused where something is, and there is no moment in between. Where a file system has none, it is looked at first. */
function moveTo(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code ?? '')) throw error;
    checkPlace(path, false);
    renameSync(beside, path);
  }
}

/** So that the name is on the disk too. Some systems cannot, and lose nothing but that certainty. */
export function syncDirectory(path: string): void {
  try {
    const directory = openSync(path, 'r');
    fsyncSync(directory);
    closeSync(directory);
  } catch {
    // The file itself is there.
  }
}

export function alreadyThere(path: string): NetError {
  return new NetError('exists', `${path} is there already`, 'name another file, or write over it: --force');
}

/** What the system says of a failed write, in words for people. */
export function writingFailure(error: unknown, path: string): unknown {
  if (isNetError(error)) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') return alreadyThere(path);
  if (['ENOENT', 'ENOTDIR'].includes(code))
    return new NetError('not-found', `there is no directory ${dirname(path)}`, 'make it first: mkdir');
  if (code === 'ELOOP')
    return new NetError(
      'usage',
      `${path} is a link that leads round in a circle`,
      'name another file, or remove the link',
    );
  if (code === 'ENAMETOOLONG')
    return new NetError('usage', `the name of the file is too long: ${path}`, 'name it with fewer letters');
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return new NetError(
      'permission',
      `${path} may not be written`,
      'ls -l shows who may; or name another place',
    );
  if (/^E(IO|NOSPC|DQUOT|MFILE|NFILE|FBIG)$/.test(code))
    return new NetError(
      'disk',
      `${path} could not be written: the disk is full or failing`,
      'make room and try again; nothing is left behind',
    );
  return error;
}
