import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { beginningFor, beginningOf, keyIdOf, kindOf } from '../../src/store/beginning.ts';
import { findKeyFile } from '../../src/store/key-file.ts';
import { encryptNow, givePassphrase, memoryKeychain, ran } from '../support/encrypted.ts';
import { type Desk, desk } from '../support/world.ts';

/** The same people, plain and encrypted. */
let plain: Buffer;
let encrypted: Buffer;
let keyFile: Buffer;
let keychain: ReturnType<typeof memoryKeychain>;
let id: string;
let at: Desk;

beforeAll(async () => {
  const first = desk();
  keychain = memoryKeychain();
  first.keychain = keychain;
  givePassphrase(first);
  await ran(first, 'add', 'Ana Silva');
  plain = fs.readFileSync(first.file);
  await ran(first, 'encrypt', '--keychain', '--yes');
  encrypted = fs.readFileSync(first.file);
  keyFile = fs.readFileSync(`${first.file}-key`);
  id = keyIdOf(beginningOf(first.file));
});

beforeEach(() => {
  at = desk('2026-11-23', 0xb000);
  at.keychain = memoryKeychain();
  for (const [name, key] of keychain.kept) void at.keychain.set(name, key);
});

/** A file that is becoming another: so many of its bytes are written already. */
function layMoving(from: Buffer, to: Buffer, written: number): void {
  const bytes = Buffer.alloc(Math.max(from.length, to.length));
  from.copy(bytes);
  to.copy(bytes, 0, 0, written);
  beginningFor('moving', id).copy(bytes);
  fs.writeFileSync(at.file, bytes, { mode: 0o600 });
  fs.writeFileSync(`${at.file}-moving`, to, { mode: 0o600 });
  fs.writeFileSync(`${at.file}-key`, keyFile, { mode: 0o600 });
}

function rewriteKeyFile(change: (text: string) => string): void {
  fs.writeFileSync(`${at.file}-key`, change(keyFile.toString()));
}

describe('cut short while the file is written over', () => {
  test.each([0, 16, 4096, 9000, 100_000, 1e9])(
    'encrypting, %d bytes in: the next command goes on',
    async (written) => {
      layMoving(plain, encrypted, written);
      expect(await ran(at, 'list')).toContain('Ana Silva');
      expect(fs.existsSync(`${at.file}-moving`)).toBe(false);
      expect(kindOf(beginningOf(at.file))).toBe('encrypted');
      await ran(at, 'add', 'Ben');
      expect(await ran(at, 'list')).toContain('Ben');
    },
  );

  test.each([0, 16, 4096, 9000, 100_000, 1e9])(
    'decrypting, %d bytes in: the next command goes on',
    async (written) => {
      layMoving(encrypted, plain, written);
      at.keychain = memoryKeychain();
      expect(await ran(at, 'list')).toContain('Ana Silva');
      expect(fs.existsSync(`${at.file}-moving`)).toBe(false);
      expect(kindOf(beginningOf(at.file))).toBe('plain');
      // What is left to be done is done by the command itself.
      await ran(at, 'decrypt', '--yes');
      expect(fs.existsSync(`${at.file}-key`)).toBe(false);
    },
  );

  test('with the wrong passphrase nothing is touched', async () => {
    layMoving(plain, encrypted, 4096);
    at.keychain = memoryKeychain();
    givePassphrase(at, 'not the one');
    const before = fs.readFileSync(at.file);
    expect((await at.net('list')).code).toBe(15);
    expect(fs.readFileSync(at.file)).toEqual(before);
    expect(fs.readFileSync(`${at.file}-moving`)).toEqual(encrypted);
  });

  test('without the bytes that it is to become it says what is gone', async () => {
    layMoving(plain, encrypted, 4096);
    fs.rmSync(`${at.file}-moving`);
    const before = fs.readFileSync(at.file);
    const { code, err } = await at.net('add', 'Ben');
    expect([code, err]).toEqual([
      13,
      expect.stringContaining(`${at.file}-moving, which has all of it, is gone`),
    ]);
    expect(fs.readFileSync(at.file)).toEqual(before);
  });

  test('net encrypt itself goes on, too', async () => {
    layMoving(plain, encrypted, 4096);
    expect((await at.net('encrypt', '--yes')).code).toBe(4);
    expect(kindOf(beginningOf(at.file))).toBe('encrypted');
  });
});

describe('cut short before or after', () => {
  test('a readable copy beside an encrypted file goes with the next command', async () => {
    fs.writeFileSync(at.file, encrypted);
    fs.writeFileSync(`${at.file}-key`, keyFile);
    fs.writeFileSync(`${at.file}-moving`, plain);
    await ran(at, 'list');
    expect(fs.readdirSync(at.directory).sort()).toEqual(['net.db', 'net.db-key']);
  });

  test('beside a file that is still plain nothing of it counts, and encrypting begins anew', async () => {
    fs.writeFileSync(at.file, plain);
    fs.writeFileSync(`${at.file}-key`, keyFile);
    fs.writeFileSync(`${at.file}-moving`, encrypted);
    await ran(at, 'add', 'Ben');
    givePassphrase(at);
    await ran(at, 'encrypt', '--yes');
    expect(await ran(at, 'list')).toContain('Ben');
    expect(keyIdOf(beginningOf(at.file))).not.toBe(id);
    expect(fs.existsSync(`${at.file}-moving`)).toBe(false);
  });

  test('a copy that decrypting left beside a plain file goes where it is decrypted again, and where somebody is erased', async () => {
    fs.writeFileSync(at.file, plain);
    fs.writeFileSync(`${at.file}-key`, keyFile);
    fs.writeFileSync(`${at.file}-moving`, plain);
    await ran(at, 'decrypt', '--yes');
    expect(fs.readdirSync(at.directory)).toEqual(['net.db']);
    fs.writeFileSync(`${at.file}-moving`, plain);
    await ran(at, 'purge', 'ana', '--yes');
    expect(fs.existsSync(`${at.file}-moving`)).toBe(false);
  });

  test('a key file of before is kept beside the backups that may need it', async () => {
    fs.writeFileSync(at.file, plain);
    fs.writeFileSync(`${at.file}-key`, keyFile);
    fs.mkdirSync(`${at.file}-backups`);
    fs.writeFileSync(join(`${at.file}-backups`, '1.db'), encrypted);
    givePassphrase(at);
    await ran(at, 'encrypt', '--yes');
    expect(fs.readFileSync(join(`${at.file}-backups`, `key-${id}`))).toEqual(keyFile);
  });

  test('backups that are not encrypted yet are where something is written next', async () => {
    fs.writeFileSync(at.file, encrypted);
    rewriteKeyFile((text) => text);
    const whole = findKeyFile(`${at.file}-key`);
    if (typeof whole === 'string') throw new Error(whole);
    const { writeKeyFile } = await import('../../src/store/key-file.ts');
    writeKeyFile(at.file, { ...whole, unfinished: true });
    const backups = `${at.file}-backups`;
    fs.mkdirSync(backups);
    fs.writeFileSync(join(backups, '1.db'), plain);
    await ran(at, 'list');
    expect(kindOf(beginningOf(join(backups, '1.db')))).toBe('plain');
    await ran(at, 'add', 'Ben');
    expect(kindOf(beginningOf(join(backups, '1.db')))).toBe('encrypted');
    expect(findKeyFile(`${at.file}-key`)).toEqual(whole);
    // Backups that are made later have a copy of the key file, too.
    expect(fs.readFileSync(join(backups, `key-${id}`))).toEqual(fs.readFileSync(`${at.file}-key`));
  });
});

describe('the disk fails while the file is written over', () => {
  /** Lets the disk fail where the file itself is synced for the so-manieth time. */
  async function failing(nth: number, work: () => Promise<unknown>): Promise<unknown> {
    const real = fs.fsyncSync;
    const { ino } = fs.statSync(at.file);
    let count = 0;
    fs.fsyncSync = (file) => {
      if (fs.fstatSync(file).ino === ino && ++count >= nth)
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
      real(file);
    };
    syncBuiltinESMExports();
    try {
      return await work().then(
        () => null,
        (error) => error,
      );
    } finally {
      fs.fsyncSync = real;
      syncBuiltinESMExports();
    }
  }

  test.each([1, 2, 3, 4, 5])('from its sync %d on: it is whole there or beside it', async (nth) => {
    await ran(at, 'add', 'Ben');
    let key: { id: string; key: Uint8Array } | undefined;
    const error = await failing(nth, async () => {
      key = await encryptNow(at.file, true);
    });
    expect(error).toMatchObject({ code: 'disk' });
    expect(key).toBeUndefined();
    // Nobody knows what the disk has of it: all of it is written over again.
    const kind = kindOf(beginningOf(at.file));
    expect([kind, fs.existsSync(`${at.file}-moving`)]).toEqual(nth < 3 ? ['plain', false] : ['moving', true]);
    givePassphrase(at);
    expect(await ran(at, 'list')).toContain('Ben');
    expect(fs.existsSync(`${at.file}-moving`)).toBe(false);
  });

  test('what is left beside it stays until the disk confirms the file', async () => {
    fs.writeFileSync(at.file, encrypted);
    fs.writeFileSync(`${at.file}-key`, keyFile);
    fs.writeFileSync(`${at.file}-moving`, encrypted);
    await failing(1, async () => expect((await at.net('list')).code).toBe(16));
    expect(fs.existsSync(`${at.file}-moving`)).toBe(true);
    await ran(at, 'list');
    expect(fs.existsSync(`${at.file}-moving`)).toBe(false);
  });
});
