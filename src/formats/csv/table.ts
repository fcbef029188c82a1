import { linkedin } from '../linkedin.ts';
import type { SourceFile } from '../record.ts';
import { vcard } from '../vcard.ts';
import { guessColumns, namesSomebody } from './guess.ts';
import { firstRows, type Header, headersOf } from './header.ts';

const LOOKED_AT = 20;
const MOST_ABOVE = 10;
const LONGEST_NAME = 100;
const LONGEST_LINE = 10_000;

/** How a text begins that is no table: JSON, markup, Markdown, a mailbox, a mail, a calendar, a list. */
const NO_TABLE = /^(?:[{[<>|`]|#{1,6}[ \t]|[-*+][ \t]|\d+[.)][ \t]|---|From |BEGIN:|[A-Za-z-]{1,40}:[ \t])/i;

/**
 * The header of a table, or null where a text is none for sure. `mapped` is whether the user says that it is one: then two columns are
 * enough.
 */
export function tableOf(text: string, mapped: boolean, file: SourceFile): Header | null {
  if (!mapped && (NO_TABLE.test(text.trimStart()) || linkedin.detect(text, file) || vcard.detect(text, file)))
    return null;
  const found = headersAt(text, 0).find((one) => mapped || isTable(one))?.header;
  return found ?? titled(text);
}

/** The lines of a text below so many others as headers, the best first. */
function headersAt(text: string, above: number): readonly Looked[] {
  return headersOf(text, above)
    .map((header) => ({ header, ...looked(text, header) }))
    .sort(
      (a, b) => b.even - a.even || b.known - a.known || b.header.columns.length - a.header.columns.length,
    );
}

/** The header of a table with a title or some words above it, which only names that are known tell from those. */
function titled(text: string): Header | null {
  for (let above = 1; above <= MOST_ABOVE; above++) {
    const found = headersAt(text, above).find(
      ({ even, rows, known }) => known >= 2 && rows > 0 && even === rows,
    );
    if (found !== undefined && isTable(found)) return found.header;
  }
  return null;
}

interface Looked {
  readonly header: Header;
  /** How many of the first rows have a cell for each column, out of how many. */
  readonly even: number;
  readonly rows: number;
  /** There is a space after what separates, as in a sentence. */
  readonly spaced: boolean;
  /** How many columns have a name that is known, one of somebody's among them; else 0. */
  readonly known: number;
}

function looked(text: string, header: Header): Omit<Looked, 'header'> {
  const rows = firstRows(text, header, LOOKED_AT);
  const columns = guessColumns(header.columns);
  const known = namesSomebody(columns) ? columns.filter(({ told }) => told !== 'extra').length : 0;
  const [first = ''] = text.trimStart().slice(0, LONGEST_LINE).split('\n', 1);
  return {
    even: rows.filter((row) => row.length === header.columns.length).length,
    rows: rows.length,
    spaced: first.includes(`${header.delimiter} `),
    known,
  };
}

/** Where names are known a row may be short; where none is, every row is as long as the header, and the header reads as one. */
function isTable({ header, even, rows, spaced, known }: Looked): boolean {
  if (header.columns.some((name) => name.length > LONGEST_NAME)) return false;
  if (known >= 2) return rows === 0 || even * 2 >= rows;
  return rows > 0 && even === rows && !spaced && header.columns.every(isHeading);
}

/** What may be the name of a column rather than a sentence, an address or a number. */
function isHeading(name: string): boolean {
  return /\p{L}/u.test(name) && !/@|[.!?:]$|^https?:/i.test(name) && name.split(' ').length <= 6;
}
