import type { Contact } from '../domain/contact.ts';
import type { Exchange } from '../domain/exchange.ts';
import { ownPart } from '../domain/groups/belonging.ts';
import type { Gathering } from '../domain/groups/gathering.ts';
import type { Group } from '../domain/groups/group.ts';
import type { GroupRecord, Meeting } from '../domain/groups/group-record.ts';
import { type Db, inPieces, marks, tuples } from './db.ts';
import { gatheringsOf, observationsOf, peopleInGroups } from './groups.ts';
import { readPeople } from './people.ts';
import { columnsOf, fromTuple, select, widthOf } from './rows.ts';

/** All that is in the file about some groups, each with what belongs to it. */
export function readGroupRecords(db: Db, groups: readonly Group[]): GroupRecord[] {
  const members = peopleInGroups(db);
  const gatherings = groupGatherings(db);
  return groups.map((group) => {
    const ids = [...(members.get(group.id) ?? [])];
    const elsewhere = gatherings.filter(({ groupId }) => groupId !== group.id).map(({ id }) => id);
    const record = {
      group,
      gatherings: gatheringsOf(db, group.id),
      observations: observationsOf(db, group.id),
      people: readPeople(db, ids),
      exchanges: exchangesOf(db, ids),
      meetings: meetingsOf(db, ids),
      introduced: introducedBy(db, ids),
    };
    return ownPart(record, new Set(elsewhere));
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
