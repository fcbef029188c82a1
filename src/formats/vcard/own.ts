import { CIRCLES } from '../../domain/contact.ts';
import { isDay } from '../../domain/days/day.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import { keysOf } from '../../domain/keys.ts';
import { digest } from '../people.ts';
import { IS_TOLD, jsonIn } from '../told.ts';
import { type Entry, entriesOf, textOf } from './entry.ts';

/** What a vCard has no property for, and net writes in lines of its own. */
export const OWN_TRAITS = {
  interest: 'x-net-interest',
  need: 'x-net-need',
  offer: 'x-net-offer',
} as const;

export const OWN_FIELDS = {
  metOn: 'x-net-met',
  lastOn: 'x-net-last',
  everyDays: 'x-net-every',
  circle: 'x-net-circle',
} as const;

/** How long each note is that NOTE is made of, and what is between two of them. */
export const OWN_NOTES = 'x-net-notes';
export const BETWEEN_NOTES = '\n\n';

/** A field exactly as it is, where the properties cannot tell it: its name, what they are read as, and the value, as JSON. */
export const OWN_EXACT = 'x-net-exact';

type Told = Pick<
  ImportedPerson,
  'name' | 'nickname' | 'org' | 'role' | 'city' | 'birthday' | 'points' | 'traits' | 'notes'
>;

/** The fields that the properties tell. */
export const EXACT_FIELDS = keysOf<keyof Told>({
  name: true,
  nickname: true,
  org: true,
  role: true,
  city: true,
  birthday: true,
  points: true,
  traits: true,
  notes: true,
});

/** What net's own lines of a card tell. What of them cannot be becomes a note, as it was written. */
export function ownOf(
  entries: readonly Entry[],
): Pick<ImportedPerson, 'traits' | 'metOn' | 'lastOn' | 'everyDays' | 'circle' | 'notes'> {
  const notes: string[] = [];
  const read = <V>(field: keyof typeof OWN_FIELDS, as: (text: string) => V | null): V | null => {
    const [entry] = entriesOf(entries, OWN_FIELDS[field]);
    const text = entry === undefined ? '' : textOf(entry);
    const value = text === '' ? null : as(text);
    if (text !== '' && value === null) notes.push(`${LABELS[field]}: ${text}`);
    return value;
  };
  return {
    traits: (['interest', 'need', 'offer'] as const).flatMap((kind) =>
      entriesOf(entries, OWN_TRAITS[kind]).map((entry) => ({ kind, text: textOf(entry) })),
    ),
    metOn: read('metOn', (text) => (isDay(text) ? text : null)),
    lastOn: read('lastOn', (text) => (isDay(text) ? text : null)),
    everyDays: read('everyDays', (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null)),
    circle: read('circle', (text) => CIRCLES.find((circle) => circle === text) ?? null),
    notes,
  };
}

const LABELS = { metOn: 'Met', lastOn: 'Last touch', everyDays: 'Every', circle: 'Circle' } as const;

/** The notes that a NOTE was made of; as it is where it was changed since, or net did not write it. */
export function notesWithin(text: string, entries: readonly Entry[]): readonly string[] {
  const [entry] = entriesOf(entries, OWN_NOTES);
  if (entry === undefined) return [text];
  const notes: string[] = [];
  let at = 0;
  for (const length of textOf(entry).split(',').map(Number)) {
    if (!(length > 0) || (at > 0 && !text.startsWith(BETWEEN_NOTES, at))) return [text];
    if (at > 0) at += BETWEEN_NOTES.length;
    notes.push(text.slice(at, at + length));
    at += length;
  }
  return at === text.length ? notes : [text];
}

/** A person as net wrote them: each field that is still read as it was then has the value that it had. */
export function exactly(read: ImportedPerson, entries: readonly Entry[]): ImportedPerson {
  const exact = entriesOf(entries, OWN_EXACT).flatMap((entry) => {
    const said = jsonIn(textOf(entry));
    const [field, was, value]: unknown[] = Array.isArray(said) ? said : [];
    const known = EXACT_FIELDS.find((name) => name === field);
    return known !== undefined && IS_TOLD[known](value) && was === asRead(read, known)
      ? [[known, value]]
      : [];
  });
  return exact.length === 0 ? read : { ...read, ...Object.fromEntries(exact) };
}

/** What a field is read as, in few characters. */
export function asRead(person: Told, field: keyof Told): string {
  return digest(JSON.stringify(person[field]));
}
