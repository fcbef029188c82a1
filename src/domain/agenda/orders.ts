import type { CalendarDate } from '../days/day.ts';

/** What picking compares of somebody. */
export interface Compared {
  readonly id: string;
  readonly score: number;
  readonly factor: number;
  readonly gap: number;
  /** Distinct days with a touch. */
  readonly days: number;
  /** When they were last listed; being kept counts as listed. */
  readonly lastShown: CalendarDate | null;
}

/** By score, then giver factor, then gap, all falling; then id, so that the order never depends on the input's. */
export function byScore(a: Compared, b: Compared): number {
  return b.score - a.score || b.factor - a.factor || b.gap - a.gap || (a.id < b.id ? -1 : 1);
}

/** Not shown for longest first, never shown before all; ties as by score. */
export function byLastShown(a: Compared, b: Compared): number {
  if (a.lastShown === b.lastShown) return byScore(a, b);
  if (a.lastShown === null || b.lastShown === null) return a.lastShown === null ? -1 : 1;
  return a.lastShown < b.lastShown ? -1 : 1;
}

/** Not shown for longest, then the giver factor times ln(1 + n); ties as by score. */
export function byRevival(a: Compared, b: Compared): number {
  const worth = (c: Compared) => c.factor * Math.log1p(c.days);
  return a.lastShown === b.lastShown ? worth(b) - worth(a) || byScore(a, b) : byLastShown(a, b);
}
