import type { CalendarDate } from '../days/day.ts';
import type { GroupRecord, Meeting } from './group-record.ts';

/** When a relationship with somebody of a group began there: null where the day is not known. Who was only there with me has none. */
type Met = ReadonlyMap<string, CalendarDate | null>;

/** The people who were met at one of a group's gatherings, by id, with the day when that was. */
export function metThere({ gatherings, people }: Pick<GroupRecord, 'gatherings' | 'people'>): Met {
  const own = new Set(gatherings.map(({ id }) => id));
  return new Map(
    people
      .filter(({ contact }) => own.has(contact.gatheringId ?? ''))
      .map(({ contact }) => [contact.id, contact.metOn]),
  );
}

/**
 * What belongs to a group of all that went between its people and me. Of people met there: all since, but for what was at another
 * group's gathering. Of those whom I knew before and who were only there with me: what was at its own gatherings. An exchange is where
 * its interaction was; whom people met there introduced to me counts wherever that was. `elsewhere` are the gatherings of other groups.
 */
export function ownPart(record: GroupRecord, elsewhere: ReadonlySet<string>): GroupRecord {
  const met = metThere(record);
  const own = new Set(record.gatherings.map(({ id }) => id));
  const isOwn = (contactId: string, on: CalendarDate | null, gatheringId: string | null): boolean => {
    if (gatheringId !== null && own.has(gatheringId)) return true;
    if (gatheringId !== null && elsewhere.has(gatheringId)) return false;
    const since = met.get(contactId);
    return since !== undefined && (since === null || on === null || on >= since);
  };
  const place = new Map(record.meetings.map(({ id, gatheringId }) => [id, gatheringId]));
  return {
    ...record,
    exchanges: record.exchanges.filter(({ contactId, interactionId, madeOn }) =>
      isOwn(contactId, madeOn, place.get(interactionId ?? '') ?? null),
    ),
    meetings: record.meetings
      .map((meeting): Meeting => {
        const { heldOn, gatheringId } = meeting;
        return { ...meeting, with: meeting.with.filter((id) => isOwn(id, heldOn, gatheringId)) };
      })
      .filter(({ with: people }) => people.length > 0),
    introduced: record.introduced.filter(({ viaId, metOn, gatheringId }) =>
      isOwn(viaId ?? '', metOn, own.has(gatheringId ?? '') ? gatheringId : null),
    ),
  };
}
