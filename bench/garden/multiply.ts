import fs from 'node:fs';
import Database from 'better-sqlite3';
import { TABLE_NAMES } from '../../src/store/rows.ts';

/** What is derived from the rows of an import, and what it journals. */
const ALONGSIDE = ['contact_summary', 'name_word', 'offer_word', 'bulk_row'];

/** As many copies as three hexadecimal digits tell apart. */
const MOST = 4096;

/**
 * Makes a large garden of a small one that was just imported: each row so many times, whatever is derived of it and journaled included, with
 * ids and names of its own, as one import of all of them would leave it; in a fraction of the time. `path` is the file to be made of `from`.
 */
export function multiply(from: string, path: string, times: number): void {
  if (times > MOST) throw new RangeError(`${times} times is more than ${MOST}`);
  fs.copyFileSync(from, path);
  const db = new Database(path);
  // Whoever makes a garden can make it again: nothing has to last before the end.
  db.unsafeMode(true);
  for (const pragma of PRAGMAS) db.pragma(pragma);
  db.prepare('ATTACH ? AS small').run(from);
  db.exec('CREATE TEMP TABLE copy (n INTEGER PRIMARY KEY, digits TEXT NOT NULL)');
  const copy = db.prepare('INSERT INTO copy VALUES (?, ?)');
  for (let n = 0; n < times; n++) copy.run(n, n.toString(16).padStart(3, '0'));
  const people = db.prepare('SELECT count(*) FROM small.contact').pluck().get() as number;
  const around = aroundRows(db);
  for (const { drop } of around) db.exec(drop);
  for (const table of [...TABLE_NAMES, ...ALONGSIDE]) copyRows(db, table, people);
  for (const { make } of around) db.exec(make);
  db.exec('DETACH small');
  db.pragma('journal_mode = DELETE');
  db.close();
  const file = fs.openSync(path, 'r+');
  fs.fsyncSync(file);
  fs.closeSync(file);
}

const PRAGMAS = [
  'journal_mode = OFF',
  'synchronous = OFF',
  'locking_mode = EXCLUSIVE',
  'foreign_keys = OFF',
  'cache_size = -500000',
  'threads = 2',
];

/** Indexes and triggers: those are built once all rows are there, and these would journal each row. */
function aroundRows(db: Database.Database): { drop: string; make: string }[] {
  const sql = `SELECT 'DROP ' || type || ' ' || name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL`;
  const rows = db.prepare(sql).raw().all() as [string, string][];
  return rows.map(([drop, make]) => ({ drop, make }));
}

/** In the order of the rows, the copies of each together: so the ids, which begin with the instant, come in order. */
function copyRows(db: Database.Database, table: string, people: number): void {
  const info = db.pragma(`table_info(${table})`) as { name: string; pk: number }[];
  const values = info.map(({ name }) => copied(table, name, people));
  const key = info.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const order = table === 'name_word' ? '1, 2' : key.map(({ name }) => `b.${name}`).join(', ');
  db.exec(`DELETE FROM main.${table}`);
  db.exec(
    `INSERT INTO main.${table} SELECT ${values.join(', ')} FROM small.${table} b CROSS JOIN temp.copy c ORDER BY ${order}${order === '1, 2' ? '' : ', c.n'}`,
  );
}

/** Columns that hold a name or a word of one: the number that a name ends with tells people apart. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  contact: ['name'],
  contact_summary: ['called'],
  name_word: ['word'],
};

/** What a column holds in a copy: ids end with its number, and the number that a name ends with counts on. */
function copied(table: string, column: string, people: number): string {
  const own = `b.${column}`;
  if (/^id$|_id$|^row$/.test(column)) return `substr(${own}, 1, 33) || c.digits`;
  if (column === 'short') return `substr(${own}, 1, 5) || c.digits`;
  if (NAMES[table]?.includes(column) !== true) return own;
  const words = `rtrim(${own}, '0123456789')`;
  const number = `CAST(substr(${own}, length(${words}) + 1) AS INTEGER) + c.n * ${people}`;
  return `iif(${own} GLOB '*[0-9]', ${words} || (${number}), ${own})`;
}
