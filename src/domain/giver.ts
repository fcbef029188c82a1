/** How often a person's help was asked for and what came of it. All counts are of this one person. */
export interface Evidence {
  readonly helped: number;
  readonly partly: number;
  readonly busy: number;
  readonly ignored: number;
  /** Received without an ask: a helped ask is not counted here too. */
  readonly received: number;
}

export const GIVER_LABELS = ['giver', 'one-sided so far'] as const;
export type GiverLabel = (typeof GIVER_LABELS)[number];

export interface GiverEstimate {
  /** Successes s and failures f. An honest no (declined) is neither. */
  readonly successes: number;
  readonly failures: number;
  /** The lower and upper edge of what the evidence allows. The upper may lie a little beyond 1. */
  readonly lower: number;
  readonly upper: number;
}

const LOWER_DEVIATIONS = 0.84;
const UPPER_DEVIATIONS = 1.28;

/** Beta(1 + s, 1 + f), with the lower edge at μ − 0.84σ and the upper at μ + 1.28σ. */
export function estimate(evidence: Evidence): GiverEstimate {
  const successes = evidence.helped + evidence.partly / 2 + evidence.received;
  const failures = evidence.ignored + evidence.busy / 2 + evidence.partly / 2;
  const { mean, deviation } = beta(1 + successes, 1 + failures);
  return {
    successes,
    failures,
    lower: mean - LOWER_DEVIATIONS * deviation,
    upper: mean + UPPER_DEVIATIONS * deviation,
  };
}

/**
 * The giver factor G in [½, 1½]: above 1 for people who come through, below 1 only after three misses and more. A value
 * choice of the essays behind `net`, with no predictive power over contact. Without a score it is at least 1.
 */
export function giverFactor(evidence: Evidence, noScore: boolean): number {
  const { successes, failures, lower, upper } = estimate(evidence);
  const known = successes + failures;
  const bonus = known >= 2 ? clamp01(2 * lower - 1) / 2 : 0;
  const malus = known >= 3 && !noScore ? clamp01(1 - 2 * upper) / 2 : 0;
  return 1 + bonus - malus;
}

/** A label only where the evidence carries one. The first miss changes none. */
export function giverLabel(evidence: Evidence, noScore: boolean): GiverLabel | null {
  if (noScore) return null;
  const { successes, failures, lower, upper } = estimate(evidence);
  if (successes >= 2 && (lower > 0.5 || failures <= 1.5)) return 'giver';
  return upper < 0.5 && successes + failures >= 3 ? 'one-sided so far' : null;
}

/** Mean and standard deviation of a Beta distribution. */
export function beta(a: number, b: number): { mean: number; deviation: number } {
  const sum = a + b;
  return { mean: a / sum, deviation: Math.sqrt((a * b) / (sum * sum * (sum + 1))) };
}

export function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
