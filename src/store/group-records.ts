import type { Contact } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Gathering } from '../domain/groups/gathering.ts';
import type { Group } from '../domain/groups/group.ts';
import type { GroupRecord, Meeting, Window } from '../domain/groups/group-record.ts';
import { type Db, inPieces, marks, tuples } from './db.ts';
import { gatheringsOf, observationsOf, peopleInGroups } from './groups.ts';
import { readPeople } from './people.ts';
import { columnsOf, fromTuple, select, widthOf } from './rows.ts';
import { participants } from './touches.ts';

/** All that is in the file about some groups. */
export function readGroupRecords(db: Db, groups: readonly Group[]): GroupRecord[] {
  const members = peopleInGroups(db);
  return groups.map((group) => {
    const ids = [...(members.get(group.id) ?? [])];
    return {
      group,
      gatherings: gatheringsOf(db, group.id),
      observations: observationsOf(db, group.id),
      people: readPeople(db, ids),
      exchanges: exchangesOf(db, ids),
      meetings: meetingsOf(db, ids),
      introduced: introducedBy(db, ids),
    };
  });
}

/** The gatherings of all groups. */
export function groupGatherings(db: Db): Gathering[] {
  return select(db, 'gathering', 'WHERE group_id IS NOT NULL AND deleted_at IS NULL ORDER BY held_on, id');
}

/** Gatherings of a name that belong to no group yet. */
export function looseGatherings(db: Db): Gathering[] {
  return select(db, 'gathering', 'WHERE group_id IS NULL AND deleted_at IS NULL ORDER BY held_on, id');
}

/** Whoever was met at one of some gatherings. */
export function metAt(db: Db, gatheringIds: readonly string[]): Contact[] {
  return inPieces(gatheringIds, (piece) =>
    select(
      db,
      'contact',
      `WHERE gathering_id IN (${marks(piece)}) AND deleted_at IS NULL ORDER BY id`,
      ...piece,
    ),
  );
}

/** One day in touch with somebody, and where that was, if it was at a gathering. */
export interface TouchRow {
  readonly contactId: string;
  readonly on: CalendarDate;
  readonly gatheringId: string | null;
}

/** Everybody's touches from the first to the last day of some windows, those between them too, in no order; a pitch is none. */
export function touchesIn(db: Db, windows: readonly Window[]): TouchRow[] {
  const [from] = windows.map((window) => window.from).sort();
  const to = windows
    .map((window) => window.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return [];
  // With the plus SQLite reads all in one go: a year is most of them, and looking each up by its day takes longer.
  const rows = tuples(
    db,
    `SELECT id, held_on, gathering_id FROM interaction
      WHERE +held_on BETWEEN ? AND ? AND pitch IS NULL AND deleted_at IS NULL`,
    from,
    to,
  ) as [string, CalendarDate, string | null][];
  const people = participants(
    db,
    rows.map(([id]) => id),
  );
  return rows.flatMap(([id, on, gatheringId]) =>
    (people.get(id) ?? []).map((contactId) => ({ contactId, on, gatheringId })),
  );
}

function exchangesOf(db: Db, ids: readonly string[]): Exchange[] {
  return inPieces(ids, (piece) =>
    select(
      db,
      'exchange',
      `WHERE contact_id IN (${marks(piece)}) AND deleted_at IS NULL ORDER BY made_on, id`,
      ...piece,
    ),
  );
}

/** Each interaction once, with those of the people who took part. */
function meetingsOf(db: Db, ids: readonly string[]): Meeting[] {
  const width = widthOf('interaction');
  const rows = inPieces(ids, (piece) =>
    tuples(
      db,
      `SELECT ${columnsOf('interaction', 'i')}, p.contact_id FROM participant p JOIN interaction i ON i.id = p.interaction_id
        WHERE p.contact_id IN (${marks(piece)}) AND p.deleted_at IS NULL AND i.deleted_at IS NULL
        ORDER BY i.held_on, i.id, p.contact_id`,
      ...piece,
    ),
  );
  const byId = Map.groupBy(rows, ([id]) => id);
  return [...byId.values()].flatMap((same): Meeting[] => {
    const [first] = same;
    if (first === undefined) return [];
    return [{ ...fromTuple('interaction', first), with: same.map((row) => row[width] as string) }];
  });
}

function introducedBy(db: Db, ids: readonly string[]): Contact[] {
  return inPieces(ids, (piece) =>
    select(
      db,
      'contact',
      `WHERE via_id IN (${marks(piece)}) AND deleted_at IS NULL ORDER BY met_on, id`,
      ...piece,
    ),
  );
}
