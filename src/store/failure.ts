import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { isNetError, NetError } from '../domain/error.ts';

/** What better-sqlite3 says without a code where it cannot look at the directory of a file. */
const NO_DIRECTORY = /^Cannot open database because the directory does not exist$/;

interface SystemError {
  readonly code?: unknown;
  readonly message?: unknown;
}

const PATH_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'it is a link to nothing',
  ENOTDIR: 'a part of it is no directory',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'it is too long',
  EISDIR: 'it is the name of a directory',
};

/** An error of SQLite or of the file system as one for people; any other error is a bug and stays what it is. */
export function storeFailure(error: unknown, path: string): unknown {
  if (isNetError(error)) return error;
  const { code, message } = (error ?? {}) as SystemError;
  if (code === 'ERR_INVALID_ARG_VALUE' && String(message).includes('null bytes')) {
    return new NetError(
      'usage',
      'no path can have a NUL in it',
      'name another one: its letters are all that a path takes',
    );
  }
  if (typeof code !== 'string') return NO_DIRECTORY.test(String(message)) ? failing(path) : error;
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) {
    return new NetError('locked', `${path} is in use by another program`, 'try again once it has finished');
  }
  if (code === 'SQLITE_NOTADB') return notOurs(path);
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(path);
  if (/^SQLITE_(READONLY|CANTOPEN)/.test(code) && isAllowed(path)) return failing(path);
  if (
    code.startsWith('SQLITE_READONLY') ||
    ['SQLITE_PERM', 'SQLITE_AUTH', 'EACCES', 'EPERM', 'EROFS'].includes(code)
  ) {
    return new NetError(
      'permission',
      `${path} cannot be opened for that: permission denied`,
      'check who owns it: ls -l shows it',
    );
  }
  if (Object.hasOwn(PATH_FAULTS, code)) {
    return new NetError(
      'usage',
      `no file can be at ${path}: ${PATH_FAULTS[code]}`,
      'name another one with --db FILE or NET_DB',
    );
  }
  if (code.startsWith('SQLITE_CANTOPEN'))
    return new NetError('permission', `${path} cannot be opened`, 'check the rights of its directory');
  if (code === 'EMFILE' || code === 'ENFILE') {
    return new NetError(
      'disk',
      `${path} could not be opened: too many files are open at once`,
      'nothing was changed; close some programs and try again',
    );
  }
  if (/^SQLITE_IOERR_(DIR_)?FSYNC$/.test(code)) {
    // The next program may find what the disk did not confirm, and take it for whole.
    return new NetError(
      'disk',
      `${path} could not be written for certain: the disk is full or failing`,
      'it may have been done or not: once the disk works again, net history shows it',
    );
  }
  if (/^SQLITE_IOERR_(SHORT_)?READ$/.test(code)) return unreadable(path);
  if (/^SQLITE_(FULL|IOERR)/.test(code) || /^E(IO|NOSPC|DQUOT|FBIG)$/.test(code)) return failing(path);
  if (UNLOADED.includes(code)) {
    return new NetError(
      'disk',
      `a part of net cannot be read: ${String(message).split('\n')[0]}`,
      'nothing was changed; try again, and if it stays so install net anew: npm install -g netgarden, or its executable',
    );
  }
  return error;
}

/** What Node says where a module, or the native part of a library, cannot be loaded. */
const UNLOADED = ['MODULE_NOT_FOUND', 'ERR_INVALID_PACKAGE_CONFIG', 'ERR_DLOPEN_FAILED'];

/**
 * Whether the rights of a file and of its directory let it be written. SQLite says of anything it cannot open that it cannot, and where it
 * may only read that it may not write: then the system has had no room, or no file left to open.
 */
function isAllowed(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    accessSync(dirname(path), constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A disk that is full, or that fails. */
export function failing(path: string): NetError {
  return new NetError(
    'disk',
    `${path} could not be written: the disk is full or failing`,
    'nothing was changed; make room and try again',
  );
}

/** A disk that does not give back what is on it. */
export function unreadable(path: string): NetError {
  return new NetError(
    'disk',
    `${path} could not be read: the disk is failing`,
    'nothing was changed; try again, and keep a copy on another disk',
  );
}

export function notOurs(path: string): NetError {
  return new NetError(
    'corrupt',
    `${path} is not a file that net wrote`,
    'name the right one with --db FILE or NET_DB',
  );
}

/** Copying a file without its log loses what is only in the log, and nothing in the file tells. */
export function logGone(path: string): NetError {
  return new NetError(
    'corrupt',
    `${path}-wal is gone, which may hold what was written last`,
    `put it back beside the file; to go on without it, remove ${path}-shm`,
  );
}

/** A first run that was cut short leaves an empty file, too, but nothing beside it. */
export function emptied(path: string): NetError {
  return new NetError(
    'corrupt',
    `${path} is damaged: it is empty, and what is kept beside it shows that it was not`,
    'restore a copy of it: net restore FILE',
  );
}

export function damaged(path: string): NetError {
  return new NetError('corrupt', `${path} is damaged`, 'restore a copy of it; nothing was changed');
}
