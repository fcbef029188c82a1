import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isNetError, NetError } from '../../domain/error.ts';
import type { Context } from '../../host/context.ts';
import { makeAlike } from '../../store/alike.ts';
import { makeBackupsDirectory } from '../../store/backups.ts';
import { type Counts, countsOf } from '../../store/compare.ts';
import { inCopy } from '../../store/copy.ts';
import type { Db } from '../../store/db.ts';
import { storeFailure, unreadable } from '../../store/failure.ts';
import { integrityFaults } from '../../store/integrity.ts';
import { copyPrivately } from '../../store/private-copy.ts';
import { removeUnfinished } from '../../store/unfinished.ts';
import { eraseAgain } from '../erasing-backups.ts';
import { openingOf } from '../opening.ts';
import type { Source } from './meant.ts';

/** A copy of which everything was checked, of this net's schema, in the directory of the backups. */
export interface Prepared {
  readonly path: string;
  readonly counts: Counts;
}

/**
 * Does something with a throw-away copy of a source for the file at `place`; `db` is that file, null where it cannot be read. Whoever was
 * erased from it is erased from the copy, too. Throws `corrupt` where the source is damaged, and all of `storeFailure`.
 */
export async function withPrepared<A>(
  context: Context,
  source: Source,
  place: string,
  db: Db | null,
  work: (prepared: Prepared) => A | Promise<A>,
): Promise<A> {
  const path = join(makeBackupsDirectory(place), `.net-${context.newId().replaceAll('-', '')}.part`);
  try {
    return await work({ path, counts: await prepare(context, source, path, db) });
  } finally {
    removeUnfinished(path);
  }
}

async function prepare(context: Context, source: Source, path: string, db: Db | null): Promise<Counts> {
  const opening = openingOf(context);
  copyWhole(source.path, path);
  try {
    const counts = await inCopy(path, opening, (copy) => {
      if (integrityFaults(copy).length > 0) throw new NetError('corrupt', `${path} is damaged`);
      if (db !== null) eraseAgain(copy, db, context);
      return countsOf(copy);
    });
    if (db !== null) await makeAlike(path, db, context.keys);
    return counts;
  } catch (error) {
    throw blamed(storeFailure(error, path), source.path, path);
  }
}

/**
 * What is wrong with what was read is the fault of the source, not of the copy of it that was opened; what the disk cannot write is that of
 * the disk of the file.
 */
function blamed(failure: unknown, source: string, path: string): unknown {
  if (!isNetError(failure)) return failure;
  if (failure.code === 'disk')
    return new NetError(failure.code, failure.message.replaceAll(path, dirname(path)), failure.hint);
  return ofSource(failure, failure.message.replaceAll(path, source));
}

const OF_SOURCE = Symbol('of the source');

function ofSource({ code }: NetError, message: string): NetError {
  const error = new NetError(code, message, 'choose another one: net backup --list shows them');
  return Object.assign(error, { [OF_SOURCE]: true });
}

/** Whether the copy itself was at fault, not the file that it is for. */
export function isOfSource(error: unknown): error is NetError {
  return isNetError(error) && OF_SOURCE in error;
}

/** With what is beside it, where it is there: the log, which has what was written last, and the key file of an encrypted one. */
function copyWhole(from: string, to: string): void {
  copyOne(from, to);
  for (const suffix of ['-wal', '-key']) if (isThere(from + suffix)) copyOne(from + suffix, to + suffix);
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw notRead(error, path);
  }
}

function copyOne(from: string, to: string): void {
  try {
    copyPrivately(from, to);
  } catch (error) {
    const { syscall = '', path } = error as NodeJS.ErrnoException;
    const isOfTarget = path === to || ['write', 'fsync', 'close'].includes(syscall);
    throw isOfTarget ? storeFailure(error, dirname(to)) : notRead(error, from);
  }
}

function notRead(error: unknown, from: string): unknown {
  const failure = storeFailure(error, from);
  const isOfNeither = ['EMFILE', 'ENFILE'].includes(String((error as NodeJS.ErrnoException).code));
  if (!isNetError(failure) || isOfNeither) return failure;
  const { message } = failure.code === 'disk' ? unreadable(from) : failure;
  return ofSource(failure, message);
}
