/** Measures how dear a morning is: `net today` with its plan stored, as a ratio to bare Node in the same run. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localDay } from '../src/host/clock.ts';
import { makeGarden } from './garden.ts';
import { compare } from './pairs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const net = join(root, 'bin', 'net.js');
const pairs = Number(process.env.PAIRS ?? 41);
const goal = 1.6;

const directory = fs.mkdtempSync(join(os.tmpdir(), 'net-bench-'));
// The installed program: in a checkout bin/net.js also looks whether the sources are newer than what was built.
const installed = join(directory, 'netgarden');
fs.mkdirSync(join(installed, 'bin'), { recursive: true });
fs.cpSync(join(root, 'bin'), join(installed, 'bin'), { recursive: true });
fs.copyFileSync(join(root, 'package.json'), join(installed, 'package.json'));
spawnSync(process.execPath, [net, '--version']);
fs.cpSync(join(root, 'dist'), join(installed, 'dist'), { recursive: true });
fs.mkdirSync(join(installed, 'node_modules'));
fs.symlinkSync(
  join(root, 'node_modules', 'better-sqlite3'),
  join(installed, 'node_modules', 'better-sqlite3'),
);

try {
  const file = join(directory, 'net.db');
  const size = { contacts: 10_000, interactionsEach: 10 };
  await makeGarden(file, size, localDay(new Date()));
  const env = { NET_DB: file };
  const bin = join(installed, 'bin', 'net.js');
  const first = spawnSync(process.execPath, [bin, 'today'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (first.status !== 0) throw new Error(`net today failed: ${first.stderr}`);
  process.stdout.write(`${first.stdout}\n`);
  const rows = [
    { name: 'net', args: [bin] },
    { name: 'net today', args: [bin, 'today'] },
    { name: 'net today --json', args: [bin, 'today', '--json'] },
    { name: 'net --version', args: [bin, '--version'] },
  ];
  process.stdout.write(
    `Node ${process.versions.node}, ${os.cpus().length} cores; ${size.contacts} contacts, ${size.contacts * size.interactionsEach} interactions\n`,
  );
  process.stdout.write('command            × node -e 0     ms   bare ms   pairs\n');
  for (const { name, args } of rows) {
    const { ratio, milliseconds, base, pairs: n } = compare(args, env, pairs);
    process.stdout.write(
      `${name.padEnd(18)} ${ratio.toFixed(2).padStart(12)} ${milliseconds.toFixed(1).padStart(6)} ${base.toFixed(1).padStart(9)} ${String(n).padStart(7)}\n`,
    );
  }
  process.stdout.write(`goal: net today at most ${goal}\n`);
} finally {
  fs.rmSync(directory, { recursive: true, force: true });
}
