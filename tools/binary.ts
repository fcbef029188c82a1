/**
 * Makes dist/net, one executable with everything in it, for this platform: `npm run binary`; `-- --for darwin-arm64` for another one whose
 * Bun is installed.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from './build/bundle.ts';
import { embedded } from './build/native-part.ts';
import { ownPlatform, type Platform, platformNamed } from './build/platforms.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** What runs first. What nobody could read or change on a disk needs neither a compile cache nor a look at its version. */
const ENTRY = `
process.umask(0o077);
const [typed, ...more] = process.argv.slice(2);
const morning = more.length === 0 && (typed === undefined || typed === 'today');
(morning ? require('./morning.cjs') : require('./main.cjs')).start();
`;

/** A file of the working directory may say nothing to net. */
const FLAGS = [
  '--compile',
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

async function binary(platform: Platform, to: string): Promise<void> {
  const scratch = fs.mkdtempSync(join(root, 'dist-binary-'));
  try {
    const library = dirname(require.resolve('better-sqlite3/package.json'));
    await bundle({ into: scratch, native: embedded(join(library, 'prebuilds', `${platform.native}.node`)) });
    fs.writeFileSync(join(scratch, 'net.cjs'), ENTRY);
    const late = ['better-sqlite3-multiple-ciphers', '@napi-rs/keyring'].flatMap((name) => [
      '--external',
      name,
    ]);
    const foreign = platform === ownPlatform() ? [] : ['--compile-executable-path', bunOf(platform)];
    execFileSync(
      bunOf(ownPlatform()),
      ['build', ...FLAGS, ...late, ...foreign, join(scratch, 'net.cjs'), '--outfile', to],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { for: { type: 'string' } } });
const platform = values.for === undefined ? ownPlatform() : platformNamed(values.for);
const name = platform.system === 'win32' ? 'net.exe' : 'net';
const to = join(root, 'dist', values.for === undefined ? name : `net-${platform.native}${name.slice(3)}`);
await binary(platform, to);
process.stdout.write(`${to}: ${Math.round(fs.statSync(to).size / 1e6)} MB\n`);
