import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { inFile } from '../support/content.ts';
import { encryptedDesk } from '../support/encrypted.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

/** A file of some pages, with a good backup of the second day; it is the third. */
beforeEach(async () => {
  at = desk('2026-11-20');
  await at.net('add', 'Ana Silva', '--circle', 'close', '--city', 'Lisbon');
  for (let i = 0; i < 30; i++)
    await at.net('add', `Person${i} Nr${i}`, '--new', '--needs', 'a designer and a grant review');
  at.day = '2026-11-21' as Desk['day'];
  await at.net('log', 'ana', 'coffee');
  at.day = '2026-11-22' as Desk['day'];
});

const backupsOf = () => fs.readdirSync(`${at.file}-backups`);

function bytes(): string {
  return fs.readFileSync(at.file, 'hex');
}

/** Writes over a part of the file as a failing disk would. */
function overwrite(from: number, garbage: Buffer): void {
  const file = fs.openSync(at.file, 'r+');
  fs.writeSync(file, garbage, 0, garbage.length, from);
  fs.closeSync(file);
}

/** The page on which a table or index begins. */
function rootOf(name: string): Promise<number> {
  return inFile(
    at.file,
    (db) =>
      db.sqlite.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name) as number,
  );
}

const PAGE = 4096;
const WAY_BACK = /the newest good backup is of 2026-11-21 09:00.*: net restore 2026-11-21T090000\.000Z\n/;

describe('5 a truncated file is 13, and names the newest good backup', () => {
  test.each([50, 5000, 9000, 100_000])('after %i bytes', async (length) => {
    fs.truncateSync(at.file, length);
    const before = bytes();
    for (const argv of [['list'], ['add', 'Ben'], ['check'], ['today']]) {
      const { code, err } = await at.net(...argv);
      expect([argv, code]).toEqual([argv, 13]);
      expect(err).toMatch(WAY_BACK);
    }
    expect(bytes()).toBe(before);
  });

  test('a backup that is damaged, too, is not named', async () => {
    at.day = '2026-11-23' as Desk['day'];
    await at.net('log', 'ana', 'lunch');
    fs.truncateSync(join(`${at.file}-backups`, '2026-11-23T090000.000Z-daily.db'), 20_000);
    fs.truncateSync(at.file, 5000);
    expect((await at.net('list')).err).toMatch(WAY_BACK);
  });

  /** Digits of what SQLite notes about the file itself: it changes where the log is folded in. */
  const HEADER = 200;

  test('and going back to it brings everything of then, and keeps the damaged file aside', async () => {
    fs.truncateSync(at.file, 5000);
    const damaged = bytes().slice(HEADER);
    const { code, out, err } = await at.net('restore', '2026-11-21T090000.000Z', '--yes');
    expect([code, out]).toEqual([0, expect.stringContaining('It has 31 people')]);
    expect(err).toContain('is kept as it was');
    const aside = backupsOf().filter((name) => name.endsWith('-damaged.db'));
    const kept = aside.map((name) => fs.readFileSync(join(`${at.file}-backups`, name), 'hex').slice(HEADER));
    expect(kept).toEqual([damaged]);
    expect((await at.net('check')).code).toBe(0);
    expect((await at.net('show', 'ana')).out).toContain('Lisbon');
    expect((await at.net('log', 'ana', 'lunch')).code).toBe(0);
  });
});

describe('5 a file of which nothing is left is no new one', () => {
  test('where there are backups of it', async () => {
    fs.truncateSync(at.file, 0);
    for (const argv of [['list'], ['add', 'Ben'], ['check'], ['today']]) {
      const { code, err } = await at.net(...argv);
      expect([argv, code]).toEqual([argv, 13]);
      expect(err).toMatch(WAY_BACK);
    }
    expect(fs.statSync(at.file).size).toBe(0);
    expect((await at.net('restore', '2026-11-21T090000.000Z', '--yes')).code).toBe(0);
    expect((await at.net('show', 'ana')).out).toContain('Lisbon');
  });

  test('where there is only its key file', async () => {
    const other = await encryptedDesk();
    fs.rmSync(`${other.file}-backups`, { recursive: true, force: true });
    fs.truncateSync(other.file, 0);
    for (const argv of [['list'], ['add', 'Ben']]) {
      const { code, err } = await other.net(...argv);
      expect([argv, code, err]).toEqual([argv, 13, expect.stringContaining('it is empty')]);
    }
    expect(fs.statSync(other.file).size).toBe(0);
  });

  test('but one without anything beside it is what a first run that was cut short leaves', async () => {
    const other = desk();
    fs.writeFileSync(other.file, '');
    expect((await other.net('add', 'Ben Okoye')).code).toBe(0);
  });

  test('nor is one that another program makes at that moment, where the one before is gone', async () => {
    fs.rmSync(at.file);
    fs.writeFileSync(at.file, '', { mode: 0o600 });
    const other = desk();
    await other.net('add', 'Carl Jung');
    const begun = fs.readFileSync(other.file);
    // The pause in which it is looked at again lets nothing else of this program run: the other one is a look of its own.
    const look = fs.openSync;
    let looks = 0;
    vi.spyOn(fs, 'openSync').mockImplementation((...args) => {
      if (args[0] === at.file && args[1] === 'r' && ++looks === 3) fs.writeFileSync(at.file, begun);
      return look(...args);
    });
    syncBuiltinESMExports();
    const { code, out } = await at.net('list');
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    expect([code, out]).toEqual([0, expect.stringContaining('Carl Jung')]);
  });
});

describe('6 pages that were overwritten are found before the first write of a day', () => {
  test.each(['contact', 'interaction', 'shadow_contact', 'contact_summary_due', 'name_word'])(
    'of %s',
    async (name) => {
      const root = await rootOf(name);
      overwrite((root - 1) * PAGE, Buffer.alloc(PAGE, 0x5a));
      const before = bytes();
      const { code, err } = await at.net('add', 'Ben Okoye');
      expect([name, code]).toEqual([name, 13]);
      expect(err).toMatch(WAY_BACK);
      expect(bytes()).toBe(before);
      expect(backupsOf().filter((file) => !file.endsWith('daily.db'))).toEqual([]);
    },
  );

  test('and net check finds them at any time', async () => {
    overwrite(((await rootOf('shadow_note')) - 1) * PAGE, Buffer.alloc(PAGE, 0x5a));
    const before = bytes();
    const { code } = await at.net('check');
    expect(code).toBe(13);
    expect(bytes()).toBe(before);
  });
});

test('6 going back to a backup heals a file of which some pages were overwritten', async () => {
  overwrite(((await rootOf('shadow_note')) - 1) * PAGE, Buffer.alloc(PAGE, 0x5a));
  const { code, out } = await at.net('restore', '1', '--yes');
  expect([code, out]).toEqual([0, expect.stringContaining('It has 31 people')]);
  expect((await at.net('check')).code).toBe(0);
});

test('7 a bit flipped in an index is found by net check', async () => {
  // Neither quick_check nor any command that looks at the row itself would notice.
  const root = await rootOf('contact_point_value');
  await at.net('edit', 'ana', '--email', 'ana@example.org');
  const page = fs.readFileSync(at.file).subarray((root - 1) * PAGE, root * PAGE);
  const value = page.lastIndexOf('ana@example.org');
  expect(value).toBeGreaterThan(0);
  overwrite((root - 1) * PAGE + value, Buffer.from([(page[value] ?? 0) ^ 1]));
  const { code, out } = await at.net('check');
  expect(code).toBe(13);
  expect(out).toContain('contact_point_value');
});
