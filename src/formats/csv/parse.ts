import { cut } from '../../domain/acts/limits.ts';
import { NetError } from '../../domain/error.ts';
import { distinct, oneLine } from '../people.ts';
import type { Given, Part, SourceFile } from '../record.ts';
import { headOf } from '../source-text.ts';
import { orderAmong } from './days.ts';
import { googleMeaning, isGoogle } from './google.ts';
import { guessColumns, namesSomebody } from './guess.ts';
import { type Header, headersOf } from './header.ts';
import { columnsIn, listed } from './mapping.ts';
import { type Column, columnsWith, type Meaning } from './meaning.ts';
import { isOutlook, outlookMeaning } from './outlook.ts';
import { readRow } from './person.ts';
import { rowsIn } from './rows.ts';
import { tableOf } from './table.ts';
import { isThunderbird, thunderbirdMeaning } from './thunderbird.ts';

const DATES: readonly Column['told'][] = ['birthday', 'date', 'met', 'touch'];

/** The people in Google's contacts, of either header. Throws `rejected` where there is none; a row that cannot be read is a reject. */
export function parseGoogle(file: SourceFile, given: Given): Generator<Part> {
  return peopleOf(file, given, headerFor(file, isGoogle), googleMeaning);
}

/** The people in Outlook's contacts, of the desktop and the web; see `parseGoogle`. */
export function parseOutlook(file: SourceFile, given: Given): Generator<Part> {
  return peopleOf(file, given, headerFor(file, isOutlook), outlookMeaning);
}

/** The people in Thunderbird's address book; see `parseGoogle`. */
export function parseThunderbird(file: SourceFile, given: Given): Generator<Part> {
  return peopleOf(file, given, headerFor(file, isThunderbird), thunderbirdMeaning);
}

/**
 * The people in any other table, by the columns that the user has named, else by what the names of the columns say. Throws `rejected`
 * where none of them names anybody.
 */
export function* parseTable(file: SourceFile, given: Given): Generator<Part> {
  const header = tableOf(headOf(file), given.columns !== null, file);
  if (header === null) throw noTable(file);
  const columns =
    given.columns === null ? guessColumns(header.columns) : columnsIn(given.columns, header.columns);
  if (given.columns === null && !namesSomebody(columns)) {
    throw new NetError(
      'rejected',
      `no column of ${file.path} is one that net knows as a name; they are ${listed(header.columns)}`,
      'say which is which, as --map name=1,email=2',
    );
  }
  for (const reason of unsaidBy(columns)) yield { remark: { line: header.line, reason } };
  yield* people(file, given, header, columns, false);
}

const MOST_REMARKS = 100;
const MOST_LISTED = 20;

/** What the names of the columns do not say: which of them are kept as notes, and whether people are called by their e-mail. */
function unsaidBy(columns: readonly Column[]): readonly string[] {
  const has = (...told: readonly Column['told'][]) => columns.some((column) => told.includes(column.told));
  const unknown = columns.filter(
    ({ told, slot, nothing }) => told === 'extra' && slot === undefined && nothing === undefined,
  );
  const titles = unknown.slice(0, MOST_LISTED).map(({ title }) => cut(oneLine(title), LONGEST_TITLE));
  const more = unknown.length - titles.length;
  return [
    ...(has('email') && !has('name', 'first', 'middle', 'last', 'nickname', 'alias')
      ? ['no column is a name, so people are called by their e-mail: --map name=COLUMN says which is one']
      : []),
    ...(unknown.length === 0
      ? []
      : [`kept as notes: ${titles.join(', ')}${more > 0 ? ` and ${more} more` : ''}`]),
  ];
}

const LONGEST_TITLE = 40;

function headerFor(file: SourceFile, isOne: (columns: readonly string[]) => boolean): Header {
  const header = headersOf(headOf(file)).find(({ columns }) => isOne(columns));
  if (header === undefined) throw noTable(file);
  return header;
}

function noTable({ path }: SourceFile): NetError {
  const hint = 'export the contacts once more, and import the file as it is';
  return new NetError('rejected', `${path} does not begin with a line that names its columns`, hint);
}

function* peopleOf(
  file: SourceFile,
  given: Given,
  header: Header,
  meaningOf: (header: string) => Meaning | null,
): Generator<Part> {
  yield* people(file, given, header, columnsWith(header.columns, meaningOf), meaningOf === outlookMeaning);
}

/** `american` is how to read a day that may be two. */
function* people(
  file: SourceFile,
  { today }: Given,
  header: Header,
  columns: readonly Column[],
  american: boolean,
): Generator<Part> {
  const order = orderAmong(daysIn(file, header, columns), american);
  const once = distinct();
  let remarked = 0;
  for (const row of rowsIn(file, header)) {
    if ('reason' in row) {
      yield { reject: row };
      continue;
    }
    const { person: read, skipped, remarks } = readRow(row, { columns, order, today });
    yield* skipped.map((kind) => ({ skipped: kind }));
    if (read === null) {
      const reason = 'this row has no name, and no e-mail, phone or organization to call it by';
      yield { reject: { line: row.line, reason } };
    } else {
      const person = once(read);
      yield person === null ? { skipped: 'repeated row' } : { person };
      for (const reason of remarks.slice(0, Math.max(MOST_REMARKS - remarked, 0)))
        yield { remark: { line: row.line, reason } };
      remarked += remarks.length;
    }
  }
}

/** Google writes its days in one way only. */
function* daysIn(file: SourceFile, header: Header, columns: readonly Column[]): Generator<string> {
  const dated = columns.filter(({ told }) => DATES.includes(told));
  if (dated.length === 0 || isGoogle(header.columns)) return;
  for (const row of rowsIn(file, header))
    if ('cells' in row) for (const { index } of dated) yield row.cells[index] ?? '';
}
