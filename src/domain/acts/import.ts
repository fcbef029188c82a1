import { type Change, insert, type Making, update } from '../change.ts';
import type { Contact, Origin } from '../contact.ts';
import type { CalendarDate } from '../days/day.ts';
import { type ImportedPerson, NOTHING_TOLD } from '../imported.ts';
import { type SheetRows, sheetOf } from '../sheet.ts';
import { NOBODY, newContact } from './add.ts';
import { editContact } from './edit.ts';
import { cut, isPossible, LONGEST_NAME, LONGEST_TEXT } from './limits.ts';
import { filled, merged, type ToldByFile } from './merge.ts';

/** Somebody in the file already: their rows, and what their source said when it was last imported, if it is the same source. */
export interface KnownPerson {
  readonly rows: SheetRows;
  readonly source: { readonly id: string; readonly told: ToldByFile } | null;
}

/** Where people are imported from: the kind that is stored with each, and how they were met where that follows. */
export interface SourceKind {
  readonly kind: string;
  readonly origin: Origin | null;
}

export interface Imported {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly contact: Contact;
  readonly changes: readonly Change[];
}

/** Somebody new: a card in the stack. An import is no touch and never fills the list. */
export function createImported(
  person: ImportedPerson,
  source: SourceKind,
  making: Making,
  taken: (short: string) => boolean,
): Imported {
  const told = possible(toldOf(person), making.today);
  const { contact, changes } = newContact(
    { ...NOBODY, ...told, origin: source.origin },
    'stack',
    making,
    taken,
  );
  return {
    outcome: 'created',
    contact,
    changes: [...changes, sourceOf(contact.id, person.key, told, source.kind, making)],
  };
}

/**
 * Somebody who is there already. Where the file has changed since it was last imported, the contact changes with it; a field that the
 * user has edited since wins over the file. The first time that a source is met, it only fills what is empty.
 */
export function updateImported(
  known: KnownPerson,
  person: ImportedPerson,
  kind: string,
  making: Making,
): Imported {
  const told = possible(toldOf(person), making.today);
  const { rows, source } = known;
  if (source !== null && same(told, inOrder(source.told)))
    return { outcome: 'unchanged', contact: rows.contact, changes: [] };
  const sheet =
    source === null ? filled(sheetOf(rows), told) : merged(sheetOf(rows), inOrder(source.told), told);
  const edits = editContact(rows, sheet, making);
  const noted =
    source === null
      ? sourceOf(rows.contact.id, person.key, told, kind, making)
      : update('source', source.id, { imported: JSON.stringify(told) });
  return {
    outcome: edits.length > 0 ? 'updated' : 'unchanged',
    contact: rows.contact,
    changes: [...edits, noted],
  };
}

export function toldOf({ key: _key, line: _line, ...told }: ImportedPerson): ToldByFile {
  return told;
}

function sourceOf(contactId: string, key: string, told: ToldByFile, kind: string, { id }: Making): Change {
  return insert('source', {
    id: id(),
    contactId,
    interactionId: null,
    exchangeId: null,
    kind,
    key,
    imported: JSON.stringify(told),
    deletedAt: null,
  });
}

/**
 * What a file says, as far as it can be: an endless text is no reason to lose a card, nor is a day to come, as another time zone has
 * it. Such a day stays as a note until it has come.
 */
function possible(told: ToldByFile, today: CalendarDate): ToldByFile {
  const short = (text: string | null) => (text === null ? null : cut(text, LONGEST_NAME));
  const long = (text: string) => cut(text, LONGEST_TEXT);
  const { metOn, birthday } = told;
  const met = metOn === null || metOn <= today;
  const born = birthday === null || isPossible(birthday, today);
  return inOrder({
    ...told,
    name: cut(told.name.trim(), LONGEST_NAME),
    nickname: short(told.nickname),
    org: short(told.org),
    role: short(told.role),
    city: short(told.city),
    birthday: born ? birthday : null,
    points: told.points.map(({ kind, value, label }) => ({ kind, value: long(value), label: short(label) })),
    traits: told.traits.map(({ kind, text }) => ({ kind, text: long(text) })),
    notes: [
      ...told.notes.map(long),
      ...(met ? [] : [`Connected on: ${metOn}`]),
      ...(born ? [] : [`Birthday: ${birthday}`]),
    ],
    metOn: met ? metOn : null,
  });
}

/** The fields in one order, those that an older net did not keep included. */
function inOrder(told: ToldByFile): ToldByFile {
  return { ...NOTHING_TOLD, ...told };
}

function same(a: ToldByFile, b: ToldByFile): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
