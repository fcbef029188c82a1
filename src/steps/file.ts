import { isNetError, NetError } from '../domain/error.ts';
import type { Situation } from '../domain/person.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { safe } from '../render/safe.ts';
import { closeAfter, closeFile } from '../store/connect.ts';
import type { Db } from '../store/db.ts';
import { storeFailure } from '../store/failure.ts';
import { openFile } from '../store/open.ts';
import type { Opening } from '../store/opening.ts';
import { isOvertaken } from '../store/overtaken.ts';
import { readPauses, readSettings } from '../store/settings.ts';
import { openingOf } from './opening.ts';

/** Each time somebody else has written in between, so that this ends unless a hundred programs write without a pause. */
const MOST_ATTEMPTS = 100;

/**
 * Does the work of one command on the file. Where it is damaged the error names the newest good backup. Throws all of `openFile`, and
 * what the work throws.
 */
export async function withFile<A>(
  context: Context,
  access: Opening['access'],
  work: (db: Db) => A | Promise<A>,
): Promise<A> {
  try {
    return await inFile(context, access, work);
  } catch (error) {
    const failure = isOfStore(error) ? storeFailure(error, context.file) : error;
    if (!isNetError(failure) || failure.code !== 'corrupt') throw failure;
    const { withWayBack } = await import('./damaged.ts');
    throw await withWayBack(context, failure);
  }
}

/** Whether the file itself could not be read or written, not another one that the work is about. */
function isOfStore(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith('SQLITE_');
}

/**
 * Opens the file for one command and closes it again. Where another program has written since it was opened, what was read no longer
 * holds: the work is done again from the start, with the answers that were given already.
 */
async function inFile<A>(
  context: Context,
  access: Opening['access'],
  work: (db: Db) => A | Promise<A>,
): Promise<A> {
  context.prompt?.begin();
  for (let attempt = 1; ; attempt++) {
    const db = await openFile(context.file, { access, ...openingOf(context) });
    const isNew = db.make !== null;
    const before = db.seen.operation;
    try {
      const answer = await work(db);
      warn(context, db.warnings);
      if (isNew && db.make === null) await warnOfPlace(context, db.path);
      return answer;
    } catch (error) {
      closeAfter(error, db);
      if (!isOvertaken(error) || attempt === MOST_ATTEMPTS)
        throw isOfStore(error) ? failureAfter(error, db, db.seen.operation !== before) : error;
      context.prompt?.again();
    } finally {
      closeFile(db);
    }
  }
}

/**
 * Once, when a file is made: on some file systems locks do not hold, and two programs could write at once. What was written is written:
 * where this cannot be found out, nothing is said.
 */
async function warnOfPlace(context: Context, path: string): Promise<void> {
  try {
    const { placeFault } = await import('./place.ts');
    const fault = placeFault(context, path);
    if (fault !== null) warn(context, [fault]);
  } catch {
    // A disk that fails by now is told of by the next command.
  }
}

/** Said on the error stream whatever else was asked for: it is about what could be lost. */
function warn({ io }: Context, warnings: readonly string[]): void {
  for (const warning of warnings) io.err(`net: ${safe(warning)}\n`);
}

/** What the file fails with, told as it is where the work had written already. */
function failureAfter(error: unknown, { path }: Db, written: boolean): unknown {
  const failure = storeFailure(error, path);
  return written && isNetError(failure) ? new NetError(failure.code, failure.message, WRITTEN) : failure;
}

const WRITTEN = 'something was written before that: net history shows it';

/** What stages and scores are judged by. */
export function situationOf(db: Db, context: Context): Situation {
  return { settings: readSettings(db), pauses: readPauses(db), today: today(context.clock) };
}
