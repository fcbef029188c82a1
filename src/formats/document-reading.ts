import type { TableName } from '../domain/change.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import { LONGEST_TOLD } from '../domain/shape.ts';
import { DOCUMENT_VERSION } from './document.ts';
import { isTableName, type ReadRow, readRow } from './document-reading/rows.ts';
import { numberedLines } from './lines.ts';
import type { Reject, SourceFile } from './record.ts';
import { blocksOf, headOf, wholeJson } from './source-text.ts';
import { jsonIn } from './told.ts';

/** A part of a document: a row, one that cannot be read, or a table or field that this net does not know. */
export type DocumentPart =
  | (ReadRow & { readonly line: number })
  | { readonly reject: Reject }
  | { readonly unknown: string };

/** A value where a row should be, and where it stands. */
interface Found {
  readonly table: string;
  readonly value: unknown;
  readonly line: number;
}

/** What a file told of somebody is on one line, every quote and break of it escaped twice. */
const LONGEST_LINE = 4 * LONGEST_TOLD;

const BEGINNING = /^[\s\ufeff]*\{\s*"net"\s*:/;

/** What `net export` writes on a line: its version, a table, a row, an end. */
const HEAD = /^[\s\ufeff]*\{"net":([^,}]{1,40}),\s*$/;
const TABLE = /^"((?:[^"\\]|\\.){1,100})":\[(\](,|\})?)?$/;
const END = /^(\]?)([,}]?)(\}?)$/;

/** Whether the beginning of a text is one of a document that `net export` wrote. */
export function isDocument(head: string): boolean {
  return BEGINNING.test(head);
}

/**
 * The rows of a document in its order. A row a line, as `net export` writes it, is read line by line and never all at once; any other
 * layout is read as a whole. On `today` nothing has happened that is still to come. Throws `newer` for a document of a newer net, and
 * `rejected` for what is none.
 */
export function* readDocument(file: SourceFile, today: CalendarDate): Generator<DocumentPart> {
  const byLine = HEAD.test(/^[^\n]*/.exec(headOf(file))?.[0] ?? '');
  for (const part of byLine ? foundInLines(file) : foundInWhole(file)) {
    if ('reject' in part) yield part;
    else if (!isTableName(part.table)) yield { unknown: part.table };
    else yield* rowIn(part.table, part, today);
  }
}

function* rowIn(table: TableName, { value, line }: Found, today: CalendarDate): Generator<DocumentPart> {
  const unknown: string[] = [];
  const read = readRow(table, value, (field) => unknown.push(`${table}.${field}`), today);
  for (const field of unknown) yield { unknown: field };
  yield 'reason' in read ? { reject: { line, reason: read.reason } } : { ...read, line };
}

function* foundInLines(file: SourceFile): Generator<Found | { readonly reject: Reject }> {
  let table: string | null = null;
  let ended = false;
  let last = 1;
  for (const { number, text } of numberedLines(blocksOf(file), LONGEST_LINE)) {
    const line = text.trim();
    if (line === '') continue;
    last = number;
    if (number === 1) {
      checkVersion(file, jsonIn(HEAD.exec(text)?.[1] ?? ''));
      continue;
    }
    const [, name, closed, after] = TABLE.exec(line) ?? [];
    const end = END.exec(line);
    if (ended) yield { reject: { line: number, reason: 'this stands after the end of the document' } };
    else if (name !== undefined) {
      table = closed === undefined ? name : null;
      ended = after === '}';
    } else if (end !== null) {
      table = null;
      ended = line.endsWith('}');
    } else if (table === null) yield { reject: { line: number, reason: 'this stands in no table' } };
    else {
      const value = jsonIn(line.replace(/,$/, ''));
      if (value !== undefined) yield { table, value, line: number };
      else yield { reject: { line: number, reason: `this is no row of ${table}: it is no JSON` } };
    }
  }
  if (!ended)
    yield { reject: { line: last, reason: 'the document has no end: what followed may be missing' } };
}

function* foundInWhole(file: SourceFile): Generator<Found | { readonly reject: Reject }> {
  const document = jsonIn(wholeJson(file));
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw new NetError(
      'rejected',
      `${file.path} is no whole document: it is no JSON`,
      'export it again: net export',
    );
  const tables = document as Record<string, unknown>;
  checkVersion(file, Object.hasOwn(tables, 'net') ? tables.net : undefined);
  for (const [table, rows] of Object.entries(tables)) {
    if (table === 'net') continue;
    if (!Array.isArray(rows)) {
      yield { reject: { line: 1, reason: `${table} is no list of rows` } };
      continue;
    }
    for (const value of rows as unknown[]) yield { table, value, line: 1 };
  }
}

function checkVersion({ path }: SourceFile, version: unknown): void {
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new NetError(
      'rejected',
      `${path} does not say which version of a document it is`,
      'it begins with {"net":1, as net export writes it',
    );
  if (version > DOCUMENT_VERSION)
    throw new NetError(
      'newer',
      `${path} was written by a newer net`,
      'update net: npm install -g netgarden, or its newest executable',
    );
}
