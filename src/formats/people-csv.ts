import { stringify } from 'csv-stringify/sync';
import type { ImportedPerson } from '../domain/imported.ts';
import { inert } from './people-csv/cells.ts';
import { PEOPLE_COLUMNS } from './people-csv/columns.ts';

/** The number of rows that are written at a time. */
const BATCH = 200;

/** Without it Excel takes a file for one of an older encoding. */
const MARK = '\ufeff';

/**
 * People as a table for a spreadsheet, in pieces: everything about them but who introduced them, lists an item on each line. No cell is
 * a formula. `net import` reads the same people from it, their ways to be reached and traits ordered by kind.
 * `marked` begins with a byte order mark, for a file that a spreadsheet will open.
 */
export function* formatPeopleCsv(
  people: Iterable<ImportedPerson>,
  { marked = false }: { readonly marked?: boolean } = {},
): Generator<string> {
  if (marked) yield MARK;
  let rows: (readonly string[])[] = [PEOPLE_COLUMNS.map(({ header }) => header)];
  for (const person of people) {
    rows.push(PEOPLE_COLUMNS.map(({ write }) => inert(write(person))));
    if (rows.length < BATCH) continue;
    yield stringify(rows);
    rows = [];
  }
  if (rows.length > 0) yield stringify(rows);
}
