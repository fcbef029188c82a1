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
import { openingOf, unlocking } from '../opening.ts';
import type { Source } from './meant.ts';

/** A copy of which everything was checked, of this net's schema, in the directory of the backups. */
export interface Prepared {
  readonly path: string;
  readonly counts: Counts;
}

/** What a copy is prepared for. */
export interface Target {
  readonly place: string;
  /** Tells who was erased: they are erased from the copy, too; null where nothing can tell. */
  readonly erasures: Db | null;
  /** How the copy is to be encrypted: with the key of this id, not at all with null, or as it is. */
  readonly key: string | null | 'as it is';
}

/**
 * Does something with a throw-away copy of a source. Throws `corrupt` where the source is damaged, and all of `storeFailure`.
 */
export async function withPrepared<A>(
  context: Context,
  source: Source,
  target: Target,
  work: (prepared: Prepared) => A | Promise<A>,
): Promise<A> {
  const path = join(makeBackupsDirectory(target.place), `.net-${context.newId().replaceAll('-', '')}.part`);
  try {
    return await work({ path, counts: await prepare(context, source, path, target) });
  } finally {
    removeUnfinished(path);
  }
}

async function prepare(
  context: Context,
  source: Source,
  path: string,
  { erasures, key }: Target,
): Promise<Counts> {
  // Its passphrase is that of the source, whatever the copy of it is called.
  const opening = { ...openingOf(context), unlock: unlocking(context, source.path) };
  copyWhole(source.path, path);
  try {
    const counts = await inCopy(path, opening, (copy) => {
      if (integrityFaults(copy).length > 0) throw new NetError('corrupt', `${path} is damaged`);
      if (erasures !== null) eraseAgain(copy, erasures, context);
      return countsOf(copy);
    });
    if (key !== 'as it is') await makeAlike(path, key, context.keys);
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
  // With its key file and its passphrase it is as good as any other.
  const hint = failure.code === 'permission' ? failure.hint : OTHERS;
  return ofSource(failure, failure.message.replaceAll(path, source), hint);
}

const OTHERS = 'choose another one: net backup --list shows them';

const OF_SOURCE = Symbol('of the source');

function ofSource({ code }: NetError, message: string, hint = OTHERS): NetError {
  const error = new NetError(code, message, hint);
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
