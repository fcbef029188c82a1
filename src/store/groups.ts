import { addDays, type CalendarDate } from '../domain/days/day.ts';
import type { Gathering } from '../domain/groups/gathering.ts';
import { timeTaken } from '../domain/groups/gathering.ts';
import type { Group, Observation } from '../domain/groups/group.ts';
import { type Db, tuples } from './db.ts';
import { select } from './rows.ts';

/** Every live group, those that were left too, by name. */
export function readGroups(db: Db): Group[] {
  return select(db, 'network_group', 'WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE, id');
}

/** The groups about which a day may ask for a decision. */
export function groupsToDecide(db: Db): Group[] {
  return select(
    db,
    'network_group',
    'WHERE deleted_at IS NULL AND left_on IS NULL AND (renews_on IS NOT NULL OR trial_until IS NOT NULL) ORDER BY id',
  );
}

/** The gatherings of a group, oldest first. */
export function gatheringsOf(db: Db, groupId: string): Gathering[] {
  return select(db, 'gathering', 'WHERE group_id = ? AND deleted_at IS NULL ORDER BY held_on, id', groupId);
}

/** What was seen in a group, oldest first. */
export function observationsOf(db: Db, groupId: string): Observation[] {
  return select(
    db,
    'observation',
    'WHERE group_id = ? AND deleted_at IS NULL ORDER BY noted_on, id',
    groupId,
  );
}

/** The minutes that gatherings of groups took between two days, both included, the way there too. */
export function groupMinutes(db: Db, from: CalendarDate, to: CalendarDate): number {
  return select(
    db,
    'gathering',
    'WHERE held_on BETWEEN ? AND ? AND group_id IS NOT NULL AND deleted_at IS NULL',
    from,
    to,
  ).reduce((sum, gathering) => sum + timeTaken(gathering), 0);
}

/** What groups took of the seven days before a day: a list that is made then holds fewer people. */
export function groupMinutesBefore(db: Db, day: CalendarDate): number {
  return groupMinutes(db, addDays(day, -7), addDays(day, -1));
}

/** Who is in which group, as SQL: whoever was met at one of its gatherings, or was there with me. */
const MEMBERS = `SELECT g.group_id AS group_id, c.id AS contact_id FROM gathering g JOIN contact c ON c.gathering_id = g.id
    WHERE g.group_id IS NOT NULL AND g.deleted_at IS NULL AND c.deleted_at IS NULL
  UNION
  SELECT g.group_id, p.contact_id FROM gathering g JOIN interaction i ON i.gathering_id = g.id
    JOIN participant p ON p.interaction_id = i.id JOIN contact c ON c.id = p.contact_id
    WHERE g.group_id IS NOT NULL AND g.deleted_at IS NULL AND i.deleted_at IS NULL AND p.deleted_at IS NULL
      AND c.deleted_at IS NULL`;

/** Who is in which group, by the group's id. */
export function peopleInGroups(db: Db): ReadonlyMap<string, ReadonlySet<string>> {
  const people = new Map<string, Set<string>>();
  for (const [group, contact] of tuples(db, MEMBERS) as [string, string][]) {
    const own = people.get(group);
    if (own === undefined) people.set(group, new Set([contact]));
    else own.add(contact);
  }
  return people;
}

/** How many people are in each group, by the group's id; one without any is not among them. */
export function countInGroups(db: Db): ReadonlyMap<string, number> {
  const rows = tuples(db, `SELECT group_id, count(*) FROM (${MEMBERS}) GROUP BY group_id`);
  return new Map(rows as [string, number][]);
}
