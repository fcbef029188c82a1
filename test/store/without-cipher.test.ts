import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { encryptedDesk, givePassphrase, ran } from '../support/encrypted.ts';
import { buildOnce } from '../support/sitting.ts';
import { type Desk, desk, temporaryDirectory } from '../support/world.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let net: string;

/** An installation that has what net itself depends on, and nothing that a user may add. */
beforeAll(() => {
  buildOnce();
  const place = join(temporaryDirectory(), 'node_modules', 'netgarden');
  for (const part of ['bin', 'dist', 'package.json'])
    fs.cpSync(join(root, part), join(place, part), { recursive: true });
  fs.cpSync(join(root, 'node_modules/better-sqlite3'), join(dirname(place), 'better-sqlite3'), {
    recursive: true,
    dereference: true,
    filter: (path) => !/better-sqlite3\/(deps|src|build)(\/|$)/.test(path),
  });
  net = join(place, 'bin', 'net.js');
});

function apart(at: Desk, ...argv: readonly string[]) {
  const env = { ...process.env, ...at.env, NET_DB: at.file };
  const { status, stdout, stderr } = spawnSync(process.execPath, [net, ...argv], { env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const ABSENT =
  'net: the package for encrypted files is not installed\nhint: npm install -g better-sqlite3-multiple-ciphers@13\n';

test('without the package a plain file is as ever, and encrypting it is one clear line', async () => {
  const at = desk();
  givePassphrase(at);
  expect(apart(at, 'add', 'Ana Silva').code).toBe(0);
  const before = fs.readFileSync(at.file);
  expect(apart(at, 'encrypt', '--yes')).toEqual({ code: 15, out: '', err: ABSENT });
  expect(apart(at, 'encrypt', '--dry-run')).toEqual({ code: 15, out: '', err: ABSENT });
  expect(fs.readFileSync(at.file)).toEqual(before);
  expect(apart(at, 'decrypt', '--yes').code).toBe(5);
  expect(apart(at, 'list').out).toContain('Ana Silva');
});

test('without the package an encrypted file is one clear line, before anybody is asked anything', async () => {
  const at = await encryptedDesk();
  const before = fs.readFileSync(at.file);
  expect(apart(at, 'list')).toEqual({ code: 15, out: '', err: ABSENT });
  at.env = { NET_KEY_COMMAND: `touch ${at.directory}/asked` };
  expect(apart(at, 'decrypt', '--yes')).toEqual({ code: 15, out: '', err: ABSENT });
  expect(fs.existsSync(join(at.directory, 'asked'))).toBe(false);
  expect(fs.readFileSync(at.file)).toEqual(before);
});

test('without the package of the keychain, --keychain is one clear line, and the file stays as it is', async () => {
  const link = join(dirname(dirname(dirname(net))), 'better-sqlite3-multiple-ciphers');
  fs.symlinkSync(join(root, 'node_modules/better-sqlite3-multiple-ciphers'), link);
  try {
    const at = desk();
    givePassphrase(at);
    await ran(at, 'add', 'Ana Silva');
    const before = fs.readFileSync(at.file);
    const { code, out, err } = apart(at, 'encrypt', '--keychain', '--yes');
    expect([code, out]).toEqual([5, '']);
    expect(err).toBe(
      'net: the package that reaches the keychain is not installed\nhint: npm install -g @napi-rs/keyring@2; or go without the keychain\n',
    );
    expect(fs.readFileSync(at.file)).toEqual(before);
    expect(apart(at, 'encrypt', '--yes').code).toBe(0);
    expect(apart(at, 'list').out).toContain('Ana Silva');
  } finally {
    fs.rmSync(link);
  }
});
