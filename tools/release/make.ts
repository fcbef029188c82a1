/** Makes the files of a release out of a checkout in which everything is installed and built. */
import fs from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bundled } from '../build/licenses.ts';
import { installedWith, nameAt, readLockfile } from '../supply/lockfile.ts';
import { npm } from '../supply/npm.ts';
import { type Bill, billOf } from './bill.ts';
import { checksums } from './checksums.ts';

/** Writes the package, its bill of materials and the checksums into an empty directory. `when` is an instant. */
export function makeRelease(checkout: string, to: string, when: string): void {
  npm(checkout, 'pack', '--ignore-scripts', '--pack-destination', to);
  const kind = ['--sbom-format=cyclonedx', '--sbom-type=application'];
  const whole = npm(checkout, 'sbom', '--package-lock-only', ...kind);
  const bill = billOf(JSON.parse(whole) as Bill, shippedOf(checkout), when);
  const { name, version } = JSON.parse(fs.readFileSync(join(checkout, 'package.json'), 'utf8'));
  fs.writeFileSync(join(to, `${name}-${version}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`);
  fs.writeFileSync(join(to, 'SHA256SUMS'), checksums(to));
}

function shippedOf(checkout: string) {
  const lockfile = readLockfile(pathToFileURL(join(checkout, '/')));
  const bundled: readonly Bundled[] = JSON.parse(
    fs.readFileSync(join(checkout, 'dist', 'bundled.json'), 'utf8'),
  );
  return {
    installed: installedWith(lockfile).map((place) => `${nameAt(place)}@${lockfile[place]?.version}`),
    bundled: bundled.map(({ name, version }) => `${name}@${version}`),
  };
}
