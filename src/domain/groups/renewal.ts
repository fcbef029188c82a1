import { addDays, type CalendarDate } from '../days/day.ts';
import { addMonths } from '../days/months.ts';
import type { FeePeriod, Group } from './group.ts';

/** A day by which to decide whether a group is worth staying in. */
export interface Decision {
  readonly group: Group;
  readonly kind: 'renewal' | 'trial';
  readonly on: CalendarDate;
}

/** A decision is said from so many days before its day on; where one is due each month, and of a trial, from fewer. */
const SAID_BEFORE = 14;
const SAID_SHORTLY_BEFORE = 7;

/** The end of a trial is said for so many days after it, too. */
const SAID_AFTER = 7;

const MONTHS: Readonly<Record<FeePeriod, number>> = { month: 1, quarter: 3, year: 12, once: 12 };

/** The next renewal on or after a day: the first known one, then by the fee's period, else by the year. Null where there is none. */
export function nextRenewal(
  { renewsOn, feePer }: Pick<Group, 'renewsOn' | 'feePer'>,
  from: CalendarDate,
): CalendarDate | null {
  if (renewsOn === null) return null;
  const step = MONTHS[feePer ?? 'year'];
  let next = renewsOn;
  for (let n = 1; next < from; n++) next = addMonths(renewsOn, n * step);
  return next;
}

/**
 * What is to be decided about a group: from two weeks before its day on, of a trial and of what renews each month from one, until it was decided
 * to stay. The end of a trial comes first.
 */
export function decisionDue(group: Group, today: CalendarDate): Decision | null {
  if (group.leftOn !== null || group.deletedAt !== null) return null;
  const { trialUntil, reviewedOn, feePer } = group;
  const isOpen = (on: CalendarDate, before: number, after: number) => {
    const first = addDays(on, -before);
    return first <= today && today <= addDays(on, after) && (reviewedOn === null || reviewedOn < first);
  };
  if (trialUntil !== null && isOpen(trialUntil, SAID_SHORTLY_BEFORE, SAID_AFTER))
    return { group, kind: 'trial', on: trialUntil };
  const renewal = nextRenewal(group, today);
  const before = feePer === 'month' ? SAID_SHORTLY_BEFORE : SAID_BEFORE;
  return renewal !== null && isOpen(renewal, before, 0) ? { group, kind: 'renewal', on: renewal } : null;
}

/** The decisions of some groups, the first day first. */
export function decisionsDue(groups: readonly Group[], today: CalendarDate): Decision[] {
  const key = ({ on, group }: Decision) => `${on} ${group.id}`;
  return groups
    .map((group) => decisionDue(group, today))
    .filter((decision) => decision !== null)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
