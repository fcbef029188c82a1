import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryAt, REGISTRY } from '../../src/cli/registry.ts';
import { get } from '../../src/store/db.ts';
import { content, derived, inFile } from '../support/content.ts';
import { commandLine, runAll } from '../support/random-commands.ts';
import { desk } from '../support/world.ts';

/** `npm run torture:commands` tries 10 000. */
const COMMANDS = Number(process.env.COMMANDS ?? 2500);

test(`${COMMANDS} random commands, all undone, all redone`, async () => {
  const at = desk();
  await at.net('add', 'Grandpa Aurelio', '--circle', 'inner');
  await at.net('add', 'Lee Chen', '--at', 'DevMeet', '--needs', 'a designer');
  const start = await content(at.file);

  const lines = fc.sample(commandLine, { numRuns: COMMANDS, seed: 11 });
  const before = await operations(at.file);
  await runAll(at, lines);
  const changed = (await operations(at.file)) - before;
  expect(changed).toBeGreaterThan(COMMANDS / 3);
  const end = await content(at.file);
  const after = await derived(at.file);
  expect(after.stands).toEqual(after.anew);

  const undone = JSON.parse((await at.net('undo', String(changed), '--json')).out) as {
    undone: { kept: number }[];
  };
  expect(undone.undone.length).toBe(changed);
  expect(undone.undone.reduce((sum, { kept }) => sum + kept, 0)).toBe(0);
  expect(await content(at.file)).toEqual(start);
  const back = await derived(at.file);
  expect(back.stands).toEqual(back.anew);

  const redone = JSON.parse((await at.net('redo', String(changed), '--json')).out) as {
    redone: { kept: number }[];
  };
  expect(redone.redone.length).toBe(changed);
  expect(await content(at.file)).toEqual(end);
  const again = await derived(at.file);
  expect(again.stands).toEqual(after.stands);
}, 280_000);

function operations(file: string): Promise<number> {
  return inFile(
    file,
    (db) => get<{ n: number }>(db, `SELECT count(*) AS n FROM operation WHERE kind = 'user'`)?.n ?? 0,
  );
}

test('every command that changes something is among them', () => {
  const lines = fc.sample(commandLine, { numRuns: 1000, seed: 11 });
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
