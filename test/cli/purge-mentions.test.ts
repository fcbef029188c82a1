import fs from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { words } from '../support/golden.ts';
import { type Desk, desk, type Ran } from '../support/world.ts';

let at: Desk;

async function net(...lines: readonly string[]): Promise<Ran> {
  let ran: Ran = { code: 0, out: '', err: '' };
  for (const line of lines) {
    ran = await at.net(...words(line));
    if (ran.code !== 0) throw new Error(`${line}: ${ran.err}`);
  }
  return ran;
}

const isLeft = () => fs.readFileSync(at.file).toString('latin1').includes('Quorra');

beforeEach(async () => {
  at = desk();
  await net('add "Quorra Zyvex" --circle close', 'add "Ben Okoye" --circle close');
});

test('each text with a line gets it, and by these lines nothing of them is left', async () => {
  await net(
    'target add journalists',
    'target add "people like Quorra" --want 2',
    'target add "friends of Quorra"',
  );
  await net('add Zoe --target 2', 'target done 3');
  await net('group add TechGrow --why "Quorra is there"', 'group add "Quorra club" --why "with Quorra"');
  await net('config offers "what Quorra makes, advice"');
  const { out } = await net('purge quorra --dry-run');
  const lines = [...out.matchAll(/: (net (?:target|group|config) .+)$/gm)].map(([, line = '']) => line);
  expect(lines).toEqual([
    'net target done 3 --drop',
    'net target done 2 --drop',
    'net group edit TechGrow --why ""',
    'net group edit Quorra club --why ""',
    'net group edit Quorra club --name NAME',
    'net config offers "…"',
  ]);
  expect(out).toContain('whom you look for, "people like Quorra"');
  expect(out).not.toContain('no command changes');
  for (const line of lines) await net(line.slice(4));
  await net('purge quorra --yes');
  expect(isLeft()).toBe(false);
  expect((await net('show zoe')).out).not.toContain('target');
});

test('what no command changes is said', async () => {
  await net('log ben "lunch with Quorra" -g "the number of Quorra"', 'add Zoe --at "Quorra fest"');
  const { out } = await net('purge quorra --yes');
  expect(out).toContain(
    'What is left of them in gives and asks, gatherings and talks stays: no command changes that.',
  );
});

test('a dropped target is out of the list, and comes back with undo', async () => {
  await net('target add journalists', 'add Zoe --target journalists');
  expect((await net('target done journalists --drop')).out).toBe('"journalists": taken out of the list.\n');
  expect((await net('target list --all')).out).not.toContain('journalists');
  await net('undo');
  expect((await net('target list')).out).toContain('journalists  1 of 1 found: Zoe');
  expect((await at.net('target', 'done', 'cooks', '--drop')).code).toBe(4);
});
