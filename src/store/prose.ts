import type { TableName } from '../domain/change.ts';
import { type Db, each, run, type SqlValue, tuples } from './db.ts';

/** The columns in which somebody may be told of: what people write, no days, ids or words of a list. */
export const PROSE: { readonly [T in TableName]?: readonly string[] } = {
  target: ['text'],
  network_group: ['why', 'name'],
  observation: ['text'],
  recommendation: ['text'],
  contact: ['name', 'nickname', 'org', 'role', 'city', 'ask_about', 'moved_to'],
  contact_point: ['value', 'label'],
  trait: ['text'],
  note: ['text'],
  gathering: ['name', 'text'],
  interaction: ['text'],
  exchange: ['text', 'fruit'],
  setting: ['value'],
  source: ['key', 'imported'],
};

/** What stands where a text was that nobody can come back to. */
const BLANK = '(erased)';

/**
 * Blanks earlier wordings that name somebody: in rows that are not live anymore, and in the journal. Only where nothing of that can be
 * taken back.
 */
export function blankPast(db: Db, names: (text: string) => boolean): void {
  for (const [table, columns = []] of Object.entries(PROSE)) {
    blank(db, table, columns, 'WHERE deleted_at IS NOT NULL', names);
    const kept = columns.flatMap((column) => [`old_${column}`, `new_${column}`]);
    blank(db, `shadow_${table}`, kept, `WHERE action = 'update'`, names);
  }
}

/**
 * Blanks the wordings of a copy that name somebody and that the file itself does not say any more. Gives back how many. Inside a
 * transaction.
 */
export function blankOutdated(copy: Db, file: Db, names: (text: string) => boolean): number {
  let blanked = 0;
  for (const [table, columns = []] of Object.entries(PROSE)) {
    for (const column of columns) {
      const sql = `SELECT id, ${column} FROM ${table} WHERE deleted_at IS NULL AND ${column} IS NOT NULL`;
      const named = [...each(copy, sql)].filter(([, text]) => names(text as string));
      for (const [id = null, text] of named) {
        const now = tuples(file, `SELECT ${column} FROM ${table} WHERE id = ? AND deleted_at IS NULL`, id);
        if (now[0]?.[0] === text) continue;
        run(copy, `UPDATE ${table} SET ${column} = ? WHERE id = ?`, BLANK, id);
        blanked++;
      }
    }
  }
  return blanked;
}

function blank(
  db: Db,
  table: string,
  columns: readonly string[],
  where: string,
  names: (text: string) => boolean,
): void {
  for (const column of columns) {
    const sql = `SELECT rowid, ${column} FROM ${table} ${where} AND ${column} IS NOT NULL`;
    const found: SqlValue[] = [];
    for (const [row = null, text] of each(db, sql)) if (names(text as string)) found.push(row);
    for (const row of found) run(db, `UPDATE ${table} SET ${column} = ? WHERE rowid = ?`, BLANK, row);
  }
}
