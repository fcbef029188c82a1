import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../src/store/whole.ts';
import { wholePeople } from '../../src/store/whole-people.ts';
import { imported } from '../formats/fixtures.ts';
import { inFile } from '../support/content.ts';
import { commandLine, runAll } from '../support/random-commands.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;
const path = (name: string) => join(at.directory, name);
const read = (name: string) => fs.readFileSync(path(name), 'utf8');

beforeEach(async () => {
  at = desk();
  await at.net('add', 'Ana Silva', '--at', 'DevMeet', '--email', 'ana@example.org', '--needs', 'a designer');
  await at.net('add', 'Ben Okoye', '--via', 'ana', '--circle', 'close', '--nick', 'Benny');
  await at.net('log', 'ana, ben', 'coffee: <b>the launch</b>\n# went well', '-g', 'the deck');
});

const jsonOf = async (...argv: string[]) =>
  JSON.parse((await at.net('export', ...argv, '--json')).out) as Record<string, unknown>;

describe('the format', () => {
  test.each([
    ['people.json', [], 'json'],
    ['people.vcf', [], 'vcard'],
    ['people.VCF', [], 'vcard'],
    ['people.csv', [], 'csv'],
    ['people/', [], 'markdown'],
    ['people', [], 'json'],
    ['people-2026.11.22', [], 'json'],
    ['.people', [], 'json'],
    ['people.txt', ['--format', 'json'], 'json'],
    ['people', ['--format', 'markdown'], 'markdown'],
    ['people.txt', ['--format', 'csv'], 'csv'],
    ['people.csv', ['--format', 'vcard'], 'vcard'],
  ])('of %s %j is %s', async (name, options, format) => {
    const answer = await jsonOf(path(name), ...options);
    expect(answer).toMatchObject({ format, people: 2, rows: format === 'json' ? expect.any(Number) : null });
    const place = fs.statSync(path(name));
    expect(place.mode & 0o777).toBe(format === 'markdown' ? 0o700 : 0o600);
    if (format !== 'markdown') expect(answer.bytes).toBe(place.size);
  });

  test.each([
    ['people', /^.+: JSON, 2 people, \d+ rows in all\.\n$/],
    ['people.vcf', /^.+: vCard, 2 people\.\n$/],
    ['people.csv', /^.+: CSV, 2 people\.\n$/],
    ['people/', /^.+: Markdown, 2 people, a page each, and index\.md\.\n$/],
  ])('of %s is told', async (name, told) => {
    expect((await at.net('export', path(name))).out).toMatch(told);
  });

  test('an ending that means none says what to do', async () => {
    const { err } = await at.net('export', path('people.txt'));
    expect(err).toContain('net export writes no .txt files\nhint: it writes .json, ');
    expect(err).toContain('--format json says it anyway');
    expect(fs.existsSync(path('people.txt'))).toBe(false);
  });

  test('a table in a file begins with a mark, so that Excel reads its letters; to the standard output it does not', async () => {
    await at.net('export', path('people.csv'));
    expect(read('people.csv').startsWith('\ufeffName,')).toBe(true);
    const { out } = await at.net('export', '--format', 'csv');
    expect(out.startsWith('Name,')).toBe(true);
    expect((await imported(read('people.csv'))).people).toEqual((await imported(out)).people);
    await at.net('export', path('people.vcf'));
    expect(read('people.vcf').startsWith('BEGIN:VCARD')).toBe(true);
  });

  test('of a directory that is there is Markdown', async () => {
    fs.mkdirSync(path('pages'));
    expect(await jsonOf(path('pages'))).toMatchObject({ format: 'markdown', people: 2 });
  });

  test.each([
    [['--format', 'xml'], 2],
    [['--format', 'markdown'], 2],
    [['people.md'], 2],
    [['people.txt'], 2],
    [['people.XLSX'], 2],
    [['--format', 'csv', '--force'], 2],
  ])('%j is refused', async (argv, expected) => {
    const { code, out, err } = await at.net('export', ...argv);
    expect([code, out]).toEqual([expected, '']);
    expect(err).toMatch(/^net: .+\nhint: .+\n$/);
  });
});

describe('as vCard', () => {
  test('everybody is read back as they are, in the order of their names', async () => {
    await runAll(at, fc.sample(commandLine, { numRuns: 400, seed: 31 }));
    const { out } = await at.net('export', '--format', 'vcard');
    const people = await inFile(at.file, (db) => atOnce(db, () => [...wholePeople(db)]));
    expect(people.length).toBeGreaterThan(12);
    const names = people.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    const back = (await imported(out)).people;
    expect(back.map((person, i) => ({ ...person, line: i + 1 }))).toEqual(people);
  }, 30_000);

  test('importing it again finds everybody by their id, changed names and all, and changes nothing the second time', async () => {
    await at.net('export', path('people.vcf'));
    await at.net('edit', 'ben', '--name', 'Benjamin Okoye');
    await at.net('edit', 'ana', '--email', 'other@example.org');
    const first = JSON.parse((await at.net('import', path('people.vcf'), '--json')).out) as Record<
      string,
      unknown
    >;
    expect(first).toMatchObject({ created: [], rejected: 0 });
    const again = JSON.parse((await at.net('import', path('people.vcf'), '--json')).out) as Record<
      string,
      unknown
    >;
    expect(again).toMatchObject({ created: [], updated: [], unchanged: 2 });
  });

  test('somebody who was erased stays out by their id', async () => {
    await at.net('export', path('people.vcf'));
    await at.net('purge', 'ben', '--yes');
    const answer = JSON.parse((await at.net('import', path('people.vcf'), '--json')).out) as Record<
      string,
      unknown
    >;
    expect(answer).toMatchObject({ created: [], erased: [{ name: 'Ben Okoye' }] });
  });

  test('on a terminal nothing of it can do harm', async () => {
    await at.net('edit', 'ana', '--note', 'a\u202eb\u200b');
    at.terminal = { columns: 80 };
    const { out } = await at.net('export', '--format', 'vcard');
    expect(out).toContain('NOTE:a\\u{202e}b\\u{200b}\n');
  });
});

const BEN = `# Ben Okoye

- **Nickname:** Benny
- **Birthday:** May 3
- **Met:** through [Ana Silva](ana-silva-a003.md) (by an introduction)
- **Relationship:** kept since 2026-11-22, close circle
- **In net since:** 2026-11-22

## Reach

- Phone: +351 900 000 001

## Notes

- 2026-11-22: two\\
  lines

## Talks

- 2026-11-22, in person, with [Ana Silva](ana-silva-a003.md): coffee: &lt;b&gt;the launch&lt;/b&gt;\\
  \\# went well

## Given, received, asked and promised

- 2026-11-22, I gave (resource): the deck
- 2026-11-22, I asked for: for an intro
  - they helped, on 2026-11-22
- 2026-11-22, I promised: the slides
  - due on 2026-12-01
  - open

## Recommendations

- 2026-11-22, was told of [Ana Silva](ana-silva-a003.md)

[Everybody](index.md)
`;

describe('as Markdown', () => {
  test('a page for each, with everything and links to others', async () => {
    await at.net('edit', 'ben', '--birthday', '05-03', '--note', 'two\nlines', '--phone', '+351 900 000 001');
    await at.net('ask', 'ben', 'for an intro');
    await at.net('outcome', 'ben', 'helped');
    await at.net('promise', 'ben', 'the slides', '--due', '2026-12-01');
    await at.net('recommend', 'ana', '--to', 'ben');
    const { out } = await at.net('export', path('pages/'));
    expect(out).toBe(`${path('pages/')}: Markdown, 2 people, a page each, and index.md.\n`);
    const names = fs.readdirSync(path('pages'));
    expect(names).toEqual(['ana-silva-a003.md', expect.stringMatching(/^ben-okoye-a0..\.md$/), 'index.md']);
    for (const name of names) expect(fs.statSync(path(`pages/${name}`)).mode & 0o777).toBe(0o600);
    expect(read('pages/index.md')).toBe(
      '# Everybody\n\n- [Ana Silva](ana-silva-a003.md): growing\n- [Ben Okoye](ben-okoye-a009.md): kept\n',
    );
    expect(read('pages/ben-okoye-a009.md')).toBe(BEN);
    for (const name of names)
      for (const [, to = ''] of read(`pages/${name}`).matchAll(/\]\(([^)]*)\)/g)) expect(names).toContain(to);
    expect(fs.readdirSync(at.directory).sort()).toEqual(['net.db', 'pages']);
  });

  test('only into a new or empty directory; with --force pages of the same name are replaced and others stay', async () => {
    fs.mkdirSync(path('pages'));
    expect((await at.net('export', path('pages'))).code).toBe(0);
    fs.writeFileSync(path('pages/mine.txt'), 'mine');
    fs.writeFileSync(path('pages/index.md'), 'mine');
    const refused = await at.net('export', path('pages'));
    expect([refused.code, refused.err]).toEqual([4, expect.stringContaining('--force')]);
    expect(read('pages/index.md')).toBe('mine');
    expect((await at.net('export', path('pages'), '--force')).code).toBe(0);
    expect([read('pages/mine.txt'), read('pages/index.md')]).toEqual([
      'mine',
      expect.stringContaining('# Everybody'),
    ]);
    expect(fs.readdirSync(path('pages'))).toHaveLength(4);
  });

  test('with --force no page stays of who is called otherwise now, or was erased', async () => {
    await at.net('export', path('pages/'));
    fs.writeFileSync(path('pages/mine-a003.md'), '# Mine\n\n[Everybody](index.md)\n');
    fs.writeFileSync(path('pages/ana-silva-a003.txt'), read('pages/ana-silva-a003.md'));
    fs.copyFileSync(path('pages/ben-okoye-a009.md'), path('outside.md'));
    fs.symlinkSync(path('outside.md'), path('pages/link-a009.md'));
    await at.net('edit', 'ana', '--name', 'Ana Costa');
    await at.net('purge', 'ben', '--yes');
    expect((await at.net('export', path('pages/'), '--force')).code).toBe(0);
    expect(fs.readdirSync(path('pages')).sort()).toEqual(
      ['ana-costa-a003.md', 'ana-silva-a003.txt', 'index.md', 'link-a009.md', 'mine-a003.md'].sort(),
    );
    expect(fs.existsSync(path('outside.md'))).toBe(true);
  });

  test('a link to a directory is followed, and a page that is a link is replaced, not what it leads to', async () => {
    fs.mkdirSync(path('pages'));
    fs.symlinkSync(path('pages'), path('link'));
    fs.writeFileSync(path('target.txt'), 'mine');
    fs.symlinkSync(path('target.txt'), path('pages/index.md'));
    expect((await at.net('export', path('link'), '--force')).code).toBe(0);
    expect(read('target.txt')).toBe('mine');
    expect(fs.lstatSync(path('pages/index.md')).isFile()).toBe(true);
  });

  test.each([
    ['a file', 'taken.txt/', 5],
    ['a link that leads to itself', 'loop', 2],
    ['a file that is asked to be a directory', 'taken.txt', 5],
    ['a missing directory', 'nowhere/pages/', 4],
    ['where net keeps everything', '.', 5],
    ['a link that leads nowhere', 'dangling', 4],
    ['a directory with a directory of the name of a page', 'odd', 5],
    ['a name that is too long', 'x'.repeat(300), 2],
    ['nothing', ' ', 2],
  ])('%s is no place for them', async (_what, name, expected) => {
    fs.writeFileSync(path('taken.txt'), 'mine');
    fs.symlinkSync(path('nowhere'), path('dangling'));
    fs.symlinkSync(path('loop'), path('loop'));
    fs.mkdirSync(path('odd/index.md'), { recursive: true });
    const kept = fs.readdirSync(at.directory, { recursive: true }).sort();
    const where = name.trim() === '' ? name : `${at.directory}/${name}`;
    const { code, out, err } = await at.net('export', where, '--format', 'markdown', '--force');
    expect([code, out]).toEqual([expected, '']);
    expect(err).toMatch(/^net: .+\nhint: .+\n$/);
    expect(fs.readdirSync(at.directory, { recursive: true }).sort()).toEqual(kept);
  });

  test.each([
    ['loop', [], 2, 'loop is a link that leads round in a circle'],
    ['loop', ['--format', 'json', '--force'], 2, 'loop is a link that leads round in a circle'],
    ['x'.repeat(300), [], 2, 'the name of the file is too long: '],
    ['taken.txt/', [], 5, 'taken.txt/ is no directory: a file is there'],
    ['taken.txt/', ['--force'], 5, 'taken.txt/ is no directory: a file is there'],
  ])('what is wrong with %s %j is said of it', async (name, options, expected, words) => {
    fs.writeFileSync(path('taken.txt'), 'mine');
    fs.symlinkSync(path('loop'), path('loop'));
    const { code, err } = await at.net('export', `${at.directory}/${name}`, ...options);
    expect([code, err]).toEqual([expected, expect.stringContaining(words)]);
    expect(err).not.toContain('--db');
  });

  test('where nothing may be written nothing is left', async () => {
    if (process.getuid?.() === 0) return;
    fs.mkdirSync(path('closed'), { mode: 0o500 });
    expect((await at.net('export', path('closed/pages/'))).code).toBe(15);
    spawnSync('chmod', ['700', path('closed')]);
    expect(fs.readdirSync(path('closed'))).toEqual([]);
  });
});
