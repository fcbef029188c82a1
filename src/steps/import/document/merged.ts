import { apartId, apartOf } from '../../../domain/apart.ts';
import { type Change, insert, type TableName, update } from '../../../domain/change.ts';
import { referencesOf } from '../../../domain/shape.ts';
import { pointKey, traitKey } from '../../../domain/sheet.ts';
import { textKey } from '../../../domain/words/plain.ts';
import type { ReadRow } from '../../../formats/document-reading/rows.ts';
import type { Db } from '../../../store/db.ts';
import { staysFor } from '../../../store/merged.ts';
import { select } from '../../../store/rows.ts';
import { rowStates } from '../../../store/taking.ts';

/** Gives a row that names somebody who is one with another here the one who stays instead; any other row as it is. */
export type ToStaying = <R extends ReadRow>(read: R) => R;

/** Reads who was made one with whom. */
export function toStaying(db: Db): ToStaying {
  const stays = staysFor(db);
  if (stays.size === 0) return (read) => read;
  const now = (id: string) => stays.get(id) ?? id;
  return (read) => {
    if (read.table === 'setting') {
      const two = apartOf(read.row.id);
      if (two === null || !two.some((id) => stays.has(id))) return read;
      return { ...read, row: { ...read.row, id: apartId(now(two[0]), now(two[1])) } };
    }
    const row = read.row as unknown as Readonly<Record<string, string | null>>;
    const others = referencesOf(read.table).flatMap(({ field, to }) => {
      const id = row[field] ?? null;
      if (to !== 'contact' || id === null || !stays.has(id) || now(id) === row.id) return [];
      return [[field, now(id)]];
    });
    return others.length === 0 ? read : { ...read, row: { ...read.row, ...Object.fromEntries(others) } };
  };
}

/** Whether a row that names the one who stays would say of them that they are two, or were recommended to themselves. */
export function isOfThemselves({ table, row }: ReadRow): boolean {
  if (table === 'recommendation') return row.contactId === row.toId;
  if (table !== 'setting') return false;
  const two = apartOf(row.id);
  return two !== null && two[0] === two[1];
}

/** The tables in which nobody has two rows that say the same. */
const ONCE = ['contact_point', 'trait', 'note', 'participant', 'source', 'setting'] as const;
type Once = (typeof ONCE)[number];

/** A row that may say what the one who stays has already: known when everything else is there. */
export type Held = Extract<ReadRow, { table: Once }> & { readonly isBack: boolean };

export function mayRepeat(read: ReadRow): read is Extract<ReadRow, { table: Once }> {
  return ONCE.some((table) => table === read.table);
}

/** What becomes of rows that were held: those that come in, and how many are here already or were taken out. */
export interface Decided {
  readonly changes: readonly Change[];
  readonly came: readonly Held[];
  readonly unchanged: number;
  readonly deleted: number;
}

/** Each thing once, as a merge has it; what the user has taken out of the one who stays does not come back with another row. */
export function decideHeld(db: Db, held: readonly Held[]): Decided {
  const stateOf = rowStates(db);
  const came: Held[] = [];
  const counts = { unchanged: 0, deleted: 0 };
  for (const [, some] of Map.groupBy(held, (one) => `${one.table} ${ownerOf(one)}`)) {
    const [first] = some;
    if (first === undefined) continue;
    const here = new Map<string, boolean>();
    for (const row of rowsLike(db, first)) {
      const state = stateOf(first.table, row.row.id);
      const key = saidBy(row);
      if (state === 'here' || state === 'deleted') here.set(key, state === 'here' || here.get(key) === true);
    }
    for (const one of some) {
      const known = here.get(saidBy(one));
      if (known === undefined) {
        here.set(saidBy(one), true);
        came.push(one);
      } else counts[known ? 'unchanged' : 'deleted']++;
    }
  }
  const changes = came.map(({ table, row, isBack }): Change => {
    if (!isBack) return insert(table, row as never);
    const { id, ...set } = row;
    return update(table, id, set as never);
  });
  return { changes, came, ...counts };
}

type OnceRow = Extract<ReadRow, { table: Once }>;

function ownerOf(read: OnceRow): string {
  return (read.table === 'setting' ? read.row.id : read.row.contactId) ?? '';
}

/** The rows of a table that are of the same person, or the setting itself; deleted ones, too. */
function rowsLike(db: Db, read: OnceRow): OnceRow[] {
  const table: TableName = read.table;
  const where = table === 'setting' ? 'WHERE id = ?' : 'WHERE contact_id = ?';
  return select(db, table, where, ownerOf(read)).map((row) => ({ table, row }) as OnceRow);
}

/** By what two rows of one person are the same. */
function saidBy(read: OnceRow): string {
  switch (read.table) {
    case 'contact_point':
      return pointKey(read.row);
    case 'trait':
      return traitKey(read.row);
    case 'note':
      return textKey(read.row.text);
    case 'participant':
      return read.row.interactionId;
    case 'source':
      return `${read.row.kind} ${read.row.key}`;
    case 'setting':
      return read.row.id;
  }
}
