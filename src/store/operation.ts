import { type Change, type TableName, tableOf } from '../domain/change.ts';
import { DEFAULTS } from '../domain/settings.ts';
import { applyChanges } from './apply.ts';
import { keepDaily } from './backup.ts';
import { realize } from './begin.ts';
import { applyInBulk, beginBulk, endBulk } from './bulk.ts';
import { checkDurable } from './connect.ts';
import { type Db, get, run, texts } from './db.ts';
import { deriveContacts, deriveTended } from './derive.ts';
import { storeFailure } from './failure.ts';
import { refuseOvertaken, seenNow } from './overtaken.ts';
import { TABLE_NAMES } from './rows.ts';
import { machineOf } from './schema.ts';
import { touchedBy } from './touched.ts';

export type OperationKind = 'user' | 'undo' | 'redo' | 'sync' | 'plan' | 'maintenance';

/** What marks an operation: its id, the instant, and the command without its texts, which a purge could not reach. */
export interface Stamp {
  readonly id: string;
  readonly at: string;
  readonly command: string;
}

/** How many of the user's operations can be looked back on. */
const RETENTION = 10_000;
const RETENTION_STEP = 100;

/**
 * Everything inside one transaction that waits for its turn, on a file that nobody has written since it was opened: what was read
 * outside still holds inside. What can be made anew, as a plan can, needs no backup of the day before it. Throws `overtaken` where
 * somebody has, and all of `storeFailure`.
 */
export function transact<A>(db: Db, work: () => A, writes: 'content' | 'made anew' = 'content'): A {
  try {
    realize(db);
    if (writes === 'content') keepDaily(db);
    const { result, seen } = db.sqlite
      .transaction(() => {
        refuseOvertaken(db);
        return { result: work(), seen: seenNow(db) };
      })
      .immediate();
    db.seen = seen;
    return result;
  } catch (error) {
    throw storeFailure(error, db.path);
  }
}

/**
 * One command = one transaction = one operation = one undo. `decide` reads inside the transaction and returns all that is to change, with
 * the answer, and writes nothing itself; deciding on no change leaves no operation. Contacts that were touched are derived anew.
 */
export function writeChanges<A extends { readonly changes: readonly Change[] }>(
  db: Db,
  stamp: Stamp,
  decide: () => A,
): A {
  let unchanged: A | undefined;
  try {
    return transact(db, () => {
      let decision: A | undefined;
      operate(db, 'user', stamp, null, () => {
        decision = decide();
        applyChanges(db, decision.changes);
        return [...new Set(decision.changes.map(tableOf))];
      });
      if (decision?.changes.length !== 0) return decision as A;
      unchanged = decision;
      throw new RolledBack();
    });
  } catch (error) {
    if (error instanceof RolledBack && unchanged !== undefined) return unchanged;
    throw error;
  }
}

/** Takes a transaction back on purpose. */
class RolledBack extends Error {}

/**
 * The same for what is too much to decide at once, as an import is: `work` applies its changes as it goes, and may wait in between. Rows
 * that it inserts are journaled in bulk. With `rehearse` all of it is rolled back in the end, and so it is where `work` throws.
 */
export async function writeInBulk<A>(
  db: Db,
  stamp: Stamp,
  rehearse: boolean,
  work: (apply: (changes: readonly Change[]) => void) => Promise<A>,
): Promise<A> {
  try {
    if (!rehearse) {
      realize(db);
      keepDaily(db);
    }
    db.sqlite.pragma(`cache_size = ${-BULK_CACHE}`);
    db.sqlite.exec('BEGIN IMMEDIATE');
    if (!rehearse) refuseOvertaken(db);
    const seq = begin(db, 'user', stamp, null);
    const bulk = beginBulk(db, seq);
    let written = 0;
    const result = await work((changes) => {
      applyInBulk(db, changes);
      written += changes.length;
    });
    if (rehearse || written === 0) {
      db.sqlite.exec('ROLLBACK');
      return result;
    }
    endBulk(db, bulk);
    end(db, seq, null);
    const seen = seenNow(db);
    db.sqlite.exec('COMMIT');
    db.seen = seen;
    return result;
  } catch (error) {
    if (db.sqlite.inTransaction) db.sqlite.exec('ROLLBACK');
    throw storeFailure(error, db.path);
  }
}

/** Of the file that is held in memory while much is written, in KiB: its indexes are written to everywhere. */
const BULK_CACHE = 16_384;

/**
 * Records an operation around `work`, journaling the rows that it writes. It gives back their tables, for what
 * is derived of them is looked for there alone, or null where it does not know them. Inside a transaction.
 */
export function operate(
  db: Db,
  kind: OperationKind,
  stamp: Stamp,
  undoes: string | null,
  work: (seq: number) => readonly TableName[] | null,
): void {
  const seq = begin(db, kind, stamp, undoes);
  end(db, seq, work(seq));
}

function begin(db: Db, kind: OperationKind, stamp: Stamp, undoes: string | null): number {
  run(
    db,
    'INSERT INTO operation (id, machine, kind, undoes, command, at) VALUES (?, ?, ?, ?, ?, ?)',
    stamp.id,
    machineOf(db),
    kind,
    undoes,
    stamp.command,
    stamp.at,
  );
  const seq = get<{ seq: number }>(db, 'SELECT seq FROM operation WHERE id = ?', stamp.id)?.seq as number;
  run(db, `UPDATE journal_mode SET mode = 'rows', operation = ?`, seq);
  return seq;
}

function end(db: Db, seq: number, written: readonly TableName[] | null): void {
  run(db, `UPDATE journal_mode SET mode = 'off', operation = NULL`);
  derive(db, seq, written);
  if (seq % RETENTION_STEP === 0) forget(db);
  checkDurable(db);
}

/** Derives anew what an operation touched: everybody who is tended after a change of a cadence or a pause. */
function derive(db: Db, seq: number, written: readonly TableName[] | null): void {
  deriveContacts(db, touchedBy(db, seq, written));
  if (written?.some((table) => table === 'setting' || table === 'pause') === false) return;
  const sql = `SELECT row FROM shadow_setting WHERE operation = ? UNION ALL SELECT 'pause' FROM shadow_pause WHERE operation = ?
    UNION ALL SELECT iif(tbl = 'pause', 'pause', row) FROM bulk_row WHERE operation = ? AND tbl IN ('setting', 'pause')`;
  const changed = texts(db, sql, seq, seq, seq);
  if (changed.some((id) => id === 'pause' || id in DEFAULTS.cadence)) deriveTended(db);
}

/** Drops the operations before the last 10 000 of the user's, with their shadows. */
function forget(db: Db): void {
  const sql = `SELECT seq FROM operation WHERE kind = 'user' ORDER BY seq DESC LIMIT 1 OFFSET ${RETENTION}`;
  const oldest = get<{ seq: number }>(db, sql);
  if (oldest === undefined) return;
  for (const table of TABLE_NAMES) run(db, `DELETE FROM shadow_${table} WHERE operation <= ?`, oldest.seq);
  run(db, 'DELETE FROM bulk_row WHERE operation <= ?', oldest.seq);
  run(db, 'DELETE FROM operation WHERE seq <= ?', oldest.seq);
}
