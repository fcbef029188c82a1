import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/host/clock.ts';
import { closeFile } from '../../src/store/connect.ts';
import { MIGRATIONS } from '../../src/store/migrate.ts';
import { openFile } from '../../src/store/open.ts';
import { transact } from '../../src/store/operation.ts';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { inFile } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

beforeEach(async () => {
  at = desk();
  await at.net('add', 'Ana Silva', '--circle', 'close');
});

function stamp(path: string): { bytes: string; mtime: bigint } {
  return { bytes: fs.readFileSync(path, 'hex'), mtime: fs.statSync(path, { bigint: true }).mtimeNs };
}

/** A file at the place of net's own, before it is opened. */
function instead(text: string | Buffer): void {
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(at.file + suffix, { force: true });
  fs.writeFileSync(at.file, text);
}

describe('the file', () => {
  test('is private, and so is its directory', async () => {
    const other = desk();
    const file = join(other.directory, 'deep', 'er', 'net.db');
    await other.net('add', 'Ben', '--db', file);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.statSync(join(other.directory, 'deep')).mode & 0o777).toBe(0o700);
  });

  test('is written with full syncs, a log, checks and private keys on', async () => {
    await inFile(at.file, (db) => {
      const pragma = (name: string) => db.sqlite.pragma(name, { simple: true });
      db.sqlite.exec('CREATE TEMP TABLE t (a)');
      expect(pragma('journal_mode')).toBe('wal');
      expect(pragma('synchronous')).toBe(2);
      for (const name of ['fullfsync', 'foreign_keys', 'recursive_triggers', 'cell_size_check'])
        expect([name, pragma(name)]).toEqual([name, 1]);
      expect(pragma('trusted_schema')).toBe(0);
    });
  });

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
      const before = stamp(at.file);
      await at.net(...argv);
      expect(stamp(at.file)).toEqual(before);
      expect(fs.readdirSync(at.directory)).toEqual(['net.db']);
    },
  );

  test('keeps them on the second net today of a day', async () => {
    await at.net('today');
    const before = stamp(at.file);
    await at.net();
    expect(stamp(at.file)).toEqual(before);
  });

  test('keeps them when a command is refused', async () => {
    const before = stamp(at.file);
    for (const argv of [
      ['log', 'nobody', 'x'],
      ['snooze', '9'],
      ['config', 'slots', '99'],
      ['edit', 'ana', '--circle', 'best'],
    ])
      await at.net(...argv);
    expect(stamp(at.file)).toEqual(before);
  });

  test('is read without folding in a log that a crash left behind', async () => {
    const copy = join(at.directory, 'crashed.db');
    await inFile(at.file, (db) => {
      db.sqlite.exec(`UPDATE contact SET city = 'Lisbon'`);
      for (const suffix of ['', '-wal']) fs.copyFileSync(at.file + suffix, copy + suffix);
    });
    const before = [stamp(copy), stamp(`${copy}-wal`)];
    const { out } = await at.net('show', 'ana', '--db', copy);
    expect(out).toContain('Lisbon');
    expect((await at.net('ask', 'ana', '--db', copy)).code).toBe(0);
    expect([stamp(copy), stamp(`${copy}-wal`)]).toEqual(before);
  });

  test('is found behind a symbolic link', async () => {
    const link = join(at.directory, 'link.db');
    fs.symlinkSync(at.file, link);
    expect((await at.net('list', '--db', link)).out).toContain('Ana Silva');
  });
});

describe('what is no file of net', () => {
  test.each([[''], [' '], ['a\0b']])('an empty, blank or broken path %j is a usage error', async (path) => {
    at.env = { NET_DB: path };
    expect((await at.net('list')).code).toBe(2);
  });

  test('a directory, a pipe or a device is refused', async () => {
    const fifo = join(at.directory, 'fifo');
    spawnSync('mkfifo', [fifo]);
    for (const path of [at.directory, fifo, '/dev/null']) {
      const { code, err } = await at.net('list', '--db', path);
      expect([path, code]).toEqual([path, 13]);
      expect(err).toContain('is not a file that net wrote');
    }
  });

  test.each([
    ['a text', 'Dear Ana, this is a letter.\n'.repeat(20)],
    ['a short text', 'x'],
    ['bytes of zero', Buffer.alloc(8192)],
  ])('%s is refused and left as it is', async (_, bytes) => {
    instead(bytes);
    const before = stamp(at.file);
    for (const argv of [['list'], ['add', 'Ben'], ['import', at.file]])
      expect([4, 5, 13]).toContain((await at.net(...argv)).code);
    expect((await at.net('add', 'Ben')).code).toBe(13);
    expect(stamp(at.file)).toEqual(before);
  });

  test("another program's database is refused and left as it is", async () => {
    instead('');
    const other = new Database(at.file);
    other.exec('CREATE TABLE contact (id TEXT)');
    other.close();
    const before = stamp(at.file);
    expect((await at.net('add', 'Ben')).code).toBe(13);
    expect(stamp(at.file)).toEqual(before);
  });

  test('a file of a newer net is refused and left as it is', async () => {
    await inFile(at.file, (db) => db.sqlite.pragma(`user_version = ${SCHEMA_VERSION + 1}`));
    const before = stamp(at.file);
    const { code, err } = await at.net('log', 'ana', 'coffee');
    expect(code).toBe(14);
    expect(err).toContain('newer net');
    expect(stamp(at.file)).toEqual(before);
  });

  test('a trigger that net did not write is refused', async () => {
    await inFile(at.file, (db) =>
      db.sqlite.exec(`CREATE TRIGGER evil AFTER INSERT ON note BEGIN UPDATE contact SET name = 'x'; END`),
    );
    expect((await at.net('list')).code).toBe(13);
  });

  test('a truncated file is said to be damaged', async () => {
    fs.truncateSync(at.file, 9000);
    const { code, err } = await at.net('list');
    expect(code).toBe(13);
    expect(err).toMatch(/is damaged|not a file that net wrote/);
  });

  test('an empty file is begun by what brings something, and nothing yet for the rest', async () => {
    instead('');
    expect((await at.net('list')).code).toBe(10);
    expect((await at.net('add', 'Ben')).code).toBe(0);
  });
});

describe('two programs', () => {
  test('a file that is locked for long is said to be in use', async () => {
    const holder = new Database(at.file);
    holder.exec('BEGIN IMMEDIATE');
    const db = await openFile(at.file, {
      access: 'write',
      machine: () => 'm',
      clock: systemClock,
      patience: 50,
    });
    expect(() => transact(db, () => {})).toThrow(expect.objectContaining({ code: 'locked' }));
    closeFile(db);
    holder.exec('ROLLBACK');
    holder.close();
  });

  test('many first runs at once make one file with everybody in it', async () => {
    const other = desk();
    const net = fileURLToPath(new URL('../../bin/net.js', import.meta.url));
    const names = Array.from({ length: 8 }, (_, i) => `Person${i} Nr${i}x`);
    spawnSync(process.execPath, [net, '--version']);
    const script = names.map((name) => `"$NODE" "$NET" add "${name}" --new >/dev/null &`).join('\n');
    const { status } = spawnSync('sh', ['-c', `${script}\nwait`], {
      env: { ...process.env, NODE: process.execPath, NET: net, NET_DB: other.file },
    });
    expect(status).toBe(0);
    const { out } = await other.net('list', '--json');
    expect((JSON.parse(out) as { count: number }).count).toBe(names.length);
    expect((JSON.parse((await other.net('list', 'growing', '--json')).out) as { count: number }).count).toBe(
      2,
    );
  });
});
