#!/usr/bin/env node
import fs from 'node:fs';
import module from 'node:module';

const require = module.createRequire(import.meta.url);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 14)) {
  require('./old-node.cjs');
} else {
  // In a checkout the sources stand beside it: never run what is older than they are.
  if (fs.existsSync(new URL('../src', import.meta.url))) require('../tools/fresh.cjs');
  require('../dist/start.cjs');
}
