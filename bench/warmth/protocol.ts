import { type Ties, touchDays } from './records.ts';

/** One tie of one person at one cutoff day: what was known then, and whether the two were in touch in the days after. */
export interface TieRow {
  readonly ego: string;
  readonly cutoff: number;
  /** Days with a touch up to the cutoff, and days since the last of them. */
  readonly days: number;
  readonly gap: number;
  readonly again: boolean;
}

const AHEAD = 30;
const ACTIVE_DAYS = 5;
const TIE_DAYS = 3;
const LONGEST_GAP = 365;
const LONG_RECORD = 260;

/**
 * The cutoff days of a record, from the 1st and 99th percentile of its touch days: every 14 days after 60, every 28 after 120 where
 * it is long, until 30 days before its end.
 */
export function cutoffsOf(days: readonly number[]): number[] {
  const [lo, hi] = [percentile(days, 0.01), percentile(days, 0.99)];
  const long = hi - lo > LONG_RECORD;
  const [first, step] = [lo + (long ? 120 : 60), long ? 28 : 14];
  const count = Math.max(0, Math.floor((hi - AHEAD - first) / step) + 1);
  return Array.from({ length: count }, (_, i) => first + i * step);
}

/** A value of a sorted list below which a share of it lies, between neighbors in proportion. */
export function percentile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** The rows of a record, for each person studied who was active before and after, with each tie that has a history. */
export function rowsOf(ties: Ties, egos: readonly string[]): TieRow[] {
  const cutoffs = cutoffsOf(touchDays(ties));
  return egos.flatMap((ego) => {
    const own = [...(ties.get(ego)?.values() ?? [])];
    const active = [...new Set(own.flat())];
    return cutoffs
      .filter((t) => active.filter((day) => day <= t).length >= ACTIVE_DAYS)
      .filter((t) => active.filter((day) => isAfter(day, t)).length >= ACTIVE_DAYS)
      .flatMap((cutoff) => own.flatMap((days) => rowOf(ego, cutoff, days)));
  });
}

function rowOf(ego: string, cutoff: number, days: readonly number[]): TieRow[] {
  const before = days.filter((day) => day <= cutoff);
  const gap = cutoff - (before.at(-1) ?? Number.NEGATIVE_INFINITY);
  if (before.length < TIE_DAYS || gap > LONGEST_GAP) return [];
  return [{ ego, cutoff, days: before.length, gap, again: days.some((day) => isAfter(day, cutoff)) }];
}

function isAfter(day: number, cutoff: number): boolean {
  return day > cutoff && day <= cutoff + AHEAD;
}

/**
 * The later rows, by person and cutoff: those at or after the median of the cutoffs that have rows, each cutoff counted once. (Counted
 * once a row the median comes earlier, and the figures of the flag lie up to 0.03 beside the published ones instead of 0.002.)
 */
export function scoredGroups(rows: readonly TieRow[]): TieRow[][] {
  const cutoffs = [...new Set(rows.map(({ cutoff }) => cutoff))].sort((a, b) => a - b);
  const middle = percentile(cutoffs, 0.5);
  const scored = rows.filter(({ cutoff }) => cutoff >= middle);
  return [...Map.groupBy(scored, ({ ego, cutoff }) => `${ego} ${cutoff}`).values()];
}
