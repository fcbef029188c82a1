/** The numbers of warmth: W = σ(base + frequency·ln n − recency·ln(1 + g)). */
export interface WarmthWeights {
  readonly base: number;
  readonly frequency: number;
  readonly recency: number;
}

export const WARMTH_BANDS = ['warm', 'cooling', 'cold'] as const;
export type WarmthBand = (typeof WARMTH_BANDS)[number];

/**
 * Warmth in (0, 1), and 0 where there was never a touch: how likely contact within the next 30 days is, measured on
 * public contact records (see docs/ranking.md). `days` is the number of distinct days with a touch, `gap` the days since the last.
 */
export function warmth(days: number, gap: number, weights: WarmthWeights): number {
  if (days <= 0) return 0;
  const score = weights.base + weights.frequency * Math.log(days) - weights.recency * Math.log1p(gap);
  return 1 / (1 + Math.exp(-score));
}

/** The days with a touch below which a band says nothing: warmth was measured where there is a history. */
const TELLING_DAYS = 3;

/** For so many days after a touch nobody is said to be cooling. */
const FRESH_DAYS = 7;

/** What is shown of warmth where enough is logged to tell, and longer ago than a week where it is not warm; else null. */
export function standing(days: number, gap: number, weights: WarmthWeights): WarmthBand | null {
  if (days < TELLING_DAYS) return null;
  const band = warmthBand(warmth(days, gap, weights));
  return band === 'warm' || gap > FRESH_DAYS ? band : null;
}

/** A warmth as a band: the number itself is never shown. */
export function warmthBand(value: number): WarmthBand {
  if (value >= 0.6) return 'warm';
  return value >= 0.3 ? 'cooling' : 'cold';
}
