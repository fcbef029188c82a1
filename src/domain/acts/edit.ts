import { type Change, insert, type Making, type TableName, update } from '../change.ts';
import type { Contact } from '../contact.ts';
import type { CalendarDate } from '../day.ts';
import { NetError } from '../error.ts';
import { keysOf } from '../keys.ts';
import { plain } from '../plain.ts';
import { type Sheet, type SheetRows, sheetOf } from '../sheet.ts';
import { checkedName } from './add.ts';

/** The fields of one value, all but the name. */
const FIELDS = keysOf<Exclude<keyof Sheet, 'name' | 'points' | 'traits' | 'notes'>>({
  nickname: true,
  org: true,
  role: true,
  city: true,
  birthday: true,
  askAbout: true,
  circle: true,
  everyDays: true,
  lastOn: true,
  metOn: true,
  origin: true,
  noScore: true,
});

/** The changes that turn what is stored into a sheet; none where they are the same. Throws `rejected` for an empty name. */
export function editContact(rows: SheetRows, sheet: Sheet, making: Making): Change[] {
  const { contact } = rows;
  const before = sheetOf(rows);
  const name = checkedName(sheet.name);
  for (const date of [sheet.lastOn, sheet.metOn]) refuseFuture(date, making.today);
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
      (point) => insert('contact_point', { id: id(), contactId, ...point, deletedAt: null }),
    ),
    ...listChanges(
      'trait',
      rows.traits,
      sheet.traits,
      now,
      ({ kind, text }) => [kind, text].join('\n'),
      (trait) => insert('trait', { id: id(), contactId, ...trait, notedOn, deletedAt: null }),
    ),
    ...listChanges(
      'note',
      rows.notes,
      sheet.notes.map((text) => ({ text })),
      now,
      ({ text }) => text,
      ({ text }) => insert('note', { id: id(), contactId, notedOn, text, deletedAt: null }),
    ),
  ];
}

function refuseFuture(date: CalendarDate | null, today: CalendarDate): void {
  if (date === null || date <= today) return;
  throw new NetError(
    'rejected',
    `${date} is still to come, so nothing can have happened then`,
    'name a day that has been',
  );
}

/** Another employer or role than the one that was known: an occasion. Learning of the first one is none. */
function isNewJob(before: Pick<Contact, 'org' | 'role'>, after: Pick<Contact, 'org' | 'role'>): boolean {
  const changed = (a: string | null, b: string | null) => a !== null && b !== null && plain(a) !== plain(b);
  return changed(before.org, after.org) || changed(before.role, after.role);
}

/** Rows that are no longer wanted are marked deleted, new ones inserted, the others left alone. */
function listChanges<R extends { readonly id: string }, W>(
  table: Extract<TableName, 'contact_point' | 'trait' | 'note'>,
  rows: readonly R[],
  wanted: readonly W[],
  now: string,
  keyOf: (value: R | W) => string,
  inserted: (value: W) => Change,
): Change[] {
  const left = [...rows];
  const added: Change[] = [];
  for (const value of wanted) {
    const at = left.findIndex((row) => keyOf(row) === keyOf(value));
    if (at < 0) added.push(inserted(value));
    else left.splice(at, 1);
  }
  return [...left.map((row) => update(table, row.id, { deletedAt: now })), ...added];
}
