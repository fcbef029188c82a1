import type { Backup } from './backup.ts';
import type { CalendarDate } from './days/day.ts';

/** Of so many of the last days with a change there is a backup: see `surplus`. */
const RECENT = 7;

/**
 * Of some backups, newest first, the one that tells how things were at the end of a day: the first that was made after it, where that was
 * before the next change, else the newest that was made on that day or before.
 */
export function asOf<B extends Backup>(
  backups: readonly B[],
  day: CalendarDate,
  dayOf: (instant: string) => CalendarDate,
): B | undefined {
  const after = backups.filter(({ at }) => dayOf(at) > day);
  const next = after.at(-1);
  const changes = after.filter(({ kind }) => kind === 'daily');
  if (next?.kind === 'daily' && changes.length <= RECENT) return next;
  return backups.find(({ at }) => dayOf(at) <= day);
}

/** The backup that a number of the list means, or a name, or the beginning of one. */
export function called<B extends Backup>(backups: readonly B[], text: string): B | undefined {
  if (text === 'last') return backups[0];
  if (/^\d{1,3}$/.test(text)) return backups[Number(text) - 1];
  return /^\d{4}-\d\d-\d\dT/.test(text) ? backups.find(({ name }) => name.startsWith(text)) : undefined;
}
