import { addDays, type CalendarDate } from '../days/day.ts';
import { addMonths } from '../days/months.ts';
import { timeTaken } from './gathering.ts';
import { type Group, PERIOD_MONTHS } from './group.ts';
import { type GroupRecord, isIn, type Window } from './group-record.ts';

/** What a group took in some days. Minutes, and hundredths of its currency. */
export interface GroupCost {
  /** Gatherings in those days, and those of them that say how long they took: the minutes rest on these. */
  readonly gatherings: number;
  readonly timed: number;
  /** There, and on the way there and back. */
  readonly minutes: number;
  readonly commute: number;
  readonly fees: number;
  readonly costs: number;
}

/**
 * Adds up what a group took: each fee whose period began within the window, at what it is today as no other is known, and each gathering
 * held in it.
 */
export function costIn(
  { group, gatherings }: Pick<GroupRecord, 'group' | 'gatherings'>,
  window: Window,
): GroupCost {
  const held = gatherings.filter(({ heldOn }) => isIn(heldOn, window));
  const sum = (of: (gathering: (typeof held)[number]) => number | null) =>
    held.reduce((total, gathering) => total + (of(gathering) ?? 0), 0);
  return {
    gatherings: held.length,
    timed: held.filter((gathering) => timeTaken(gathering) > 0).length,
    minutes: sum(({ minutes }) => minutes),
    commute: sum(({ commute }) => commute),
    fees: (group.fee ?? 0) * paymentsIn(group, window),
    costs: sum(({ cost }) => cost),
  };
}

/**
 * How often a fee was paid: at the beginning, which is the day after a trial or the day of joining, and at each period after it, until
 * the group was left. What is paid once is paid at the beginning.
 */
function paymentsIn({ feePer, joinedOn, trialUntil, leftOn }: Group, { from, to }: Window): number {
  if (feePer === null) return 0;
  const begun = trialUntil !== null && trialUntil >= joinedOn ? addDays(trialUntil, 1) : joinedOn;
  const until: CalendarDate = leftOn !== null && leftOn < to ? leftOn : to;
  if (feePer === 'once') return isIn(begun, { from, to: until }) ? 1 : 0;
  let paid = 0;
  for (let n = 0, on = begun; on <= until; n++, on = addMonths(begun, n * PERIOD_MONTHS[feePer]))
    if (on >= from) paid++;
  return paid;
}
