import { OUTCOMES } from '../domain/exchange.ts';
import type { PastAsks } from '../reports/asks.ts';

/** The line that notes what came of an ask, and what else may be said in it. */
export function outcomeLine(typed: string): string {
  const [first, ...others] = OUTCOMES;
  return `net outcome ${typed} ${first}, or ${others.join(', ')}`;
}

/** What came of past asks, each with its count: "helped 1", "open 2". */
export function outcomeCounts(past: PastAsks): string[] {
  return [...OUTCOMES, 'open' as const]
    .filter((outcome) => past[outcome] > 0)
    .map((outcome) => `${outcome} ${past[outcome]}`);
}
