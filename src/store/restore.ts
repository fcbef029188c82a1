import { attached } from './attached.ts';
import { all, type Db, get, run, texts, tuples } from './db.ts';
import { damaged } from './failure.ts';
import { operate, type Stamp, transact } from './operation.ts';

/** What belongs to this machine or to the moment, and stays as it is. */
const STAYING = ['machine', 'journal_mode', 'operation'];

/**
 * Puts everything that a copy of the same schema holds in the place of what the file holds, its journal included, in one transaction. Who
 * was erased stays erased. Throws `overtaken`, and all of `storeFailure`.
 */
export function restoreFrom(db: Db, copy: string, stamp: Stamp): void {
  // Rows name one another: only when all are there is everything consistent again, which is looked at then.
  db.sqlite.pragma('foreign_keys = OFF');
  try {
    attached(db, copy, () => replaceAll(db, copy, stamp));
  } finally {
    db.sqlite.pragma('foreign_keys = ON');
  }
}

function replaceAll(db: Db, copy: string, stamp: Stamp): void {
  transact(db, () => {
    skipTo(db, 'main');
    skipTo(db, 'other');
    operate(db, 'maintenance', stamp, null, (seq) => {
      run(db, `UPDATE main.journal_mode SET mode = 'purge'`);
      const erased = tuples(db, 'SELECT id, salt, hash, deleted_at FROM main.purged');
      for (const table of tables(db)) {
        run(db, `DELETE FROM main.${table}`);
        run(db, `INSERT INTO main.${table} SELECT * FROM other.${table}`);
      }
      for (const row of erased)
        run(db, 'INSERT OR IGNORE INTO main.purged (id, salt, hash, deleted_at) VALUES (?, ?, ?, ?)', ...row);
      run(db, 'DELETE FROM main.operation WHERE seq <> ?', seq);
      run(db, 'INSERT INTO main.operation SELECT * FROM other.operation');
      if (all(db, 'PRAGMA main.foreign_key_check').length > 0) throw damaged(copy);
      return null;
    });
  });
}

/** The number of the next operation is beyond all that the two files have had. */
function skipTo(db: Db, schema: 'main' | 'other'): void {
  const sql = `SELECT max(seq) AS seq FROM ${schema}.operation`;
  const last = get<{ seq: number | null }>(db, sql)?.seq ?? 0;
  run(db, `UPDATE main.sqlite_sequence SET seq = max(seq, ?) WHERE name = 'operation'`, last);
}

function tables(db: Db): string[] {
  const sql = `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
  return texts(db, sql).filter((name) => !STAYING.includes(name));
}
