import { type Change, insert, type Making } from '../domain/change.ts';
import type { CalendarDate } from '../domain/day.ts';
import { type Gathering, plainGathering } from '../domain/gathering.ts';
import { plain } from '../domain/plain.ts';
import { type Db, get } from './db.ts';
import { select } from './rows.ts';

/** The gathering of a name on a day, or on one that nobody knows: the one that is there, or a new one with the change that makes it. */
export function gatheringFor(
  db: Db,
  name: string,
  heldOn: CalendarDate | null,
  making: Making,
): { gathering: Gathering; changes: Change[] } {
  const sameDay = select(db, 'gathering', 'WHERE held_on IS ? AND deleted_at IS NULL ORDER BY id', heldOn);
  const known = sameDay.find((gathering) => plain(gathering.name) === plain(name));
  if (known !== undefined) return { gathering: known, changes: [] };
  const gathering = plainGathering(making.id(), name.trim(), heldOn);
  return { gathering, changes: [insert('gathering', gathering)] };
}

export function gatheringName(db: Db, id: string | null): string | null {
  if (id === null) return null;
  return (
    get<{ name: string }>(db, 'SELECT name FROM gathering WHERE id = ? AND deleted_at IS NULL', id)?.name ??
    null
  );
}
