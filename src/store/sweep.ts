import { isNetError, NetError } from '../domain/error.ts';
import { type Db, get } from './db.ts';
import { storeFailure } from './failure.ts';
import { removeMoving } from './moving.ts';
import { operate, type Stamp } from './operation.ts';
import { seenNow } from './overtaken.ts';

/** The purge whose remains were not swept yet, as after a crash in between; null where there is none. */
export function unswept(db: Db): string | null {
  const sql = `SELECT p.id FROM operation p WHERE p.kind = 'maintenance' AND p.command = 'purge'
    AND NOT EXISTS (SELECT 1 FROM operation s WHERE s.kind = 'maintenance' AND s.command = 'sweep' AND s.seq > p.seq)
    ORDER BY p.seq DESC LIMIT 1`;
  return get<{ id: string }>(db, sql)?.id ?? null;
}

/**
 * Writes the whole file anew without what is left between its rows, empties its log, and notes that this was done. After it no byte of
 * what was purged is in the file or beside it. Throws `locked` while another program reads, and `disk` where there is no room: what was
 * purged is gone from the rows then, and sweeping again finishes it.
 */
export function sweep(db: Db, stamp: Stamp, purged: string): void {
  try {
    db.sqlite.pragma('secure_delete = ON');
    // Its copy of the file would lie in a directory for everybody's temporary files.
    db.sqlite.pragma('temp_store = MEMORY');
    db.sqlite.exec('VACUUM');
    emptyLog(db);
    // All of the file was written anew, and is on the disk.
    removeMoving(db.path);
    // What another program wrote meanwhile is in nobody's way here: nothing that was read before is relied on.
    db.seen = db.sqlite
      .transaction(() => {
        operate(db, 'maintenance', stamp, purged, () => []);
        return seenNow(db);
      })
      .immediate();
  } catch (error) {
    throw unfinished(error, db.path);
  }
}

/** What goes wrong once somebody is erased from the rows: bytes of them may be left. */
export function unfinished(error: unknown, path: string): unknown {
  const failure = storeFailure(error, path);
  if (!isNetError(failure) || failure.hint === UNFINISHED_HINT) return failure;
  return new NetError(
    failure.code,
    `${failure.message}: what was erased is gone from the list, but bytes of it may be left in the file`,
    UNFINISHED_HINT,
  );
}

const UNFINISHED_HINT = 'net purge, without a name, finishes it';

function emptyLog(db: Db): void {
  const [result] = db.sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (result?.busy !== 0)
    throw new NetError('locked', `${db.path} is in use by another program`, 'try again once it has finished');
}
