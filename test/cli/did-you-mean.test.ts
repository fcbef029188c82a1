import { expect, test } from 'vitest';
import { desk } from '../support/world.ts';

test.each([
  ['groups', 'net group'],
  ['targets', 'net target'],
  ['grup add x', 'net group'],
  ['lgo', 'net log'],
  ['histor', 'net history'],
])('net %s: did you mean %s?', async (typed, meant) => {
  const { code, err } = await desk().net(...typed.split(' '));
  expect([code, err]).toEqual([2, expect.stringContaining(`hint: did you mean ${meant}?\n`)]);
});

test.each([
  ['group lst', 'net group list'],
  ['target don 1', 'net target done'],
])('net %s: did you mean %s?', async (typed, meant) => {
  const { code, err } = await desk().net(...typed.split(' '));
  expect([code, err]).toEqual([2, expect.stringContaining(`did you mean ${meant}?`)]);
});

test('each count of commands is refused in the words of its command', async () => {
  const hints = async (command: string) => (await desk().net(command, 'x')).err.split('\n')[1];
  expect(await hints('undo')).toBe('hint: net undo 3 takes back the last three');
  expect(await hints('redo')).toBe('hint: net redo 3 does the last three again');
});
