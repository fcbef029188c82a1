import type { Change, TableName } from '../domain/change.ts';
import { applyChanges } from './apply.ts';
import { type Db, run, texts } from './db.ts';
import { deriveContacts } from './derive.ts';
import type { Footprint } from './footprint.ts';
import { operate, type Stamp, transact } from './operation.ts';
import { blankPast } from './prose.ts';
import { TABLE_NAMES } from './rows.ts';

/** Where a row of one table names a row of another that may stay without it. */
export const LINKS: readonly (readonly [from: TableName, column: string, to: TableName])[] = [
  ['contact', 'via_id', 'contact'],
  ['contact', 'gathering_id', 'gathering'],
  ['interaction', 'gathering_id', 'gathering'],
  ['exchange', 'interaction_id', 'interaction'],
  ['exchange', 'forwards_id', 'exchange'],
  ['exchange', 'recommendation_id', 'recommendation'],
];

/** What stays in place of the words of a recommendation. */
export const RECOMMENDED = 'a recommendation';

const IDS = 'SELECT value FROM json_each(?)';

/**
 * Erases somebody for good, in one transaction: their rows, what the journal kept of them, and where other rows refer to theirs. `left`
 * is what stays in their place; `names` tells the texts of others that name them, whose earlier wordings are blanked. It is no
 * operation of the user's, and ends what can be undone. Sweep afterwards: see sweep.ts.
 */
export function purge(
  db: Db,
  stamp: Stamp,
  { contacts, rows, shared }: Footprint,
  left: readonly Change[],
  names: (text: string) => boolean,
): void {
  db.sqlite.pragma('secure_delete = ON');
  const ids = (table: TableName) => JSON.stringify((rows[table] ?? []).map(({ id }) => id));
  const them = JSON.stringify(contacts);
  transact(db, () => {
    // Rows name one another: only when all are gone is everything consistent again.
    db.sqlite.pragma('defer_foreign_keys = ON');
    const others = neighbors(db, them, ids('exchange'), shared);
    operate(db, 'maintenance', stamp, null, () => {
      applyChanges(db, left);
      run(db, `UPDATE journal_mode SET mode = 'purge'`);
      recommendedNameless(db, ids('recommendation'));
      keepPaid(db, ids('exchange'));
      for (const [from, column, to] of LINKS) unlink(db, from, column, ids(to));
      for (const table of TABLE_NAMES) {
        run(db, `DELETE FROM shadow_${table} WHERE contact IN (${IDS}) OR row IN (${IDS})`, them, ids(table));
        run(db, `DELETE FROM bulk_row WHERE tbl = ? AND row IN (${IDS})`, table, ids(table));
        run(db, `DELETE FROM ${table} WHERE id IN (${IDS})`, ids(table));
      }
      leavePlans(db, them);
      blankPast(db, names);
      return null;
    });
    deriveContacts(db, [...contacts, ...others]);
  });
}

/** The others whose rows lose something: what is derived of them is derived anew. */
function neighbors(db: Db, them: string, exchanges: string, shared: readonly string[]): string[] {
  const sql = `SELECT contact_id AS id FROM participant WHERE interaction_id IN (${IDS})
    UNION SELECT contact_id FROM exchange WHERE forwards_id IN (${IDS})
    UNION SELECT id FROM contact WHERE via_id IN (${IDS})`;
  return texts(db, sql, JSON.stringify(shared), exchanges, them);
}

/** What was noted as given to the other by a recommendation tells of both in its text. */
function recommendedNameless(db: Db, gone: string): void {
  run(db, `UPDATE exchange SET text = ? WHERE recommendation_id IN (${IDS})`, RECOMMENDED, gone);
}

/** Help that a give of theirs paid forward waits for no other: without the give nothing else tells that it was paid. */
function keepPaid(db: Db, gone: string): void {
  const paidBy = (whose: string) =>
    `SELECT forwards_id FROM exchange WHERE forwards_id IS NOT NULL AND deleted_at IS NULL AND id ${whose} (${IDS})`;
  run(
    db,
    `UPDATE exchange SET forward_on = NULL WHERE id IN (${paidBy('IN')}) AND id NOT IN (${paidBy('NOT IN')})`,
    gone,
    gone,
  );
}

function unlink(db: Db, from: TableName, column: string, gone: string): void {
  run(db, `UPDATE ${from} SET ${column} = NULL WHERE ${column} IN (${IDS})`, gone);
  for (const value of [`old_${column}`, `new_${column}`])
    run(db, `UPDATE shadow_${from} SET ${value} = NULL WHERE ${value} IN (${IDS})`, gone);
}

/** Their lines become nobody's: the numbers of the others stay as they are. */
function leavePlans(db: Db, them: string): void {
  run(
    db,
    `UPDATE plan_line SET contact_id = '', reasons = '[]', touched_on = NULL WHERE contact_id IN (${IDS})`,
    them,
  );
  run(
    db,
    `UPDATE plan SET passed_over = (SELECT json_group_array(value) FROM json_each(passed_over) WHERE value NOT IN (${IDS}))
      WHERE EXISTS (SELECT 1 FROM json_each(passed_over) WHERE value IN (${IDS}))`,
    them,
    them,
  );
}
