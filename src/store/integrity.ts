import { all, type Db } from './db.ts';

/** How many faults are told: one is as good as a thousand. */
const MOST = 5;
const LOOKED_FOR = 20;

/** What SQLite finds wrong: pages, rows, indexes, and rows that name others which are not there. Empty where all is whole. */
export function integrityFaults(db: Db): string[] {
  const found = (db.sqlite.pragma(`integrity_check(${LOOKED_FOR})`) as { integrity_check: string }[]).map(
    ({ integrity_check: fault }) => fault,
  );
  const told = found
    .flatMap((fault) => fault.split('\n'))
    .filter((fault) => !/^(ok|\*\*\* .*|)$/.test(fault));
  const loose = all<{ table: string; parent: string }>(db, 'PRAGMA foreign_key_check').map(
    ({ table, parent }) => `a row of ${table} names one of ${parent} that is not there`,
  );
  return [...new Set([...told, ...loose])].slice(0, MOST);
}
