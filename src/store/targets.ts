import type { Contact } from '../domain/contact.ts';
import type { SoughtTarget, Target } from '../domain/target.ts';
import { type Db, tuples } from './db.ts';
import { columnsOf, fromTuple, select, widthOf } from './rows.ts';

/** Every live target, oldest first, with how many people were added for it. */
export function readTargets(db: Db): SoughtTarget[] {
  return sought(db, 'TRUE');
}

/** The targets that are not closed, oldest first. */
export function openTargets(db: Db): SoughtTarget[] {
  return sought(db, 't.done_on IS NULL');
}

function sought(db: Db, where: string): SoughtTarget[] {
  const found = '(SELECT count(*) FROM contact c WHERE c.target_id = t.id AND c.deleted_at IS NULL)';
  const sql = `SELECT ${columnsOf('target', 't')}, ${found} FROM target t
    WHERE t.deleted_at IS NULL AND ${where} ORDER BY t.id`;
  const width = widthOf('target');
  return tuples(db, sql).map((row) => ({ ...fromTuple('target', row), found: row[width] as number }));
}

/** Who was found for each target, oldest first, by the target's id. */
export function peopleByTarget(db: Db): ReadonlyMap<string, readonly Contact[]> {
  const found = select(db, 'contact', 'WHERE target_id IS NOT NULL AND deleted_at IS NULL ORDER BY id');
  return Map.groupBy(found, ({ targetId }) => targetId as string);
}

/** One live target by its id, or null. */
export function targetOf(db: Db, id: string | null): Target | null {
  return id === null ? null : (select(db, 'target', 'WHERE id = ? AND deleted_at IS NULL', id)[0] ?? null);
}
