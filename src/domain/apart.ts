import { type Change, insert, type SettingRow, update } from './change.ts';
import type { CalendarDate } from './days/day.ts';

/** Begins the id of the row by which two people are known to be two: a row of the settings, so that undo and sync cover it. */
const APART = 'apart';

/** The id of that row, the same whichever of the two is named first. */
export function apartId(a: string, b: string): string {
  return a < b ? `${APART} ${a} ${b}` : `${APART} ${b} ${a}`;
}

/** The two whom a row of the settings keeps apart, or null where it is another setting. */
export function apartOf(id: string): readonly [string, string] | null {
  const [word, a, b, more] = id.split(' ');
  return word === APART && a !== undefined && b !== undefined && more === undefined ? [a, b] : null;
}

/** Notes that two people are two; `row` is what was noted of them before, a row that was taken back too. */
export function keepApart(a: string, b: string, row: SettingRow | null, today: CalendarDate): Change[] {
  const id = apartId(a, b);
  if (row === null) return [insert('setting', { id, value: today, deletedAt: null })];
  return row.deletedAt === null ? [] : [update('setting', id, { value: today, deletedAt: null })];
}
