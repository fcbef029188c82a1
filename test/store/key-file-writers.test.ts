import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { KeyFile } from '../../src/domain/key-file.ts';
import { removeAllUnfinished } from '../../src/store/beside-backups.ts';
import { keyFilePath } from '../../src/store/files.ts';
import { findKeyFile, keepKeyCopy, writeKeyFile } from '../../src/store/key-file.ts';
import { encryptedDesk, ran } from '../support/encrypted.ts';
import { type Desk, deskFrom } from '../support/world.ts';

let first: Desk;
let at: Desk;
let before: KeyFile;
let copy: string;

beforeAll(async () => {
  first = await encryptedDesk();
  await ran(first, 'backup');
});

beforeEach(() => {
  at = deskFrom(first);
  before = keyFileAt(keyFilePath(at.file));
  copy = join(`${at.file}-backups`, `key-${before.id}`);
});

afterEach(restored);

function restored(): void {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
}

function keyFileAt(path: string): KeyFile {
  const found = findKeyFile(path);
  if (typeof found === 'string') throw new Error(`${path}: ${found}`);
  return found;
}

/** The same key under another passphrase. */
function changed(): KeyFile {
  return { ...before, wrapping: { ...before.wrapping, salt: `${before.wrapping.salt}2` } };
}

/** Something else happens once, just before the system is told this. */
function meanwhile(call: 'fsyncSync' | 'renameSync', what: () => void): void {
  const real = fs[call] as (...given: readonly unknown[]) => unknown;
  let begun = false;
  vi.spyOn(fs, call).mockImplementation(((...given: readonly unknown[]) => {
    if (!begun) {
      begun = true;
      what();
    }
    return real(...given);
  }) as never);
  syncBuiltinESMExports();
}

function leftOver(): string[] {
  const places = [dirname(at.file), `${at.file}-backups`];
  return places.flatMap((place) => fs.readdirSync(place)).filter((name) => name.includes('.part'));
}

test.each(['fsyncSync', 'renameSync'] as const)('two programs that write one key file: %s', (call) => {
  meanwhile(call, () => writeKeyFile(at.file, before));
  writeKeyFile(at.file, changed());
  expect(keyFileAt(keyFilePath(at.file))).toEqual(changed());
  expect(keyFileAt(copy)).toEqual(changed());
  expect(leftOver()).toEqual([]);
});

test('whoever is erased meanwhile is in no key file: it stays', () => {
  fs.rmSync(copy);
  meanwhile('renameSync', () => removeAllUnfinished(at.file));
  keepKeyCopy(at.file);
  expect(keyFileAt(copy)).toEqual(before);
});

test('two programs that keep a copy of it', () => {
  fs.rmSync(copy);
  meanwhile('fsyncSync', () => keepKeyCopy(at.file));
  keepKeyCopy(at.file);
  expect(keyFileAt(copy)).toEqual(before);
  expect(leftOver()).toEqual([]);
});

test.each(['fsyncSync', 'renameSync'] as const)(
  'a copy that is late does not take the place of one of a key file that was changed meanwhile: %s',
  (call) => {
    fs.rmSync(copy);
    meanwhile(call, () => writeKeyFile(at.file, changed()));
    keepKeyCopy(at.file);
    expect(keyFileAt(copy)).toEqual(changed());
  },
);

test('a copy that could not be brought up to date, or is damaged, is with the next change', async () => {
  for (const old of [fs.readFileSync(copy), Buffer.from('damaged')]) {
    writeKeyFile(at.file, changed());
    fs.writeFileSync(copy, old);
    await ran(at, 'log', 'aurelio', `of ${old.length}`);
    expect(keyFileAt(copy)).toEqual(changed());
    expect(fs.statSync(copy).mode & 0o777).toBe(0o600);
  }
});

test('a copy that nobody may read is replaced', () => {
  const real = fs.readFileSync;
  vi.spyOn(fs, 'readFileSync').mockImplementation(((path: string, ...rest: []) => {
    if (path === copy && fs.statSync(copy).mtimeMs === 0)
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    return real(path, ...rest);
  }) as never);
  syncBuiltinESMExports();
  fs.utimesSync(copy, 0, 0);
  keepKeyCopy(at.file);
  expect(keyFileAt(copy)).toEqual(before);
});

test('with no room nothing is left, and the key file is the one before', () => {
  vi.spyOn(fs, 'writeSync').mockImplementation(() => {
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  });
  syncBuiltinESMExports();
  expect(() => writeKeyFile(at.file, changed())).toThrow('ENOSPC');
  restored();
  expect(keyFileAt(keyFilePath(at.file))).toEqual(before);
  expect(leftOver()).toEqual([]);
});

test('a system that writes a part at a time writes all of it', () => {
  const real = fs.writeSync as (file: number, bytes: Uint8Array) => number;
  vi.spyOn(fs, 'writeSync').mockImplementation(((file: number, bytes: Uint8Array | string) =>
    real(file, Buffer.from(bytes as string).subarray(0, 100))) as never);
  syncBuiltinESMExports();
  writeKeyFile(at.file, changed());
  expect(keyFileAt(keyFilePath(at.file))).toEqual(changed());
});

test('what a program that was killed left of one goes a day later, and nothing else', () => {
  const names = [
    `.net-${'a'.repeat(32)}.part-key`,
    `.net-${'b'.repeat(32)}.part`,
    'net.db-key.part',
    'x.part-key',
  ];
  for (const name of names) {
    const path = join(dirname(at.file), name);
    fs.writeFileSync(path, 'half');
    fs.utimesSync(path, 0, 0);
  }
  const fresh = `.net-${'c'.repeat(32)}.part-key`;
  fs.writeFileSync(join(dirname(at.file), fresh), 'half');
  writeKeyFile(at.file, changed());
  expect(leftOver().sort()).toEqual([fresh, ...names.slice(1)].sort());
});
