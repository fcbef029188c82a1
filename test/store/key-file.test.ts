import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { givePassphrase, memoryKeychain, PASSPHRASE, ran } from '../support/encrypted.ts';
import { type Desk, desk } from '../support/world.ts';

let first: Desk;
let other: Desk;
let at: Desk;
let keyPath: string;

beforeAll(async () => {
  first = desk();
  other = desk();
  for (const one of [first, other]) {
    givePassphrase(one);
    await ran(one, 'add', 'Ana Silva');
    fs.mkdirSync(`${one.file}-backups`);
    await ran(one, 'encrypt', '--yes');
  }
});

beforeEach(() => {
  at = desk();
  fs.cpSync(first.directory, at.directory, { recursive: true });
  at.env = { ...first.env };
  keyPath = `${at.file}-key`;
});

describe('without a key file that opens it', () => {
  test.each<[string, () => void, string]>([
    ['missing', () => fs.rmSync(keyPath), 'is missing'],
    ['empty', () => fs.writeFileSync(keyPath, ''), 'is damaged'],
    [
      'a directory',
      () => {
        fs.rmSync(keyPath);
        fs.mkdirSync(keyPath);
      },
      'is damaged',
    ],
    ['huge', () => fs.truncateSync(keyPath, 1 << 30), 'is damaged'],
    ['no JSON', () => fs.writeFileSync(keyPath, 'no'), 'is damaged'],
    ['null', () => fs.writeFileSync(keyPath, 'null'), 'is damaged'],
    ['with a changed byte', () => edit((text) => text.replace(/"key": "./, '"key": "_')), 'is damaged'],
    [
      'with a check of another key',
      () => edit((text) => text.replace(/"check": "./, '"check": "_')),
      'is damaged',
    ],
    ['of another file', () => fs.copyFileSync(`${other.file}-key`, keyPath), 'belongs to another file'],
  ])('%s: the file is not opened, and it is said where a copy is', async (_, harm, what) => {
    const before = fs.readFileSync(at.file);
    harm();
    const { code, out, err } = await at.net('list');
    expect([code, out]).toEqual([15, '']);
    expect(err).toContain(what);
    expect(err).toMatch(
      /hint: a copy of it is here: cp \S+net\.db-backups\/key-[0-9a-f]{16} \S+net\.db-key\n/,
    );
    expect(fs.readFileSync(at.file)).toEqual(before);
    const [, copy = ''] = /cp (\S+) /.exec(err) ?? [];
    fs.rmSync(keyPath, { recursive: true, force: true });
    fs.copyFileSync(copy, keyPath);
    expect(await ran(at, 'list')).toContain('Ana Silva');
  });

  test.each<[string, Record<string, number>]>([
    ['more memory than a machine has', { N: 2 ** 30 }],
    ['guesses that cost nothing', { N: 2 }],
    ['rounds without an end', { p: 2 ** 20 }],
    ['a cost that is no power of two', { N: 131_073 }],
  ])('one that asks for %s is damaged', async (_, cost) => {
    edit((text) => {
      const all = JSON.parse(text);
      return JSON.stringify({
        ...all,
        wrapping: { ...all.wrapping, cost: { ...all.wrapping.cost, ...cost } },
      });
    });
    expect((await at.net('list')).code).toBe(15);
  });

  test('and no copy: it says to put one back', async () => {
    fs.rmSync(keyPath);
    fs.rmSync(`${at.file}-backups`, { recursive: true });
    const { code, err } = await at.net('list');
    expect([code, err]).toEqual([15, expect.stringContaining('hint: put a copy of it back there')]);
  });

  test('a path with a space is quoted as a shell reads it', async () => {
    at.file = join(at.directory, `it's mine.db`);
    fs.renameSync(join(at.directory, 'net.db'), at.file);
    fs.renameSync(join(at.directory, 'net.db-backups'), `${at.file}-backups`);
    const { err } = await at.net('list');
    expect(err).toMatch(/cp '\S+it'\\''s mine\.db-backups\/key-[0-9a-f]{16}' '\S+it'\\''s mine\.db-key'/);
  });

  test('whose file is gone: no plain one is made in its place', async () => {
    fs.rmSync(at.file);
    const { code, err } = await at.net('add', 'Ben');
    expect([code, err]).toEqual([10, expect.stringContaining('its key file is still there')]);
    expect(fs.existsSync(at.file)).toBe(false);
    expect((await at.net('list')).code).toBe(10);
  });
});

test('the key file has nothing of the passphrase or the key in the clear', async () => {
  at.keychain = memoryKeychain();
  await ran(at, 'encrypt', '--keychain');
  const [key = new Uint8Array()] = (at.keychain as ReturnType<typeof memoryKeychain>).kept.values();
  const text = fs.readFileSync(keyPath, 'utf8');
  const bytes = Buffer.from(key);
  for (const secret of [PASSPHRASE, bytes.toString('hex'), bytes.toString('base64')])
    expect(text).not.toContain(secret);
});

describe('another passphrase', () => {
  test('opens the file afterwards, and the one before does not; the copy beside the backups is changed too', async () => {
    const answers = ['another one of four words', 'another one of four words'];
    at.prompt = {
      text: async ({ message, hidden, check }) => {
        expect(hidden).toBe(true);
        if (message.startsWith('Passphrase of')) return PASSPHRASE;
        const answer = answers.shift() ?? '';
        expect((await check?.(answer)) ?? true).toBe(true);
        return answer;
      },
      confirm: () => Promise.reject(new Error('asked')),
      select: () => Promise.reject(new Error('asked')),
      search: () => Promise.reject(new Error('asked')),
    };
    at.env = {};
    const bytes = fs.readFileSync(at.file);
    const { code, out, err } = await at.net('encrypt', '--change');
    expect([code, out]).toEqual([0, 'It has another passphrase now.\n']);
    expect(err).toContain('older copy of the key file');
    expect(fs.readFileSync(at.file)).toEqual(bytes);
    at.prompt = null;
    givePassphrase(at, PASSPHRASE);
    expect((await at.net('list')).code).toBe(15);
    givePassphrase(at, 'another one of four words');
    expect(await ran(at, 'list')).toContain('Ana Silva');
    const [copy = ''] = fs.readdirSync(`${at.file}-backups`);
    fs.copyFileSync(join(`${at.file}-backups`, copy), keyPath);
    expect(await ran(at, 'list')).toContain('Ana Silva');
  });

  test('takes somebody to type it', async () => {
    const { code, err } = await at.net('encrypt', '--change');
    expect([code, err]).toEqual([5, expect.stringContaining('nobody can be asked for one here')]);
  });
});

function edit(change: (text: string) => string): void {
  const text = fs.readFileSync(keyPath, 'utf8');
  expect(change(text)).not.toBe(text);
  fs.writeFileSync(keyPath, change(text));
}
