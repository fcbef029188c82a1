import type { CalendarDate } from '../domain/days/day.ts';
import type { GiverLabel } from '../domain/giver.ts';
import type { WarmthBand } from '../domain/warmth.ts';
import type { PastAsks } from '../reports/asks.ts';
import { count, listed, times } from './text.ts';
import { dayWord, type Wording } from './words.ts';

/** How close: "warm (in touch on 5 days, quiet for 3 days)". Null before the first touch. */
export function closenessText(band: WarmthBand | null, days: number, gap: number | null): string | null {
  if (days === 0) return null;
  if (band === null) return 'too little logged to tell yet';
  const quiet = gap === null || gap === 0 ? '' : `, quiet for ${count(gap, 'day')}`;
  return `${band} (in touch on ${count(days, 'day')}${quiet})`;
}

/** How many asks help is counted among, and how many of them were helped with, partly ones too. An honest no counts for nothing. */
function counted({ helped, partly, busy, ignored }: PastAsks): { readonly n: number; readonly of: number } {
  return { n: helped + partly, of: helped + partly + busy + ignored };
}

/** "4 asks, 1 partly; not counted: 1 honest no and 1 open". */
export function helpedText(asks: PastAsks): string {
  const left = listed([
    ...(asks.declined > 0 ? [count(asks.declined, 'honest no', 'honest noes')] : []),
    ...(asks.open > 0 ? [`${asks.open} open`] : []),
  ]);
  return `${count(counted(asks).of, 'ask')}${partlyText(asks)}${left === '' ? '' : `; not counted: ${left}`}`;
}

function partlyText({ partly }: PastAsks): string {
  return partly > 0 ? `, ${partly} partly` : '';
}

/** What is known of somebody's help: "helped 3 of 4 asks, 1 partly, and gave twice unasked". */
export function evidenceText(asks: PastAsks, received: number): string {
  const { n, of } = counted(asks);
  const gave = received > 0 ? [`gave ${times(received)} unasked`] : [];
  if (of === 0) return listed(gave);
  const helped = `helped ${n} of ${count(of, 'ask')}${partlyText(asks)}`;
  return asks.partly > 0 && gave.length > 0 ? `${helped}, and ${listed(gave)}` : listed([helped, ...gave]);
}

/** Since when that is known: ", since March 1". */
export function sinceText(since: CalendarDate | null, wording: Wording): string {
  return since === null ? '' : `, since ${dayWord(since, wording)}`;
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
