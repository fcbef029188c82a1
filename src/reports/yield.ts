import { type Contact, ORIGINS, type Origin } from '../domain/contact.ts';
import { addDays, type CalendarDate } from '../domain/days/day.ts';
import type { Group } from '../domain/groups/group.ts';

/**
 * Of the people met somewhere at least a year ago, how many were in touch a year after or later. Only those count of whom that is known:
 * they have been in the file for a year, or something was logged in the year after the meeting. Whoever was brought in since and logged
 * only now would make every meeting look well spent, and whoever was never logged, wasted.
 */
export interface Yield<From> {
  readonly from: From;
  readonly alive: number;
  readonly of: number;
}

const YEAR = 365;

/** What is known of people: the days of their touches by id, oldest first, and the day on which a card was made. */
export interface Known {
  readonly days: ReadonlyMap<string, readonly CalendarDate[]>;
  readonly addedOn: (contact: Contact) => CalendarDate;
  readonly today: CalendarDate;
}

/** What each origin gave, of people whose day of meeting is known. Who came without an origin, as from an import, is among the other ones. */
export function yieldByOrigin(contacts: readonly Contact[], known: Known): readonly Yield<Origin>[] {
  return ORIGINS.flatMap((origin) =>
    yieldOf(
      origin,
      contacts.filter((contact) => (contact.origin ?? 'other') === origin),
      known,
    ),
  );
}

/** What each group gave: of those who were met there, or were there with me. */
export function yieldByGroup(
  groups: readonly Group[],
  members: ReadonlyMap<string, ReadonlySet<string>>,
  contacts: ReadonlyMap<string, Contact>,
  known: Known,
): readonly Yield<Group>[] {
  return groups.flatMap((group) =>
    yieldOf(
      group,
      [...(members.get(group.id) ?? [])].flatMap((id) => contacts.get(id) ?? []),
      known,
    ),
  );
}

function yieldOf<From>(from: From, contacts: readonly Contact[], known: Known): Yield<From>[] {
  const met = contacts.flatMap((contact) => {
    const { id, metOn } = contact;
    if (metOn === null) return [];
    const year = addDays(metOn, YEAR);
    const days = known.days.get(id) ?? [];
    const isKnown =
      addDays(known.addedOn(contact), YEAR) <= known.today || days.some((day) => day > metOn && day <= year);
    return year <= known.today && isKnown ? [(days.at(-1) ?? '') >= year] : [];
  });
  return met.length === 0 ? [] : [{ from, alive: met.filter((isAlive) => isAlive).length, of: met.length }];
}
