import { CIRCLES, type ContactPointKind, type TraitKind } from '../../domain/contact.ts';
import { type Birthday, isBirthday, isDay } from '../../domain/days/day.ts';
import { type ImportedPerson, NOTHING_TOLD } from '../../domain/imported.ts';
import { escaped, labeledCell, labeledIn, listCell, listIn, unescaped } from './cells.ts';

/** What is read of a person, and what of a cell could not be. */
type Read = Partial<ImportedPerson> | null;

/** A day as a spreadsheet may have rewritten it; null for what is none, or could be two. */
export type ReadDay = (text: string) => Birthday | null;

/** A column of the table that `net export` writes: its cell, and what the cell says. Null is what it cannot say. */
export interface PeopleColumn {
  readonly header: string;
  readonly write: (person: ImportedPerson) => string;
  readonly read: (cell: string, so: ImportedPerson, readDay: ReadDay) => Read;
  /** Whether its cells are days, which spreadsheets write as they like. */
  readonly isDay?: true;
}

type OneValued = Exclude<keyof ImportedPerson, 'points' | 'traits' | 'notes' | 'line' | 'via'>;

const ONE_VALUED = {
  key: text('Id', 'key'),
  name: text('Name', 'name'),
  nickname: text('Nickname', 'nickname'),
  org: text('Organization', 'org'),
  role: text('Role', 'role'),
  city: text('City', 'city'),
  birthday: day('Birthday', 'birthday', (birthday) => ({ birthday })),
  metOn: day('Met on', 'metOn', (said) => (isDay(said) ? { metOn: said } : null)),
  lastOn: day('Last touch', 'lastOn', (said) => (isDay(said) ? { lastOn: said } : null)),
  everyDays: value('Every days', 'everyDays', (cell) =>
    /^[1-9]\d{0,5}$/.test(cell) ? { everyDays: Number(cell) } : null,
  ),
  circle: value('Circle', 'circle', (cell) => {
    const circle = CIRCLES.find((one) => one === cell.toLowerCase());
    return circle === undefined ? null : { circle };
  }),
} as const satisfies Record<OneValued, PeopleColumn>;

const NOTES: PeopleColumn = {
  header: 'Notes',
  write: ({ notes }) => listCell(notes),
  read: (cell) => ({ notes: listIn(cell) }),
};

/** Everything about somebody, in the order in which it is read best. */
export const PEOPLE_COLUMNS: readonly PeopleColumn[] = [
  ONE_VALUED.name,
  ONE_VALUED.nickname,
  ONE_VALUED.org,
  ONE_VALUED.role,
  ONE_VALUED.city,
  points('E-mails', 'email'),
  points('Phones', 'phone'),
  points('Websites', 'url'),
  ONE_VALUED.birthday,
  traits('Tags', 'tag'),
  traits('Interests', 'interest'),
  traits('Needs', 'need'),
  traits('Offers', 'offer'),
  NOTES,
  ONE_VALUED.circle,
  ONE_VALUED.everyDays,
  ONE_VALUED.metOn,
  ONE_VALUED.lastOn,
  ONE_VALUED.key,
];

/** Somebody of whom nothing is said yet. */
export const EMPTY: ImportedPerson = { ...NOTHING_TOLD, key: '', line: 0 };

function text(header: string, field: 'key' | 'name' | 'nickname' | 'org' | 'role' | 'city'): PeopleColumn {
  return {
    header,
    write: (person) => escaped(person[field] ?? ''),
    read: (cell) => ({ [field]: unescaped(cell) }),
  };
}

function value(header: string, field: OneValued, read: (cell: string) => Read): PeopleColumn {
  return { header, write: (person) => String(person[field] ?? ''), read: (cell) => read(cell.trim()) };
}

function day(header: string, field: OneValued, read: (said: Birthday) => Read): PeopleColumn {
  return {
    header,
    isDay: true,
    write: (person) => String(person[field] ?? ''),
    read: (cell, _, readDay) => {
      const text = cell.trim();
      const said = isBirthday(text) ? text : readDay(text);
      return said === null ? null : read(said);
    },
  };
}

function points(header: string, kind: ContactPointKind): PeopleColumn {
  return {
    header,
    write: (person) => labeledCell(person.points.filter((point) => point.kind === kind)),
    read: (cell, so) => ({ points: [...so.points, ...labeledIn(cell).map((point) => ({ kind, ...point }))] }),
  };
}

function traits(header: string, kind: TraitKind): PeopleColumn {
  return {
    header,
    write: (person) =>
      listCell(person.traits.filter((trait) => trait.kind === kind).map((trait) => trait.text)),
    read: (cell, so) => ({ traits: [...so.traits, ...listIn(cell).map((said) => ({ kind, text: said }))] }),
  };
}
