#!/usr/bin/env node
'use strict';
const { existsSync, lstatSync, mkdirSync, writeSync } = require('node:fs');
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 14)) {
  require('./old-node.js');
} else {
  const { isAbsolute, join } = require('node:path');
  // In a checkout the sources stand beside it: never run what is older than they are.
  if (existsSync(join(__dirname, '..', 'src'))) require('../tools/fresh.cjs');
  process.umask(0o077);
  const { HOME, XDG_CACHE_HOME } = process.env;
  const compiled = join(XDG_CACHE_HOME || (HOME && join(HOME, '.cache')) || '.', 'netgarden');
  if (isAbsolute(compiled) && isOwn(compiled)) require('node:module').enableCompileCache(compiled);
  let program;
  try {
    program = require(`../dist/${fileFor(process.argv.slice(2))}.cjs`);
  } catch (error) {
    unreadable(error);
  }
  program?.start();
}

/** Compiled code is kept where only the user can write: what somebody else could plant must never run. */
function isOwn(directory) {
  try {
    let found = lstatSync(directory, { throwIfNoEntry: false });
    if (found === undefined) {
      mkdirSync(directory, { recursive: true });
      found = lstatSync(directory);
    }
    const { uid, mode } = found;
    // Windows has no such rights, and a directory for each user.
    return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
  } catch {
    return false;
  }
}

/** The list of the morning is one file, so are each command of every day and what a shell runs for each tab: files are dearer than code. */
function fileFor([typed, ...more]) {
  if (more.length === 0 && (typed === undefined || typed === 'today')) return 'morning';
  if (typed === '__complete') return 'complete';
  return ['add', 'done', 'list', 'log', 'show'].includes(typed) ? `everyday-${typed}` : 'main';
}

/** What cannot be loaded cannot tell of it in the words of its own: 16 is the exit code of a disk that fails. */
function unreadable(error) {
  const message = String(error?.message).split('\n')[0];
  const stack = process.env.NET_DEBUG === '1' ? `\n${error?.stack}` : '';
  process.exitCode = 16;
  try {
    writeSync(
      2,
      `net: a part of net cannot be read: ${message}\nhint: try again, and if it stays so install net anew: npm install -g netgarden${stack}\n`,
    );
  } catch {
    // Nobody is left to tell.
  }
}
