import type BetterSqlite3 from 'better-sqlite3';

/** Milliseconds between two attempts. */
const PAUSE = 10;

/**
 * A connection that has a file alone, so that no other program has it open, not even to read, and nothing of it stands anywhere but in
 * itself: its log is emptied and gone. Until it is closed whoever opens the file waits. Each attempt connects anew: an open connection
 * keeps the log in use, so that two that wait for each other would both wait in vain. Throws SQLITE_BUSY where another program keeps the
 * file open, and what `connect` throws.
 */
export function lockAlone(connect: () => BetterSqlite3.Database, patience: number): BetterSqlite3.Database {
  for (let left = patience / (2 * PAUSE); ; left--) {
    const sqlite = connect();
    try {
      sqlite.pragma(`busy_timeout = ${PAUSE}`);
      sqlite.pragma('journal_mode = DELETE');
      sqlite.exec('BEGIN EXCLUSIVE');
      // In between another program may have begun a new log, with which others can still read.
      if (sqlite.pragma('journal_mode', { simple: true }) === 'delete') return sqlite;
      throw Object.assign(new Error('in use'), { code: 'SQLITE_BUSY' });
    } catch (error) {
      sqlite.close();
      if (!isBusy(error) || left <= 0) throw error;
    }
    wait(PAUSE);
  }
}

function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
}

export function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
