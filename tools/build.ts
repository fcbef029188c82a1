/** Builds dist/, which bin/net.js runs: all in one, or not at all. */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './build/bundle.ts';
import { calledIn } from './build/called.ts';
import { eager } from './build/eager.ts';
import { tablesBeside } from './build/lighter.ts';
import { besidePackage } from './build/native-part.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const next = join(root, `dist-${process.pid}`);

fs.mkdirSync(next, { recursive: true });
// Packages that only those add who want them.
const external = ['better-sqlite3-multiple-ciphers', '@napi-rs/keyring'];
await bundle({ into: next, plugins: [besidePackage, tablesBeside], external });
const calledOf = calledIn(next);
for (const file of fs.readdirSync(next).filter((name) => name.endsWith('.cjs'))) {
  const path = join(next, file);
  fs.writeFileSync(path, eager(fs.readFileSync(path, 'utf8'), calledOf(file)));
}
const old = `${next}-old`;
if (fs.existsSync(dist)) fs.renameSync(dist, old);
fs.renameSync(next, dist);
fs.rmSync(old, { recursive: true, force: true });
