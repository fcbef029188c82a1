import { expect, test } from 'vitest';
import { all, get } from '../../src/store/db.ts';
import { columnOf, FIELDS, TABLE_NAMES } from '../../src/store/rows.ts';
import { inFile } from '../support/content.ts';
import { desk } from '../support/world.ts';

test.each(TABLE_NAMES)('every column of %s is read, and both its values are journaled', async (table) => {
  const at = desk();
  await at.net('add', 'Ana');
  const fields = Object.keys(FIELDS[table]).map(columnOf);
  const journaled = fields.filter((name) => name !== 'id');
  await inFile(at.file, (db) => {
    const columns = (name: string) =>
      all<{ name: string }>(db, 'SELECT name FROM pragma_table_info(?)', name).map((row) => row.name);
    expect(columns(table).sort()).toEqual([...fields].sort());
    const kept = columns(`shadow_${table}`).filter((name) => /^(old|new)_/.test(name));
    expect(kept.sort()).toEqual(journaled.flatMap((name) => [`new_${name}`, `old_${name}`]).sort());
    const { sql } = get<{ sql: string }>(
      db,
      'SELECT sql FROM sqlite_schema WHERE type = ? AND name = ?',
      'trigger',
      `${table}_updated`,
    ) ?? { sql: '' };
    for (const name of journaled) {
      for (const part of [`old_${name}`, `new_${name}`, `OLD.${name},`, `NEW.${name},`])
        expect(sql).toContain(part);
    }
  });
});
