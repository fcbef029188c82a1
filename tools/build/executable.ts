import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { EVERYDAY } from './everyday.ts';
import { embedded, type NativeParts } from './native-part.ts';
import { ownPlatform, type Platform } from './platforms.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * No file of the directory in which net happens to be run says anything to it. What is called a few times is not worth being compiled to
 * machine code: it takes sixteen times as many calls as usual, which an import still makes at once.
 */
const FLAGS = [
  '--compile',
  '--compile-jit-policy=16',
  '--bytecode',
  '--loader=.node:file',
  '--asset-naming=[name].[ext]',
  '--no-compile-autoload-dotenv',
  '--no-compile-autoload-bunfig',
  '--no-compile-autoload-tsconfig',
  '--no-compile-autoload-package-json',
];

const EVERY_DAY = EVERYDAY.map((name) => `case '${name}': return require('./everyday-${name}.cjs');`);

/** What runs first: as bin/net.js, but that nothing here could be too old, and compiled code needs no place of its own. */
export const ENTRY = `
process.umask(0o077);
function programFor([typed, ...more]) {
  if (more.length === 0 && (typed === undefined || typed === 'today')) return require('./morning.cjs');
  switch (typed) {
    case '__complete': return require('./complete.cjs');
    ${EVERY_DAY.join('\n    ')}
    default: return require('./main.cjs');
  }
}
programFor(process.argv.slice(2)).start();
`;

/** Of the libraries in an executable: the texts of their licenses, and their names. */
export interface Libraries {
  readonly licenses: string;
  readonly bundled: readonly { readonly name: string; readonly version: string }[];
}

/** The packages without which there is no executable for a platform. */
export function packagesOf({ bun, keyring }: Platform): readonly string[] {
  return [`@oven/bun-${bun}`, `@napi-rs/keyring-${keyring}`];
}

/** What an executable is made of besides its sources. */
export interface Placing {
  /** Where the platform's own packages are looked for; here, where it is not said. */
  readonly from?: string;
  /** The files that say how its bytecode is laid out: see bytecode-order.ts. */
  readonly order?: readonly string[];
}

/**
 * Makes one executable with everything in it. `entry` is the code that runs first, beside which main.cjs and morning.cjs stand. Gives back what
 * is to be said of the libraries in it. Throws where a package is not installed.
 */
export async function executable(
  platform: Platform,
  entry: string,
  to: string,
  { from = root, order = [] }: Placing = {},
): Promise<Libraries> {
  const scratch = fs.mkdtempSync(join(root, 'dist-binary-'));
  try {
    const native = embedded(partsOf(platform, from), scratch);
    await bundle({ into: scratch, plugins: [native], external: [] });
    const first = join(scratch, 'net.cjs');
    fs.writeFileSync(first, entry);
    const own = ownPlatform();
    const target = [`--target=bun-${platform.bun}`, '--compile-executable-path', bunOf(platform, from)];
    const laid = order.map((file) => `--bytecode-order=${file}`);
    const argv = ['build', ...FLAGS, ...laid, ...target, first, '--outfile', to];
    // From there, so that no path leads to it from elsewhere.
    execFileSync(bunOf(own, root), argv, { cwd: scratch, stdio: ['ignore', 'ignore', 'inherit'] });
    const read = (name: string) => fs.readFileSync(join(scratch, name), 'utf8');
    return { licenses: read('LICENSES.txt'), bundled: JSON.parse(read('bundled.json')) };
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

/** The Bun of a platform, from its npm package. */
export function bunOf({ bun, system }: Platform, from: string): string {
  return join(packageAt(`@oven/bun-${bun}`, from), 'bin', system === 'win32' ? 'bun.exe' : 'bun');
}

/** The files in which the native parts of a platform are. Throws where a package is not installed. */
export function partsOf({ native, keyring }: Platform, from: string): NativeParts {
  const prebuilt = (name: string) => join(packageAt(name, root), 'prebuilds', `${native}.node`);
  return {
    'better-sqlite3': prebuilt('better-sqlite3'),
    'better-sqlite3-multiple-ciphers': prebuilt('better-sqlite3-multiple-ciphers'),
    keyring: join(packageAt(`@napi-rs/keyring-${keyring}`, from), `keyring.${keyring}.node`),
  };
}

/** The directory of an installed package. Throws where it is not installed. */
export function packageAt(name: string, from: string): string {
  try {
    return dirname(createRequire(join(from, 'package.json')).resolve(`${name}/package.json`));
  } catch {
    throw new Error(`${name} is not installed`);
  }
}
