import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { embedded } from './native-part.ts';
import { ownPlatform, type Platform } from './platforms.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);

/**
 * No file of the directory in which net happens to be run says anything to it. What is called a few times is not worth being compiled to
 * machine code: it takes sixteen times as many calls as usual, which an import still makes at once.
 */
const FLAGS = [
  '--compile',
  '--compile-jit-policy=16',
  '--bytecode',
  '--target=bun',
  '--no-compile-autoload-dotenv',
  '--no-compile-autoload-bunfig',
];

/** The Bun of a platform, from its npm package. */
function bunOf({ bun, system }: Platform): string {
  const place = require.resolve(`@oven/bun-${bun}/package.json`);
  return join(dirname(place), 'bin', system === 'win32' ? 'bun.exe' : 'bun');
}

/**
 * Makes one executable with everything in it. `entry` is the code that runs first, beside which main.cjs and morning.cjs stand. Throws
 * where the Bun of the platform is not installed.
 */
export async function executable(platform: Platform, entry: string, to: string): Promise<void> {
  const scratch = fs.mkdtempSync(join(root, 'dist-binary-'));
  try {
    const native = (name: string) =>
      join(dirname(require.resolve(`${name}/package.json`)), 'prebuilds', `${platform.native}.node`);
    // Bun finds the native part of the keychain's package by itself.
    await bundle({ into: scratch, native: embedded(native), external: ['@napi-rs/keyring'] });
    const first = join(scratch, 'net.cjs');
    fs.writeFileSync(first, entry);
    const own = ownPlatform();
    const foreign = platform === own ? [] : ['--compile-executable-path', bunOf(platform)];
    const argv = ['build', ...FLAGS, ...foreign, first, '--outfile', to];
    execFileSync(bunOf(own), argv, { stdio: ['ignore', 'ignore', 'inherit'] });
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}
