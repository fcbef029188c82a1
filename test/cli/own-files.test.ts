import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { basename, join, relative } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bytesWithin, encryptedDesk } from '../support/encrypted.ts';
import { type Desk, desk, deskFrom, temporaryDirectory } from '../support/world.ts';

let first: Desk;
let at: Desk;

beforeAll(async () => {
  first = await encryptedDesk();
  await first.net('backup');
});

beforeEach(() => {
  at = deskFrom(first);
});

const BESIDE = ['', '-wal', '-shm', '-journal', '-key', '-moving'];

/** Every way in which a command is told to write a file. */
const WRITING: readonly (readonly [string, (path: string) => string[]])[] = [
  ['export --force', (path) => ['export', path, '--format', 'json', '--force']],
  ['export', (path) => ['export', path, '--format', 'json']],
  ['export of pages', (path) => ['export', path, '--format', 'markdown', '--force']],
  ['calendar --force', (path) => ['calendar', path, '--force']],
  ['calendar', (path) => ['calendar', path]],
  ['backup', (path) => ['backup', path]],
];

/** What all files of a directory hold, told apart. */
function digests(directory: string): string[] {
  return [...bytesWithin(directory)].map(
    ([name, bytes]) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`,
  );
}

/** Nobody's answer may lead there either. */
function sayYes(): void {
  const nothing = () => Promise.reject(new Error('asked'));
  at.prompt = {
    text: nothing,
    select: nothing,
    search: nothing,
    confirm: async () => true,
    begin() {},
  } as never;
}

describe.each(WRITING)('net %s writes over nothing of its own', (_, argv) => {
  async function refused(path: string): Promise<void> {
    const before = digests(at.directory);
    const { code, err } = await at.net(...argv(path));
    expect([path, code, err]).toEqual([path, 5, expect.stringMatching(/ is where net keeps .*\nhint: /)]);
    expect(digests(at.directory)).toEqual(before);
  }

  test.each(BESIDE)('net.db%s, whether it is there or not', async (suffix) => {
    await refused(at.file + suffix);
    const other = desk();
    await other.net('add', 'Ben');
    at = other;
    await refused(at.file + suffix);
  });

  test('whoever is asked says yes', async () => {
    sayYes();
    for (const suffix of ['', '-key']) await refused(at.file + suffix);
  });

  test('by a link, a link to its directory, another name of it, and a roundabout path', async () => {
    const link = join(at.directory, 'link');
    fs.symlinkSync(`${at.file}-key`, link);
    await refused(link);
    const second = join(at.directory, 'second');
    fs.linkSync(`${at.file}-key`, second);
    await refused(second);
    const around = join(temporaryDirectory(), 'around');
    fs.symlinkSync(at.directory, around);
    for (const suffix of ['-key', '-moving', '-journal']) await refused(join(around, `net.db${suffix}`));
    await refused(`${at.directory}/net.db-backups/../net.db-key`);
    await refused(relative(process.cwd(), `${at.file}-key`));
  });

  test('among its backups, what is there and what is not, by any path', async () => {
    const backups = `${at.file}-backups`;
    const names = fs.readdirSync(backups);
    expect(names.some((name) => name.startsWith('key-'))).toBe(true);
    expect(names.some((name) => name.endsWith('.db'))).toBe(true);
    const within = join(temporaryDirectory(), 'within');
    fs.symlinkSync(backups, within);
    for (const name of [...names, 'new.json']) {
      await refused(join(backups, name));
      await refused(join(within, name));
    }
    const link = join(at.directory, 'link');
    fs.symlinkSync(join(backups, names[0] ?? ''), link);
    await refused(link);
    await refused(backups);
    fs.mkdirSync(join(backups, 'deep'));
    await refused(join(backups, 'deep', 'new.json'));
  });

  test('not even a directory of the name that its backups will have', async () => {
    fs.rmSync(`${at.file}-backups`, { recursive: true });
    await refused(`${at.file}-backups`);
  });
});

test('names that only look alike are taken', async () => {
  for (const name of ['net.db-keys', 'net.db-backups-mine', 'other-key', 'net.db.json']) {
    const { code, err } = await at.net('export', join(at.directory, name), '--format', 'json');
    expect([name, code, err]).toEqual([name, 0, expect.any(String)]);
    expect(fs.existsSync(join(at.directory, basename(name)))).toBe(true);
  }
});
