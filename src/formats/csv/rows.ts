import { parse } from 'csv-parse/sync';
import { type NumberedLine, numberedLines } from '../lines.ts';
import type { Reject, SourceFile } from '../record.ts';
import { blocksOf } from '../source-text.ts';
import { type Header, isBalanced } from './header.ts';

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How far a row may go: notes have many lines, but a quote that is never closed must not swallow a whole file. */
interface Limits {
  readonly lines: number;
  readonly line: number;
  readonly characters: number;
}

const LIMITS: Limits = { lines: 2000, line: 100_000, characters: 1_000_000 };
const EXACT: Limits = { lines: 100_000, line: 2_000_000, characters: 20_000_000 };

/** Lines that are rows of their own are read so many at a time. */
const BATCH = 500;

/** The rows of a file below the header of its table: see `rowsOf`. */
export function rowsIn(file: SourceFile, header: Header): Generator<Row | Reject> {
  return rowsOf(linesBelow(file, header.line), header);
}

function* linesBelow(file: SourceFile, last: number): Generator<NumberedLine> {
  for (const line of numberedLines(blocksOf(file))) if (line.number > last) yield line;
}

/**
 * The rows of a table, or why there is none at a line; rows with nothing in them are passed over. A quote that is never closed costs its
 * own line and no other: what follows is read again from the next one.
 */
export function* rowsOf(lines: Iterable<NumberedLine>, header: Header): Generator<Row | Reject> {
  const { at, drop } = lookingAhead(lines);
  const limits = header.exact === undefined ? LIMITS : EXACT;
  for (let line = at(0); line !== undefined; line = at(0)) {
    const whole = wholeLines(at, limits);
    const records = whole.length > 1 ? recordsOf(whole, header, false) : null;
    if (records?.length === whole.length) {
      for (const [i, { number }] of whole.entries())
        yield* filled({ line: number, cells: records[i] ?? [] }, header);
    } else {
      for (const one of whole) yield* checkedRow(one, oneRow([one], header), header);
    }
    drop(whole.length);
    if (whole.length > 0) continue;
    if (line.text.trim() === '') drop(1);
    else if (line.text.length > limits.line) {
      yield { line: line.number, reason: 'this row is too long to be one' };
      drop(1);
    } else {
      const height = heightOf(at, limits);
      const cells = height < 2 ? null : oneRow(taken(at, height), header);
      yield* checkedRow(line, cells, header);
      drop(cells === null ? 1 : height);
    }
  }
}

interface Ahead {
  readonly at: (index: number) => NumberedLine | undefined;
  readonly drop: (count: number) => void;
}

/** Lines of which only those are held that are still to be looked at. */
function lookingAhead(lines: Iterable<NumberedLine>): Ahead {
  const source = lines[Symbol.iterator]();
  let held: NumberedLine[] = [];
  let from = 0;
  return {
    at: (index) => {
      while (held.length <= from + index) {
        const next = source.next();
        if (next.done === true) return undefined;
        held.push(next.value);
      }
      return held[from + index];
    },
    drop: (count) => {
      from += count;
      if (from < BATCH) return;
      held = held.slice(from);
      from = 0;
    },
  };
}

/** The next lines in which every quote is closed: each is a row. */
function wholeLines(at: Ahead['at'], limits: Limits): readonly NumberedLine[] {
  const whole: NumberedLine[] = [];
  for (let line = at(0); line !== undefined && whole.length < BATCH; line = at(whole.length)) {
    if (line.text === '' || line.text.length > limits.line || !isBalanced(line.text)) break;
    whole.push(line);
  }
  return whole;
}

/** How many lines it takes until the quotes are balanced; 0 where they never are. */
function heightOf(at: Ahead['at'], limits: Limits): number {
  let open = false;
  let length = 0;
  for (let height = 1; height <= limits.lines; height++) {
    const line = at(height - 1);
    length += line?.text.length ?? 0;
    if (line === undefined || line.text.length > limits.line || length > limits.characters) return 0;
    if (!isBalanced(line.text)) open = !open;
    if (!open) return height;
  }
  return 0;
}

function taken(at: Ahead['at'], count: number): readonly NumberedLine[] {
  return Array.from({ length: count }, (_, i) => at(i)).filter((line) => line !== undefined);
}

/** The cells of a row, or else those of its first line alone, with whatever quotes it has. */
function* checkedRow(
  line: NumberedLine,
  cells: readonly string[] | null,
  header: Header,
): Generator<Row | Reject> {
  const read = cells ?? recordsOf([line], header, true)?.[0];
  if (read === undefined) yield { line: line.number, reason: 'a quoted cell in this row does not end' };
  else yield* filled({ line: line.number, cells: read }, header);
}

/** A row that has something in it. With more cells than there are columns it would put its values into the wrong ones. */
function* filled(row: Row, { columns }: Header): Generator<Row | Reject> {
  const last = row.cells.findLastIndex((cell) => cell.trim() !== '');
  if (last >= columns.length)
    yield { line: row.line, reason: 'this row has more cells than the header names' };
  else if (last >= 0) yield row;
}

/** The cells of lines that are one row, or null where they are none. */
function oneRow(lines: readonly NumberedLine[], header: Header): readonly string[] | null {
  const [cells, ...more] = recordsOf(lines, header, false) ?? [];
  return cells === undefined || more.length > 0 || cells.some((cell) => hasSwallowed(cell, header))
    ? null
    : cells;
}

/** In fewer columns a line of prose looks like a row. */
const FEWEST = 4;

/** Whether a cell holds whole rows: lines with as many cells, where words after a comma count for none. */
function hasSwallowed(cell: string, { columns, delimiter, exact }: Header): boolean {
  if (exact !== undefined || columns.length < FEWEST || !cell.includes('\n')) return false;
  return cell
    .split('\n')
    .some((line) => line.split(delimiter).filter((piece) => !/^[ \t]/.test(piece)).length >= columns.length);
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
