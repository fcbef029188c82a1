import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { isNetError, NetError } from '../../domain/error.ts';
import type { Context } from '../../host/context.ts';
import { makeAlike } from '../../store/alike.ts';
import { removeUnfinished } from '../../store/backup.ts';
import { makeBackupsDirectory } from '../../store/backups.ts';
import { type Counts, countsOf } from '../../store/compare.ts';
import { inCopy } from '../../store/copy.ts';
import type { Db } from '../../store/db.ts';
import { storeFailure } from '../../store/failure.ts';
import { integrityFaults } from '../../store/integrity.ts';
import { copyPrivately } from '../../store/private-copy.ts';
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
  try {
    copyWhole(source.path, path);
    const counts = await inCopy(path, opening, (copy) => {
      if (integrityFaults(copy).length > 0) throw new NetError('corrupt', `${path} is damaged`);
      if (erasures !== null) eraseAgain(copy, erasures, context);
      return countsOf(copy);
    });
    if (key !== 'as it is') await makeAlike(path, key, context.keys);
    return counts;
  } catch (error) {
    // It is the source that is at fault, not the copy of it that was opened.
    const failure = storeFailure(error, source.path);
    if (!isNetError(failure)) throw failure;
    throw ofSource(
      new NetError(
        failure.code,
        failure.message.replaceAll(path, source.path),
        'choose another one: net backup --list shows them',
      ),
    );
  }
}

const OF_SOURCE = Symbol('of the source');

function ofSource(error: NetError): NetError {
  return Object.assign(error, { [OF_SOURCE]: true });
}

/** Whether the copy itself was at fault, not the file that it is for. */
export function isOfSource(error: unknown): error is NetError {
  return isNetError(error) && OF_SOURCE in error;
}

/** With what is beside it, where it is there: the log, which has what was written last, and the key file of an encrypted one. */
function copyWhole(from: string, to: string): void {
  try {
    copyPrivately(from, to);
    for (const suffix of ['-wal', '-key'])
      if (lstatSync(from + suffix, { throwIfNoEntry: false }) !== undefined)
        copyPrivately(from + suffix, to + suffix);
  } catch (error) {
    throw storeFailure(error, from);
  }
}
