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
  const { reviewedOn, feePer } = group;
  const isOpen = ({ kind, on }: Decision) => {
    const isShortly = kind === 'trial' || feePer === 'month';
    const first = addDays(on, -(isShortly ? SAID_SHORTLY_BEFORE : SAID_BEFORE));
    const last = kind === 'trial' ? addDays(on, SAID_AFTER) : on;
    return first <= today && today <= last && (reviewedOn === null || reviewedOn < first);
  };
  return decisionsOf(group, today).find(isOpen) ?? null;
}

/** The end of a trial that lasts still, else the next renewal; null where there is none, or the group was left. */
export function nextDecision(group: Group, today: CalendarDate): Pick<Decision, 'kind' | 'on'> | null {
  const next = decisionsOf(group, today).find(({ on }) => on >= today);
  return next === undefined ? null : { kind: next.kind, on: next.on };
}

/** The end of a group's trial, over or not, then its next renewal. */
function decisionsOf(group: Group, today: CalendarDate): Decision[] {
  if (group.leftOn !== null || group.deletedAt !== null) return [];
  const { trialUntil } = group;
  const renewal = nextRenewal(group, today);
  return [
    ...(trialUntil === null ? [] : [{ group, kind: 'trial' as const, on: trialUntil }]),
    ...(renewal === null ? [] : [{ group, kind: 'renewal' as const, on: renewal }]),
  ];
}

/** The decisions of some groups, the first day first. */
export function decisionsDue(groups: readonly Group[], today: CalendarDate): Decision[] {
  const key = ({ on, group }: Decision) => `${on} ${group.id}`;
  return groups
    .map((group) => decisionDue(group, today))
    .filter((decision) => decision !== null)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
