import fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { content, derived, inFile } from '../support/content.ts';
import { commandLine, runAll } from '../support/random-commands.ts';
import { tries } from '../support/tries.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

beforeEach(async () => {
  at = desk();
  await at.net('add', 'Ana Silva', '--circle', 'close');
});

function backups(of = at): string[] {
  return fs.existsSync(`${of.file}-backups`) ? fs.readdirSync(`${of.file}-backups`).sort() : [];
}

function nextDay(): void {
  at.day = new Date(Date.parse(at.day) + 86_400_000).toISOString().slice(0, 10) as Desk['day'];
}

describe('each day the first change makes a backup', () => {
  test('of how things were before it, and the second does not', async () => {
    expect(backups()).toEqual([]);
    nextDay();
    const before = await content(at.file);
    await at.net('log', 'ana', 'coffee');
    await at.net('log', 'ana', 'lunch');
    expect(backups()).toEqual(['2026-11-23T090000.000Z-daily.db']);
    expect(await content(join(`${at.file}-backups`, backups()[0] ?? ''))).toEqual(before);
  });

  test('looking and refusing make none', async () => {
    nextDay();
    for (const argv of [['list'], ['show', 'ana'], ['log', 'nobody', 'x'], ['add', 'Ana Silva'], ['check']])
      await at.net(...argv);
    expect(backups()).toEqual([]);
  });

  test('a list of the week, which can be made anew, is none; what is changed after it is', async () => {
    await at.net('promise', 'ana', 'the deck', '--due', '2026-11-23');
    nextDay();
    expect((await at.net('today')).out).toContain('the deck');
    expect(backups()).toEqual([]);
    await at.net('log', 'ana', 'coffee');
    expect(backups()).toEqual(['2026-11-23T090000.000Z-daily.db']);
  });

  test('by the day of the place: an evening in the west is no new day', async () => {
    nextDay();
    await at.net('log', 'ana', 'coffee');
    const before = backups();
    await inFile(at.file, (db) => db.sqlite.exec(`UPDATE operation SET at = '2026-11-23T00:10:00.000Z'`));
    await at.net('log', 'ana', 'lunch');
    expect(backups()).toEqual(before);
  });

  test('where none can be made the change is written, and a warning says so each time', async () => {
    fs.writeFileSync(`${at.file}-backups`, 'in the way');
    nextDay();
    const { code, err } = await at.net('log', 'ana', 'coffee');
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/net: no backup of today: .*-backups is no directory/),
    ]);
    expect((await content(at.file)).interaction).toHaveLength(1);
    nextDay();
    expect((await at.net('log', 'ana', 'lunch', '--quiet')).err).toContain('no backup of today');
  });

  test('but what cannot be taken back as easily is refused', async () => {
    fs.writeFileSync(`${at.file}-backups`, 'in the way');
    await at.net('add', 'Ben Okoye');
    await at.net('add', 'Ben Okoi', '--new');
    const before = await content(at.file);
    for (const argv of [['purge', 'ana', '--yes'], ['merge', 'Ben Okoye, Ben Okoi', '--yes'], ['backup']]) {
      const { code, err } = await at.net(...argv);
      expect([argv[0], code, err]).toEqual([argv[0], 15, expect.stringMatching(/is no directory\nhint: /)]);
    }
    expect(await content(at.file)).toEqual(before);
  });

  test('two of one moment are two', async () => {
    for (let i = 0; i < 3; i++) expect((await at.net('backup')).code).toBe(0);
    expect(backups()).toHaveLength(3);
  });

  test('with the clock set back the one that was just made is there', async () => {
    at.day = '2027-11-22' as Desk['day'];
    for (let i = 0; i < 3; i++) await at.net('backup');
    at.day = '2026-11-22' as Desk['day'];
    const { out } = await at.net('backup', '--json');
    expect(fs.existsSync((JSON.parse(out) as { backup: string }).backup)).toBe(true);
  });

  test('over a quarter of a year few are left, and what a kill left half is swept', async () => {
    fs.mkdirSync(`${at.file}-backups`);
    const part = join(`${at.file}-backups`, `.net-${'0'.repeat(32)}.part`);
    fs.writeFileSync(part, 'half');
    fs.utimesSync(part, 0, 0);
    for (let day = 0; day < 90; day++) {
      nextDay();
      await at.net('log', 'ana', `talk nr ${day}`);
    }
    expect(fs.existsSync(part)).toBe(false);
    expect(backups()).toHaveLength(11);
    expect(backups().at(-1)).toBe(`${at.day}T090000.000Z-daily.db`);
  });
});

test('before a large import, and not before a small one', async () => {
  const cards = join(at.directory, 'people.vcf');
  const card = (i: number) => `BEGIN:VCARD\nVERSION:3.0\nFN:Person Nr${i}\nEND:VCARD\n`;
  fs.writeFileSync(cards, card(0));
  await at.net('import', cards);
  expect(backups()).toEqual([]);
  fs.writeFileSync(cards, Array.from({ length: 6000 }, (_, i) => card(i)).join(''));
  await at.net('import', cards, '--dry-run');
  expect(backups()).toEqual([]);
  await at.net('import', cards);
  expect(backups()).toEqual(['2026-11-22T090000.000Z-import.db']);
});

describe('net restore', () => {
  test('brings back exactly what was, whatever happened in between, and the way forward, too', async () => {
    for (const seed of [21, 22, 23].slice(0, tries(1, 3))) {
      at = desk();
      const lines = fc.sample(commandLine, { numRuns: 240, seed });
      await at.net('add', 'Ana Silva', '--circle', 'close');
      await runAll(at, lines.slice(0, 120));
      await at.net('backup', join(at.directory, 'copy.db'));
      const then = await content(at.file);
      await runAll(at, lines.slice(120));
      const now = await content(at.file);
      expect((await at.net('restore', join(at.directory, 'copy.db'), '--yes')).code).toBe(0);
      expect(await content(at.file)).toEqual(then);
      const { stands, anew } = await derived(at.file);
      expect(stands).toEqual(anew);
      expect((await at.net('check')).out).not.toContain('wrong');
      expect((await at.net('restore', 'last', '--yes')).code).toBe(0);
      expect(await content(at.file)).toEqual(now);
      // What can be taken back is what could be taken back then.
      expect((await at.net('undo', '40')).code).toBe(0);
      expect((await at.net('redo', '40')).code).toBe(0);
      expect(await content(at.file)).toEqual(now);
      expect((await at.net('check')).out).not.toContain('wrong');
    }
  });

  test('whoever was erased since stays erased, also from a copy kept elsewhere', async () => {
    await at.net('add', 'Quorra Zyvex', '--email', 'quorra@example.org', '--offers', 'axolotls');
    await at.net('log', 'quorra', 'about the axolotl');
    await at.net('backup', join(at.directory, 'copy.db'));
    await at.net('log', 'ana', 'coffee');
    await at.net('purge', 'quorra', '--yes');
    expect((await at.net('restore', join(at.directory, 'copy.db'), '--yes')).code).toBe(0);
    expect((await at.net('list', '--json')).out).not.toContain('Quorra');
    for (const name of ['net.db', ...backups().map((backup) => `net.db-backups/${backup}`)])
      expect(fs.readFileSync(join(at.directory, name), 'latin1').toLowerCase()).not.toMatch(/quorra|axolotl/);
    fs.writeFileSync(
      join(at.directory, 'q.vcf'),
      'BEGIN:VCARD\nVERSION:3.0\nFN:Quorra Zyvex\nEMAIL:quorra@example.org\nEND:VCARD\n',
    );
    await at.net('import', join(at.directory, 'q.vcf'));
    expect((await at.net('list', '--json')).out).not.toContain('Quorra');
  });

  test('makes the file where there is none', async () => {
    await at.net('backup', join(at.directory, 'copy.db'));
    const other = desk();
    const { code, out } = await other.net('restore', join(at.directory, 'copy.db'), '--yes');
    expect([code, out]).toEqual([0, expect.stringContaining('It has 1 person')]);
    expect((await other.net('list')).out).toContain('Ana Silva');
    expect(fs.statSync(other.file).mode & 0o777).toBe(0o600);
  });

  test('with a log beside the copy, what is only in it comes, too', async () => {
    const copy = join(at.directory, 'copy.db');
    await inFile(at.file, (db) => {
      db.sqlite.exec(`UPDATE contact SET city = 'Porto'`);
      for (const suffix of ['', '-wal']) fs.copyFileSync(at.file + suffix, copy + suffix);
    });
    await at.net('edit', 'ana', '--city', 'Faro');
    await at.net('restore', copy, '--yes');
    expect((await at.net('show', 'ana')).out).toContain('Porto');
  });

  test('a dry run writes nothing, and leaves no copy behind', async () => {
    await at.net('backup');
    await at.net('log', 'ana', 'coffee');
    const before = [fs.readFileSync(at.file, 'hex'), backups()];
    await at.net('restore', 'last', '--dry-run');
    expect([fs.readFileSync(at.file, 'hex'), backups()]).toEqual(before);
  });

  test('a damaged backup is refused, and nothing changes', async () => {
    await at.net('backup');
    const path = join(`${at.file}-backups`, backups()[0] ?? '');
    const file = fs.openSync(path, 'r+');
    fs.writeSync(file, Buffer.alloc(8192, 0x5a), 0, 8192, 40_960);
    fs.closeSync(file);
    await at.net('log', 'ana', 'coffee');
    const before = await content(at.file);
    const { code, err } = await at.net('restore', 'last', '--yes');
    expect([code, err]).toEqual([13, expect.stringContaining(`${path} is damaged`)]);
    expect(await content(at.file)).toEqual(before);
    expect((await at.net('check')).out).toContain(`${path} is damaged`);
  });
});

describe('net check', () => {
  test.each([
    ['a summary that is not what the rows say', `UPDATE contact_summary SET talks = 99`, 'derived'],
    ['a word that leads nowhere', `INSERT INTO name_word VALUES ('zoe', 'nobody', 1, 0)`, 'derived'],
    ['a value that no command wrote', `UPDATE contact SET city = 'Porto'`, 'journal'],
    ['a change of no command', `UPDATE shadow_contact SET operation = 999`, 'journal'],
    ['a change half done', `UPDATE journal_mode SET mode = 'rows'`, 'journal'],
    [
      'a row that names nobody',
      `INSERT INTO note (id, contact_id, noted_on, text) VALUES ('n', 'nobody', '2026-11-22', 'x')`,
      'pages',
    ],
  ])('finds %s', async (_, sql, aspect) => {
    await at.net('edit', 'ana', '--city', 'Lisbon');
    await inFile(at.file, (db) => {
      db.sqlite.pragma('foreign_keys = OFF');
      db.sqlite.exec(sql);
    });
    const before = fs.readFileSync(at.file, 'hex');
    const { code, out } = await at.net('check');
    expect([code, out]).toEqual([13, expect.stringMatching(new RegExp(`^${aspect} +wrong`, 'm'))]);
    expect(fs.readFileSync(at.file, 'hex')).toBe(before);
  });

  test('tells a backup that may not be read from one that is damaged, and what to type', async () => {
    await at.net('backup');
    const path = join(`${at.file}-backups`, backups()[0] ?? '');
    fs.truncateSync(path, 20_000);
    expect((await at.net('check')).out).toMatch(/is damaged\n.*what to type: rm /);
    fs.rmSync(path);
    fs.rmSync(`${at.file}-backups`, { recursive: true });
    fs.writeFileSync(`${at.file}-backups`, 'in the way', { mode: 0o600 });
    expect((await at.net('check')).out).toContain('-backups is no directory');
    expect((await at.net('doctor')).code).toBe(0);
    fs.truncateSync(at.file, 5000);
    expect((await at.net('list')).err).toContain('is damaged');
    expect((await at.net('doctor')).code).toBe(13);
  });

  test('leaves alone what a link among the backups leads to', async () => {
    await at.net('backup');
    const other = join(at.directory, 'other.txt');
    fs.writeFileSync(other, 'x', { mode: 0o644 });
    fs.symlinkSync(other, join(`${at.file}-backups`, 'link'));
    expect((await at.net('check', '--mend')).code).toBe(0);
    expect(fs.statSync(other).mode & 0o777).toBe(0o644);
  });

  test('mends what can be worked out anew', async () => {
    await inFile(at.file, (db) => db.sqlite.exec('DELETE FROM name_word; DELETE FROM contact_summary'));
    expect((await at.net('check')).code).toBe(13);
    expect((await at.net('check', '--mend')).code).toBe(0);
    expect((await at.net('show', 'ana')).code).toBe(0);
    const { stands, anew } = await derived(at.file);
    expect(stands).toEqual(anew);
  });

  test('finds nothing after any commands, and writes nothing', async () => {
    await runAll(at, fc.sample(commandLine, { numRuns: 300, seed: 31 }));
    const before = fs.readFileSync(at.file, 'hex');
    const { code, out } = await at.net('check');
    expect([code, out]).toEqual([0, expect.not.stringContaining('wrong')]);
    expect(fs.readFileSync(at.file, 'hex')).toBe(before);
  });
});
