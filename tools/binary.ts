/**
 * Makes dist/net, one executable with everything in it, for this platform: `npm run binary`; `-- --for darwin-arm64` for another one,
 * and with `--fetch` what that takes is fetched.
 */
import fs from 'node:fs';
import os from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withOrder } from './build/bytecode-order.ts';
import { ENTRY, executable, packagesOf } from './build/executable.ts';
import { ownPlatform, type Platform, platformNamed } from './build/platforms.ts';
import { fetchPackages } from './release/platform-packages.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The packages of another platform, for as long as it takes. */
async function fetched(platform: Platform, to: string): Promise<void> {
  const scratch = fs.mkdtempSync(join(os.tmpdir(), 'net-platform-'));
  try {
    fetchPackages(root, platform, scratch);
    await withOrder((order) => executable(platform, ENTRY, to, { from: scratch, order }));
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

async function binary(): Promise<void> {
  const { values } = parseArgs({ options: { for: { type: 'string' }, fetch: { type: 'boolean' } } });
  const platform = values.for === undefined ? ownPlatform() : platformNamed(values.for);
  const ending = platform.system === 'win32' ? '.exe' : '';
  const to = join(root, 'dist', `net${values.for === undefined ? '' : `-${platform.native}`}${ending}`);
  fs.mkdirSync(dirname(to), { recursive: true });
  const missing = values.fetch ? [] : packagesOf(platform).filter((name) => !isInstalled(name));
  if (missing.length > 0)
    throw new Error(
      `${missing.join(' and ')} would be needed, and npm installs what is for this platform only\nhint: npm run binary -- --for ${platform.native} --fetch gets what is missing, by the hashes of the lockfile, and keeps none of it`,
    );
  if (values.fetch) await fetched(platform, to);
  else await withOrder((order) => executable(platform, ENTRY, to, { order }));
  process.stdout.write(`${to}: ${Math.round(fs.statSync(to).size / 1e6)} MB\n`);
}

function isInstalled(name: string): boolean {
  return fs.existsSync(join(root, 'node_modules', name));
}

try {
  await binary();
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`no executable is made: ${(error as Error).message}\n`);
}
