/**
 * Makes dist/net, one executable with everything in it, for this platform: `npm run binary`; `-- --for darwin-arm64` for another one whose
 * Bun is installed.
 */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { executable } from './build/executable.ts';
import { ownPlatform, platformNamed } from './build/platforms.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What runs first: as bin/net.js, but that nothing here could be too old, and compiled code needs no place of its own. */
const ENTRY = `
process.umask(0o077);
const [typed, ...more] = process.argv.slice(2);
const morning = more.length === 0 && (typed === undefined || typed === 'today');
const tab = typed === '__complete';
(morning ? require('./morning.cjs') : tab ? require('./complete.cjs') : require('./main.cjs')).start();
`;

const { values } = parseArgs({ options: { for: { type: 'string' } } });
const platform = values.for === undefined ? ownPlatform() : platformNamed(values.for);
const ending = platform.system === 'win32' ? '.exe' : '';
const to = join(root, 'dist', `net${values.for === undefined ? '' : `-${platform.native}`}${ending}`);
await executable(platform, ENTRY, to);
process.stdout.write(`${to}: ${Math.round(fs.statSync(to).size / 1e6)} MB\n`);
