import { type Change, insert, type Making, update } from '../change.ts';
import type { Contact, Origin } from '../contact.ts';
import type { CalendarDate } from '../day.ts';
import type { ImportedPerson } from '../imported.ts';
import { keysOf } from '../keys.ts';
import { plain } from '../plain.ts';
import { pointKey, type Sheet, type SheetRows, sheetOf } from '../sheet.ts';
import { NOBODY, newContact } from './add.ts';
import { editContact } from './edit.ts';
import { cut, isPossible, LONGEST_NAME, LONGEST_TEXT } from './limits.ts';

/** What the file says of somebody, apart from where it says it. */
export type Told = Omit<ImportedPerson, 'key' | 'line'>;

/** What a file that says nothing says; also what an older net did not keep of it. */
const NOTHING_TOLD: Told = {
  name: '',
  nickname: null,
  org: null,
  role: null,
  city: null,
  birthday: null,
  points: [],
  tags: [],
  notes: [],
  metOn: null,
};

/** Somebody in the file already: their rows, and what their source said when it was last imported, if it is the same source. */
export interface KnownPerson {
  readonly rows: SheetRows;
  readonly source: { readonly id: string; readonly told: Told } | null;
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
  const traits = told.tags.map((text) => ({ kind: 'tag' as const, text }));
  const { contact, changes } = newContact(
    { ...NOBODY, ...told, traits, origin: source.origin },
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

export function toldOf({ key: _key, line: _line, ...told }: ImportedPerson): Told {
  return told;
}

function sourceOf(contactId: string, key: string, told: Told, kind: string, { id }: Making): Change {
  return insert('source', {
    id: id(),
    contactId,
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
function possible(told: Told, today: CalendarDate): Told {
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
    tags: told.tags.map(long),
    notes: [
      ...told.notes.map(long),
      ...(met ? [] : [`Connected on: ${metOn}`]),
      ...(born ? [] : [`Birthday: ${birthday}`]),
    ],
    metOn: met ? metOn : null,
  });
}

/** The fields in one order, those that an older net did not keep included. */
function inOrder(told: Told): Told {
  return { ...NOTHING_TOLD, ...told };
}

function same(a: Told, b: Told): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The fields of one value, all of them: the compiler sees to it. */
const FIELDS = keysOf<Exclude<keyof Told, 'points' | 'tags' | 'notes'>>({
  name: true,
  nickname: true,
  org: true,
  role: true,
  city: true,
  birthday: true,
  metOn: true,
});

function filled(sheet: Sheet, told: Told): Sheet {
  const fields = FIELDS.filter((field) => sheet[field] === null).map((field) => [field, told[field]]);
  return withLists(
    { ...sheet, ...Object.fromEntries(fields) },
    { ...told, points: [], tags: [], notes: [] },
    told,
  );
}

/** Three ways: what the file changed is taken over where the user has left it as the file had it. */
function merged(sheet: Sheet, before: Told, told: Told): Sheet {
  const fields = FIELDS.filter((field) => told[field] !== before[field] && sheet[field] === before[field]);
  return withLists(
    { ...sheet, ...Object.fromEntries(fields.map((field) => [field, told[field]])) },
    before,
    told,
  );
}

/** What the file added is added where it is not there already; what it dropped is dropped. */
function withLists(sheet: Sheet, before: Told, told: Told): Sheet {
  const points = changedList(sheet.points, before.points, told.points, pointKey);
  const tags = changedList(
    sheet.traits.filter(({ kind }) => kind === 'tag').map(({ text }) => text),
    before.tags,
    told.tags,
    plain,
  ).map((text) => ({ kind: 'tag' as const, text }));
  const others = sheet.traits.filter(({ kind }) => kind !== 'tag');
  const notes = changedList(sheet.notes, before.notes, told.notes, plain);
  return { ...sheet, points, traits: [...tags, ...others], notes };
}

function changedList<V>(
  now: readonly V[],
  before: readonly V[],
  told: readonly V[],
  keyOf: (value: V) => string,
): V[] {
  const had = new Set(before.map(keyOf));
  const has = new Set(told.map(keyOf));
  const kept = now.filter((value) => has.has(keyOf(value)) || !had.has(keyOf(value)));
  const known = new Set([...had, ...kept.map(keyOf)]);
  return [...kept, ...told.filter((value) => !known.has(keyOf(value)))];
}
