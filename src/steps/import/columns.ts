import type { Change } from '../../domain/change.ts';
import { isNetError, NetError } from '../../domain/error.ts';
import { guessColumns, namesSomebody } from '../../formats/csv/guess.ts';
import { firstRows, type Header } from '../../formats/csv/header.ts';
import { columnsIn, fieldOf, mapText, QUESTIONS, readMap, signature } from '../../formats/csv/mapping.ts';
import type { Column } from '../../formats/csv/meaning.ts';
import { tableOf } from '../../formats/csv/table.ts';
import { csv } from '../../formats/csv.ts';
import { importerFor } from '../../formats/index.ts';
import type { ColumnMap, SourceFile } from '../../formats/record.ts';
import { headOf } from '../../formats/source-text.ts';
import type { Context } from '../../host/context.ts';
import type { Choice } from '../../host/prompt.ts';
import type { Db } from '../../store/db.ts';
import { setSetting, settingRow } from '../../store/settings.ts';

/** How many rows are looked through for an example of what a column holds. */
const EXAMPLES = 20;
const LONGEST_EXAMPLE = 30;

/**
 * Which columns of a table tell what: as typed with `--map`, as it was said for a table with the same columns before, or as somebody at
 * the terminal answers. Null for a file that needs no map, and where nobody can be asked. Throws `usage` or `rejected` for a map that
 * cannot be, or where the file is no table.
 */
export async function columnsFor(
  { prompt }: Pick<Context, 'prompt'>,
  db: Db | null,
  file: SourceFile,
  typed: string | undefined,
): Promise<ColumnMap | null> {
  if (typed !== undefined) {
    const map = readMap(typed);
    const header = tableOf(headOf(file), true, file);
    if (header === null) {
      const hint = 'leave --map out; net import tells formats apart by itself';
      throw new NetError('rejected', `${file.path} is no table, so it has no columns to map`, hint);
    }
    columnsIn(map, header.columns);
    return map;
  }
  const header = ownTable(file);
  if (header === null) return null;
  const known = db === null ? null : remembered(db, header);
  if (known !== null) return known;
  const columns = guessColumns(header.columns);
  if (namesSomebody(columns) || prompt === null) return null;
  return asked(prompt, file, header, columns);
}

/** What remembers a map for every table with the same columns: nothing where it is remembered already, or the file is no table. */
export function rememberedColumns(db: Db, file: SourceFile, map: ColumnMap): readonly Change[] {
  const header = tableOf(headOf(file), true, file);
  if (header === null) return [];
  const [id, value] = [settingOf(header), mapText(map)];
  return setSetting(db, id, value);
}

/** The header of a table that no importer knows by its name. */
function ownTable(file: SourceFile): Header | null {
  return importerFor(file) === csv ? tableOf(headOf(file), false, file) : null;
}

function settingOf({ columns }: Header): string {
  return `columns ${signature(columns)}`;
}

/** What was said before. What an older net cannot read is as good as never said. */
function remembered(db: Db, header: Header): ColumnMap | null {
  const row = settingRow(db, settingOf(header));
  if (row === null || row.deletedAt !== null) return null;
  try {
    const map = readMap(row.value);
    columnsIn(map, header.columns);
    return map;
  } catch (error) {
    if (isNetError(error)) return null;
    throw error;
  }
}

type Said = ColumnMap[number]['field'] | 'rest';

/** Asks about one column after the other. Throws `rejected` where none of them is to be a name. */
async function asked(
  prompt: NonNullable<Context['prompt']>,
  file: SourceFile,
  header: Header,
  columns: readonly Column[],
): Promise<ColumnMap> {
  const rows = firstRows(headOf(file), header, EXAMPLES);
  const map: { field: string; column: string }[] = [];
  let isOver = false;
  for (const column of columns) {
    const example = rows.map((row) => (row[column.index] ?? '').trim()).find((cell) => cell !== '');
    const said: Said = isOver
      ? 'rest'
      : await prompt.select<Said>(question(column, example), choicesFor(column));
    isOver = said === 'rest';
    const field = isOver ? 'titled' : said;
    // What would be a note by itself need not be said.
    if (field !== 'titled' || column.told !== 'extra') map.push({ field, column: String(column.index + 1) });
  }
  columnsIn(map, header.columns);
  return map;
}

function question({ title }: Column, example: string | undefined): string {
  if (example === undefined) return `What is "${title}"? It is empty in the first rows.`;
  const shown = example.replace(/\s+/g, ' ');
  const short = shown.length > LONGEST_EXAMPLE ? `${shown.slice(0, LONGEST_EXAMPLE)}…` : shown;
  return `What is "${title}", as in "${short}"?`;
}

/** The guess comes first. */
function choicesFor(column: Column): readonly Choice<Said>[] {
  const guess = fieldOf(column);
  const fields = QUESTIONS.filter(([field]) => field !== 'titled').map(
    ([value, name]): Choice<Said> => ({ name, value }),
  );
  const titled: Choice<Said> = { name: `a note under "${column.title}"`, value: 'titled' };
  const rest: Choice<Said> = { name: 'this and all that follow stay notes', value: 'rest' };
  const first = fields.find(({ value }) => value === guess) ?? titled;
  return [first, ...[...fields, titled].filter((choice) => choice !== first), rest];
}
