import type { Circle } from '../contact.ts';
import { addDays, type CalendarDate } from '../days/day.ts';
import { elapsed, type PausedSpan } from '../days/pause.ts';
import { asIfPaused, type Situation } from '../person.ts';
import { fadingValue, isLeftAlone } from './fading.ts';
import { byLastShown, byRevival, byScore, type Compared } from './orders.ts';
import { isDeferred } from './terms.ts';

/**
 * A prospect who is due: the id, the distinct days with a touch and the last of them, then the facts in the order of `Prospect`. A list of
 * values, as they are read: making something of each of thousands would take longer than choosing among them.
 */
export type DueProspect = readonly [
  id: string,
  days: number,
  lastOn: CalendarDate | null,
  circle: Circle,
  keptOn: CalendarDate,
  cadence: number,
  dormantBeyond: number | null,
  factor: number,
];

/** What picking compares of a prospect. */
interface Head extends Compared {
  readonly inner: boolean;
  readonly dormant: boolean;
}

/** A plan's days, and the pause that it offers, if any. */
export interface Outlook extends Situation {
  readonly last: CalendarDate;
  readonly offered: PausedSpan | null;
}

/**
 * Of the prospects who are due the few without whom a plan would be another one, where it picks fewer than `most` people: the first in each of
 * the orders that `pick` goes by, whoever was listed and not acted on since, and one where nobody else is left. `shownOn` gives the first
 * day of the last ended plan that listed somebody; who is looked at anyway is in `known`.
 */
export function heads(
  prospects: Iterable<DueProspect>,
  known: ReadonlySet<string>,
  shownOn: ReadonlyMap<string, CalendarDate>,
  outlook: Outlook,
  most: number,
): string[] {
  const deferred = isDeferred(outlook);
  const headOf = looker(outlook, shownOn);
  const [fading, inner, shown, dormant] = [
    first(most, byScore),
    first(most, byScore),
    first(most, byLastShown),
    first(most, byRevival),
  ];
  const chosen = new Set<string>();
  let anybody: string | null = null;
  for (const prospect of prospects) {
    const id = prospect[0];
    anybody ??= id;
    const lastOn = prospect[2];
    if (known.has(id)) continue;
    const listed = shownOn.get(id);
    if (listed !== undefined && (lastOn === null || lastOn < listed)) chosen.add(id);
    else if (!deferred) {
      const head = headOf(prospect);
      if (head?.dormant) dormant.offer(head);
      else if (head !== null) {
        fading.offer(head);
        shown.offer(head);
        if (head.inner) inner.offer(head);
      }
    }
  }
  for (const { kept } of [fading, inner, shown, dormant]) for (const { id } of kept) chosen.add(id);
  return chosen.size > 0 || anybody === null ? [...chosen] : [anybody];
}

/** Keeps the first few in an order, of all that it is offered. */
function first(most: number, order: (a: Head, b: Head) => number) {
  const kept: Head[] = [];
  const offer = (head: Head): void => {
    const worst = kept[most - 1];
    if (worst !== undefined && order(head, worst) > 0) return;
    let at = kept.length;
    while (at > 0 && order(head, kept[at - 1] as Head) < 0) at--;
    kept.splice(at, 0, head);
    if (kept.length > most) kept.pop();
  };
  return { kept, offer };
}

/** Many share a last day: what lies between it and now is counted once. */
function looker(
  outlook: Outlook,
  shownOn: ReadonlyMap<string, CalendarDate>,
): (prospect: DueProspect) => Head | null {
  const { settings, today, last, offered } = outlook;
  const { ranking } = settings;
  const now = remembered(today, outlook.pauses);
  const atLast = remembered(last, outlook.pauses);
  const untended = remembered(today, asIfPaused(outlook, offered).pauses);
  return (prospect) => {
    const lastOn = prospect[2];
    const keptOn = prospect[4];
    const cadence = prospect[5];
    const touchedOn = lastOn ?? addDays(keptOn, -cadence);
    const tendedOn = touchedOn > keptOn ? touchedOn : keptOn;
    const gap = now(touchedOn);
    if (lastOn !== null && isLeftAlone(gap, cadence)) return null;
    const id = prospect[0];
    const listed = shownOn.get(id);
    const days = prospect[1];
    const circle = prospect[3];
    const dormantBeyond = prospect[6];
    const factor = prospect[7];
    const dormant = dormantBeyond !== null && untended(tendedOn) > dormantBeyond;
    const facts = { gap, gapAtLast: atLast(touchedOn), cadence, days: lastOn === null ? 1 : days, factor };
    const value = dormant ? 0 : fadingValue(facts, ranking.fadingWeight[circle], ranking.warmth);
    if (value === null) return null;
    return {
      id,
      inner: circle === 'inner',
      dormant,
      score: ranking.weights.fading * value,
      factor,
      gap,
      lastShown: listed !== undefined && listed > keptOn ? listed : keptOn,
      days,
    };
  };
}

function remembered(to: CalendarDate, pauses: readonly PausedSpan[]): (from: CalendarDate) => number {
  const known = new Map<string, number>();
  return (from) => {
    const counted = known.get(from);
    if (counted !== undefined) return counted;
    const days = elapsed(from, to, pauses);
    known.set(from, days);
    return days;
  };
}
