import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginningOf, kindOf } from '../../src/store/beginning.ts';
import { encryptedDesk, givePassphrase, memoryKeychain, ran } from '../support/encrypted.ts';
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
