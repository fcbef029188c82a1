import { cut } from '../../domain/acts/limits.ts';
import { NetError } from '../../domain/error.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import { fold } from '../../domain/words/fold.ts';
import { orderAmong, readDay as readAnyDay } from '../csv/days.ts';
import type { Header } from '../csv/header.ts';
import { bare } from '../csv/meaning.ts';
import { type Row, rowsIn } from '../csv/rows.ts';
import { distinct, firstOf, oneLine } from '../people.ts';
import type { Given, Part, Reject, SourceFile } from '../record.ts';
import { headOf } from '../source-text.ts';
import { active } from './cells.ts';
import { EMPTY, PEOPLE_COLUMNS, type PeopleColumn, type ReadDay } from './columns.ts';
import { peopleHeader } from './header.ts';

/**
 * The people in a table that `net export people.csv` wrote, exactly as they were. Throws `rejected` for a file that is none; a row that
 * cannot be read is a reject. A column that somebody has added becomes a note, and so does a cell that says nothing net knows. Days that a
 * spreadsheet has written its own way are read by what all of them show.
 */
export function* parsePeopleCsv(file: SourceFile, { today }: Given): Generator<Part> {
  const header = peopleHeader(headOf(file));
  if (header === null) {
    const hint = 'write it again with net export, and leave its first line as it is';
    throw new NetError('rejected', `${file.path} is no table that net wrote`, hint);
  }
  const known = new Map(PEOPLE_COLUMNS.map((column) => [bare(column.header), column]));
  const columns = header.columns.map((name, i) => ({
    title: name === '' ? `Column ${i + 1}` : name,
    column: known.get(bare(name)) ?? null,
  }));
  const order = orderAmong(daysIn(file, header, columns), false);
  const readDay: ReadDay = (text) => readAnyDay(text, order, today);
  const once = distinct();
  let remarked = 0;
  for (const row of rowsIn(file, header)) {
    const read = 'cells' in row ? readRow(row, columns, readDay) : row;
    if ('reason' in read) yield { reject: read };
    else {
      const person = once(read.person);
      yield person === null ? { skipped: 'repeated row' } : { person };
      for (const reason of read.unread)
        if (remarked++ < MOST_REMARKS) yield { remark: { line: row.line, reason } };
    }
  }
}

function* daysIn(file: SourceFile, header: Header, columns: Columns): Generator<string> {
  const dated = columns.flatMap(({ column }, i) => (column?.isDay ? [i] : []));
  if (dated.length === 0) return;
  for (const row of rowsIn(file, header))
    if ('cells' in row) for (const i of dated) yield active(row.cells[i] ?? '');
}

const MOST_REMARKS = 100;
const LONGEST_SHOWN = 40;

type Columns = readonly { readonly title: string; readonly column: PeopleColumn | null }[];

interface Read {
  readonly person: ImportedPerson;
  /** What says nothing that net knows in a column of its own, and became a note. */
  readonly unread: readonly string[];
}

function readRow({ line, cells }: Row, columns: Columns, readDay: ReadDay): Read | Reject {
  let person: ImportedPerson = { ...EMPTY, line };
  const notes: string[] = [];
  const unread: string[] = [];
  for (const [i, { title, column }] of columns.entries()) {
    const cell = active(cells[i] ?? '');
    if (cell === '') continue;
    const said = column?.read(cell, person, readDay) ?? null;
    if (said !== null) person = { ...person, ...said };
    else if (cell.trim() !== '') {
      notes.push(`${title}: ${cell.trim()}`);
      if (column !== null)
        unread.push(`${title}: "${cut(cell.trim(), LONGEST_SHOWN)}" cannot be read: kept as a note`);
    }
  }
  const name = firstOf(
    person.name.trim() === '' ? null : person.name,
    person.nickname,
    ...person.points.map(({ value }) => oneLine(value)),
  );
  if (name === null) return { line, reason: 'this row has no name' };
  const key = firstOf(person.key) ?? `name:${fold(name)}, ${fold(person.org ?? '')}`;
  return { person: { ...person, key, name, notes: [...person.notes, ...notes] }, unread };
}
