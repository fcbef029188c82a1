'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');

/** The newest modification under a path, directories included: a removed file shows in its directory. */
function newest(path) {
  const stat = fs.statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...fs.readdirSync(path).map((name) => newest(join(path, name))));
}

const built = fs.statSync(join(root, 'dist', 'main.cjs'), { throwIfNoEntry: false });
const sources = ['src', 'package.json', join('tools', 'build.ts'), join('tools', 'build')].map((path) =>
  newest(join(root, path)),
);
if (built === undefined || built.mtimeMs < Math.max(...sources)) {
  const { status } = spawnSync(
    process.execPath,
    ['--no-warnings', '--experimental-strip-types', join(root, 'tools', 'build.ts')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0)
    throw new Error('net could not be built from its sources: npm install, then npm run build');
}
