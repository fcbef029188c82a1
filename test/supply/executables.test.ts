import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packagesOf } from '../../tools/build/executable.ts';
import { PLATFORMS, platformNamed } from '../../tools/build/platforms.ts';
import { archive } from '../../tools/release/archive.ts';
import { platformOf } from '../../tools/release/format.ts';
import { bunLicense, executableLicenses } from '../../tools/release/licenses.ts';
import { fetchPackages } from '../../tools/release/platform-packages.ts';
import { readLockfile } from '../../tools/supply/lockfile.ts';
import { temporaryDirectory } from '../support/world.ts';

const root = new URL('../../', import.meta.url);
const prebuilt = (name: string) =>
  fs.readFileSync(new URL(`node_modules/better-sqlite3/prebuilds/${name}.node`, root));

describe('an archive', () => {
  const WHEN = '2026-11-20T10:00:00.000Z';
  const bytes = Buffer.from('a program\n'.repeat(200));
  const files = [
    { path: 'net-1.0.0/net', bytes, isProgram: true },
    { path: 'net-1.0.0/LICENSE', bytes: Buffer.from('be kind') },
    { path: 'net-1.0.0/empty', bytes: Buffer.alloc(0) },
    { path: 'net-1.0.0/block', bytes: Buffer.alloc(512, 'x') },
  ];

  test('is unpacked by any tar, with what was packed', () => {
    const directory = temporaryDirectory();
    const path = join(directory, 'net.tar.gz');
    fs.writeFileSync(path, archive(files, WHEN));
    execFileSync('tar', ['-xzf', path, '-C', directory]);
    for (const file of files) expect(fs.readFileSync(join(directory, file.path))).toEqual(file.bytes);
    expect(fs.readdirSync(join(directory, 'net-1.0.0')).sort()).toEqual(['LICENSE', 'block', 'empty', 'net']);
    const { mode, mtimeMs } = fs.statSync(join(directory, 'net-1.0.0/net'));
    expect([(mode & 0o100) !== 0, new Date(mtimeMs).toISOString()]).toEqual([true, WHEN]);
    expect(fs.statSync(join(directory, 'net-1.0.0/LICENSE')).mode & 0o111).toBe(0);
  });

  test('is the same to the last byte whenever it is made, and tells of nobody who made it', () => {
    const again = archive(files, WHEN);
    expect(again).toEqual(archive(files, WHEN));
    expect(again).not.toEqual(archive(files, '2026-11-20T10:00:01.000Z'));
    // Of gzip's own header: no name, no time.
    expect([again[3], again.readUInt32LE(4)]).toEqual([0, 0]);
  });

  test('takes no path that its format would cut off', () => {
    expect(() => archive([{ path: 'x'.repeat(101), bytes }], WHEN)).toThrow('too long a path');
  });
});

describe('the platform of a program is told by its bytes', () => {
  test.each(PLATFORMS.map(({ native }) => native))('%s', (native) => {
    const program = prebuilt(native);
    // A library asks for no loader: that of a program stands at its beginning.
    if (native.startsWith('linuxmusl')) program.write('/lib/ld-musl-x86_64.so.1', 1024);
    expect(platformOf(program)).toBe(native);
  });

  test('and of what is none nothing is told', () => {
    const [linux, windows] = [prebuilt('linux-x64'), prebuilt('win32-x64')];
    linux.writeUInt16LE(0x03, 18);
    windows.writeUInt32LE(windows.length, 60);
    for (const bytes of [Buffer.alloc(0), Buffer.from('#!/bin/sh\n'.repeat(9)), linux, windows])
      expect(platformOf(bytes)).toBeNull();
  });
});

describe('the packages of a platform', () => {
  test('are in the lockfile, each by its hash', () => {
    const lockfile = readLockfile(root);
    for (const platform of PLATFORMS)
      for (const name of packagesOf(platform))
        expect([name, lockfile[`node_modules/${name}`]?.integrity]).toEqual([
          name,
          expect.stringMatching(/^sha512-/),
        ]);
  });

  test('of which the lockfile knows no hash are not fetched', () => {
    const checkout = temporaryDirectory();
    const packages = { 'node_modules/@oven/bun-darwin-aarch64': { version: '1.0.0' } };
    fs.writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify({ packages }));
    const into = temporaryDirectory();
    expect(() => fetchPackages(checkout, platformNamed('darwin-arm64'), into)).toThrow(
      'the lockfile lacks @oven/bun-darwin-aarch64',
    );
    expect(fs.readdirSync(into)).toEqual([]);
  });
});

test('an executable that cannot be made is told of, with what to type instead', () => {
  const run = (name: string) => {
    const argv = ['--no-warnings', 'tools/binary.ts', '--for', name];
    try {
      execFileSync(process.execPath, argv, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      return (error as { stderr: string }).stderr;
    }
    return 'it was made';
  };
  const other = PLATFORMS.find((platform) =>
    packagesOf(platform).some((name) => !fs.existsSync(new URL(`node_modules/${name}`, root))),
  );
  expect(run(other?.native ?? '')).toMatch(
    new RegExp(
      `^no executable is made: @\\S+ .*\\nhint: npm run binary -- --for ${other?.native} --fetch .*\\n$`,
    ),
  );
  expect(run('amiga-m68k')).toBe(
    `no executable is made: there is no executable for amiga-m68k, only for ${PLATFORMS.map(({ native }) => native).join(', ')}\n`,
  );
});

test('the licenses of an executable tell of what is in it, with the texts that have to go along', () => {
  const library = { name: 'a', version: '1.0.0', license: 'MIT', source: '', texts: ['be kind'] };
  const text = executableLicenses('The files beside this one also hold parts of a library.\n\nbe just\n', [
    library,
    bunLicense('@oven/bun-linux-x64', '1.4.5'),
  ]);
  expect(text).toMatch(/^The executable beside this file also holds parts of a library\.\n\nbe just\n/);
  for (const told of [
    'a 1.0.0, MIT',
    'be kind',
    '@oven/bun-linux-x64 1.4.5, MIT, with parts under LGPL-2',
    'https://github.com/oven-sh/WebKit',
    'bun-v1.4.5/LICENSE.md',
    'GNU LIBRARY GENERAL PUBLIC LICENSE',
    'GNU LESSER GENERAL PUBLIC LICENSE',
    'Apache License',
    'Permission is hereby granted',
  ])
    expect(text).toContain(told);
});
