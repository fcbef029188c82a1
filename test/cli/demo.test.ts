import fs from 'node:fs';
import { expect, test } from 'vitest';
import { words } from '../support/golden.ts';
import { desk } from '../support/world.ts';

test('a demonstration leaves the own file alone, and all that it says to type next works', async () => {
  const at = desk();
  const { out, code } = await at.net('demo');
  expect(code).toBe(0);
  expect(fs.existsSync(at.file)).toBe(false);
  expect(out).not.toContain('alias');
  const [, file = ''] = /export NET_DB=(\S+)/.exec(out) ?? [];
  const typed = [...out.matchAll(/^ {2}net (.*?) {2,}/gm)].map(([, line = '']) => words(line));
  expect(typed.length).toBeGreaterThan(3);
  for (const argv of typed) expect([argv, (await at.net(...argv, '--db', file)).code]).toEqual([argv, 0]);
});

test('under npm start, where net is no command yet, it says how to make it one', async () => {
  const at = desk();
  at.env = { npm_lifecycle_event: 'start', npm_package_json: '/home/ana/my code/net/package.json' };
  expect((await at.net('demo')).out).toContain('alias net="/home/ana/my code/net/bin/net.js"');
});
