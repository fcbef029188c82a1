import { type Change, insert, type Making, update } from '../change.ts';
import type { Contact, Origin } from '../contact.ts';
import type { CalendarDate } from '../days/day.ts';
import { type ImportedPerson, NOTHING_TOLD } from '../imported.ts';
import { type SheetRows, sheetOf } from '../sheet.ts';
import { NOBODY, newContact } from './add.ts';
import { editContact } from './edit.ts';
import { type Conflict, conflictsWith, filled, merged, type ToldByFile } from './import-told.ts';
import { cut, isPossible, LONGEST_NAME, LONGEST_TEXT } from './limits.ts';

/** Somebody here already: their rows, and what their source said when it was last imported, if it is the same source. */
export interface KnownPerson {
  readonly rows: SheetRows;
  /** What is stored of the source: what it said. */
  readonly source: { readonly id: string; readonly imported: string } | null;
  /** What a record of the same kind said of them that this one follows, though from another file: it may still say what this one does not. */
  readonly basis?: string | null;
  /** What other sources last said of them: what one has dropped another may still say. */
  readonly elsewhere?: readonly string[];
  /** Tells what the user has taken out of them. */
  readonly out?: () => Pick<SheetRows, 'points' | 'traits' | 'notes'>;
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
  /** What the file says otherwise, and the user's word stands. */
  readonly conflicts: readonly Conflict[];
}

/** Somebody new: a card in the stack. An import is no touch and never fills the list. */
export function createImported(
  person: ImportedPerson,
  source: SourceKind,
  making: Making,
  taken: (short: string) => boolean,
): Imported {
  const told = tellable(person, making.today);
  const { contact, changes } = newContact(
    { ...NOBODY, ...told, origin: source.origin },
    'stack',
    making,
    taken,
  );
  return {
    outcome: 'created',
    contact,
    changes: [...changes, sourceOf({ contactId: contact.id }, source.kind, person.key, stored(told), making)],
    conflicts: [],
  };
}

/**
 * Somebody who is there already. Where the file has changed since it was last imported, the contact changes with it; a field that the
 * user has edited since wins over the file. The first time that a source is met, it only fills what is empty, and brings nothing back that
 * the user has taken out.
 */
export function updateImported(
  { rows, source, basis = null, elsewhere = [], out }: KnownPerson,
  person: ImportedPerson,
  kind: string,
  making: Making,
): Imported {
  const told = tellable(person, making.today);
  const followed = source?.imported ?? basis;
  const before = followed === null ? null : toldIn(followed);
  if (source !== null && before !== null && stored(before) === stored(told))
    return { outcome: 'unchanged', contact: rows.contact, changes: [], conflicts: [] };
  const own = sheetOf(rows);
  const sheet =
    before === null
      ? filled(own, newTo(rows.contact, person.key, told), out && sheetOf({ ...rows, ...out() }))
      : merged(own, before, told, elsewhere.map(toldIn));
  const edits = editContact(rows, sheet, making);
  const noted =
    source === null
      ? sourceOf({ contactId: rows.contact.id }, kind, person.key, stored(told), making)
      : update('source', source.id, { imported: stored(told) });
  return {
    outcome: edits.length > 0 ? 'updated' : 'unchanged',
    contact: rows.contact,
    changes: [...edits, noted],
    conflicts: conflictsWith(own, before, told),
  };
}

/** A file that net wrote of somebody who is here tells the last touch as it was seen from here: that is no news. */
function newTo({ id }: Contact, key: string, told: ToldByFile): ToldByFile {
  return key === id ? { ...told, lastOn: null } : told;
}

function toldIn(imported: string): ToldByFile {
  return inOrder(JSON.parse(imported) as ToldByFile);
}

/** What a file says of somebody, as it is stored: the same where it says the same, word for word. */
export function saidOf(person: ImportedPerson, today: CalendarDate): string {
  return stored(tellable(person, today));
}

/** Where a row came from. */
export function sourceOf(
  of: { readonly contactId: string } | { readonly interactionId: string } | { readonly exchangeId: string },
  kind: string,
  key: string,
  imported: string,
  { id }: Making,
): Change {
  const nothing = { contactId: null, interactionId: null, exchangeId: null };
  return insert('source', { id: id(), ...nothing, ...of, kind, key, imported, deletedAt: null });
}

function stored(told: ToldByFile): string {
  return JSON.stringify(told);
}

/**
 * What a file says, as far as it can be: an endless text is no reason to lose a card, nor is a day to come, as another time zone has
 * it. Such a day stays as a note until it has come. What has no text says nothing.
 */
function tellable({ key: _key, line: _line, ...told }: ImportedPerson, today: CalendarDate): ToldByFile {
  const short = (text: string | null) => (text === null ? null : cut(text, LONGEST_NAME));
  const long = (text: string) => cut(text, LONGEST_TEXT);
  const { metOn, lastOn, birthday } = told;
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
    points: told.points
      .filter(({ value }) => isSaid(value))
      .map(({ kind, value, label }) => ({ kind, value: long(value), label: short(label) })),
    traits: told.traits
      .filter(({ text }) => isSaid(text))
      .map(({ kind, text }) => ({ kind, text: long(text) })),
    notes: [
      ...told.notes.filter(isSaid).map(long),
      ...(met ? [] : [`Connected on: ${metOn}`]),
      ...(born ? [] : [`Birthday: ${birthday}`]),
    ],
    metOn: met ? metOn : null,
    lastOn: lastOn !== null && lastOn <= today ? lastOn : null,
  });
}

function isSaid(text: string): boolean {
  return text.trim() !== '';
}

/** The fields in one order, those that an older net did not keep included. */
function inOrder(told: ToldByFile): ToldByFile {
  return { ...NOTHING_TOLD, ...told };
}
