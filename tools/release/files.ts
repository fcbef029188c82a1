/**
 * Makes the files of a release out of the checkout that it stands in, where everything is installed and built, and nothing is tried:
 * `npm run release` calls it in a clone. `npm run release:files -- DIRECTORY WHEN`; WHEN is an instant, by default now.
 */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PLATFORMS } from '../build/platforms.ts';
import { makeRelease } from './make.ts';

const [to = 'release', when = new Date().toISOString()] = process.argv.slice(2);
fs.mkdirSync(to, { recursive: true });
if (fs.readdirSync(to).length > 0) throw new Error(`${to} is not empty`);
await makeRelease({ checkout: fileURLToPath(new URL('../..', import.meta.url)), to, when }, PLATFORMS);
process.stdout.write(fs.readFileSync(`${to}/SHA256SUMS`, 'utf8'));
