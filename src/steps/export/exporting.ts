import { extname, sep } from 'node:path';
import { NetError } from '../../domain/error.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import { documentPieces } from '../../formats/document.ts';
import { isDirectory } from '../../host/write-pages.ts';
import { safeJsonLine } from '../../render/safe.ts';
import type { Db } from '../../store/db.ts';
import { everything } from '../../store/whole.ts';
import { wholePeople } from '../../store/whole-people.ts';

export const EXPORT_FORMATS = ['json', 'vcard', 'csv', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What people call them. */
export const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  json: 'JSON',
  vcard: 'vCard',
  csv: 'CSV',
  markdown: 'Markdown',
};

const ENDINGS: Readonly<Record<string, ExportFormat>> = {
  '.json': 'json',
  '.vcf': 'vcard',
  '.vcard': 'vcard',
  '.csv': 'csv',
};

const PAGES = 'net export people/';

/** The format that was said, else the one that the ending of the name tells; JSON where it has none. Throws `usage`. */
export function exportFormat(file: string | undefined, said: string | undefined): ExportFormat {
  const format = said === undefined ? formatOf(file) : EXPORT_FORMATS.find((known) => known === said);
  if (format === undefined)
    throw new NetError(
      'usage',
      `there is no format "${said ?? ''}"`,
      `the formats are ${EXPORT_FORMATS.join(', ')}`,
    );
  if (format === 'markdown' && file === undefined)
    throw new NetError('usage', 'as Markdown everybody has a page: it goes into a directory', PAGES);
  return format;
}

function formatOf(file: string | undefined): ExportFormat {
  if (file === undefined || file.includes('\0')) return 'json';
  if (file.endsWith('/') || file.endsWith(sep)) return 'markdown';
  if (/\.(md|markdown)$/i.test(file))
    throw new NetError('usage', 'as Markdown everybody has a page: it goes into a directory', PAGES);
  const ending = extname(file).toLowerCase();
  const known = ENDINGS[ending];
  if (known !== undefined) return known;
  if (isDirectory(file)) return 'markdown';
  // A day or a version at the end of a name is no ending.
  if (/^\.[a-z]/.test(ending))
    throw new NetError(
      'usage',
      `net export writes no ${ending} files`,
      `it writes ${Object.keys(ENDINGS).join(', ')} and a directory of pages; --format json says it anyway`,
    );
  return 'json';
}

/** How many people and rows went out, once all pieces are taken. */
export interface ExportCounts {
  people: number;
  /** Theirs included; null for what has no rows. */
  rows: number | null;
}

/** What is written, a piece at a time, and what is counted meanwhile. Take it inside `atOnce`. */
export interface Exported {
  readonly pieces: Iterable<string>;
  readonly counts: ExportCounts;
}

/** Loads what writes a format, so that everything can then be read at once. `toFile` is whether a file is written, which programs open by its bytes alone. */
export async function exporter(
  format: Exclude<ExportFormat, 'markdown'>,
  toFile: boolean,
): Promise<(db: Db) => Exported> {
  if (format === 'json') return exportedRows;
  const write = await writer(format, toFile);
  return (db) => {
    const counts: ExportCounts = { people: 0, rows: null };
    return { pieces: write(countedPeople(wholePeople(db), counts)), counts };
  };
}

async function writer(
  format: 'vcard' | 'csv',
  toFile: boolean,
): Promise<(people: Iterable<ImportedPerson>) => Iterable<string>> {
  if (format === 'vcard') return (await import('../../formats/vcard/format.ts')).formatCards;
  const { formatPeopleCsv } = await import('../../formats/people-csv.ts');
  return (people) => formatPeopleCsv(people, { marked: toFile });
}

function exportedRows(db: Db): Exported {
  const counts = { people: 0, rows: 0 };
  const tables = everything(db).map(({ table, rows }) => ({ table, rows: counted(table, rows, counts) }));
  return { pieces: documentPieces(tables, safeJsonLine), counts };
}

function* counted<R>(
  table: string,
  rows: Iterable<R>,
  counts: { people: number; rows: number },
): Generator<R> {
  for (const row of rows) {
    counts.rows++;
    if (table === 'contact') counts.people++;
    yield row;
  }
}

function* countedPeople(people: Iterable<ImportedPerson>, counts: ExportCounts): Generator<ImportedPerson> {
  for (const person of people) {
    counts.people++;
    yield person;
  }
}
