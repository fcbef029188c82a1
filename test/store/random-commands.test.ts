import { expect, test } from 'vitest';
import { entryAt, REGISTRY } from '../../src/cli/registry.ts';
import { content, derived } from '../support/content.ts';
import {
  randomLines,
  runAll,
  startingDesk,
  undoneAndRedone,
  userOperations,
} from '../support/random-commands.ts';

/** `npm run torture -- commands` tries 10 000. */
const COMMANDS = 800;

test(`${COMMANDS} random commands, all undone, all redone`, async () => {
  const at = await startingDesk();
  const before = await content(at.file);
  const already = await userOperations(at.file);
  await runAll(at, randomLines(COMMANDS, 11));
  const changed = (await userOperations(at.file)) - already;
  expect(changed).toBeGreaterThan(COMMANDS / 4);
  const { stands, anew } = await derived(at.file);
  expect(stands).toEqual(anew);
  expect(await undoneAndRedone(at, changed, before)).toBeNull();
}, 280_000);

test('every command that changes something is among them', () => {
  const lines = randomLines(1000, 11);
  const tried = new Set(lines.map(([first = '', second]) => entryAt(first, second)?.name));
  const reading = [
    'show',
    'list',
    'balance',
    'cherish',
    'week',
    'garden',
    'history',
    'demo',
    'completion',
    'backup',
    'check',
    'doctor',
    'undo',
    'redo',
    'export',
    'calendar',
    'target list',
    'group list',
    'group check',
  ];
  // A purge ends what can be undone, and here everything is: purge.test.ts erases people after random commands.
  // That of an encrypted file is undone in encryption.test.ts.
  const others = [...reading, 'purge', 'restore', 'encrypt', 'decrypt'];
  for (const { name } of REGISTRY) if (!others.includes(name)) expect(tried).toContain(name);
});
