'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

// A checkout brings a Node of its own along (tools/node); an installed net needs one that is new enough.
const windows = process.platform === 'win32';
const system = windows ? 'win' : process.platform;
const name = `${system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${system}-${process.arch}`;
const own = join(__dirname, '..', 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
if (existsSync(own)) {
  const { status, signal } = spawnSync(own, [join(__dirname, 'net.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status ?? 1;
} else {
  process.stderr.write(`net: this is Node ${process.versions.node}, and net needs 22.14 or newer\n`);
  process.stderr.write('hint: install a newer Node from nodejs.org\n');
  process.exitCode = 1;
}
