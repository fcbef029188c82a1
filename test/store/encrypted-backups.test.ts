import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginningOf, kindOf } from '../../src/store/beginning.ts';
import { bytesWithin, encryptedDesk, givePassphrase, memoryKeychain, ran } from '../support/encrypted.ts';
import { type Desk, desk } from '../support/world.ts';

describe('a copy of an encrypted file on a stick', () => {
  let at: Desk;
  let stick: string;
  let copy: string;

  beforeEach(async () => {
    at = await encryptedDesk();
    stick = join(at.directory, 'stick');
    fs.mkdirSync(stick);
    copy = join(stick, 'net.db');
  });

  test('has its key file beside it, and on another machine the passphrase opens the two', async () => {
    const out = await ran(at, 'backup', copy);
    expect(out).toContain(`${copy}-key is its key file`);
    expect(fs.readdirSync(stick).sort()).toEqual(['net.db', 'net.db-key']);
    expect(fs.statSync(`${copy}-key`).mode & 0o777).toBe(0o600);
    const other = desk('2026-11-23', 0xb000);
    other.keychain = memoryKeychain();
    givePassphrase(other);
    await ran(other, 'restore', copy, '--yes');
    expect(await ran(other, 'list')).toContain('Grandpa Aurelio');
    expect(kindOf(beginningOf(other.file))).toBe('encrypted');
    expect(await ran(other, 'list', '--db', copy)).toContain('Grandpa Aurelio');
  });

  test('is read once the file itself is decrypted, and also where its key file is lost by then', async () => {
    await ran(at, 'backup', copy);
    await ran(at, 'backup');
    await ran(at, 'decrypt', '--yes');
    expect(fs.existsSync(`${at.file}-key`)).toBe(false);
    givePassphrase(at);
    await ran(at, 'add', 'Ben');
    await ran(at, 'restore', copy, '--yes');
    expect(await ran(at, 'list')).not.toContain('Ben');
    fs.rmSync(`${copy}-key`);
    await ran(at, 'add', 'Ben');
    await ran(at, 'restore', copy, '--yes');
    expect(await ran(at, 'list')).not.toContain('Ben');
  });

  test('takes the place of no key file that another copy needs', async () => {
    fs.writeFileSync(`${copy}-key`, 'of another');
    const { code, err } = await at.net('backup', copy);
    expect([code, err]).toEqual([4, expect.stringContaining(`${copy}-key`)]);
    expect(fs.readdirSync(stick)).toEqual(['net.db-key']);
    expect(fs.readFileSync(`${copy}-key`, 'utf8')).toBe('of another');
    fs.copyFileSync(`${at.file}-key`, `${copy}-key`);
    await ran(at, 'backup', copy);
  });
});

describe('what programs that were ended left unfinished', () => {
  const PARTS = [
    `.net-${'a'.repeat(32)}.part`,
    `.net-${'a'.repeat(32)}.part-wal`,
    `.net-${'b'.repeat(32)}.part-key`,
    '2026-11-18T090000.000Z-asked.db-moving',
    'key-0123456789abcdef.part',
  ];
  let at: Desk;
  let backups: string;

  beforeEach(async () => {
    at = desk();
    at.keychain = memoryKeychain();
    givePassphrase(at);
    await ran(at, 'add', 'Zebedee Quagga');
    await ran(at, 'backup');
    backups = `${at.file}-backups`;
  });

  function readable(): string[] {
    return [...bytesWithin(at.directory)]
      .filter(([, bytes]) => bytes.includes('Quagga'))
      .map(([name]) => name);
  }

  test('is gone once the file is encrypted', async () => {
    for (const name of PARTS) fs.copyFileSync(at.file, join(backups, name));
    await ran(at, 'encrypt', '--keychain', '--yes');
    expect(readable()).toEqual([]);
    expect(fs.readdirSync(backups).filter((name) => PARTS.includes(name))).toEqual([]);
  });

  test('what cannot be encrypted is told of, each by its name', async () => {
    const aside = '2026-11-18T090000.000Z-damaged.db';
    fs.copyFileSync(at.file, join(backups, aside));
    fs.writeFileSync(join(backups, `${aside}-wal`), 'Quagga in the log');
    fs.writeFileSync(join(backups, 'notes.txt'), 'Quagga');
    fs.mkdirSync(join(backups, 'more.db'));
    const { code, out } = await at.net('encrypt', '--keychain', '--yes', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out).left).toEqual([aside, `${aside}-wal`, 'more.db', 'notes.txt']);
    expect(readable().sort()).toEqual(
      [aside, `${aside}-wal`, 'notes.txt'].map((name) => `net.db-backups/${name}`),
    );
    // The two are of use together only.
    expect(kindOf(beginningOf(join(backups, aside)))).toBe('plain');
  });

  test('backups for which there is no room are not told of as damaged, and are encrypted by the next change', async () => {
    const real = fs.renameSync;
    fs.renameSync = (from, to) => {
      if (String(from).endsWith('.db-moving')) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      real(from, to);
    };
    syncBuiltinESMExports();
    const { code, out, err } = await at.net('encrypt', '--keychain', '--yes');
    fs.renameSync = real;
    syncBuiltinESMExports();
    expect(code).toBe(3);
    expect(err).toContain('backups are not encrypted yet');
    expect(err).toContain('the disk is full or failing');
    expect(out).not.toMatch(/damaged|by hand/);
    expect(out).toContain('can still be read');
    await ran(at, 'add', 'Ben');
    expect(readable()).toEqual([]);
  });

  test('goes with a backup of a later day, and beside a copy elsewhere, too', async () => {
    const stick = join(at.directory, 'stick');
    fs.mkdirSync(stick);
    for (const directory of [backups, stick])
      for (const name of PARTS) {
        fs.writeFileSync(join(directory, name), 'Quagga');
        fs.utimesSync(join(directory, name), 1, 1);
      }
    await ran(at, 'backup');
    expect(fs.readdirSync(backups).filter((name) => PARTS.includes(name))).toEqual([]);
    await ran(at, 'backup', join(stick, 'net.db'));
    // Of what stands elsewhere only what nobody else names so.
    expect(fs.readdirSync(stick).sort()).toEqual([...PARTS.slice(3), 'net.db']);
  });
});
