import { addDays, type CalendarDate } from './day.ts';
import type { FeePeriod, Group } from './group.ts';
import { addMonths } from './months.ts';

/** A day by which to decide whether a group is worth staying in. */
export interface Decision {
  readonly group: Group;
  readonly kind: 'renewal' | 'trial';
  readonly on: CalendarDate;
}

/** A decision is said from so many days before its day on; the end of a trial so many days after it, too. */
const SAID_BEFORE = 7;
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

/** What is to be decided about a group, from a week before its day on, until it was decided to stay. The end of a trial comes first. */
export function decisionDue(group: Group, today: CalendarDate): Decision | null {
  if (group.leftOn !== null || group.deletedAt !== null) return null;
  const { trialUntil, reviewedOn } = group;
  const isOpen = (on: CalendarDate, after: number) =>
    today >= addDays(on, -SAID_BEFORE) &&
    today <= addDays(on, after) &&
    (reviewedOn === null || reviewedOn < addDays(on, -SAID_BEFORE));
  if (trialUntil !== null && isOpen(trialUntil, SAID_AFTER)) return { group, kind: 'trial', on: trialUntil };
  const renewal = nextRenewal(group, today);
  return renewal !== null && isOpen(renewal, 0) ? { group, kind: 'renewal', on: renewal } : null;
}

/** The decisions of some groups, the first day first. */
export function decisionsDue(groups: readonly Group[], today: CalendarDate): Decision[] {
  const key = ({ on, group }: Decision) => `${on} ${group.id}`;
  return groups
    .map((group) => decisionDue(group, today))
    .filter((decision) => decision !== null)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
