import type { WholePerson } from '../domain/acts/merge.ts';
import type { SettingRow } from '../domain/change.ts';
import { exchangesWith, notesOf, pointsOf, traitsOf } from './contacts.ts';
import { type Db, get, tuples } from './db.ts';
import { columnsOf, fromTuple, select } from './rows.ts';

/** Everything of somebody live that goes with them when they become one with another; null where they are not here. */
export function readWhole(db: Db, id: string): Omit<WholePerson, 'asLeft'> | null {
  const [contact] = select(db, 'contact', 'WHERE id = ? AND deleted_at IS NULL', id);
  if (contact === undefined) return null;
  const live = 'AND deleted_at IS NULL ORDER BY id';
  return {
    contact,
    points: pointsOf(db, id),
    traits: traitsOf(db, id),
    notes: notesOf(db, id),
    participants: select(db, 'participant', `WHERE contact_id = ? ${live}`, id),
    exchanges: exchangesWith(db, id),
    sources: select(db, 'source', `WHERE contact_id = ? ${live}`, id),
    recommendations: select(db, 'recommendation', `WHERE ? IN (contact_id, to_id) ${live}`, id),
    introductions: tuples(
      db,
      `SELECT ${columnsOf('exchange', 'e')} FROM recommendation r JOIN exchange e ON e.recommendation_id = r.id
        WHERE ? IN (r.contact_id, r.to_id) AND r.deleted_at IS NULL AND e.deleted_at IS NULL ORDER BY e.id`,
      id,
    ).map((row) => fromTuple('exchange', row)),
    introduced: select(db, 'contact', `WHERE via_id = ? ${live}`, id),
    apart: apartRows(db, id),
  };
}

/** The rows that say from whom somebody is apart, those that were taken back too. */
function apartRows(db: Db, id: string): SettingRow[] {
  return select(
    db,
    'setting',
    `WHERE id LIKE 'apart %' AND instr(id || ' ', ' ' || ? || ' ') > 0 ORDER BY id`,
    id,
  );
}

/** What a gathering or somebody is called, or a target says; live or not. */
export function wordOf(db: Db, table: 'gathering' | 'contact' | 'target', id: string): string {
  const column = table === 'target' ? 'text' : 'name';
  return (
    get<{ word: string }>(db, `SELECT ${column} AS word FROM ${table} WHERE id = ?`, id)?.word ?? 'somebody'
  );
}
