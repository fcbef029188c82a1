import { NetError } from '../../domain/error.ts';
import { type ImportedPerson, NOTHING_TOLD } from '../../domain/imported.ts';
import { fold } from '../../domain/words/fold.ts';
import { plain } from '../../domain/words/plain.ts';
import type { Header } from '../csv/header.ts';
import { type Row, rowsIn } from '../csv/rows.ts';
import { distinct, firstOf, oneLine } from '../people.ts';
import type { Part, Reject, SourceFile } from '../record.ts';
import { headOf } from '../source-text.ts';
import { type DayOrder, dayOrder, readConnectedOn } from './date.ts';
import { headerOf } from './header.ts';

/** The columns that have a place of their own, with the names that they have had. */
const COLUMNS = {
  first: ['first name'],
  last: ['last name'],
  url: ['url', 'profile url'],
  email: ['email address', 'e-mail address', 'email'],
  org: ['company'],
  role: ['position'],
  on: ['connected on'],
} as const;
type Column = keyof typeof COLUMNS;

/** The people in LinkedIn's connections. Throws `rejected` where there is no header; a row that cannot be read is a reject. */
export function* parseConnections(file: SourceFile): Generator<Part> {
  const header = headerOf(headOf(file));
  if (header === null) {
    const hint = 'ask LinkedIn for a copy of your data and import its Connections.csv as it is';
    throw new NetError(
      'rejected',
      'this file has no line that names the columns of LinkedIn connections',
      hint,
    );
  }
  const cellOf = cellReader(header);
  const order = dayOrder(daysIn(file, header, cellOf));
  const once = distinct();
  for (const part of rowsIn(file, header)) {
    const read = 'cells' in part ? readRow(part, header, cellOf, order) : part;
    if ('reason' in read) yield { reject: read };
    else {
      const person = once(read);
      yield person === null ? { skipped: 'repeated row' } : { person };
    }
  }
}

function* daysIn(file: SourceFile, header: Header, cellOf: CellReader): Generator<string> {
  for (const part of rowsIn(file, header)) if ('cells' in part) yield cellOf(part, 'on');
}

type CellReader = (row: Row, column: Column) => string;

function cellReader({ columns }: Header): CellReader {
  const names = columns.map(plain);
  const indexes = new Map(
    Object.entries(COLUMNS).map(([column, known]) => [
      column,
      names.findIndex((name) => (known as readonly string[]).includes(name)),
    ]),
  );
  return ({ cells }, column) => oneLine(cells[indexes.get(column) ?? -1] ?? '');
}

function readRow(row: Row, header: Header, cellOf: CellReader, order: DayOrder): ImportedPerson | Reject {
  const cell = (column: Column) => firstOf(cellOf(row, column));
  const [url, email, org, on] = [cell('url'), cell('email'), cell('org'), cell('on')];
  const name = firstOf(
    [cell('first'), cell('last')].filter((part) => part !== null).join(' '),
    email?.split('@')[0],
  );
  if (name === null) return { line: row.line, reason: nameless(url) };
  const metOn = readConnectedOn(on ?? '', order);
  return {
    ...NOTHING_TOLD,
    key: keyOf(url, email, name, org),
    line: row.line,
    name,
    org,
    role: cell('role'),
    points: [
      ...(url === null ? [] : [{ kind: 'url' as const, value: url, label: 'LinkedIn' }]),
      ...(email === null ? [] : [{ kind: 'email' as const, value: email, label: null }]),
    ],
    notes: [...(on === null || metOn !== null ? [] : [`Connected on: ${on}`]), ...otherCells(row, header)],
    metOn,
  };
}

function nameless(url: string | null): string {
  const where = url === null ? '' : `; the profile was ${url}`;
  return `this row has no name: LinkedIn leaves it out where somebody has hidden or closed their profile${where}`;
}

/** Columns that LinkedIn may add one day. */
function otherCells({ cells }: Row, { columns }: Header): readonly string[] {
  const known: readonly string[] = Object.values(COLUMNS).flat();
  return columns.flatMap((column, i) => {
    const value = oneLine(cells[i] ?? '');
    return value === '' || column === '' || known.includes(plain(column)) ? [] : [`${column}: ${value}`];
  });
}

/** What stays the same between two exports: the profile, else the address with the name, else the name and the company. */
function keyOf(url: string | null, email: string | null, name: string, org: string | null): string {
  if (url !== null) return profileKey(url);
  return email === null
    ? `name:${fold(name)}, ${fold(org ?? '')}`
    : `email:${email.toLowerCase()}|${fold(name)}`;
}

function profileKey(url: string): string {
  const plainUrl = url.toLowerCase().split(/[?#]/, 1)[0] ?? '';
  return plainUrl
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}
