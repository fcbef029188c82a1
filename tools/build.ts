/** Builds dist/, which bin/net.js runs: all in one, or not at all. */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildForNode } from './build/for-node.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const next = join(root, `dist-${process.pid}`);

try {
  fs.mkdirSync(next, { recursive: true });
  await buildForNode(next);
  putInPlace();
} finally {
  fs.rmSync(next, { recursive: true, force: true });
}

/** An executable that somebody has made stays, until it is made again. */
function putInPlace(): void {
  if (!fs.existsSync(dist)) {
    fs.renameSync(next, dist);
    return;
  }
  const executables = fs.readdirSync(dist).filter((name) => /^net\b/.test(name));
  for (const name of executables) fs.renameSync(join(dist, name), join(next, name));
  const old = `${next}-old`;
  fs.renameSync(dist, old);
  fs.renameSync(next, dist);
  fs.rmSync(old, { recursive: true, force: true });
}
