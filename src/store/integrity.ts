import { all, type Db } from './db.ts';

/** How many faults are told: one is as good as a thousand. */
const MOST = 20;

/** What SQLite finds wrong: pages, rows, indexes, and rows that name others which are not there. Empty where all is whole. */
export function integrityFaults(db: Db): string[] {
  const found = (db.sqlite.pragma(`integrity_check(${MOST})`) as { integrity_check: string }[]).map(
    ({ integrity_check: fault }) => fault,
  );
  const loose = all<{ table: string; parent: string }>(db, 'PRAGMA foreign_key_check').map(
    ({ table, parent }) => `a row of ${table} names one of ${parent} that is not there`,
  );
  return [...found.filter((fault) => fault !== 'ok'), ...loose].slice(0, MOST);
}
