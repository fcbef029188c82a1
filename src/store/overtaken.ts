import { statSync } from 'node:fs';
import { isNetError, NetError } from '../domain/error.ts';
import { type Db, type Seen, tuples } from './db.ts';

/** How a file looks now: what another program writes, or puts in its place, shows in it. */
export function seenNow(db: Db): Seen {
  const [[operation = null, at = null] = []] = tuples(
    db,
    'SELECT seq, at FROM operation WHERE seq = (SELECT max(seq) FROM operation)',
  );
  const stat = statSync(db.path, { throwIfNoEntry: false });
  return {
    operation: operation as number | null,
    at: at as string | null,
    file: stat === undefined ? null : { dev: stat.dev, ino: stat.ino },
  };
}

/** The instant of the last operation of any kind before this command's own, or null. */
export function lastOperationAt(db: Db): string | null {
  return db.seen.at;
}

/**
 * Inside a transaction, before anything is written: throws `overtaken` where another program has written since the file was opened, so
 * that what was read and decided no longer holds, or where another file has been put in its place.
 */
export function refuseOvertaken(db: Db): void {
  if (!isSame(seenNow(db), db.seen)) throw overtaken(db.path);
}

/** Whether nobody has written to a file between two looks at it, nor put another one in its place. */
export function isSame(a: Seen, b: Seen): boolean {
  return a.operation === b.operation && a.file?.ino === b.file?.ino && a.file?.dev === b.file?.dev;
}

export function overtaken(path: string): NetError {
  return new NetError(
    'overtaken',
    `${path} was changed by another program in the meantime`,
    'nothing was changed; try again',
  );
}

/** Whether the work can be done again from the start, on the file as it is by then. */
export function isOvertaken(error: unknown): boolean {
  return isNetError(error) && error.code === 'overtaken';
}
