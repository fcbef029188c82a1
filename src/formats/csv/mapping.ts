import { NetError } from '../../domain/error.ts';
import { plain } from '../../domain/words/plain.ts';
import { digest } from '../people.ts';
import type { ColumnMap } from '../record.ts';
import { guessColumns, namesSomebody, purpose } from './guess.ts';
import { bare, type Column, type Meaning, type Told } from './meaning.ts';

/** What `--map` calls each thing that a column may tell, with how a question says it. */
const FIELDS = {
  name: ['name', 'the name'],
  first: ['first', 'the first name'],
  middle: ['middle', 'the middle name'],
  last: ['last', 'the last name'],
  nickname: ['nickname', 'the nickname'],
  org: ['org', 'where they work'],
  role: ['role', 'what they do there'],
  city: ['city', 'the city'],
  birthday: ['birthday', 'the birthday'],
  email: ['email', 'an e-mail address'],
  phone: ['phone', 'a phone number'],
  url: ['url', 'a web address'],
  tag: ['tag', 'tags'],
  interest: ['interest', 'interests'],
  need: ['need', 'what they need'],
  offer: ['offer', 'what they can offer'],
  met: ['met', 'when you met'],
  touch: ['touch', 'when you were last in touch'],
  every: ['every', 'how often to be in touch'],
  circle: ['circle', 'the circle'],
  id: ['id', 'an id that stays the same'],
  note: ['note', 'a note'],
  titled: ['extra', 'a note under its name'],
  skip: ['skip', 'leave it out'],
} as const satisfies Record<string, readonly [Told, string]>;

export type Field = keyof typeof FIELDS;

const NAMES = Object.keys(FIELDS) as Field[];

/** Other words for a field. */
const ALIASES: ReadonlyMap<string, Field> = new Map([
  ['first-name', 'first'],
  ['last-name', 'last'],
  ['surname', 'last'],
  ['mail', 'email'],
  ['e-mail', 'email'],
  ['tel', 'phone'],
  ['company', 'org'],
  ['website', 'url'],
  ['notes', 'note'],
  ['tags', 'tag'],
  ['last-touch', 'touch'],
  ['cadence', 'every'],
]);

const NAMING: readonly Field[] = ['name', 'first', 'last', 'nickname', 'email', 'phone', 'org'];
const MOST_LISTED = 20;
const LONGEST_MAP = 10_000;

/** The fields in their order, each with how a question says it. */
export const QUESTIONS: readonly (readonly [Field, string])[] = NAMES.map((field) => [
  field,
  FIELDS[field][1],
]);

/** Reads `name=2,email="E-mail"`. Throws `usage` for what says nothing and for a field that there is not. */
export function readMap(text: string): ColumnMap {
  const said = /\s*([^=,"]*?)\s*=\s*("(?:[^"]|"")*"|[^,"]*)\s*(?:,|$)/y;
  const map: { field: string; column: string }[] = [];
  while (said.lastIndex < text.length && text.length <= LONGEST_MAP) {
    const [, name = '', value = ''] = said.exec(text) ?? [];
    const column = value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value.trim();
    if (column === '') break;
    map.push({ field: fieldNamed(name), column });
  }
  if (said.lastIndex < text.length || map.length === 0) {
    const hint = 'name each field with its column: --map name=2,email="E-mail"';
    throw new NetError('usage', `--map ${text.slice(0, 100)} does not say which column is what`, hint);
  }
  return map;
}

/** As `readMap` reads it. */
export function mapText(map: ColumnMap): string {
  return map
    .map(
      ({ field, column }) =>
        `${field}=${/^[\w-]+$/.test(column) ? column : `"${column.replaceAll('"', '""')}"`}`,
    )
    .join(',');
}

function fieldNamed(name: string): Field {
  const said = name.toLowerCase();
  const field = NAMES.find((known) => known === said) ?? ALIASES.get(said);
  if (field !== undefined) return field;
  throw new NetError('usage', `--map knows no field "${name}"`, `the fields are ${NAMES.join(', ')}`);
}

/** What somebody has one of, so that what the map says stands for what would be guessed; with what says the same in parts. */
const SINGLE: Partial<Record<Told, readonly Told[]>> = {
  name: [],
  first: [],
  middle: [],
  last: [],
  nickname: [],
  org: [],
  role: [],
  city: [],
  birthday: ['birth year', 'birth month', 'birth day'],
  met: [],
  touch: [],
  every: [],
  circle: [],
  id: [],
};

/**
 * The columns of a header with what a map says of them, and for those that it does not name what their names say. Throws `rejected` for a
 * column that there is not, and where none tells a name.
 */
export function columnsIn(map: ColumnMap, headers: readonly string[]): readonly Column[] {
  const columns = guessColumns(headers);
  const mapped = map.flatMap(({ field, column }) =>
    indexesOf(column, headers).map((index) => ({ index, meaning: meaningOf(field, headers[index] ?? '') })),
  );
  const told = new Set(
    mapped.flatMap(({ meaning }) => {
      const parts = SINGLE[meaning.told];
      return parts === undefined ? [] : [meaning.told, ...parts];
    }),
  );
  const all = columns.flatMap((column): readonly Column[] => {
    const own = mapped.filter(({ index }) => index === column.index);
    const { index, title } = column;
    if (own.length > 0) return own.map(({ meaning }) => ({ index, title, ...meaning }));
    return [told.has(column.told) ? { index, title, told: 'extra' } : column];
  });
  if (!map.some(({ field }) => NAMING.includes(field as Field)) && !namesSomebody(all)) {
    throw new NetError(
      'rejected',
      'no column is said to be the name',
      `add one, as name=1; the columns are ${listed(headers)}`,
    );
  }
  return all;
}

function meaningOf(field: string, header: string): Meaning {
  const [told] = FIELDS[fieldNamed(field)];
  if (told === 'org') return { told, slot: 'work' };
  return told === 'email' || told === 'phone' || told === 'url'
    ? { told, ...purpose(bare(header)) }
    : { told };
}

/** The column of a number, else every one of a name. */
function indexesOf(column: string, headers: readonly string[]): readonly number[] {
  const index = /^\d{1,6}$/.test(column) ? Number(column) - 1 : -1;
  if (index >= 0 && index < headers.length) return [index];
  const named = headers.flatMap((header, i) => (header !== '' && plain(header) === plain(column) ? [i] : []));
  if (named.length > 0) return named;
  throw new NetError(
    'rejected',
    `this table has no column "${column}"`,
    `its columns are ${listed(headers)}`,
  );
}

/** The columns of a header with their numbers. */
export function listed(headers: readonly string[]): string {
  const shown = headers
    .slice(0, MOST_LISTED)
    .map((header, i) => `${i + 1} ${header === '' ? '(no name)' : `"${header}"`}`);
  const more = headers.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** The field that a column seems to be, or null for one that is best kept as a note under its name. */
export function fieldOf({ told }: Meaning): Field | null {
  if (told === 'extra') return null;
  return NAMES.find((field) => FIELDS[field][0] === told) ?? null;
}

/** Under what a mapping is remembered: the same for every table with the same columns. */
export function signature(headers: readonly string[]): string {
  return digest(JSON.stringify(headers.map(plain)));
}
