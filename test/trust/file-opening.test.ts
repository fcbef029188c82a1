import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { complete } from '../../src/complete.ts';
import { systemClock } from '../../src/host/clock.ts';
import { closeFile, PATIENCE } from '../../src/store/connect.ts';
import { openFile } from '../../src/store/open.ts';
import { transact } from '../../src/store/operation.ts';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { bytesAndTime, putInstead } from '../support/bytes.ts';
import { inFile } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

beforeEach(async () => {
  at = desk();
  await at.net('add', 'Ana Silva', '--circle', 'close');
});

const READING = [
  ['list'],
  ['show', 'ana'],
  ['history'],
  ['week'],
  ['check'],
  ['export'],
  ['undo'],
  ['log', 'ana', 'x'],
];

describe('1 without a file', () => {
  test.each(READING.filter(([name]) => name !== 'log'))('net %s says so, and makes none', async (...argv) => {
    const other = desk();
    const { code, out, err } = await other.net(...argv);
    expect([code, out]).toEqual([10, '']);
    expect(err).toMatch(/^net: there is no file yet at .*\nhint: .*net add.*\n$/);
    expect(fs.readdirSync(other.directory)).toEqual([]);
  });

  test('what brings something makes it', async () => {
    const other = desk();
    expect((await other.net('add', 'Ben')).code).toBe(0);
    expect((await other.net('list')).out).toContain('Ben');
  });
});

describe('2 a path that names no file', () => {
  test.each([[''], [' '], ['\t'], ['a\0b']])(
    '%j is a usage error, and nothing else is opened',
    async (path) => {
      const before = fs.readdirSync('.');
      for (const argv of [['list'], ['add', 'Ben']]) {
        at.env = { NET_DB: path };
        expect((await at.net(...argv)).code).toBe(2);
        at.env = {};
        expect((await at.net(...argv, '--db', path)).code).toBe(2);
      }
      expect(fs.readdirSync('.')).toEqual(before);
    },
  );

  test('nor does one to which a copy goes, or from which one comes', async () => {
    const path = join(at.directory, 'a\0b.db');
    for (const argv of [
      ['backup', path],
      ['restore', path, '--yes'],
      ['restore', 'last', '--yes', '--db', path],
      ['check', '--db', path],
    ]) {
      const { code, err } = await at.net(...argv);
      expect([2, 4]).toContain(code);
      expect(err).toMatch(/^net: [^\n]+\nhint: [^\n]+\n$/);
    }
  });
});

test('3 a directory, a pipe or a device is refused', async () => {
  const fifo = join(at.directory, 'fifo');
  spawnSync('mkfifo', [fifo]);
  for (const path of [at.directory, fifo, '/dev/null', '/dev/zero'])
    for (const argv of [['list'], ['add', 'Ben']]) {
      const { code, err } = await at.net(...argv, '--db', path);
      expect([path, code]).toEqual([path, 13]);
      expect(err).toContain('is not a file that net wrote');
    }
  expect(fs.readdirSync(at.directory).sort()).toEqual(['fifo', 'net.db']);
});

describe('4 what is no file of net', () => {
  test.each([
    ['a text', 'Dear Ana, this is a letter.\n'.repeat(20)],
    ['a short text', 'x'],
    ['bytes of zero', Buffer.alloc(8192)],
    ['a header of SQLite and no more', 'SQLite format 3\0'],
  ])('%s is refused and left as it is', async (_, bytes) => {
    putInstead(at, bytes);
    const before = bytesAndTime(at.file);
    for (const argv of READING) expect([argv, (await at.net(...argv)).code]).toEqual([argv, 13]);
    expect((await at.net('add', 'Ben')).code).toBe(13);
    expect([4, 5, 13]).toContain((await at.net('import', at.file)).code);
    expect(bytesAndTime(at.file)).toEqual(before);
    expect(fs.readdirSync(at.directory)).toEqual(['net.db']);
  });

  test("another program's database is refused and left as it is", async () => {
    putInstead(at, '');
    const other = new Database(at.file);
    other.exec('CREATE TABLE contact (id TEXT)');
    other.close();
    const before = bytesAndTime(at.file);
    expect((await at.net('add', 'Ben')).code).toBe(13);
    expect(bytesAndTime(at.file)).toEqual(before);
  });
});

test('8 a file of a newer net is refused and left as it is', async () => {
  await inFile(at.file, (db) => db.sqlite.pragma(`user_version = ${SCHEMA_VERSION + 1}`));
  const before = bytesAndTime(at.file);
  for (const argv of READING) {
    const { code, err } = await at.net(...argv);
    expect([argv, code]).toEqual([argv, 14]);
    expect(err).toContain('newer net');
  }
  expect(bytesAndTime(at.file)).toEqual(before);
});

describe('9 a file that another program holds', () => {
  test('is said to be in use after a while, and is as it was', async () => {
    expect(PATIENCE).toBe(15_000);
    const holder = new Database(at.file);
    holder.exec('BEGIN IMMEDIATE');
    const opening = { access: 'write', machine: () => 'm', clock: systemClock, patience: 50 } as const;
    const db = await openFile(at.file, opening);
    expect(() => transact(db, () => {})).toThrow(expect.objectContaining({ code: 'locked' }));
    closeFile(db);
    holder.exec('ROLLBACK');
    holder.close();
  });

  test('is read meanwhile', async () => {
    const holder = new Database(at.file);
    holder.exec('BEGIN IMMEDIATE');
    expect((await at.net('list')).out).toContain('Ana Silva');
    holder.exec('ROLLBACK');
    holder.close();
  });
});

describe('19 a schema that net did not write', () => {
  test.each([
    ['a trigger', `CREATE TRIGGER evil AFTER INSERT ON note BEGIN UPDATE contact SET name = 'x'; END`],
    ['a view', 'CREATE VIEW evil AS SELECT load_extension(name) FROM contact'],
    ['a table', 'CREATE TABLE evil (id TEXT)'],
    ['an index', `CREATE INDEX evil ON contact (upper(name))`],
    ['a column', `ALTER TABLE contact ADD COLUMN evil TEXT DEFAULT 'x'`],
    ['a table that is gone', 'DROP TABLE note'],
  ])('%s is refused, and nothing is written', async (_, sql) => {
    await inFile(at.file, (db) => db.sqlite.exec(sql));
    const before = bytesAndTime(at.file);
    for (const argv of [['list'], ['edit', 'ana', '--note', 'x'], ['today']]) {
      const { code, err } = await at.net(...argv);
      expect([argv, code]).toEqual([argv, 13]);
      expect(err).toMatch(/^net: [^\n]+\nhint: [^\n]+\n$/);
    }
    expect(bytesAndTime(at.file)).toEqual(before);
  });
});

describe('19 a schema that net did not write, as a shell meets it on each tab', () => {
  test.each([
    [
      'a view in the place of a table',
      `ALTER TABLE contact_summary RENAME TO other;
      CREATE VIEW contact_summary AS WITH RECURSIVE n (contact_id, called) AS (SELECT '', '' UNION ALL SELECT contact_id, called FROM n) SELECT * FROM n`,
    ],
    ['a table more', 'CREATE TABLE evil (id TEXT)'],
  ])('%s: nobody is looked up in it', async (_, sql) => {
    const words = () => complete('zsh', ['show', 'an'], { NET_DB: at.file });
    expect(await words()).toContain('ana-silva');
    await inFile(at.file, (db) => db.sqlite.exec(sql));
    expect(await words()).toBe('words\n');
  });
});

describe('20 symbolic links', () => {
  test('one to the file is followed, and what is kept about it lies beside the file', async () => {
    const elsewhere = join(at.directory, 'elsewhere');
    fs.mkdirSync(elsewhere);
    const link = join(elsewhere, 'link.db');
    fs.symlinkSync(at.file, link);
    expect((await at.net('list', '--db', link)).out).toContain('Ana Silva');
    expect((await at.net('log', 'ana', 'coffee', '--db', link)).code).toBe(0);
    expect((await at.net('backup', '--db', link)).code).toBe(0);
    expect(fs.readdirSync(elsewhere)).toEqual(['link.db']);
    expect(fs.readdirSync(at.directory).sort()).toEqual(['elsewhere', 'net.db', 'net.db-backups']);
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test.each([
    ['to nothing', (link: string) => fs.symlinkSync('nowhere', link), 2],
    ['in a circle', (link: string) => fs.symlinkSync(link, link), 2],
    ['to a directory', (link: string) => fs.symlinkSync('.', link), 13],
    ['to a device', (link: string) => fs.symlinkSync('/dev/zero', link), 13],
  ])('one that leads %s is refused', async (_, make, expected) => {
    const link = join(at.directory, 'link.db');
    make(link);
    for (const argv of [['list'], ['add', 'Ben']])
      expect((await at.net(...argv, '--db', link)).code).toBe(expected);
    expect(fs.readdirSync(at.directory).sort()).toEqual(['link.db', 'net.db']);
  });

  test.each(['-wal', '-shm', '-journal'])(
    'one that somebody planted as its %s is not written to',
    async (suffix) => {
      const letter = join(at.directory, 'letter');
      fs.writeFileSync(letter, 'Dear Ana,\n');
      fs.symlinkSync(letter, at.file + suffix);
      await at.net('log', 'ana', 'coffee');
      await at.net('list');
      expect(fs.readFileSync(letter, 'utf8')).toBe('Dear Ana,\n');
      fs.rmSync(at.file + suffix, { force: true });
      expect((await at.net('list')).out).toContain('Ana Silva');
    },
  );
});
