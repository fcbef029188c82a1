import { parse } from 'csv-parse/sync';
import type { NumberedLine } from './lines.ts';
import type { Reject } from './record.ts';

/** The line of a table that names its columns. */
export interface Header {
  readonly line: number;
  /** A comma, unless a spreadsheet has saved the file again. */
  readonly delimiter: string;
  readonly columns: readonly string[];
}

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A quoted cell spans no more lines than this. */
const MOST_LINES = 50;
const LONGEST_LINE = 100_000;

/** Lines without quotes, which cannot run into each other, are read so many at a time. */
const BATCH = 1000;

/**
 * The rows of a table, or why there is none at a line. A quote that is never closed costs its own line and no other: what follows
 * is read again from the next one.
 */
export function* rowsOf(lines: readonly NumberedLine[], header: Header): Generator<Row | Reject> {
  for (let from = 0; from < lines.length; ) {
    const line = lines[from];
    const plain = plainLines(lines, from);
    if (plain.length > 0) {
      const filled = plain.filter(({ text }) => text !== '');
      const records = recordsOf(filled, header, false) ?? [];
      yield* filled.map(({ number }, i) => ({ line: number, cells: records[i] ?? [] }));
      from += plain.length;
    } else if (line !== undefined && line.text.length > LONGEST_LINE) {
      yield { line: line.number, reason: 'this row is too long to be one' };
      from++;
    } else if (line !== undefined) {
      const whole = lines.slice(from, from + heightOf(lines, from));
      const cells = oneRow(whole, header, false);
      const lenient = cells ?? oneRow([line], header, true);
      if (lenient === null) yield { line: line.number, reason: 'a quoted cell in this row does not end' };
      else yield { line: line.number, cells: lenient };
      from += cells === null ? 1 : whole.length;
    }
  }
}

function plainLines(lines: readonly NumberedLine[], from: number): readonly NumberedLine[] {
  let to = from;
  while (to < from + BATCH && isPlain(lines[to])) to++;
  return lines.slice(from, to);
}

function isPlain(line: NumberedLine | undefined): boolean {
  return line !== undefined && line.text.length <= LONGEST_LINE && !line.text.includes('"');
}

/** How many lines it takes until the quotes are balanced; 0 where they never are. */
function heightOf(lines: readonly NumberedLine[], from: number): number {
  let open = false;
  for (let height = 1; height <= MOST_LINES; height++) {
    const line = lines[from + height - 1];
    if (line === undefined || line.text.length > LONGEST_LINE) return 0;
    for (let at = line.text.indexOf('"'); at >= 0; at = line.text.indexOf('"', at + 1)) open = !open;
    if (!open) return height;
  }
  return 0;
}

/** The cells of lines that are one row, or null where they are none. A cell that holds whole rows has swallowed them. */
function oneRow(lines: readonly NumberedLine[], header: Header, lenient: boolean): readonly string[] | null {
  const { delimiter, columns } = header;
  const records = recordsOf(lines, header, lenient) ?? [];
  const [cells] = records;
  const swallowed = cells?.some((cell) =>
    cell.split('\n').some((line) => line.split(delimiter).length >= columns.length),
  );
  return cells === undefined || records.length > 1 || swallowed ? null : cells;
}

/** `lenient` takes a stray quote as it is. Null where a quote is out of place or not closed. */
function recordsOf(
  lines: readonly NumberedLine[],
  { delimiter }: Header,
  lenient: boolean,
): readonly (readonly string[])[] | null {
  try {
    return parse(lines.map(({ text }) => text).join('\n'), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: lenient,
    });
  } catch {
    return null;
  }
}
