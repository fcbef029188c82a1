import type BetterSqlite3 from 'better-sqlite3';

/** Milliseconds between two attempts. */
const PAUSE = 10;

/**
 * Locks a file so that no other program has it open, not even to read, and nothing of it stands anywhere but in itself: its log is
 * emptied and gone. Until the connection is closed whoever opens it waits. Throws SQLITE_BUSY where another one keeps it open.
 */
export function lockAlone(sqlite: BetterSqlite3.Database, patience: number): void {
  sqlite.pragma(`busy_timeout = ${PAUSE}`);
  for (let left = patience / (2 * PAUSE); ; left--) {
    try {
      sqlite.pragma('journal_mode = DELETE');
      sqlite.exec('BEGIN EXCLUSIVE');
      // In between another program may have begun a new log, with which others can still read.
      if (sqlite.pragma('journal_mode', { simple: true }) === 'delete') return;
      sqlite.exec('ROLLBACK');
      if (left <= 0) throw Object.assign(new Error('in use'), { code: 'SQLITE_BUSY' });
    } catch (error) {
      if (!isBusy(error) || left <= 0) throw error;
    }
    wait(PAUSE);
  }
}

export function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
}

export function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
