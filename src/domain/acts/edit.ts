import { type Change, insert, type Making, type TableName, update } from '../change.ts';
import type { Contact } from '../contact.ts';
import type { CalendarDate } from '../days/day.ts';
import { ONE_VALUED, pointKey, type Sheet, type SheetRows, sheetOf, traitKey } from '../sheet.ts';
import { plain } from '../words/plain.ts';
import { checkedName, checkPoint, checkSheet } from './limits.ts';
import { keepContact } from './stage.ts';

/** A name is checked before it is compared. */
const FIELDS = ONE_VALUED.filter((field) => field !== 'name');

/**
 * The changes that turn what is stored into a sheet; none where they are the same, and nothing is added that is there already. Throws
 * `rejected` for what changed and cannot be.
 */
export function editContact(rows: SheetRows, sheet: Sheet, making: Making): Change[] {
  const { contact } = rows;
  const before = sheetOf(rows);
  const name = sheet.name === before.name ? before.name : checkedName(sheet.name);
  checkSheet(before, sheet, making.today);
  const set = {
    ...(name === before.name ? {} : { name }),
    ...Object.fromEntries(
      FIELDS.filter((field) => sheet[field] !== before[field]).map((field) => [field, sheet[field]]),
    ),
    ...(isNewJob(contact, sheet) ? { jobChangedOn: making.today } : {}),
  };
  const contactId = contact.id;
  const { today: notedOn, id, now } = making;
  return [
    ...(Object.keys(set).length === 0 ? [] : [update('contact', contactId, set)]),
    ...listChanges(
      'contact_point',
      rows.points,
      sheet.points,
      now,
      ({ kind, value, label }) => [kind, value, label].join('\n'),
      pointKey,
      (point) => insert('contact_point', { id: id(), contactId, ...point, deletedAt: null }),
    ),
    ...listChanges(
      'trait',
      rows.traits,
      sheet.traits,
      now,
      ({ kind, text }) => [kind, text].join('\n'),
      traitKey,
      (trait) => insert('trait', { id: id(), contactId, ...trait, notedOn, deletedAt: null }),
    ),
    ...listChanges(
      'note',
      rows.notes,
      sheet.notes.map((text) => ({ text })),
      now,
      ({ text }) => text,
      ({ text }) => text,
      ({ text }) => insert('note', { id: id(), contactId, notedOn, text, deletedAt: null }),
    ),
  ];
}

/** Throws `rejected` for what a person changed in a sheet and cannot be. Of what a file told, only `editContact` asks less. */
export function checkEdit(before: Sheet, sheet: Sheet, today: CalendarDate): void {
  checkedName(sheet.name);
  checkSheet(before, sheet, today);
  const known = new Set(before.points.map(pointKey));
  for (const point of sheet.points) if (!known.has(pointKey(point))) checkPoint(point);
}

/** Whether a circle, a cadence or a last touch was newly set: that is how a relationship that exists is told. */
export function isKeptNow(before: Sheet, sheet: Sheet): boolean {
  return (['circle', 'everyDays', 'lastOn'] as const).some(
    (field) => sheet[field] !== null && sheet[field] !== before[field],
  );
}

/** Keeps whom an edit says to keep. Who is kept already stays so, snoozed or not. */
export function keptByEdit(contact: Contact, { circle }: Sheet, making: Making): Change[] {
  if (contact.stage === 'kept') return [];
  return [keepContact({ ...contact, circle }, { circle: null, everyDays: null, lastOn: null }, making)];
}

/** Another employer or role than the one that was known: an occasion. Learning of the first one is none. */
function isNewJob(before: Pick<Contact, 'org' | 'role'>, after: Pick<Contact, 'org' | 'role'>): boolean {
  const changed = (a: string | null, b: string | null) => a !== null && b !== null && plain(a) !== plain(b);
  return changed(before.org, after.org) || changed(before.role, after.role);
}

/** Rows that are no longer wanted are marked deleted, new ones inserted unless what stays says the same, the others left alone. */
function listChanges<R extends { readonly id: string }, W>(
  table: Extract<TableName, 'contact_point' | 'trait' | 'note'>,
  rows: readonly R[],
  wanted: readonly W[],
  now: string,
  exactly: (value: R | W) => string,
  roughly: (value: R | W) => string,
  inserted: (value: W) => Change,
): Change[] {
  const left = [...rows];
  const added: W[] = [];
  const said = new Set<string>();
  for (const value of wanted) {
    const at = left.findIndex((row) => exactly(row) === exactly(value));
    if (at < 0) added.push(value);
    else said.add(roughly(left.splice(at, 1)[0] ?? value));
  }
  const fresh = added.filter((value) => !said.has(roughly(value)) && said.add(roughly(value)));
  return [...left.map((row) => update(table, row.id, { deletedAt: now })), ...fresh.map(inserted)];
}
