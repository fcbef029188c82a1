import { addDays, type CalendarDate, type DayOf, latest } from '../days/day.ts';
import { addMonths } from '../days/months.ts';
import { type Group, PERIOD_MONTHS } from './group.ts';

/** A day by which to decide whether a group is worth staying in. */
export interface Decision {
  readonly group: Group;
  readonly kind: 'renewal' | 'trial';
  readonly on: CalendarDate;
}

/** A decision, and the day from which on it is asked for. */
export interface Asked extends Decision {
  readonly from: CalendarDate;
}

/** A decision is said from so many days before its day on; of a trial, and of what renews each month, from fewer. */
const SAID_BEFORE = 14;
const SAID_SHORTLY_BEFORE = 7;

/** The end of a trial is said for so many days after it, too. */
const SAID_AFTER = 7;

/** What is paid by the month is asked about every so many months: twelve questions a year are a nuisance, and none of them is answered. */
const ASKED_EVERY = 3;

/** The next renewal on or after a day: the first known one, then by the fee's period, else by the year. Null where there is none. */
export function nextRenewal(
  { renewsOn, feePer }: Pick<Group, 'renewsOn' | 'feePer'>,
  from: CalendarDate,
): CalendarDate | null {
  if (renewsOn === null) return null;
  const step = PERIOD_MONTHS[feePer ?? 'year'];
  return addMonths(renewsOn, step * periodsUntil(renewsOn, step, from));
}

/** How many periods after the first renewal the next one on or after a day is. */
function periodsUntil(first: CalendarDate, months: number, from: CalendarDate): number {
  let n = 0;
  while (addMonths(first, n * months) < from) n++;
  return n;
}

/**
 * What is asked about a group next, and from when on: the end of a trial, or a renewal. Not what was decided already, nor a trial that was
 * over before the group was noted. A monthly renewal is asked about every third month, and three months after it was decided to stay at
 * the earliest. `dayOf` gives the day of an instant.
 */
export function nextAsked(group: Group, today: CalendarDate, dayOf: DayOf): Asked | null {
  if (group.leftOn !== null || group.deletedAt !== null) return null;
  const trial = trialAsked(group, today, dayOf);
  const renewal = renewalAsked(group, today);
  if (trial === null || renewal === null) return trial ?? renewal;
  return trial.from <= today || trial.from <= renewal.from ? trial : renewal;
}

function trialAsked(group: Group, today: CalendarDate, dayOf: DayOf): Asked | null {
  const { trialUntil: on, reviewedOn, createdAt } = group;
  if (on === null || addDays(on, SAID_AFTER) < today || on < dayOf(createdAt)) return null;
  const from = addDays(on, -SAID_SHORTLY_BEFORE);
  return reviewedOn !== null && reviewedOn >= from ? null : { group, kind: 'trial', on, from };
}

function renewalAsked(group: Group, today: CalendarDate): Asked | null {
  const { renewsOn, reviewedOn, feePer } = group;
  if (renewsOn === null) return null;
  const monthly = feePer === 'month';
  const before = monthly ? SAID_SHORTLY_BEFORE : SAID_BEFORE;
  // Whoever decided to stay had what was asked about then in mind.
  const decided = reviewedOn === null ? null : decidedUntil(reviewedOn, monthly, before);
  if (!monthly) {
    const on = nextRenewal(group, latest(today, decided) ?? today);
    return on === null ? null : { group, kind: 'renewal', on, from: addDays(on, -before) };
  }
  let n = decided === null ? 0 : periodsUntil(renewsOn, 1, decided);
  while (addMonths(renewsOn, n) < today) n += ASKED_EVERY;
  const on = addMonths(renewsOn, n);
  return { group, kind: 'renewal', on, from: addDays(on, -before) };
}

/** The first day whose renewal is open again after it was decided to stay. */
function decidedUntil(reviewedOn: CalendarDate, monthly: boolean, before: number): CalendarDate {
  return monthly ? addMonths(reviewedOn, ASKED_EVERY) : addDays(reviewedOn, before + 1);
}

/**
 * What is to be decided about a group: from two weeks before its day on, of a trial and of what renews each month from one, until it was
 * decided to stay. The end of a trial comes first.
 */
export function decisionDue(group: Group, today: CalendarDate, dayOf: DayOf): Decision | null {
  const asked = nextAsked(group, today, dayOf);
  return asked === null || asked.from > today ? null : { group, kind: asked.kind, on: asked.on };
}

/** The end of a trial that lasts still, else the next renewal; null where there is none, or the group was left. */
export function nextDecision(group: Group, today: CalendarDate): Pick<Decision, 'kind' | 'on'> | null {
  if (group.leftOn !== null) return null;
  if (group.trialUntil !== null && group.trialUntil >= today) return { kind: 'trial', on: group.trialUntil };
  const on = nextRenewal(group, today);
  return on === null ? null : { kind: 'renewal', on };
}

/** The decisions of some groups, the first day first. */
export function decisionsDue(groups: readonly Group[], today: CalendarDate, dayOf: DayOf): Decision[] {
  const key = ({ on, group }: Decision) => `${on} ${group.id}`;
  return groups
    .map((group) => decisionDue(group, today, dayOf))
    .filter((decision) => decision !== null)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
