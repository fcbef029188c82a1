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
  [['bun', '/$bunfs/root/net'], '/usr/local/bin/garden', 'garden'],
  [['bun', 'B:/~BUN/root/net.exe'], '/bin/My_net-2.exe', 'My_net-2'],
  // What a shell would not take as the name of a function.
  [['bun', '/$bunfs/root/net'], '/tmp/x; rm -r', 'net'],
  [['bun', '/$bunfs/root/net'], '/tmp/net (1)', 'net'],
  [['bun', '/$bunfs/root/net'], '/tmp/2net', 'net'],
  [['node', '/tmp/other.js'], '/usr/bin/node', 'net'],
  [[], '/usr/bin/node', 'net'],
])('%j run by %s is %s', (argv, path, name) => {
  expect(programName(argv, path)).toBe(name);
});
