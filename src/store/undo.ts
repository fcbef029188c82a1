import type { TableName } from '../domain/change.ts';
import { reverseBulk } from './bulk.ts';
import { all, type Db, get, type Row, run, type SqlValue } from './db.ts';
import { aboutOf, peopleOf } from './history.ts';
import { operate, type Stamp, transact } from './operation.ts';
import { columnOf, FIELDS, TABLE_NAMES } from './rows.ts';

export interface Operation {
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly command: string;
  readonly at: string;
}

/** What taking an operation back came to. `kept` counts the values that something later had changed: they stay as they are. */
export interface Undone {
  readonly operation: Operation;
  /** The names of the people whose rows were written. */
  readonly people: readonly string[];
  /** What the operation was about, or null; see `aboutOf`. */
  readonly about: string | null;
  readonly kept: number;
}

/** The number of the last purge, or 0: nothing before it is taken back, since a part of it is gone for good. */
export function lastPurge(db: Db): number {
  const sql = `SELECT max(seq) AS seq FROM operation WHERE kind = 'maintenance' AND command = 'purge'`;
  return get<{ seq: number | null }>(db, sql)?.seq ?? 0;
}

/** The operation that undo would take back: the last of the user's, or redone, that stands. */
function undoable(db: Db): Operation | null {
  const sql = `SELECT seq, id, kind, command, at FROM operation
    WHERE kind = 'user' AND undone_by IS NULL AND machine = (SELECT id FROM machine) AND seq > ?
    ORDER BY seq DESC LIMIT 1`;
  return get<Operation>(db, sql, lastPurge(db)) ?? null;
}

/** The undo that redo would take back: the last that stands, unless a command of the user has come since. */
function redoable(db: Db): Operation | null {
  const sql = `SELECT u.seq, u.id, u.kind, o.command, u.at FROM operation u JOIN operation o ON o.id = u.undoes
    WHERE u.kind = 'undo' AND u.undone_by IS NULL AND u.machine = (SELECT id FROM machine) AND u.seq > ?
      AND NOT EXISTS (SELECT 1 FROM operation later WHERE later.kind = 'user' AND later.seq > u.seq)
    ORDER BY u.seq DESC LIMIT 1`;
  return get<Operation>(db, sql, lastPurge(db)) ?? null;
}

/** Takes back the last operations of the user's, as many as there are up to `times`, newest first. All in one transaction. */
export function undoTimes(db: Db, times: number, stamp: () => Stamp): Undone[] {
  return transact(db, () => repeat(times, () => undoLast(db, stamp)));
}

/** Takes back the last undos, as many as there are up to `times`. All in one transaction. */
export function redoTimes(db: Db, times: number, stamp: () => Stamp): Undone[] {
  return transact(db, () => repeat(times, () => redoLast(db, stamp)));
}

function repeat(times: number, once: () => Undone | null): Undone[] {
  const done: Undone[] = [];
  for (let i = 0; i < times; i++) {
    const one = once();
    if (one === null) break;
    done.push(one);
  }
  return done;
}

function undoLast(db: Db, stamp: () => Stamp): Undone | null {
  const operation = undoable(db);
  return operation === null ? null : reverse(db, 'undo', operation, stamp());
}

function redoLast(db: Db, stamp: () => Stamp): Undone | null {
  const undo = redoable(db);
  if (undo === null) return null;
  run(db, 'UPDATE operation SET undone_by = NULL WHERE undone_by = ?', undo.id);
  return reverse(db, 'redo', undo, stamp());
}

function reverse(db: Db, kind: 'undo' | 'redo', operation: Operation, stamp: Stamp): Undone {
  let kept = 0;
  const people = peopleOf(db, operation.seq);
  const about = aboutOf(db, operation.seq, operation.command);
  operate(db, kind, stamp, operation.id, (seq) => {
    for (const table of TABLE_NAMES) kept += reverseTable(db, table, operation.seq, stamp.at);
    kept += reverseBulk(db, operation, seq, stamp.at);
    return null;
  });
  run(db, 'UPDATE operation SET undone_by = ? WHERE id = ?', stamp.id, operation.id);
  return { operation, people, about, kept };
}

/** Newest shadow first, so that two changes of one row within an operation are taken back in turn. */
function reverseTable(db: Db, table: TableName, seq: number, at: string): number {
  const shadows = all(db, `SELECT * FROM shadow_${table} WHERE operation = ? ORDER BY id DESC`, seq);
  let kept = 0;
  for (const shadow of shadows) {
    if (shadow.action === 'insert') kept += removeRow(db, table, shadow, at);
    else kept += restoreRow(db, table, shadow);
  }
  return kept;
}

function removeRow(db: Db, table: TableName, shadow: Row, at: string): number {
  const sql = `UPDATE ${table} SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL`;
  return run(db, sql, at, shadow.row as SqlValue) === 0 ? 1 : 0;
}

/** Restores each changed column that still holds what the operation wrote; counts those that do not. */
function restoreRow(db: Db, table: TableName, shadow: Row): number {
  const columns = Object.keys(FIELDS[table]).map(columnOf);
  const changed = columns.filter(
    (column) => (shadow[`old_${column}`] ?? null) !== (shadow[`new_${column}`] ?? null),
  );
  const current = get(db, `SELECT * FROM ${table} WHERE id = ?`, shadow.row as SqlValue);
  const own = changed.filter((column) => current?.[column] === shadow[`new_${column}`]);
  if (own.length > 0) {
    const set = own.map((column) => `${column} = ?`).join(', ');
    const old = own.map((column) => shadow[`old_${column}`] as SqlValue);
    run(db, `UPDATE ${table} SET ${set} WHERE id = ?`, ...old, shadow.row as SqlValue);
  }
  return changed.length - own.length;
}
