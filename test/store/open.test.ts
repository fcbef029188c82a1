import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrate.ts';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { bytesAndTime, putInstead } from '../support/bytes.ts';
import { inFile } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

beforeEach(async () => {
  at = desk();
  await at.net('add', 'Ana Silva', '--circle', 'close');
});

describe('the file', () => {
  test('has strict tables only, and as many migrations as its version says', async () => {
    expect(MIGRATIONS.length).toBe(SCHEMA_VERSION);
    await inFile(at.file, (db) => {
      const loose = db.sqlite
        .prepare(
          `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
        )
        .all();
      expect(loose).toEqual([]);
    });
  });

  test.each([['show', 'ana'], ['list'], ['history'], ['keep'], ['config'], ['ask', 'nobody']])(
    'keeps its bytes and its time when %s only reads',
    async (...argv) => {
      const before = bytesAndTime(at.file);
      await at.net(...argv);
      expect(bytesAndTime(at.file)).toEqual(before);
      expect(fs.readdirSync(at.directory)).toEqual(['net.db']);
    },
  );

  test('keeps them on the second net today of a day', async () => {
    await at.net('today');
    const before = bytesAndTime(at.file);
    await at.net();
    expect(bytesAndTime(at.file)).toEqual(before);
  });

  test('keeps them when a command is refused', async () => {
    const before = bytesAndTime(at.file);
    for (const argv of [
      ['log', 'nobody', 'x'],
      ['snooze', '9'],
      ['config', 'slots', '99'],
      ['edit', 'ana', '--circle', 'best'],
    ])
      await at.net(...argv);
    expect(bytesAndTime(at.file)).toEqual(before);
  });

  test('is read without folding in a log that a crash left behind', async () => {
    const copy = join(at.directory, 'crashed.db');
    await inFile(at.file, (db) => {
      db.sqlite.exec(`UPDATE contact SET city = 'Lisbon'`);
      for (const suffix of ['', '-wal']) fs.copyFileSync(at.file + suffix, copy + suffix);
    });
    const before = [bytesAndTime(copy), bytesAndTime(`${copy}-wal`)];
    const { out } = await at.net('show', 'ana', '--db', copy);
    expect(out).toContain('Lisbon');
    expect((await at.net('ask', 'ana', '--db', copy)).code).toBe(0);
    expect([bytesAndTime(copy), bytesAndTime(`${copy}-wal`)]).toEqual(before);
  });

  test('an empty file is begun by what brings something, and nothing yet for the rest', async () => {
    putInstead(at, '');
    expect((await at.net('list')).code).toBe(10);
    expect((await at.net('add', 'Ben')).code).toBe(0);
  });
});
