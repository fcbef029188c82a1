import { type Change, insert, type Making, update } from '../domain/change.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { type Gathering, plainGathering } from '../domain/groups/gathering.ts';
import { type Group, groupCalled } from '../domain/groups/group.ts';
import { plain } from '../domain/words/plain.ts';
import { type Db, get, texts } from './db.ts';
import { readGroups } from './groups.ts';
import { select } from './rows.ts';

/** A gathering with the group of its name, if there is one, and the changes that make or link it. */
export interface Gathered {
  readonly gathering: Gathering;
  readonly group: Group | null;
  readonly changes: readonly Change[];
}

/**
 * The gathering of a name on a day, or on one that nobody knows: the one that is there, or a new one with the change that makes it.
 * Where a group has exactly that name the gathering is one of the group's.
 */
export function gatheringFor(db: Db, name: string, heldOn: CalendarDate | null, making: Making): Gathered {
  const group = groupCalled(name, readGroups(db));
  const known = gatheringOn(db, name, group, heldOn);
  if (known === null) {
    const gathering = {
      ...plainGathering(making.id(), group?.name ?? name.trim(), heldOn),
      groupId: group?.id ?? null,
    };
    return { gathering, group, changes: [insert('gathering', gathering)] };
  }
  if (group === null || known.groupId !== null) return { gathering: known, group, changes: [] };
  const gathering = { ...known, groupId: group.id };
  return { gathering, group, changes: [update('gathering', known.id, { groupId: group.id })] };
}

/** The gathering of a name, or of a group, that is there on a day; null where there is none. */
export function gatheringOn(
  db: Db,
  name: string,
  group: Pick<Group, 'id'> | null,
  heldOn: CalendarDate | null,
): Gathering | null {
  const sameDay = select(db, 'gathering', 'WHERE held_on IS ? AND deleted_at IS NULL ORDER BY id', heldOn);
  const own = sameDay.find(({ groupId }) => group !== null && groupId === group.id);
  return own ?? sameDay.find((gathering) => plain(gathering.name) === plain(name)) ?? null;
}

/** Every live gathering of a name, whatever its day, case and accents. */
export function gatheringsNamed(db: Db, name: string): Gathering[] {
  return select(db, 'gathering', 'WHERE deleted_at IS NULL ORDER BY id').filter(
    (gathering) => plain(gathering.name) === plain(name),
  );
}

/** The names of the gatherings where somebody in the stack or growing was met, the last ones first. */
export function gatheringNames(db: Db): string[] {
  const sql = `SELECT g.name FROM gathering g JOIN contact c ON c.gathering_id = g.id
    WHERE g.deleted_at IS NULL AND c.deleted_at IS NULL AND c.stage IN ('stack', 'growing')
    GROUP BY g.name ORDER BY max(g.held_on) DESC, max(g.id) DESC`;
  return texts(db, sql);
}

/** How many live people were met at a gathering. */
export function countMetAt(db: Db, id: string): number {
  const sql = 'SELECT count(*) AS n FROM contact WHERE gathering_id = ? AND deleted_at IS NULL';
  return get<{ n: number }>(db, sql, id)?.n ?? 0;
}

/** One live gathering by its id, or null. */
export function gatheringOf(db: Db, id: string | null): Gathering | null {
  return id === null ? null : (select(db, 'gathering', 'WHERE id = ? AND deleted_at IS NULL', id)[0] ?? null);
}

export function gatheringName(db: Db, id: string | null): string | null {
  if (id === null) return null;
  return (
    get<{ name: string }>(db, 'SELECT name FROM gathering WHERE id = ? AND deleted_at IS NULL', id)?.name ??
    null
  );
}
