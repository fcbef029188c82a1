import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import CipherDatabase from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beginningOf, kindOf } from '../../src/store/beginning.ts';
import { copiedDesk } from '../support/copied.ts';
import { encryptedDesk, givePassphrase, memoryKeychain, ran } from '../support/encrypted.ts';
import type { Desk } from '../support/world.ts';

let at: Desk;
let copy: string;

beforeEach(async () => {
  ({ at, copy } = await copiedDesk());
});

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

/** Something is wrong with a file that can be read and written all the same. */
function harm(): void {
  const sqlite = new Database(at.file);
  sqlite.pragma('foreign_keys = OFF');
  sqlite.exec(`UPDATE contact SET gathering_id = 'gone'`);
  sqlite.close();
}

/** Does something the first time that a program waits for others. */
function onceWaiting(what: () => void): void {
  let done = false;
  vi.spyOn(Atomics, 'wait').mockImplementation(() => {
    if (!done) what();
    done = true;
    return 'timed-out';
  });
}

/** Lets a call of the file system fail where it is about a file. */
function failing<Name extends 'fsyncSync' | 'writeSync' | 'renameSync'>(
  name: Name,
  code: string,
  isMeant: (file: number | string) => boolean,
): void {
  const real = fs[name] as (...args: unknown[]) => unknown;
  vi.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
    if (isMeant(args[0] as number | string)) throw Object.assign(new Error(code), { code });
    return real(...args);
  }) as never);
  syncBuiltinESMExports();
}

const isFile = (path: string) => (file: number | string) =>
  fs.existsSync(path) && fs.fstatSync(file as number).ino === fs.statSync(path).ino;
const asides = () => fs.readdirSync(`${at.file}-backups`).filter((name) => name.includes('-damaged.db'));
const kind = () => kindOf(beginningOf(at.file));

describe('a damaged file that is replaced', () => {
  test('is kept with what another program has written until then', async () => {
    harm();
    const other = new Database(at.file);
    other.exec(`BEGIN IMMEDIATE; UPDATE contact SET city = 'Lisbon'`);
    onceWaiting(() => {
      other.exec('COMMIT');
      other.close();
    });
    expect((await at.net('restore', copy, '--yes')).code).toBe(0);
    const [aside = ''] = asides();
    const kept = new Database(join(`${at.file}-backups`, aside));
    expect(kept.prepare('SELECT city FROM contact').pluck().all()).toEqual(['Lisbon']);
    kept.close();
  });

  test('leaves no half of a copy where there is no room to keep it', async () => {
    harm();
    const before = fs.readFileSync(at.file).subarray(100);
    failing('writeSync', 'ENOSPC', (file) =>
      asides().some((name) => isFile(join(`${at.file}-backups`, name))(file)),
    );
    const { code, err } = await at.net('restore', copy, '--yes');
    expect([code, err]).toEqual([16, expect.stringContaining('nothing was changed')]);
    expect(asides()).toEqual([]);
    expect(fs.readFileSync(at.file).subarray(100).equals(before)).toBe(true);
  });

  test('does not bring back whoever was erased from it', async () => {
    await at.net('add', 'Quorra Zyvex');
    await at.net('backup', join(at.directory, 'stick', 'both.db'));
    await at.net('purge', 'quorra', '--yes');
    harm();
    const { code, out } = await at.net('restore', join(at.directory, 'stick', 'both.db'), '--yes');
    expect([code, out]).toEqual([0, expect.not.stringContaining('erased')]);
    expect((await at.net('list')).out).not.toContain('Quorra');
    const bytes = fs.readdirSync(`${at.file}-backups`).map((name) => join(`${at.file}-backups`, name));
    expect([at.file, ...bytes].filter((path) => fs.readFileSync(path).includes('Quorra'))).toEqual([]);
  });

  test('where nothing tells who was erased, that is said', async () => {
    harm();
    const { out } = await at.net('restore', copy, '--yes');
    expect(out).toContain('Whom you erased since it was made may be in it again');
  });
});

describe('an encrypted file that is replaced', () => {
  let own: string;

  beforeEach(async () => {
    const other = await encryptedDesk();
    at = Object.assign(other, {});
    own = fs.readFileSync(`${at.file}-key`, 'utf8');
  });

  test.each(['damaged', 'gone'])(
    'is encrypted again, with its own key, where it is %s and the copy is not',
    async (how) => {
      if (how === 'gone') fs.rmSync(at.file);
      else fs.writeFileSync(at.file, fs.readFileSync(at.file).fill(7, 4096));
      const { code, err } = await at.net('restore', copy, '--yes');
      expect([code, err, kind()]).toEqual([0, err, 'encrypted']);
      expect(fs.readFileSync(`${at.file}-key`, 'utf8')).toBe(own);
      expect((await at.net('list')).out).toContain('Ana Silva');
    },
  );

  test('without its passphrase stays, and it is said how to go on without it', async () => {
    at.keychain = memoryKeychain();
    fs.rmSync(at.file);
    const { code, err } = await at.net('restore', copy, '--yes');
    expect([code, err]).toEqual([15, expect.stringContaining(`move ${at.file}-key away`)]);
    expect(fs.existsSync(at.file)).toBe(false);
  });

  test('by a copy of another key stays encrypted with its own', async () => {
    const stick = await sealed();
    fs.writeFileSync(at.file, fs.readFileSync(at.file).fill(7, 4096));
    await ran(at, 'restore', stick, '--yes');
    expect([kind(), fs.readFileSync(`${at.file}-key`, 'utf8')]).toEqual(['encrypted', own]);
    expect(await ran(at, 'list')).toContain('Grandpa');
  });
});

/** A copy that is encrypted with a key of its own, which the keychain of the desk has. */
async function sealed(): Promise<string> {
  const other = await encryptedDesk('2026-11-22', 0xc000);
  const stick = join(other.directory, 'stick.db');
  await ran(other, 'backup', stick);
  if (!('kept' in at.keychain)) at.keychain = memoryKeychain();
  for (const [id, key] of (other.keychain as ReturnType<typeof memoryKeychain>).kept)
    await at.keychain.set(id, key);
  return stick;
}

describe('the way back', () => {
  test('of an encrypted file whose first page is damaged is named though nobody was asked for its passphrase', async () => {
    at = await encryptedDesk();
    await ran(at, 'backup');
    at.keychain = memoryKeychain();
    fs.writeFileSync(at.file, fs.readFileSync(at.file).fill(7, 0, 4096));
    expect((await at.net('list')).err).toContain(
      'the newest backup is of 2026-11-22 09:00, asked for: net restore 2026',
    );
  });

  test('is a copy from elsewhere where none of the backups is whole', async () => {
    await at.net('backup');
    for (const path of [
      at.file,
      ...fs.readdirSync(`${at.file}-backups`).map((name) => `${at.file}-backups/${name}`),
    ])
      fs.truncateSync(path, 9000);
    expect((await at.net('list')).err).toContain('of its backups none is whole (1)');
  });

  test('in net check is the newest backup that is whole', async () => {
    await at.net('backup');
    at.day = '2026-11-23' as Desk['day'];
    await at.net('backup');
    fs.truncateSync(`${at.file}-backups/2026-11-23T090000.000Z-asked.db`, 9000);
    harm();
    const { out } = await at.net('check');
    expect(out).toContain('net restore 2026-11-22T090000.000Z');
    expect(out).not.toContain('net restore last');
  });
});

test('net check tells of what an encrypted file has left beside it that can be read', async () => {
  at = await encryptedDesk();
  await ran(at, 'backup');
  const aside = `${at.file}-backups/2026-11-21T090000.000Z-damaged.db`;
  fs.copyFileSync(copy, aside);
  const { out } = await at.net('check');
  expect(out).toContain(`${aside} is not encrypted, as the file is`);
  // Of a key file, half of which says as little as all of it.
  const [key = ''] = fs.readdirSync(`${at.file}-backups`).filter((name) => name.startsWith('key-'));
  fs.copyFileSync(`${at.file}-backups/${key}`, `${at.file}-backups/.net-${'a'.repeat(32)}.part-key`);
  fs.rmSync(aside);
  expect((await at.net('check')).out).not.toContain('is not encrypted');
});

describe('a plain file', () => {
  test('keeps no key file where the disk fails before an encrypted copy takes its place', async () => {
    const stick = await sealed();
    fs.writeFileSync(at.file, fs.readFileSync(at.file).fill(7, 4096));
    failing('fsyncSync', 'EIO', isFile(at.file));
    expect((await at.net('restore', stick, '--yes')).code).toBe(16);
    expect([kind(), fs.existsSync(`${at.file}-key`)]).toEqual(['plain', false]);
  });

  test('into which an encrypted copy comes back stays plain, and that is said', async () => {
    const other = await encryptedDesk();
    const stick = join(at.directory, 'stick', 'sealed.db');
    await ran(other, 'backup', stick);
    at.keychain = other.keychain;
    const { out } = await at.net('restore', stick, '--yes');
    expect([out, kind()]).toEqual([expect.stringContaining('To change that: net encrypt'), 'plain']);
  });

  test('in whose place another one comes while it is to be encrypted is not called encrypted', async () => {
    givePassphrase(at);
    const held = new CipherDatabase(at.file);
    held.exec('BEGIN');
    held.prepare('SELECT count(*) FROM contact').get();
    onceWaiting(() => {
      fs.copyFileSync(copy, `${at.file}.new`);
      fs.renameSync(`${at.file}.new`, at.file);
      held.close();
    });
    const { code, out } = await at.net('encrypt', '--yes');
    expect([code, out, kind()]).toEqual([11, '', 'plain']);
  });

  test('that was decrypted is not written by reading it', async () => {
    givePassphrase(at);
    await ran(at, 'encrypt', '--yes');
    await ran(at, 'decrypt', '--yes');
    const before = fs.readFileSync(at.file);
    await ran(at, 'list');
    await ran(at, 'show', 'ana');
    expect(fs.readFileSync(at.file).equals(before)).toBe(true);
    await ran(at, 'log', 'ana', 'coffee');
    expect((await at.net('check')).code).toBe(0);
  });

  test('of which a backup could not be decrypted is told as what it is, and the next try goes on', async () => {
    givePassphrase(at);
    await ran(at, 'backup');
    await ran(at, 'encrypt', '--yes');
    failing('renameSync', 'ENOSPC', (path) => String(path).endsWith('.db-moving'));
    const { code, err } = await at.net('decrypt', '--yes');
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    expect([code, err, kind()]).toEqual([
      16,
      expect.stringContaining(`${at.file} is decrypted, but not all`),
      'plain',
    ]);
    expect(err).not.toContain('nothing was changed');
    await ran(at, 'decrypt', '--yes');
    expect(fs.existsSync(`${at.file}-key`)).toBe(false);
  });
});
