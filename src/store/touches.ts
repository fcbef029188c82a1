import type { Channel } from '../domain/channel.ts';
import type { CalendarDate } from '../domain/day.ts';
import type { Side } from '../domain/interaction.ts';
import type { Touch } from '../domain/touch.ts';
import { type Db, tuples } from './db.ts';

/** What counts as a touch with somebody live, as SQL: the same as `counts`. */
const TOUCHES = `FROM interaction i JOIN participant p ON p.interaction_id = i.id JOIN contact c ON c.id = p.contact_id
  WHERE i.pitch IS NULL AND i.deleted_at IS NULL AND p.deleted_at IS NULL AND c.deleted_at IS NULL`;

/** Every touch between two days, both included, oldest first. */
export function touchesBetween(db: Db, from: CalendarDate, to: CalendarDate): Touch[] {
  const rows = tuples(
    db,
    `SELECT i.id, i.held_on, i.channel, i.minutes, i.started_by, i.meeting, p.contact_id,
      (SELECT g.group_id FROM gathering g WHERE g.id = i.gathering_id AND g.deleted_at IS NULL)
      ${TOUCHES} AND i.held_on BETWEEN ? AND ? ORDER BY i.held_on, i.id`,
    from,
    to,
  );
  const touches: (Touch & { readonly people: string[] })[] = [];
  for (const [id, heldOn, channel, minutes, startedBy, meeting, contactId, groupId] of rows) {
    const last = touches.at(-1);
    if (last !== undefined && last.id === id) {
      if (!last.people.includes(contactId as string)) last.people.push(contactId as string);
      continue;
    }
    touches.push({
      id: id as string,
      heldOn: heldOn as CalendarDate,
      channel: channel as Channel,
      minutes: minutes as number | null,
      startedBy: startedBy as Side | null,
      meeting: meeting === 1,
      groupId: groupId as string | null,
      people: [contactId as string],
    });
  }
  return touches;
}

/** The days on which each live contact was touched, oldest first, with the day that `--last` told; by the contact's id. */
export function touchDays(db: Db): ReadonlyMap<string, readonly CalendarDate[]> {
  const rows = tuples(
    db,
    `SELECT p.contact_id AS contact_id, i.held_on AS held_on ${TOUCHES}
    UNION SELECT id, last_on FROM contact WHERE last_on IS NOT NULL AND deleted_at IS NULL
    ORDER BY contact_id, held_on`,
  );
  const days = new Map<string, CalendarDate[]>();
  for (const [contactId, heldOn] of rows as [string, CalendarDate][]) {
    const own = days.get(contactId);
    if (own === undefined) days.set(contactId, [heldOn]);
    else own.push(heldOn);
  }
  return days;
}

/** When each kept contact was last touched, as of a day; by the contact's id. */
export function lastTouches(db: Db, until: CalendarDate): ReadonlyMap<string, CalendarDate> {
  const rows = tuples(
    db,
    `SELECT contact_id, max(held_on) FROM (
      SELECT p.contact_id AS contact_id, i.held_on AS held_on ${TOUCHES} AND c.stage = 'kept' AND i.held_on <= ?
      UNION ALL SELECT id, last_on FROM contact WHERE stage = 'kept' AND last_on <= ? AND deleted_at IS NULL
    ) GROUP BY contact_id`,
    until,
    until,
  );
  return new Map(rows as [string, CalendarDate][]);
}
