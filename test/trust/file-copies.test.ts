import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/host/clock.ts';
import { newId } from '../../src/host/ids.ts';
import { closeFile } from '../../src/store/connect.ts';
import { get } from '../../src/store/db.ts';
import { openFile } from '../../src/store/open.ts';
import { schemaVersion } from '../../src/store/schema.ts';
import { content, inFile } from '../support/content.ts';
import { LATER, laterSchema } from '../support/schemas.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

beforeEach(async () => {
  at = desk();
  await at.net('add', 'Ana Silva', '--circle', 'close', '--city', 'Lisbon');
  await at.net('target', 'add', 'a designer');
});

const opening = { access: 'write', machine: newId, clock: systemClock } as const;

describe('17 a migration that fails leaves the file as it was, and one that succeeds has a backup first', () => {
  test.each(LATER.map((_, i) => i))('after %i of its statements', async (i) => {
    const before = await content(at.file);
    const broken = laterSchema();
    const [first, second] = await broken.migrations();
    const statements = [...(second?.statements.slice(0, i) ?? []), 'SELECT no_such_function()'];
    const migrations = async () => [first, { from: second?.from ?? '', statements }] as never;
    await expect(openFile(at.file, { ...opening, schema: { ...broken, migrations } })).rejects.toThrow();
    expect(await content(at.file)).toEqual(before);
    expect(await inFile(at.file, schemaVersion)).toBe(1);
  });

  test('also where the file was only to be read', async () => {
    const db = await openFile(at.file, { ...opening, access: 'read', schema: laterSchema() });
    expect(schemaVersion(db)).toBe(2);
    expect(get(db, 'SELECT city FROM contact')).toEqual({ city: 'LISBON' });
    closeFile(db);
    const [backup = ''] = fs.readdirSync(`${at.file}-backups`);
    expect(backup).toMatch(/-migration\.db$/);
    expect((await at.net('list', '--db', join(`${at.file}-backups`, backup))).out).toContain('Lisbon');
    expect((await at.net('list')).code).toBe(14);
  });

  test('without room for the backup nothing is migrated', async () => {
    fs.writeFileSync(`${at.file}-backups`, 'in the way');
    await expect(openFile(at.file, { ...opening, schema: laterSchema() })).rejects.toThrow(
      /no backup could be made/,
    );
    expect(await inFile(at.file, schemaVersion)).toBe(1);
  });

  test('an older file with something hostile in its schema is refused before anything runs', async () => {
    await inFile(at.file, (db) =>
      db.sqlite.exec(`CREATE TRIGGER evil AFTER UPDATE ON contact BEGIN UPDATE contact SET name = 'x'; END`),
    );
    const before = fs.readFileSync(at.file, 'hex');
    await expect(openFile(at.file, { ...opening, schema: laterSchema() })).rejects.toMatchObject({
      code: 'corrupt',
    });
    expect(fs.readFileSync(at.file, 'hex')).toBe(before);
  });
});

describe('18 a file whose log is gone is told of', () => {
  /** The file in the middle of a session, with what was written last only in its log. */
  async function inTheMiddle(copy: string, ...suffixes: string[]): Promise<void> {
    await inFile(at.file, (db) => {
      db.sqlite.exec(`UPDATE contact SET city = 'Porto'`);
      for (const suffix of suffixes) fs.copyFileSync(at.file + suffix, copy + suffix);
    });
  }

  test('what SQLite keeps about a log stands there without it', async () => {
    const copy = join(at.directory, 'copy.db');
    await inTheMiddle(copy, '', '-shm');
    const before = fs.readFileSync(copy, 'hex');
    for (const argv of [['list'], ['add', 'Ben'], ['check'], ['export']]) {
      const { code, err } = await at.net(...argv, '--db', copy);
      expect([argv, code, err]).toEqual([
        argv,
        13,
        expect.stringMatching(/copy\.db-wal is gone.*\nhint: put it back/),
      ]);
    }
    expect(fs.readFileSync(copy, 'hex')).toBe(before);
    fs.rmSync(`${copy}-shm`);
    expect((await at.net('show', 'ana', '--db', copy)).out).toContain('Lisbon');
  });

  test('a lone file is behind its newest backup, which net check says', async () => {
    const copy = join(at.directory, 'alone.db');
    fs.copyFileSync(at.file, copy);
    await at.net('log', 'ana', 'coffee');
    await at.net('backup');
    fs.cpSync(`${at.file}-backups`, `${copy}-backups`, { recursive: true });
    const { out } = await at.net('check', '--db', copy);
    expect(out).toContain('knows of changes that the file does not: was it copied without its -wal?');
    expect((await at.net('check')).out).not.toContain('-wal');
  });
});

describe('21 backups are private', () => {
  test('also where somebody has opened their directory', async () => {
    await at.net('backup');
    const directory = `${at.file}-backups`;
    expect(fs.statSync(directory).mode & 0o777).toBe(0o700);
    fs.chmodSync(directory, 0o755);
    at.day = '2026-11-23' as Desk['day'];
    await at.net('log', 'ana', 'coffee');
    expect(fs.statSync(directory).mode & 0o777).toBe(0o700);
    for (const name of fs.readdirSync(directory))
      expect(fs.statSync(join(directory, name)).mode & 0o777).toBe(0o600);
  });

  test('what others may read is told by net check, and mended by it', async () => {
    await at.net('backup');
    const [backup = ''] = fs.readdirSync(`${at.file}-backups`);
    fs.chmodSync(at.file, 0o644);
    fs.chmodSync(join(`${at.file}-backups`, backup), 0o640);
    const { code, out } = await at.net('check');
    expect(code).toBe(15);
    expect(out).toContain('others may use it (644)');
    expect(out).toContain('others may use it (640)');
    expect(out).toContain('what to type: net check --mend');
    expect((await at.net('check', '--mend')).code).toBe(0);
    expect(fs.statSync(at.file).mode & 0o777).toBe(0o600);
  });
});

describe('22 a network file system is warned of', () => {
  test('once, when the file is made, and by net check and net doctor', async () => {
    const other = desk();
    other.mounts = `/dev/sda1 / ext4 rw 0 0\nserver:/home ${other.directory} nfs4 rw 0 0\n`;
    expect((await other.net('add', 'Ana')).err).toContain('on a network file system (nfs4)');
    expect((await other.net('add', 'Ben')).err).not.toContain('network');
    const { code, out } = await other.net('check');
    expect([code, out]).toEqual([0, expect.stringContaining('on a network file system (nfs4)')]);
    expect((await other.net('doctor')).out).toContain('on nfs4');
  });

  test('a disk of this machine is not', async () => {
    const other = desk();
    other.mounts = '/dev/sda1 / ext4 rw 0 0\n';
    expect((await other.net('add', 'Ana')).err).not.toContain('network');
  });
});
