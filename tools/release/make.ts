/** Makes the files of a release. */
import fs from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withOrder } from '../build/bytecode-order.ts';
import type { Bundled } from '../build/licenses.ts';
import type { Platform } from '../build/platforms.ts';
import { installedWith, nameAt, readLockfile } from '../supply/lockfile.ts';
import { npm } from '../supply/npm.ts';
import { type Bill, billOf, type Shipped } from './bill.ts';
import { checksums } from './checksums.ts';
import { makeExecutable } from './executable.ts';
import { BUN_LICENSES } from './licenses.ts';

/** What is released, and when. */
export interface Release {
  /** In which everything is installed and built. */
  readonly checkout: string;
  /** An empty directory. */
  readonly to: string;
  /** An instant. */
  readonly when: string;
}

/**
 * Writes the package, an executable for each of the platforms, their bills of materials and the checksums of it all. Throws where something
 * that is to go along cannot be had, or an executable is not what it should be.
 */
export async function makeRelease(release: Release, platforms: readonly Platform[]): Promise<void> {
  const { checkout, to } = release;
  npm(checkout, 'pack', '--ignore-scripts', '--pack-destination', to);
  const kind = ['--sbom-format=cyclonedx', '--sbom-type=application'];
  const whole = licensed(JSON.parse(npm(checkout, 'sbom', '--package-lock-only', ...kind)));
  const { name, version } = JSON.parse(fs.readFileSync(join(checkout, 'package.json'), 'utf8'));
  const called = `${name}-${version}`;
  writeBill(release, whole, called, shippedOf(checkout));
  const ofPlatforms = async (order: readonly string[]) => {
    for (const platform of platforms) {
      const as = `${called}-${platform.native}`;
      writeBill(release, whole, as, await makeExecutable(release, platform, as, order));
    }
  };
  if (platforms.length > 0) await withOrder(ofPlatforms);
  fs.writeFileSync(join(to, 'SHA256SUMS'), checksums(to));
}

/** Bun's package tells only of Bun's own license, and not of the libraries that are linked into it: see licenses.ts. */
function licensed(whole: Bill): Bill {
  const licenses = BUN_LICENSES.map((id) => ({ license: { id } }));
  const components = whole.components.map((component) =>
    component.name.startsWith('@oven/bun-') ? { ...component, licenses } : component,
  );
  return { ...whole, components };
}

function writeBill({ to, when }: Release, whole: Bill, name: string, shipped: Shipped): void {
  fs.writeFileSync(
    join(to, `${name}.cdx.json`),
    `${JSON.stringify(billOf(whole, shipped, when), null, 2)}\n`,
  );
}

function shippedOf(checkout: string): Shipped {
  const lockfile = readLockfile(pathToFileURL(join(checkout, '/')));
  const bundled: readonly Bundled[] = JSON.parse(
    fs.readFileSync(join(checkout, 'dist', 'bundled.json'), 'utf8'),
  );
  return {
    installed: installedWith(lockfile).map((place) => `${nameAt(place)}@${lockfile[place]?.version}`),
    bundled: bundled.map(({ name, version }) => `${name}@${version}`),
  };
}
