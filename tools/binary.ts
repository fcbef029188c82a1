/**
 * Makes dist/net, one executable with everything in it, for this platform: `npm run binary`; `-- --for darwin-arm64` for another one whose
 * Bun is installed.
 */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENTRY, executable } from './build/executable.ts';
import { ownPlatform, platformNamed } from './build/platforms.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const { values } = parseArgs({ options: { for: { type: 'string' } } });
const platform = values.for === undefined ? ownPlatform() : platformNamed(values.for);
const ending = platform.system === 'win32' ? '.exe' : '';
const to = join(root, 'dist', `net${values.for === undefined ? '' : `-${platform.native}`}${ending}`);
await executable(platform, ENTRY, to);
process.stdout.write(`${to}: ${Math.round(fs.statSync(to).size / 1e6)} MB\n`);
