import fs from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packagesOf } from '../build/executable.ts';
import type { Platform } from '../build/platforms.ts';
import { readLockfile } from '../supply/lockfile.ts';
import { npm } from '../supply/npm.ts';

/**
 * Fetches the packages that a platform's executable is made of into an empty directory, each with the version and the hash that the lockfile
 * of the checkout has for it: npm unpacks no other. Throws where one cannot be had.
 */
export function fetchPackages(checkout: string, platform: Platform, into: string): void {
  const lockfile = readLockfile(pathToFileURL(join(checkout, '/')));
  const locked = packagesOf(platform).map((name) => {
    const { version, integrity } = lockfile[`node_modules/${name}`] ?? {};
    if (version === undefined || integrity === undefined) throw new Error(`the lockfile lacks ${name}`);
    return { name, version, integrity };
  });
  const dependencies = Object.fromEntries(locked.map(({ name, version }) => [name, version]));
  const packages = Object.fromEntries(
    locked.map(({ name, version, integrity }) => [`node_modules/${name}`, { version, integrity }]),
  );
  const write = (name: string, value: object) =>
    fs.writeFileSync(join(into, name), JSON.stringify({ name: 'platform', private: true, ...value }));
  write('package.json', { dependencies });
  write('package-lock.json', { lockfileVersion: 3, packages: { '': { dependencies }, ...packages } });
  // They are for another platform, which npm would have them refused for.
  npm(into, 'ci', '--force', '--ignore-scripts', '--no-audit', '--no-fund');
}
