import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Change, TableName } from '../../src/domain/change.ts';
import { applyChanges } from '../../src/store/apply.ts';
import { FIELDS, TABLE_NAMES } from '../../src/store/rows.ts';
import { content, inFile } from '../support/content.ts';
import { net, program } from '../support/program.ts';
import { commandLine, runAll } from '../support/random-commands.ts';
import { tries } from '../support/tries.ts';
import { type Desk, desk } from '../support/world.ts';

type Document = { net: number } & Record<TableName, Record<string, unknown>[]>;

let at: Desk;

beforeEach(() => {
  at = desk();
});

async function exported(): Promise<Document> {
  const { code, out } = await at.net('export');
  expect(code).toBe(0);
  return JSON.parse(out) as Document;
}

/** A file made of nothing but what a document says. */
async function rebuilt(document: Document): Promise<Desk> {
  const other = desk();
  await other.net('add', 'Somebody');
  await inFile(other.file, (db) => {
    db.sqlite.exec(`PRAGMA foreign_keys = OFF; UPDATE journal_mode SET mode = 'purge'`);
    for (const table of TABLE_NAMES) db.sqlite.exec(`DELETE FROM ${table}`);
    applyChanges(
      db,
      TABLE_NAMES.flatMap((table) =>
        document[table].map(
          (row) => ({ insert: table, row: { deletedAt: null, ...row } }) as unknown as Change,
        ),
      ),
    );
    db.sqlite.exec(`UPDATE journal_mode SET mode = 'off'`);
  });
  return other;
}

test('whatever was done, a file made of the document has the same content, and twice the same bytes are written', async () => {
  for (const seed of [21, 22, 23].slice(0, tries(1, 3))) {
    at = desk();
    await runAll(at, fc.sample(commandLine, { numRuns: 200, seed }));
    const document = await exported();
    expect(Object.keys(document)).toEqual(['net', ...TABLE_NAMES]);
    const other = await rebuilt(document);
    expect(await content(other.file)).toEqual(await content(at.file));
    expect((await other.net('export')).out).toBe((await at.net('export')).out);
    at.day = '2027-03-01' as Desk['day'];
    await at.net('export', join(at.directory, 'one.json'));
    await other.net('export', join(at.directory, 'two.json'));
    const [one, two] = ['one.json', 'two.json'].map((name) =>
      fs.readFileSync(join(at.directory, name), 'utf8'),
    );
    expect(one).toBe(two);
    expect(one).toBe((await at.net('export')).out);
  }
}, 60_000);

test('hostile text is in it as it is, and harmless where it is shown', async () => {
  const name = 'Eve\u001b[31m\u202e\u200b"\\\u2028Odd';
  await at.net('add', name, '--new');
  expect((await exported()).contact.map((row) => row.name)).toEqual([name]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come through
  const harmful = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028\u202a-\u202e]/;
  expect((await at.net('export')).out).not.toMatch(harmful);
});

test('nothing in it names what was deleted', async () => {
  await at.net('add', 'Ana', '--at', 'DevMeet', '--needs', 'a map');
  await at.net('add', 'Ben', '--via', 'ana', '--email', 'ben@example.org');
  await inFile(at.file, (db) => {
    for (const which of [`gathering`, `contact WHERE name = 'Ana'`])
      db.sqlite.exec(`UPDATE ${which.replace(/^(\w+)/, "$1 SET deleted_at = '2026-01-01T00:00:00Z'")}`);
  });
  const document = await exported();
  expect(document.contact).toMatchObject([{ name: 'Ben', viaId: null, gatheringId: null }]);
  expect(document.trait).toEqual([]);
  expect(document.contact_point).toHaveLength(1);
  const contacts = document.contact.map(({ id }) => id);
  expect(document.participant.every(({ contactId }) => contacts.includes(contactId))).toBe(true);
});

test('with --json and on a terminal the document is the answer', async () => {
  await at.net('add', 'Ana');
  const { out } = await at.net('export');
  expect((await at.net('export', '--json')).out).toBe(out);
  at.terminal = { columns: 40 };
  expect(await at.net('export')).toEqual({ code: 0, out, err: '' });
});

test('reading it out leaves the bytes of the file alone', async () => {
  await at.net('add', 'Ana');
  const before = fs.readFileSync(at.file);
  await at.net('export', join(at.directory, 'out.json'));
  expect(fs.readFileSync(at.file).equals(before)).toBe(true);
});

describe('the file that it writes', () => {
  let file: string;

  beforeEach(async () => {
    file = join(at.directory, 'out.json');
    await at.net('add', 'Ana', '--circle', 'close');
  });

  const there = () => fs.readdirSync(at.directory).sort();

  test('is for nobody else, and nothing is left beside it', async () => {
    const { out } = await at.net('export', file, '--json');
    const answer = JSON.parse(out) as { bytes: number; rows: number; people: number };
    expect(answer).toMatchObject({ people: 1, rows: 1, bytes: fs.statSync(file).size });
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(there()).toEqual(['net.db', 'out.json']);
  });

  test('is only replaced with --force, and private then too', async () => {
    fs.writeFileSync(file, 'mine', { mode: 0o644 });
    const { code, err } = await at.net('export', file);
    expect([code, err]).toEqual([4, expect.stringContaining('is there already\nhint: ')]);
    expect(fs.readFileSync(file, 'utf8')).toBe('mine');
    expect((await at.net('export', file, '--force')).code).toBe(0);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(there()).toEqual(['net.db', 'out.json']);
  });

  test.each([
    [true, 0],
    [false, 130],
  ])('is replaced on a terminal where that is answered with %s', async (answer, expected) => {
    fs.writeFileSync(file, 'mine');
    at.prompt = {
      confirm: async (message, preset) => {
        expect([message, preset]).toEqual([`${file} is there already. Write over it?`, false]);
        return answer;
      },
      text: () => Promise.reject(new Error('asked')),
      select: () => Promise.reject(new Error('asked')),
      search: () => Promise.reject(new Error('asked')),
    };
    expect((await at.net('export', file)).code).toBe(expected);
    expect(fs.readFileSync(file, 'utf8') === 'mine').toBe(!answer);
  });

  test('a link stays, and what it leads to is replaced', async () => {
    const target = join(at.directory, 'target.txt');
    fs.writeFileSync(target, 'mine');
    fs.symlinkSync(target, file);
    expect((await at.net('export', file)).code).toBe(4);
    expect((await at.net('export', file, '--force')).code).toBe(0);
    expect(fs.readFileSync(target, 'utf8')).toBe((await at.net('export')).out);
    expect(fs.lstatSync(file).isSymbolicLink()).toBe(true);
    expect(there()).toEqual(['net.db', 'out.json', 'target.txt']);
  });

  test.each([
    ['nothing', '', 2],
    ['blanks', ' ', 2],
    ['a NUL', 'a\0b', 2],
    ['a directory', '.', 5],
    ['a missing directory', 'nowhere/out.json', 4],
    ['below a file', 'net.db/out.json', 4],
    ['a name that is too long', 'x'.repeat(300), 2],
    ['a pipe', 'fifo', 5],
    ['a link that leads nowhere', 'dangling', 4],
    ['a link to a directory', 'linked', 5],
    ['the file itself', 'net.db', 5],
    ['the file itself by a link', 'linked.db', 5],
  ])('%s is no place for it', async (_what, name, expected) => {
    spawnSync('mkfifo', [join(at.directory, 'fifo')]);
    fs.symlinkSync(at.file, join(at.directory, 'linked.db'));
    fs.symlinkSync(join(at.directory, 'nowhere'), join(at.directory, 'dangling'));
    fs.symlinkSync(at.directory, join(at.directory, 'linked'));
    const before = fs.readFileSync(at.file);
    const kept = there();
    const path = name.trim() === '' || name.includes('\0') ? name : join(at.directory, name);
    const { code, out, err } = await at.net('export', path, '--force');
    expect([code, out]).toEqual([expected, '']);
    expect(err).toMatch(/^net: .+\nhint: .+\n$/);
    expect(there()).toEqual(kept);
    expect(fs.readFileSync(at.file).equals(before)).toBe(true);
  });

  test('where there is no room nothing is left behind, and what was there stays', async () => {
    for (let i = 0; i < 12; i++) await at.net('edit', 'ana', '--note', `${i} ${'x'.repeat(9000)}`);
    fs.writeFileSync(file, 'mine');
    const env = { ...process.env, NET_DB: at.file, NODE: program, NET: net, FILE: file };
    spawnSync(program, [net, '--version']);
    // Blocks of 512 bytes: the document is longer, and whoever writes more is told so.
    const script = 'trap "" XFSZ; ulimit -f 128; "$NODE" "$NET" export "$FILE" --force';
    const { status, stderr } = spawnSync('sh', ['-c', script], { env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([16, expect.stringContaining('the disk is full or failing\nhint: ')]);
    expect(fs.readFileSync(file, 'utf8')).toBe('mine');
    expect(there()).toEqual(['net.db', 'out.json']);
  });
});

test('a dash is the standard output, not a file of that name', async () => {
  await at.net('add', 'Ana');
  expect((await at.net('export', '-')).out).toBe((await at.net('export')).out);
  expect((await at.net('export', '-', '--format', 'vcard')).out).toContain('FN:Ana');
  expect((await at.net('calendar', '-')).out).toBe((await at.net('calendar')).out);
  expect(fs.existsSync('-')).toBe(false);
  const { code, err } = await at.net('import', '-');
  expect([code, err]).toEqual([2, expect.stringMatching(/reads files, not the standard input\n.*save it/)]);
});

test('where there is no file yet none is written', async () => {
  expect((await at.net('export', join(at.directory, 'out.json'))).code).toBe(10);
  expect(fs.readdirSync(at.directory)).toEqual([]);
});

test('docs/formats.md tells every field of every table', () => {
  const text = fs.readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, table, fields]) => [table, fields]);
  const told = TABLE_NAMES.map((table) => [
    table,
    Object.keys(FIELDS[table])
      .filter((field) => field !== 'deletedAt')
      .join(', '),
  ]);
  expect(rows).toEqual(told);
});
