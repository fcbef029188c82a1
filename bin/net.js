#!/usr/bin/env node
'use strict';
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 14)) {
  require('./old-node.js');
} else {
  const { existsSync } = require('node:fs');
  const { join } = require('node:path');
  // In a checkout the sources stand beside it: never run what is older than they are.
  if (existsSync(join(__dirname, '..', 'src'))) require('../tools/fresh.cjs');
  process.umask(0o077);
  // Compiled code is kept where only the user can write: what somebody else could plant must never run.
  const cache = process.env.XDG_CACHE_HOME || (process.env.HOME && join(process.env.HOME, '.cache'));
  if (cache) require('node:module').enableCompileCache(join(cache, 'netgarden'));
  // The list of the morning is one file, and so is what a shell runs for each tab; whatever else is typed has to be parsed.
  const [typed, ...more] = process.argv.slice(2);
  const morning = more.length === 0 && (typed === undefined || typed === 'today');
  const part = morning ? 'morning' : typed === '__complete' ? 'complete' : 'main';
  let program;
  try {
    program = require(`../dist/${part}.cjs`);
  } catch (error) {
    unreadable(error);
  }
  program?.start();
}

/** What cannot be loaded cannot tell of it in the words of its own: 16 is the exit code of a disk that fails. */
function unreadable(error) {
  const message = String(error?.message).split('\n')[0];
  const stack = process.env.NET_DEBUG === '1' ? `\n${error?.stack}` : '';
  process.exitCode = 16;
  try {
    require('node:fs').writeSync(
      2,
      `net: a part of net cannot be read: ${message}\nhint: try again, and if it stays so install net anew: npm install -g netgarden${stack}\n`,
    );
  } catch {
    // Nobody is left to tell.
  }
}
