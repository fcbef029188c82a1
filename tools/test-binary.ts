/**
 * Makes the executable and plays on it, as somebody would run it, all that the tests do with the whole program: in terminals, through pipes,
 * with signals, faults, damaged files, other languages and many at once. `npm run test:binary`, and after it what Vitest is to be told:
 * `npm run test:binary -- -t pipe`. It takes some minutes; `npm test` plays every session and a selection on it.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withOrder } from './build/bytecode-order.ts';
import { ENTRY, executable } from './build/executable.ts';
import { ownPlatform } from './build/platforms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The helpers of the tests through which the whole program is run; `program.ts` says which one. */
const WAYS = /from '[./]*support\/(program|sitting|terminal|apart|installed|costs|victims)\.ts'/;

function tests(directory: string): readonly string[] {
  return fs
    .readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(directory, name));
}

// What is packed, licensed and released is no matter of how it runs, and the other builds have their own.
const chosen = tests('test').filter(
  (path) => !/^test\/(supply|cli\/builds)/.test(path) && WAYS.test(fs.readFileSync(join(root, path), 'utf8')),
);
const scratch = fs.mkdtempSync(join(os.tmpdir(), 'net-binary-'));
// The tests of rights enter as another user.
fs.chmodSync(scratch, 0o755);
try {
  const binary = join(scratch, 'net');
  await withOrder((order) => executable(ownPlatform(), ENTRY, binary, { order }));
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const argv = [vitest, 'run', ...chosen, ...process.argv.slice(2)];
  const env = { ...process.env, NET_BINARY: binary };
  process.exitCode = spawnSync(process.execPath, argv, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
