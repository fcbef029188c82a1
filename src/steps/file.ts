import type { Situation } from '../domain/person.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import type { Db } from '../store/db.ts';
import { unmakeFile } from '../store/files.ts';
import { lastOperationAt } from '../store/last-operation.ts';
import { closeFile, type Opening, openFile } from '../store/open.ts';
import { readPauses, readSettings } from '../store/settings.ts';

/** Opens the file for one command and closes it again. A file that was made for it and got nothing is taken away. */
export async function withFile<A>(
  context: Context,
  access: Opening['access'],
  work: (db: Db) => A | Promise<A>,
): Promise<A> {
  const db = await openFile(context.file, { access, machine: context.newId });
  try {
    return await work(db);
  } finally {
    const unused = access === 'create' && lastOperationAt(db) === null;
    closeFile(db);
    if (unused) unmakeFile(db.path);
  }
}

/** What stages and scores are judged by. */
export function situationOf(db: Db, context: Context): Situation {
  return { settings: readSettings(db), pauses: readPauses(db), today: today(context.clock) };
}
