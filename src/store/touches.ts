import type { Channel } from '../domain/channel.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { Side } from '../domain/interaction.ts';
import type { Touch } from '../domain/touch.ts';
import { type Db, inPieces, marks, tuples } from './db.ts';

/** What counts as a touch with somebody live, as SQL: the same as `counts`. */
const TOUCHES = `FROM interaction i JOIN participant p ON p.interaction_id = i.id JOIN contact c ON c.id = p.contact_id
  WHERE i.pitch IS NULL AND i.deleted_at IS NULL AND p.deleted_at IS NULL AND c.deleted_at IS NULL`;

/** For more touches than this all participants are read in one go: looking each of them up by its key takes longer. */
const FEW = 2000;

/** Every touch with somebody live between two days, both included, oldest first. */
export function touchesBetween(db: Db, from: CalendarDate, to: CalendarDate): Touch[] {
  return touchesWhere(db, 'i.held_on BETWEEN ? AND ?', 'ORDER BY i.held_on, i.id', from, to);
}

/** The same in no order, for many days: with the plus SQLite reads all in one go, not each by its day. */
export function touchesOf(db: Db, from: CalendarDate, to: CalendarDate): Touch[] {
  return touchesWhere(db, '+i.held_on BETWEEN ? AND ?', '', from, to);
}

function touchesWhere(db: Db, days: string, order: string, from: CalendarDate, to: CalendarDate): Touch[] {
  const rows = tuples(
    db,
    `SELECT i.id, i.held_on, i.channel, i.minutes, i.started_by, i.meeting,
      (SELECT g.group_id FROM gathering g WHERE g.id = i.gathering_id AND g.deleted_at IS NULL)
      FROM interaction i WHERE ${days} AND i.pitch IS NULL AND i.deleted_at IS NULL ${order}`,
    from,
    to,
  );
  const people = participants(
    db,
    rows.map(([id]) => id as string),
  );
  return rows.flatMap(([id, heldOn, channel, minutes, startedBy, meeting, groupId]) => {
    const present = people.get(id as string);
    if (present === undefined) return [];
    return {
      id: id as string,
      heldOn: heldOn as CalendarDate,
      channel: channel as Channel,
      minutes: minutes as number | null,
      startedBy: startedBy as Side | null,
      meeting: meeting === 1,
      groupId: groupId as string | null,
      people: present,
    };
  });
}

/** How many touches there were with each of some contacts after a day. */
export function talksSince(
  db: Db,
  contactIds: readonly string[],
  day: CalendarDate,
): ReadonlyMap<string, number> {
  const rows = inPieces([...new Set(contactIds)], (piece) =>
    tuples(
      db,
      `SELECT p.contact_id, count(DISTINCT i.id) ${TOUCHES} AND i.held_on > ? AND p.contact_id IN (${marks(piece)}) GROUP BY 1`,
      day,
      ...piece,
    ),
  );
  return new Map(rows as [string, number][]);
}

/** The live contacts who took part in some interactions, by the interaction's id. */
function participants(db: Db, ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sql = `SELECT p.interaction_id, p.contact_id FROM participant p
    WHERE p.deleted_at IS NULL AND p.contact_id IN (SELECT id FROM contact WHERE deleted_at IS NULL)`;
  const rows =
    ids.length > FEW
      ? tuples(db, sql)
      : inPieces(ids, (piece) => tuples(db, `${sql} AND p.interaction_id IN (${marks(piece)})`, ...piece));
  const people = new Map<string, string[]>();
  for (const [interactionId, contactId] of rows as [string, string][]) {
    const present = people.get(interactionId);
    if (present === undefined) people.set(interactionId, [contactId]);
    else if (!present.includes(contactId)) present.push(contactId);
  }
  return people;
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
