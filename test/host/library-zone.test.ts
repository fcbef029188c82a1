import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isZoneOfLibrary } from '../../src/host/library-zone.ts';

test.each([
  [{ TZ: 'Nowhere/Atall' }, 'linux'],
  [{ TZ: '' }, 'linux'],
  [{ TZ: 'EST5EDT4,M3.2.0,M11.1.0' }, 'linux'],
  [{ TZ: 'Europe/Lisbon', TZDIR: '/nonexistent' }, 'linux'],
  [{ TZ: 'Europe/Lisbon' }, 'win32'],
  [{}, 'win32'],
] as const)('%j on %s: the C library is not asked for the day', (env, platform) => {
  expect(isZoneOfLibrary(env, platform)).toBe(false);
});

test('a zone of which there is a file, and that of the system, are known', () => {
  const there = existsSync('/usr/share/zoneinfo/Europe/Lisbon');
  if (!there) process.stderr.write('SKIPPED: there are no files of zones here: nothing is tried with one\n');
  expect(isZoneOfLibrary({ TZ: 'Europe/Lisbon' }, 'linux')).toBe(there);
  expect(isZoneOfLibrary({}, 'linux')).toBe(existsSync('/etc/localtime'));
});
