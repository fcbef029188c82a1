import { expect, test } from 'vitest';
import { desk } from '../support/world.ts';

/** Every command that a text suggests for growing somebody. */
const suggested = (text: string) => text.match(/net (rest|grow) [a-z0-9]+/g) ?? [];

test('with no slot free what is suggested to grow somebody works as it is said', async () => {
  const at = desk();
  for (const name of ['Ana', 'Ben']) await at.net('add', name, '--at', 'DevMeet');
  const { err } = await at.net('add', 'Carla', '--at', 'DevMeet');
  expect(suggested(err)).toEqual(['net rest ana', 'net grow carla']);
  for (const line of suggested(err)) expect((await at.net(...line.split(' ').slice(1))).code).toBe(0);
});

test('so it is where somebody in the stack is logged', async () => {
  const at = desk();
  for (const name of ['Ana', 'Ben', 'Carla']) await at.net('add', name, '--at', 'DevMeet');
  const { err } = await at.net('log', 'carla', 'coffee');
  expect(suggested(err)).toEqual(['net rest ana', 'net grow carla']);
  await at.net('rest', 'ana');
  await at.net('undo', '1');
  await at.net('keep', 'ana');
  expect(suggested((await at.net('log', 'carla', 'lunch')).err)).toEqual(['net grow carla']);
});
