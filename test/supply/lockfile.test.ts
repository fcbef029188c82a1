import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nameAt, needsOf, placeOf, readLockfile } from '../../tools/supply/lockfile.ts';

const root = new URL('../../', import.meta.url);
const lockfile = readLockfile(root);
/** What a checkout brings along, each a package for every platform. */
const OWN = { 'own-bun': 'tools/bun', 'own-node': 'tools/node' };

const read = (path: string) => JSON.parse(fs.readFileSync(new URL(path, root), 'utf8'));
const manifest = read('package.json');

/** Every package that comes from somewhere else, by its place. */
const packages = Object.entries(lockfile).filter(
  ([place, { link }]) => place.startsWith('node_modules/') && !link,
);

describe('the lockfile', () => {
  test('is that of package.json, so that npm ci takes it', () => {
    const { dependencies, devDependencies, peerDependencies, peerDependenciesMeta } = manifest;
    expect(lockfile['']).toMatchObject({
      dependencies,
      devDependencies,
      peerDependencies,
      peerDependenciesMeta,
    });
    for (const place of Object.values(OWN))
      expect(lockfile[place]?.optionalDependencies).toEqual(
        read(`${place}/package.json`).optionalDependencies,
      );
  });

  test('has each package by the hash of what is to be unpacked', () => {
    expect(packages.length).toBeGreaterThan(150);
    const without = packages.filter(
      ([, { version, integrity }]) => version === undefined || !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
    );
    expect(without).toEqual([]);
  });

  test('names no registry: a hash is the same everywhere', () => {
    const named = Object.entries(lockfile).filter(([, { resolved }]) => resolved !== undefined);
    expect(named).toEqual(
      Object.entries(OWN).map(([name, place]) => [`node_modules/${name}`, { resolved: place, link: true }]),
    );
    expect(fs.readFileSync(new URL('.npmrc', root), 'utf8')).toContain(
      'omit-lockfile-registry-resolved=true',
    );
  });

  test('lacks nothing that one of its packages names, for whatever platform', () => {
    const named = Object.entries(lockfile).flatMap(([place, locked]) => {
      const needs = { ...needsOf(locked), ...locked.devDependencies };
      return Object.entries(needs).map(([name, range]) => ({ place, name, range }));
    });
    const missing = named.filter(({ place, name }) => placeOf(lockfile, place, name) === null);
    expect(missing).toEqual([]);
    // Packages for one platform are always named exactly: npm leaves out silently which it finds no version of.
    const exact = named.filter(({ range }) => /^\d+\.\d+\.\d+$/.test(range));
    const other = exact.filter(
      ({ place, name, range }) => lockfile[placeOf(lockfile, place, name) ?? '']?.version !== range,
    );
    expect(other).toEqual([]);
    expect(exact.length).toBeGreaterThan(80);
  });

  test.each([
    '@biomejs/cli',
    '@esbuild/',
    '@rolldown/binding',
    '@lydell/node-pty',
    '@napi-rs/keyring',
    '@oven/bun',
    'node',
  ])('has %s for Linux, macOS and Windows', (start) => {
    const names = packages.map(([place]) => nameAt(place)).filter((name) => name.startsWith(start));
    for (const system of [
      /linux-x64/,
      /linux-a(rm|arch)64/,
      /darwin-x64/,
      /darwin-a(rm|arch)64/,
      /win(32|dows)?-x64/,
    ])
      expect([system, names.some((name) => system.test(name))]).toEqual([system, true]);
  });
});

describe('versions', () => {
  test('are exact', () => {
    const own = {
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...Object.assign({}, ...Object.values(OWN).map((place) => lockfile[place]?.optionalDependencies)),
    };
    const loose = Object.entries(own).filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(String(range)));
    expect(loose).toEqual(Object.entries(OWN).map(([name, place]) => [name, `file:${place}`]));
  });

  test('that somebody may add are optional, and those that are tried', () => {
    for (const [name, range] of Object.entries<string>(manifest.peerDependencies)) {
      expect(manifest.peerDependenciesMeta[name]).toEqual({ optional: true });
      expect(`^${manifest.devDependencies[name]}`).toBe(range);
    }
  });
});

test('the checks of every change install with npm ci and in no other way', () => {
  const script = fs.readFileSync(new URL('.ci/run', root), 'utf8');
  expect(script.match(/\bnpm (?:ci|clean-install|install|i|add|update|link)\b/g)).toEqual(['npm ci']);
  expect(script).not.toMatch(/\b(npx|yarn|pnpm|curl|wget)\b/);
});
