import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';
import { desk } from '../support/world.ts';

test('history and undo name what each command was about', async () => {
  const { types } = typist();
  await types(
    'net add Pepper Potts --at DevMeet',
    'net log pepper lunch at the pier',
    'net log pepper -g "the very long list of everything that she wanted to know about the harbor"',
    'net promise pepper "the deck"',
    'net group add TechGrow',
    'net group log TechGrow --on yesterday',
    'net group log TechGrow --pitch --on "2 days ago"',
    'net target add science journalists',
    'net config offers "old maps"',
    'net target done science',
  );
  const said = await types('net history');
  const rows = said.split('\n').map((row) => row.replace(/^\S+ +net /, '').replace(/ {2,}/, ' | '));
  expect(rows.slice(0, 10)).toEqual([
    'target done | "science journalists"',
    'config | "offers"',
    'target add | "science journalists"',
    'group log | "TechGrow"',
    'group log | "TechGrow"',
    'group add | "TechGrow"',
    'promise | Pepper Potts, "the deck"',
    'log | Pepper Potts, "the very long list of everything that s…"',
    'log | Pepper Potts, "lunch at the pier"',
    'add | Pepper Potts, "DevMeet"',
  ]);
  expect(await types('net undo')).toContain('Took back net target done: "science journalists".');
  expect(await types('net undo 5')).toContain('Took back net group add: "TechGrow".');
  expect(await types('net redo')).toContain('Did again net group add: "TechGrow".');
  expect(await types('net undo 4')).toContain('Took back net log: Pepper Potts, "lunch at the pier".');
});

test('so they do in JSON, and what a purge erased is not named', async () => {
  const at = desk();
  await at.net('add', 'Ana Silva');
  await at.net('log', 'ana', 'told me of the wombat');
  await at.net('pause');
  const about = async () =>
    (
      JSON.parse((await at.net('history', '--json')).out) as { operations: { about: string | null }[] }
    ).operations.map((operation) => operation.about);
  expect(await about()).toEqual([null, 'told me of the wombat', null]);
  const { out } = await at.net('undo', '2', '--json');
  expect(
    (JSON.parse(out) as { undone: { about: string | null }[] }).undone.map((each) => each.about),
  ).toEqual([null, 'told me of the wombat']);
  expect(await about()).toEqual([null, 'told me of the wombat', null]);
  await at.net('purge', 'ana', '--yes');
  expect(await about()).toEqual([null, null, null, null]);
});
