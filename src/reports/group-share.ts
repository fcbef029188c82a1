import type { CalendarDate } from '../domain/days/day.ts';
import type { GroupRecord } from '../domain/groups/group-record.ts';

/** From this share on, and from so many touches, it is said that much goes through one group. */
const MUCH = 0.6;
const FEW = 10;

/** A day in touch with somebody, and the gathering where that was, if it was at one. */
export interface Touch {
  readonly contactId: string;
  readonly on: CalendarDate;
  readonly gatheringId: string | null;
}

/** How many of my touches came through a group. */
export interface Share {
  readonly through: number;
  readonly of: number;
  /** Whether that is more than 60 % of at least ten. */
  readonly much: boolean;
}

/** Touches are days in touch with one person: through a group where it was at its gatherings, or with somebody who was met there. */
export function shareOf({ gatherings, people }: GroupRecord, touches: readonly Touch[]): Share {
  const own = new Set(gatherings.map(({ id }) => id));
  const met = new Set(
    people.filter(({ contact }) => own.has(contact.gatheringId ?? '')).map(({ contact }) => contact.id),
  );
  const days = (counted: readonly Touch[]) =>
    new Set(counted.map(({ contactId, on }) => `${on} ${contactId}`)).size;
  const of = days(touches);
  const through = days(
    touches.filter(({ contactId, gatheringId }) => met.has(contactId) || own.has(gatheringId ?? '')),
  );
  return { through, of, much: of >= FEW && through > MUCH * of };
}
