import type { GiverLabel } from '../domain/giver.ts';
import type { WarmthBand } from '../domain/warmth.ts';
import type { PastAsks } from '../reports/asks.ts';
import { count, listed, times } from './text.ts';

/** How close: "warm (in touch on 5 days, quiet for 3 days)". Null before the first touch. */
export function closenessText(band: WarmthBand | null, days: number, gap: number | null): string | null {
  if (days === 0) return null;
  if (band === null) return 'too little logged to tell yet';
  const quiet = gap === null || gap === 0 ? '' : `, quiet for ${count(gap, 'day')}`;
  return `${band} (in touch on ${count(days, 'day')}${quiet})`;
}

/** What is known of somebody's help: "helped 3 of 4 asks and gave twice unasked". An honest no is not among the asks. */
export function evidenceText({ helped, partly, busy, ignored }: PastAsks, received: number): string {
  const answered = helped + partly + busy + ignored;
  return listed([
    ...(answered > 0 ? [`helped ${helped} of ${count(answered, 'ask')}`] : []),
    ...(partly > 0 ? [`partly ${partly}`] : []),
    ...(received > 0 ? [`gave ${times(received)} unasked`] : []),
  ]);
}

/** Below so many answers and gifts nothing is made of them. */
const TELLING = 3;

/** How helpful: a label only where the evidence carries one, and never without its count. */
export function helpfulnessText(label: GiverLabel | null, asks: PastAsks, received: number): string {
  const known = asks.helped + asks.partly + asks.busy + asks.ignored + received;
  if (known === 0) return 'nothing to tell from yet';
  const evidence = evidenceText(asks, received);
  if (label !== null) return `${label}: ${evidence}`;
  return known < TELLING ? `${evidence}: too little to tell yet` : evidence;
}
