import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nameAt, readLockfile } from '../../tools/supply/lockfile.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => JSON.parse(fs.readFileSync(new URL(path, root), 'utf8'));
const { allowScripts, scripts } = read('package.json');
const lockfile = readLockfile(root);

/** What npm would run of a package while it is installed; without such a script it builds what has a binding.gyp. */
const AT_INSTALL = ['preinstall', 'install', 'postinstall'];

describe('scripts at install', () => {
  test('every package that has one is named, and nothing else is', () => {
    const having = Object.entries(lockfile).flatMap(([place, { hasInstallScript }]) =>
      hasInstallScript ? [nameAt(place)] : [],
    );
    expect(Object.keys(allowScripts).sort()).toEqual([...new Set(having)].sort());
    expect(having.length).toBeGreaterThan(0);
  });

  test('none of them is run', () => {
    expect(Object.entries(allowScripts).filter(([, allowed]) => allowed !== false)).toEqual([]);
  });

  test('the lockfile tells the truth of what is installed here', () => {
    const places = Object.keys(lockfile).filter(
      (place) => place !== '' && fs.existsSync(new URL(`${place}/package.json`, root)),
    );
    expect(places.length).toBeGreaterThan(100);
    const silent = places.filter((place) => {
      const own = read(`${place}/package.json`);
      const built = fs.existsSync(new URL(`${place}/binding.gyp`, root)) && own.gypfile !== false;
      const runs = built || AT_INSTALL.some((name) => own.scripts?.[name] !== undefined);
      return runs && allowScripts[nameAt(place)] === undefined;
    });
    expect(silent).toEqual([]);
  });

  test('net has none of its own, and neither have the Node and the Bun of a checkout', () => {
    for (const name of [...AT_INSTALL, 'prepublish', 'preprepare', 'postprepare', 'dependencies'])
      expect([name, scripts[name]]).toEqual([name, undefined]);
    // Only in a checkout: see package.test.ts.
    expect(scripts.prepare).toBe('npm run build');
    for (const place of ['', 'tools/node/', 'tools/bun/'])
      expect([place, fs.existsSync(new URL(`${place}binding.gyp`, root))]).toEqual([place, false]);
    for (const place of ['tools/node', 'tools/bun'])
      expect([place, read(`${place}/package.json`).scripts]).toEqual([place, undefined]);
  });
});
