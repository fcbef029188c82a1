import { closeFile } from './connect.ts';
import type { Db } from './db.ts';
import { openFile } from './open.ts';
import type { Opening } from './opening.ts';

/**
 * Does something with a copy that net keeps, brought up to date, and leaves it as one file without a log beside it. Throws as `openFile`
 * does.
 */
export async function inCopy<A>(
  path: string,
  opening: Omit<Opening, 'access' | 'copy'>,
  work: (copy: Db) => A | Promise<A>,
): Promise<A> {
  const copy = await openFile(path, { ...opening, access: 'write', copy: true });
  try {
    const result = await work(copy);
    copy.sqlite.pragma('journal_mode = DELETE');
    return result;
  } finally {
    closeFile(copy);
  }
}
