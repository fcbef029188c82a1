import { cut } from '../../domain/acts/limits.ts';
import { CIRCLES, type TraitKind } from '../../domain/contact.ts';
import { type CalendarDate, isDay } from '../../domain/days/day.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import { fold } from '../../domain/words/fold.ts';
import { firstOf, unique } from '../people.ts';
import type { Entry } from '../vcard/entry.ts';
import { personOf } from '../vcard/person.ts';
import { splitName } from '../vcard/split-name.ts';
import { readCadence } from './cadence.ts';
import { isNoDay, readDay } from './days.ts';
import { entriesIn, saysMore } from './entries.ts';
import type { Told } from './meaning.ts';
import { type Reading, type Value, type Values, valuesOf } from './row.ts';
import type { Row } from './rows.ts';

const LONGEST_SHOWN = 40;
const TRAITS: readonly TraitKind[] = ['interest', 'need', 'offer'];

/** What a row comes to. */
export interface ReadRow {
  /** Null where the row names nobody. The key need not be unique yet. */
  readonly person: ImportedPerson | null;
  /** What was left out on purpose. */
  readonly skipped: readonly string[];
  /** What could not be read, and became a note. */
  readonly remarks: readonly string[];
}

/** The person whom a row tells of, and what was left out. Whatever has no field becomes a note. */
export function readRow(row: Row, reading: Reading): ReadRow {
  const values = withoutMachines(valuesOf(row, reading.columns));
  const entries = entriesIn(row.line, values.kept, reading);
  const aliases = values.kept.get('alias') ?? [];
  const read = personOf(row.line, entries, []) ?? called(row.line, aliases[0]?.text, entries);
  const skipped = [...values.skipped, ...(values.kept.get('photo') ?? []).map(() => 'photo')];
  if (read === null) return { person: null, skipped, remarks: [] };
  const person = withMore(read, values.kept, reading);
  const key = keyOf(person, values.kept.get('id')?.[0]?.text);
  return { person: { ...person, key }, skipped, remarks: unreadIn(values.kept, reading) };
}

/** Somebody who is called only what a program shows. */
function called(line: number, alias: string | undefined, entries: readonly Entry[]): ImportedPerson | null {
  if (alias === undefined) return null;
  const rest = { line, group: null, types: [], params: new Map(), binary: false, label: null };
  return personOf(line, [...entries, { ...rest, name: 'fn', parts: [[alias]] }], []);
}

/** Where a mail server keeps somebody is no address that anybody could write to. */
function withoutMachines(values: Values): { readonly kept: Values; readonly skipped: readonly string[] } {
  const emails = values.get('email') ?? [];
  const kept = emails.filter(({ text }) => !/^\/o=/i.test(text));
  if (kept.length === emails.length) return { kept: values, skipped: [] };
  return {
    kept: new Map([...values, ['email', kept] as const]),
    skipped: emails.slice(kept.length).map(() => 'Exchange address'),
  };
}

/** What a card does not have. What cannot be read there becomes a note, too, and so does each value after the first. */
function withMore(person: ImportedPerson, values: Values, reading: Reading): ImportedPerson {
  const of = (told: Told) => values.get(told) ?? [];
  const { met: readMet, touch: readTouch, every: readEvery, circle: readCircle } = readersOf(reading);
  const city = firstValue(person.city === null ? of('city') : [], (text) => text);
  const met = firstValue(withDays(of('met')), readMet);
  const touch = firstValue(withDays(of('touch')), readTouch);
  const every = firstValue(of('every'), readEvery);
  const circle = firstValue(of('circle'), readCircle);
  const cities =
    person.city === null
      ? city.rest
      : of('city').filter(({ text }) => fold(text) !== fold(person.city ?? ''));
  const rest = [
    ...cities,
    ...met.rest,
    ...touch.rest,
    ...every.rest,
    ...circle.rest,
    ...aliasesIn(person, values),
  ];
  return {
    ...person,
    city: person.city ?? city.value,
    metOn: met.value,
    lastOn: touch.value,
    everyDays: every.value,
    circle: circle.value,
    traits: [
      ...person.traits,
      ...TRAITS.flatMap((kind) => unique(of(kind).map(({ text }) => text)).map((text) => ({ kind, text }))),
    ],
    notes: unique([...person.notes, ...rest.map(({ title, text }) => `${title}: ${text}`)]),
  };
}

/** How the cells are read that have a form of their own. */
function readersOf({ order, today }: Reading) {
  const day = (text: string): CalendarDate | null => {
    const read = readDay(text, order, today);
    return read !== null && isDay(read) ? read : null;
  };
  return {
    birthday: (text: string) => readDay(text, order, today),
    met: day,
    touch: (text: string) => {
      const read = day(text);
      return read === null || read > today ? null : read;
    },
    every: readCadence,
    circle: (text: string) => CIRCLES.find((one) => one === text.toLowerCase()) ?? null,
  };
}

const NO_SUCH = {
  birthday: 'no day for sure',
  met: 'no day for sure',
  touch: 'no day in the past for sure',
  every: 'no span',
  circle: 'no circle',
} as const;

/** What has a field of its own and could not be read. */
function unreadIn(values: Values, reading: Reading): readonly string[] {
  const readers = readersOf(reading);
  return Object.entries(NO_SUCH).flatMap(([field, what]) =>
    withDays(values.get(field as keyof typeof NO_SUCH) ?? [])
      .filter(({ text }) => readers[field as keyof typeof NO_SUCH](text) === null)
      .map(({ text }) => `${field}: "${cut(text, LONGEST_SHOWN)}" is ${what}: kept as a note`),
  );
}

function withDays(values: readonly Value[]): readonly Value[] {
  return values.filter(({ text }) => !isNoDay(text));
}

/** The first value that can be read, and all the others. */
function firstValue<V>(
  values: readonly Value[],
  read: (text: string) => V | null,
): { readonly value: V | null; readonly rest: readonly Value[] } {
  const at = values.findIndex(({ text }) => read(text) !== null);
  const found = values[at];
  return { value: found === undefined ? null : read(found.text), rest: values.filter((_, i) => i !== at) };
}

/** What a program calls somebody, where that says more than is known without. */
function aliasesIn(person: ImportedPerson, values: Values): readonly Value[] {
  const known = [
    person.name,
    person.nickname ?? '',
    person.org ?? '',
    ...person.notes,
    ...person.points.map(({ value }) => value),
  ];
  const letters = new Set(fold(person.name).match(/\b\p{L}/gu));
  const initials = (values.get('initials') ?? []).filter(({ text }) =>
    (fold(text).match(/\p{L}/gu) ?? []).some((letter) => !letters.has(letter)),
  );
  const display = (values.get('name') ?? []).filter(({ text }) => text.includes('@'));
  return [...(values.get('alias') ?? []), ...display, ...initials].filter(({ text }) =>
    saysMore(text, known),
  );
}

/**
 * What stays the same between two exports: an id, else the address or the number with the name, as a family or an office may share one, or
 * the name and the company.
 */
function keyOf({ name, org, points }: ImportedPerson, id: string | undefined): string {
  const of = (kind: string) => points.find((point) => point.kind === kind)?.value.toLowerCase();
  const number = of('phone')?.replace(/[^0-9+]/g, '');
  if (id !== undefined) return id;
  const reached = firstOf(of('email'));
  // Google's later header leaves out of the name what its earlier one had before and after it.
  const { given, middle, family } = splitName(name);
  const called = firstOf(fold([given, middle, family].filter(Boolean).join(' ')), fold(name));
  if (reached !== null) return `email:${reached}|${called}`;
  return number === undefined ? `name:${fold(name)}, ${fold(org ?? '')}` : `phone:${number}|${called}`;
}
