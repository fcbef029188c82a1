import { numberedLines } from '../lines.ts';
import { oneLine } from '../people.ts';

/** The line of a table that names its columns. */
export interface Header {
  /** The last line of it, counted from 1: the rows follow. */
  readonly line: number;
  /** A comma, unless a spreadsheet has saved the file again. */
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** The table is one of our own: whatever stands between quotes belongs there, however long it is. */
  readonly exact?: true;
}

export const DELIMITERS: readonly string[] = [',', ';', '\t', '|'];

const LONGEST_HEADER = 100_000;
const MOST_LINES = 20;

/** A spreadsheet may say in front of everything which character separates. */
const SEPARATOR = /^"?sep=(.)"?$/i;

/**
 * The first line of a text that is not empty as a header: once for each character that may separate its columns, two at the least. `above`
 * is how many lines stand above it.
 */
export function headersOf(text: string, above = 0): readonly Header[] {
  let said: string | null = null;
  let open = '';
  let height = 0;
  for (const { number, text: line } of numberedLines(text)) {
    if (number <= above || (open === '' && line.trim() === '')) continue;
    const [, separator] = (height === 0 && SEPARATOR.exec(line.trim())) || [];
    if (separator !== undefined) {
      said = separator;
      continue;
    }
    open = open === '' ? line : `${open}\n${line}`;
    height++;
    if (open.length > LONGEST_HEADER || height > MOST_LINES) return [];
    if (isBalanced(open)) {
      const delimiters = said === null ? DELIMITERS : [said];
      return delimiters
        .map((delimiter) => ({
          line: number,
          delimiter,
          columns: cellsOf(open, delimiter).map(oneLine),
        }))
        .filter(({ columns }) => columns.length >= 2);
    }
  }
  return [];
}

/** Whether every quote of a text is closed. */
export function isBalanced(text: string): boolean {
  let open = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) open = !open;
  return !open;
}

/** The first rows of a table, as far as a text goes: enough to tell whether it is one. */
export function firstRows(
  text: string,
  { line: last, delimiter }: Header,
  most: number,
): readonly string[][] {
  const rows: string[][] = [];
  let open = '';
  let height = 0;
  for (const { number, text: line } of numberedLines(text)) {
    if (number <= last || (open === '' && line.trim() === '')) continue;
    open = open === '' ? line : `${open}\n${line}`;
    height++;
    if (!isBalanced(open) && height < MOST_LINES) continue;
    rows.push(cellsOf(open, delimiter));
    open = '';
    height = 0;
    if (rows.length > most) break;
  }
  // The text may end within the last one.
  return rows.length > 1 && !text.endsWith('\n') ? rows.slice(0, -1) : rows;
}

/** The cells of one row, a stray quote taken as it is. */
function cellsOf(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let from = 0; from <= text.length; ) {
    const [begun, at] = text[from] === '"' ? quoted(text, from + 1) : ['', from];
    const found = text.indexOf(delimiter, at);
    const to = found < 0 ? text.length : found;
    cells.push(begun + text.slice(at, to));
    from = to + 1;
  }
  return cells;
}

/** What stands between quotes, and where it ends. */
function quoted(text: string, from: number): readonly [string, number] {
  const pieces: string[] = [];
  for (let at = from; ; ) {
    const end = text.indexOf('"', at);
    pieces.push(text.slice(at, end < 0 ? text.length : end));
    if (end < 0) return [pieces.join(''), text.length];
    if (text[end + 1] !== '"') return [pieces.join(''), end + 1];
    pieces.push('"');
    at = end + 2;
  }
}
