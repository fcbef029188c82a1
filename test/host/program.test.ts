import { expect, test } from 'vitest';
import { programName } from '../../src/host/program.ts';

test.each([
  [['node', '/usr/lib/node_modules/netgarden/bin/net.js'], '/usr/bin/node', 'net'],
  [['node', '/usr/bin/net'], '/usr/bin/node', 'net'],
  [['node', '/usr/bin/netgarden'], '/usr/bin/node', 'netgarden'],
  // One executable, whose first argument is a place within it.
  [['bun', '/$bunfs/root/first'], '/usr/bin/netgarden', 'netgarden'],
  [['bun', '/$bunfs/root/net'], '/usr/bin/netgarden', 'netgarden'],
  [['bun', 'B:/~BUN/root/net.exe'], '/bin/net.exe', 'net'],
  [['node', '/tmp/other.js'], '/usr/bin/node', 'net'],
  [[], '/usr/bin/node', 'net'],
])('%j run by %s is %s', (argv, path, name) => {
  expect(programName(argv, path)).toBe(name);
});
