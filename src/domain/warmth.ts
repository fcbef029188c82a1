/** The numbers of warmth: W = σ(base + frequency·ln n − recency·ln(1 + g)). */
export interface WarmthWeights {
  readonly base: number;
  readonly frequency: number;
  readonly recency: number;
}

export type WarmthBand = 'warm' | 'cooling' | 'cold';

/**
 * Warmth in (0, 1), and 0 where there was never a touch: how likely contact within the next 30 days is, measured on
 * public contact records (see docs/ranking.md). `days` is the number of distinct days with a touch, `gap` the days since the last.
 */
export function warmth(days: number, gap: number, weights: WarmthWeights): number {
  if (days <= 0) return 0;
  const score = weights.base + weights.frequency * Math.log(days) - weights.recency * Math.log1p(gap);
  return 1 / (1 + Math.exp(-score));
}

/** What is shown of warmth: never the number. */
export function warmthBand(value: number): WarmthBand {
  if (value >= 0.6) return 'warm';
  return value >= 0.3 ? 'cooling' : 'cold';
}
