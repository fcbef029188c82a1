import { isNetError, NetError } from '../domain/error.ts';

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
  const { code } = (error ?? {}) as SystemError;
  if (typeof code !== 'string') return error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new NetError('locked', `${path} is in use by another program`, 'try again once it has finished');
  }
  if (code === 'SQLITE_NOTADB') return notOurs(path);
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(path);
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
  if (code === 'SQLITE_CANTOPEN')
    return new NetError('permission', `${path} cannot be opened`, 'check the rights of its directory');
  if (
    code.startsWith('SQLITE_FULL') ||
    code.startsWith('SQLITE_IOERR') ||
    /^E(IO|NOSPC|DQUOT|MFILE|NFILE|FBIG)$/.test(code)
  ) {
    return new NetError(
      'disk',
      `${path} could not be written: the disk is full or failing`,
      'nothing was changed; make room and try again',
    );
  }
  return error;
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

export function damaged(path: string): NetError {
  return new NetError('corrupt', `${path} is damaged`, 'restore a copy of it; nothing was changed');
}
