import type { Trait } from '../domain/contact.ts';
import { telling } from '../domain/words/match.ts';

const MOST_MEETINGS = 5;
const FITS_FROM = 0.5;

/** Two people of whom one offers what the other needs. */
export interface Meeting {
  readonly contactId: string;
  readonly toId: string;
  readonly need: string;
  readonly offer: string;
}

interface Fit extends Meeting {
  readonly pair: string;
  readonly value: number;
}

/**
 * Who could meet, best fit first, five at most: each two people once, and none of those in `known`, pairs as `pairOf` names them. Fits
 * are those of `overlap`, counted over the words in common, so that thousands of needs and offers are compared at once. Of equal fits
 * the need that comes first goes first.
 */
export function couldMeet(
  needs: readonly Trait[],
  offers: readonly Trait[],
  known: ReadonlySet<string>,
): Meeting[] {
  const told = offers.map(({ text }) => telling(text));
  const byWord = new Map<string, number[]>();
  for (const [at, words] of told.entries())
    for (const word of words) {
      const own = byWord.get(word);
      if (own === undefined) byWord.set(word, [at]);
      else own.push(at);
    }
  const best: Fit[] = [];
  for (const need of needs) {
    const words = telling(need.text);
    for (const [at, n] of shared(words, byWord)) {
      const offer = offers[at];
      const value = n / Math.min(words.size, told[at]?.size ?? 0);
      if (offer === undefined || value < FITS_FROM || value <= bound(best)) continue;
      if (offer.contactId === need.contactId) continue;
      const pair = pairOf(offer.contactId, need.contactId);
      if (known.has(pair)) continue;
      const { contactId } = offer;
      insertFit(best, { contactId, toId: need.contactId, need: need.text, offer: offer.text, pair, value });
    }
  }
  return best.map(({ contactId, toId, need, offer }) => ({ contactId, toId, need, offer }));
}

/** Two people in either order. */
export function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** How many words each offer has in common with some, the offers in their order. */
function shared(
  words: ReadonlySet<string>,
  byWord: ReadonlyMap<string, readonly number[]>,
): [at: number, n: number][] {
  const counts = new Map<number, number>();
  for (const word of words)
    for (const at of byWord.get(word) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

/** What a fit has to be better than, to be among the best. */
function bound(best: readonly Fit[]): number {
  return best.length < MOST_MEETINGS ? 0 : (best.at(-1)?.value ?? 0);
}

/** Puts a fit in its place behind those as good; of the same two people only the better one stays. */
function insertFit(best: Fit[], fit: Fit): void {
  const same = best.findIndex(({ pair }) => pair === fit.pair);
  if (same >= 0 && (best[same]?.value ?? 0) >= fit.value) return;
  if (same >= 0) best.splice(same, 1);
  const at = best.findIndex(({ value }) => value < fit.value);
  best.splice(at < 0 ? best.length : at, 0, fit);
  best.length = Math.min(best.length, MOST_MEETINGS);
}
