import type { TableName } from '../domain/change.ts';
import { type Db, texts } from './db.ts';
import { FIELDS, TABLE_NAMES } from './rows.ts';

/**
 * The contacts whose rows an operation wrote, those whose rows they were before and who took part in a changed interaction included. Only the
 * tables in `written` are looked through: null where they are not known, as with undo, purge and what is written in bulk.
 */
export function touchedBy(db: Db, seq: number, written: readonly TableName[] | null = null): string[] {
  const selects = [
    ...(written ?? TABLE_NAMES).flatMap(touchedIn),
    ...(written === null ? TOUCHED_IN_BULK : []),
  ];
  return selects.length === 0 ? [] : texts(db, selects.join(' UNION '), ...selects.map(() => seq));
}

function touchedIn(table: TableName): string[] {
  const of = `FROM shadow_${table} WHERE operation = ?`;
  const mayGo = 'contactId' in FIELDS[table];
  return [
    `SELECT contact ${of} AND contact IS NOT NULL`,
    ...(mayGo ? [`SELECT old_contact_id ${of} AND old_contact_id IS NOT NULL`] : []),
    ...(table === 'interaction' ? [TAKING_PART] : []),
  ];
}

const TAKING_PART = `SELECT p.contact_id FROM shadow_interaction s JOIN participant p ON p.interaction_id = s.row
  WHERE s.operation = ?`;

/** The same of rows inserted in bulk, as far as anything is derived from them. */
const TOUCHED_IN_BULK = [
  `SELECT row FROM bulk_row WHERE operation = ? AND tbl = 'contact'`,
  ...['participant', 'exchange', 'trait'].map(
    (table) => `SELECT t.contact_id FROM bulk_row b JOIN ${table} t ON t.id = b.row
      WHERE b.operation = ? AND b.tbl = '${table}' ${table === 'trait' ? `AND t.kind = 'offer'` : ''}`,
  ),
];
