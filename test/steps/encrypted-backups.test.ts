import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginningOf, kindOf } from '../../src/store/beginning.ts';
import { bytesWithin, encryptedDesk, givePassphrase, memoryKeychain, ran } from '../support/encrypted.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;
let backups: string;

beforeEach(async () => {
  at = await encryptedDesk();
  backups = `${at.file}-backups`;
});

/** The backups of a desk, oldest first. */
function made(): string[] {
  return fs
    .readdirSync(backups)
    .filter((name) => name.endsWith('.db'))
    .sort();
}

function anyWithin(directory: string, word: string): string[] {
  return [...bytesWithin(directory)].flatMap(([name, bytes]) => (bytes.includes(word) ? [name] : []));
}

async function later(day: string): Promise<void> {
  at.day = day as Desk['day'];
}

describe('the backups of an encrypted file', () => {
  test('are encrypted with its key, each day and when asked for, and stand beside a copy of the key file', async () => {
    await ran(at, 'add', 'Zebedee Quagga');
    await later('2026-11-23');
    await ran(at, 'log', 'zebedee', 'coffee');
    await ran(at, 'backup');
    expect(made().length).toBeGreaterThan(1);
    for (const name of made())
      expect([name, kindOf(beginningOf(join(backups, name)))]).toEqual([name, 'encrypted']);
    expect(fs.readdirSync(backups).filter((name) => name.startsWith('key-')).length).toBe(1);
    expect(anyWithin(at.directory, 'Zebedee')).toEqual([]);
    expect(await ran(at, 'backup', '--list')).toContain('2026-11-23');
  });

  test('are restored, asking for no other passphrase', async () => {
    await ran(at, 'add', 'Zebedee Quagga');
    await ran(at, 'backup');
    await later('2026-11-23');
    await ran(at, 'add', 'Ben');
    const dry = await ran(at, 'restore', '2', '--dry-run');
    expect(dry).toContain('Ben');
    await ran(at, 'restore', '2026-11-22', '--yes');
    const list = await ran(at, 'list');
    expect(list).toContain('Zebedee');
    expect(list).not.toContain('Ben');
    expect(anyWithin(at.directory, 'Zebedee')).toEqual([]);
    expect(fs.readdirSync(backups).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('are whole to net check, and erasing somebody reaches them', async () => {
    await ran(at, 'add', 'Zebedee Quagga');
    await ran(at, 'backup');
    await ran(at, 'check');
    expect(await ran(at, 'purge', 'zebedee', '--yes')).toContain('Erased Zebedee');
    await ran(at, 'check');
    await ran(at, 'decrypt', '--yes');
    expect(anyWithin(at.directory, 'Zebedee')).toEqual([]);
    expect(anyWithin(at.directory, 'Aurelio').length).toBeGreaterThan(1);
    await ran(at, 'check');
  });

  test('that are of another kind or key are told by net check, and not as damaged', async () => {
    await ran(at, 'backup');
    const other = desk();
    await ran(other, 'add', 'Ana');
    await ran(other, 'backup');
    const [plain = ''] = fs.readdirSync(`${other.file}-backups`);
    fs.copyFileSync(join(`${other.file}-backups`, plain), join(backups, '2026-01-01T090000.000Z-asked.db'));
    const second = await encryptedDesk();
    fs.copyFileSync(second.file, join(backups, '2026-01-02T090000.000Z-asked.db'));
    for (const name of made()) fs.chmodSync(join(backups, name), 0o600);
    const { out } = await at.net('check');
    expect(out).toContain('01T090000.000Z-asked.db is not encrypted, as the file is');
    expect(out).toContain('02T090000.000Z-asked.db is encrypted with another key');
    expect(out).not.toContain('is damaged');
  });

  test('are named where the file is damaged, and take its place', async () => {
    await ran(at, 'add', 'Zebedee Quagga');
    await ran(at, 'backup');
    const bytes = fs.readFileSync(at.file);
    for (let offset = 0; offset < bytes.length; offset += 4096) bytes.fill(7, offset + 99, offset + 199);
    fs.writeFileSync(at.file, bytes);
    const { code, err } = await at.net('list');
    expect([code, err]).toEqual([13, expect.stringContaining('the newest good backup is of')]);
    await ran(at, 'restore', 'last', '--yes');
    expect(await ran(at, 'list')).toContain('Zebedee');
    expect(kindOf(beginningOf(at.file))).toBe('encrypted');
  });

  test('take its place where it is gone, key file and all', async () => {
    await ran(at, 'add', 'Zebedee Quagga');
    await ran(at, 'backup');
    fs.rmSync(at.file);
    fs.rmSync(`${at.file}-key`);
    await ran(at, 'restore', 'last', '--yes');
    expect(await ran(at, 'list')).toContain('Zebedee');
    expect(anyWithin(at.directory, 'Zebedee')).toEqual([]);
  });
});

describe('a copy from elsewhere', () => {
  test('that is plain is restored into an encrypted file, which stays encrypted', async () => {
    const other = desk('2026-11-20', 0xc000);
    await ran(other, 'add', 'Zebedee Quagga');
    await ran(at, 'restore', other.file, '--yes');
    expect(await ran(at, 'list')).toContain('Zebedee');
    expect(anyWithin(at.directory, 'Zebedee')).toEqual([]);
  });

  test('that is encrypted is restored into a plain file, which stays plain, and asks for its own passphrase', async () => {
    const plain = desk('2026-11-20', 0xc000);
    await ran(plain, 'add', 'Zebedee Quagga');
    expect((await plain.net('restore', at.file, '--yes')).code).toBe(15);
    givePassphrase(plain);
    plain.keychain = memoryKeychain();
    await ran(plain, 'restore', at.file, '--yes');
    plain.env = {};
    expect(await ran(plain, 'list')).toContain('Aurelio');
    expect(fs.existsSync(`${plain.file}-key`)).toBe(false);
  });

  test('that is encrypted with another key is restored under the key of the file', async () => {
    const other = await encryptedDesk('2026-11-20', 0xc000);
    await ran(other, 'add', 'Zebedee Quagga');
    const both = memoryKeychain();
    for (const one of [at, other])
      for (const [id, key] of (one.keychain as typeof both).kept) both.kept.set(id, key);
    at.keychain = both;
    const before = fs.readFileSync(`${at.file}-key`);
    await ran(at, 'restore', other.file, '--yes');
    expect(await ran(at, 'list')).toContain('Zebedee');
    expect(fs.readFileSync(`${at.file}-key`)).toEqual(before);
  });
});
