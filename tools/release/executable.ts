/** Makes what somebody downloads for a platform: an archive with the executable, its licenses, and what to read first. */
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { ENTRY, executable, packageAt, packagesOf, partsOf } from '../build/executable.ts';
import { type Bundled, libraryAt } from '../build/licenses.ts';
import type { Platform } from '../build/platforms.ts';
import { archive } from './archive.ts';
import type { Shipped } from './bill.ts';
import { platformOf } from './format.ts';
import { bunLicense, executableLicenses } from './licenses.ts';
import type { Release } from './make.ts';
import { fetchPackages } from './platform-packages.ts';

/** What goes along as it stands in the checkout. */
const TEXTS = ['LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md'];

/** Writes NAME.tar.gz, its bytecode laid out by `order`, and gives back what is in it. Throws as `makeRelease` does. */
export async function makeExecutable(
  { checkout, to, when }: Release,
  platform: Platform,
  name: string,
  order: readonly string[],
): Promise<Shipped> {
  const scratch = fs.mkdtempSync(join(os.tmpdir(), 'net-executable-'));
  try {
    fetchPackages(checkout, platform, scratch);
    const net = platform.system === 'win32' ? 'net.exe' : 'net';
    const file = join(scratch, net);
    const { licenses, bundled } = await executable(platform, ENTRY, file, { from: scratch, order });
    const bytes = fs.readFileSync(file);
    const wrong = wrongWith(bytes, platform, scratch);
    if (wrong !== null) throw new Error(`the executable for ${platform.native} ${wrong}`);
    const own = ownOf(platform, scratch);
    const texts = TEXTS.map((file) => ({ path: file, bytes: fs.readFileSync(join(checkout, file)) }));
    const files = [
      { path: net, bytes, isProgram: true },
      { path: 'LICENSES.txt', bytes: Buffer.from(executableLicenses(licenses, own)) },
      ...texts,
    ].map((file) => ({ ...file, path: `${name}/${file.path}` }));
    fs.writeFileSync(join(to, `${name}.tar.gz`), archive(files, when));
    return { installed: [], bundled: [...bundled, ...own].map((part) => `${part.name}@${part.version}`) };
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

/** One for another system cannot be run here: null where it is for that system, and has its native parts within it. */
function wrongWith(bytes: Buffer, platform: Platform, from: string): string | null {
  const found = platformOf(bytes);
  if (found !== platform.native) return `is one for ${found ?? 'no platform that is known'}`;
  const missing = Object.values(partsOf(platform, from)).find(
    (file) => !bytes.includes(fs.readFileSync(file)),
  );
  return missing === undefined ? null : `lacks ${missing}`;
}

/** Of the packages of the platform: Bun, and the native part that reaches the keychain. */
function ownOf(platform: Platform, from: string): readonly Bundled[] {
  return packagesOf(platform).map((name) => {
    const directory = packageAt(name, from);
    const { version } = JSON.parse(fs.readFileSync(join(directory, 'package.json'), 'utf8'));
    return name.startsWith('@oven/') ? bunLicense(name, version) : libraryAt(directory);
  });
}
