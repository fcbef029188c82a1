import { NetError } from '../domain/error.ts';
import type { Db } from '../store/db.ts';
import { lastPurge, type Undone } from '../store/undo.ts';

/** How many commands are meant, one unless said. Throws `usage`. */
export function countNamed(text: string | undefined, hint: string): number {
  if (text === undefined) return 1;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new NetError('usage', `"${text}" is no number of commands`, hint);
}

/** Nothing to take back, and why where somebody was erased. */
export function nothingBack(db: Db, message: string, hint: string): NetError {
  const purged = lastPurge(db) > 0;
  return new NetError(
    'not-found',
    purged ? `${message} since somebody was erased for good` : message,
    purged ? 'net purge ends what can be taken back; what you do from now on can be' : hint,
  );
}

/** A command that was taken back or done again, as answers tell it. */
export function reversedJson({ operation: { command, at }, people, about, kept }: Undone) {
  return { command, at, people, about, kept };
}
