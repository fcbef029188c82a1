import { beforeAll, describe, expect, test } from 'vitest';
import { all, type Db } from '../../src/store/db.ts';
import { derivedFaults } from '../../src/store/derived-faults.ts';
import { derived } from '../../src/store/migrations/v1/derived.ts';
import { inFile } from '../support/content.ts';
import { type Typist, typist } from '../support/typist.ts';

/** Every table of what is worked out from the rows. */
const TABLES = derived.flatMap((sql) => /^CREATE TABLE (\w+)/.exec(sql)?.[1] ?? []);

let who: Typist;

beforeAll(async () => {
  who = typist('2026-11-22');
  await who.types(
    'net add Ana Silva --circle close --birthday 1990-05-01 --offers "a grant review"',
    'net log ana coffee',
    'net add Ben Okoye --circle active',
    'net promise ben "the deck" --due 2026-12-01',
  );
});

/** Another value of the same kind. */
const OTHER: Readonly<Record<string, (column: string) => string>> = {
  TEXT: (column) => `coalesce(${column}, '') || 'x'`,
  INTEGER: (column) => `coalesce(${column}, 0) + 1`,
  REAL: (column) => `coalesce(${column}, 0) + 0.125`,
};

function columnsOf(db: Db, table: string): { name: string; type: string }[] {
  return all(db, 'SELECT name, type FROM pragma_table_info(?)', table);
}

describe('net check knows every value that is worked out', () => {
  test('and finds nothing where none is false', async () => {
    expect(TABLES).toContain('contact_summary');
    expect(await inFile(who.desk.file, derivedFaults)).toEqual([]);
  });

  test.each(TABLES)('of %s, each by itself', async (table) => {
    await inFile(who.desk.file, (db) => {
      const columns = columnsOf(db, table);
      expect(columns.length).toBeGreaterThan(1);
      for (const { name, type } of columns) {
        db.sqlite.exec('BEGIN');
        db.sqlite.exec(
          `UPDATE ${table} SET ${name} = ${OTHER[type]?.(name)} WHERE contact_id = (SELECT max(contact_id) FROM ${table})`,
        );
        expect([name, derivedFaults(db)]).toEqual([name, [expect.stringContaining('not what the rows say')]]);
        db.sqlite.exec('ROLLBACK');
      }
    });
  });
});
