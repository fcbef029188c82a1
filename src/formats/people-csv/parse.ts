import { NetError } from '../../domain/error.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import { fold } from '../../domain/words/fold.ts';
import { bare } from '../csv/meaning.ts';
import { type Row, rowsIn } from '../csv/rows.ts';
import { distinct, firstOf, oneLine } from '../people.ts';
import type { Given, Part, Reject, SourceFile } from '../record.ts';
import { headOf } from '../source-text.ts';
import { active } from './cells.ts';
import { EMPTY, PEOPLE_COLUMNS, type PeopleColumn } from './columns.ts';
import { peopleHeader } from './header.ts';

/**
 * The people in a table that `net export people.csv` wrote, exactly as they were. Throws `rejected` for a file that is none; a row that
 * cannot be read is a reject. A column that somebody has added becomes a note, and so does a cell that says nothing net knows.
 */
export function* parsePeopleCsv(file: SourceFile, _given: Given): Generator<Part> {
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
  const once = distinct();
  for (const row of rowsIn(file, header)) {
    const read = 'cells' in row ? readRow(row, columns) : row;
    if ('reason' in read) yield { reject: read };
    else {
      const person = once(read);
      yield person === null ? { skipped: 'repeated row' } : { person };
    }
  }
}

type Columns = readonly { readonly title: string; readonly column: PeopleColumn | null }[];

function readRow({ line, cells }: Row, columns: Columns): ImportedPerson | Reject {
  let person: ImportedPerson = { ...EMPTY, line };
  const notes: string[] = [];
  for (const [i, { title, column }] of columns.entries()) {
    const cell = active(cells[i] ?? '');
    if (cell === '') continue;
    const said = column?.read(cell, person) ?? null;
    if (said !== null) person = { ...person, ...said };
    else if (cell.trim() !== '') notes.push(`${title}: ${cell.trim()}`);
  }
  const name = firstOf(
    person.name.trim() === '' ? null : person.name,
    person.nickname,
    ...person.points.map(({ value }) => oneLine(value)),
  );
  if (name === null) return { line, reason: 'this row has no name' };
  const key = firstOf(person.key) ?? `name:${fold(name)}, ${fold(person.org ?? '')}`;
  return { ...person, key, name, notes: [...person.notes, ...notes] };
}
