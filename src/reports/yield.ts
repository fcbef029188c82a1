import { type Contact, ORIGINS, type Origin } from '../domain/contact.ts';
import { addDays, type CalendarDate } from '../domain/days/day.ts';
import type { Group } from '../domain/groups/group.ts';

/** Of the people met somewhere at least a year ago, how many were in touch a year after or later. */
export interface Yield<From> {
  readonly from: From;
  readonly alive: number;
  readonly of: number;
}

const YEAR = 365;

/** Days of touches by a contact's id, oldest first. */
type Days = ReadonlyMap<string, readonly CalendarDate[]>;

/** What each origin gave, of people whose day of meeting is known. Who came without an origin, as from an import, is among the other ones. */
export function yieldByOrigin(
  contacts: readonly Contact[],
  days: Days,
  today: CalendarDate,
): readonly Yield<Origin>[] {
  return ORIGINS.flatMap((origin) =>
    yieldOf(
      origin,
      contacts.filter((contact) => (contact.origin ?? 'other') === origin),
      days,
      today,
    ),
  );
}

/** What each group gave: of those who were met there, or were there with me. */
export function yieldByGroup(
  groups: readonly Group[],
  members: ReadonlyMap<string, ReadonlySet<string>>,
  contacts: ReadonlyMap<string, Contact>,
  days: Days,
  today: CalendarDate,
): readonly Yield<Group>[] {
  return groups.flatMap((group) =>
    yieldOf(
      group,
      [...(members.get(group.id) ?? [])].flatMap((id) => contacts.get(id) ?? []),
      days,
      today,
    ),
  );
}

function yieldOf<From>(
  from: From,
  contacts: readonly Contact[],
  days: Days,
  today: CalendarDate,
): Yield<From>[] {
  const met = contacts.flatMap(({ id, metOn }) =>
    metOn !== null && addDays(metOn, YEAR) <= today ? { id, year: addDays(metOn, YEAR) } : [],
  );
  if (met.length === 0) return [];
  const alive = met.filter(({ id, year }) => (days.get(id)?.at(-1) ?? '') >= year);
  return [{ from, alive: alive.length, of: met.length }];
}
