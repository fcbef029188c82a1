import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { installedWith, nameAt, readLockfile } from '../../tools/supply/lockfile.ts';
import { npm } from '../../tools/supply/npm.ts';

import { buildOnce } from '../support/sitting.ts';
import { temporaryDirectory } from '../support/world.ts';

const root = new URL('../../', import.meta.url);
const here = fileURLToPath(root);
const { version } = JSON.parse(fs.readFileSync(new URL('package.json', root), 'utf8'));

/** What is published: the program, its licenses, and what somebody who uses it reads. */
const SHIPPED = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md)$/,
  /^bin\/(net\.js|old-node\.js|package\.json)$/,
  /^dist\/([\w-]+\.cjs|LICENSES\.txt|bundled\.json)$/,
  /^docs\/(commands|formats|groups|privacy|ranking)\.md$/,
  /^docs\/export\.schema\.json$/,
];

interface Packed {
  readonly filename: string;
  readonly integrity: string;
  readonly files: readonly { readonly path: string }[];
}

/** npm gave a list of packages for years, and now one by their names. */
function pack(directory: string, ...options: readonly string[]): Packed {
  const told = JSON.parse(npm(directory, 'pack', '--json', ...options)) as Packed[] | Record<string, Packed>;
  const [packed] = Object.values(told);
  if (packed === undefined) throw new Error('npm packed nothing');
  return packed;
}

function packOwn(to: string): Packed {
  return pack(here, '--ignore-scripts', '--pack-destination', to);
}

/** Runs an installed net, with the Node of the tests. */
function run(net: string, ...argv: readonly string[]): string {
  const env = {
    ...process.env,
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    NET_DB: join(temporaryDirectory(), 'net.db'),
  };
  return execFileSync(net, argv, { env, encoding: 'utf8', stdio: 'pipe' });
}

describe('the package', () => {
  const to = temporaryDirectory();
  let packed: Packed;
  let tarball: string;

  beforeAll(() => {
    buildOnce();
    packed = packOwn(to);
    tarball = join(to, packed.filename);
  });

  test('holds the program, what is read with it, the licenses, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !SHIPPED.some((shipped) => shipped.test(path)))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'bin/net.js', 'dist/main.cjs', 'dist/LICENSES.txt']),
    );
  });

  test('leads from what is read to what is there', () => {
    const paths = packed.files.map(({ path }) => path);
    // README leads on to the sources, too.
    const texts = paths.filter((path) => /^(docs\/.*|CHANGELOG|SECURITY)\.md$/.test(path));
    expect(texts.length).toBeGreaterThan(5);
    for (const path of texts) {
      const text = fs.readFileSync(new URL(path, root), 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g))
        expect([path, target, paths.includes(join(dirname(path), target))]).toEqual([path, target, true]);
    }
  });

  test('is the same to the last byte when it is made again', () => {
    const again = packOwn(temporaryDirectory());
    expect(again.integrity).toBe(packed.integrity);
  });

  test('installs what it needs into an empty directory, none of what a user may add, and runs', () => {
    const directory = temporaryDirectory();
    npm(directory, 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball);
    const installed = fs
      .readdirSync(join(directory, 'node_modules'))
      .flatMap((name) =>
        name.startsWith('@')
          ? fs.readdirSync(join(directory, 'node_modules', name)).map((own) => `${name}/${own}`)
          : [name],
      )
      .filter((name) => !name.startsWith('.'));
    const lockfile = readLockfile(root);
    expect(installed.sort()).toEqual(['netgarden', ...installedWith(lockfile).map(nameAt)].sort());
    for (const added of ['better-sqlite3-multiple-ciphers', '@napi-rs/keyring'])
      expect(installed).not.toContain(added);
    const net = join(directory, 'node_modules', '.bin', 'net');
    expect(run(net, '--version').trim()).toBe(version);
    expect(run(net, 'add', 'Ana Silva')).toContain('Ana Silva');
  });

  test('is a command of the whole system after npm install -g', () => {
    const prefix = temporaryDirectory();
    npm(prefix, 'install', '-g', '--prefix', prefix, '--prefer-offline', '--no-audit', '--no-fund', tarball);
    expect(run(join(prefix, 'bin', 'netgarden'), '--version').trim()).toBe(version);
    expect(run(join(prefix, 'bin', 'net'), 'add', 'Ana Silva')).toContain('Ana Silva');
    const built = join(prefix, 'lib', 'node_modules', 'netgarden', 'dist');
    // All but the executable, where somebody has made it.
    const parts = fs.readdirSync(join(here, 'dist')).filter((name) => !/^net\b/.test(name));
    expect(fs.readdirSync(built).sort()).toEqual(parts.sort());
  });
});

/** The only script of net's own that npm knows by itself. */
test('prepare runs in a checkout, and never where a package is installed', () => {
  const [checkout, prefix] = [temporaryDirectory(), temporaryDirectory()];
  const marks = join(checkout, 'marks');
  const prepare = `node -e "require('fs').appendFileSync(process.env.MARKS, 'prepared ')"`;
  const manifest = { name: 'marked', version: '1.0.0', scripts: { prepare }, files: ['index.js'] };
  fs.writeFileSync(join(checkout, 'package.json'), JSON.stringify(manifest));
  fs.writeFileSync(join(checkout, 'index.js'), '');
  process.env.MARKS = marks;
  const { filename } = pack(checkout);
  expect(fs.readFileSync(marks, 'utf8')).toBe('prepared ');
  npm(prefix, 'install', '-g', '--prefix', prefix, '--offline', join(checkout, filename));
  npm(prefix, 'install', '--offline', join(checkout, filename));
  expect(fs.existsSync(join(prefix, 'node_modules', 'marked', 'index.js'))).toBe(true);
  expect(fs.readFileSync(marks, 'utf8')).toBe('prepared ');
});
