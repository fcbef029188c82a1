import { expect, test } from 'vitest';
import { desk } from '../support/world.ts';

async function sought() {
  const at = desk();
  for (const what of ['a baker', 'somebody with a small press', 'science journalists'])
    await at.net('target', 'add', what);
  return at;
}

test('where words could be several targets, each has its number in the list', async () => {
  const at = await sought();
  const { code, err } = await at.net('target', 'done', 's');
  expect(code).toBe(4);
  expect(err).toContain('2 somebody with a small press (0 of 1 found), 3 science journalists (0 of 1 found)');
  expect((await at.net('target', 'done', '3')).out).toContain('"science journalists": closed');
});

test('on a terminal a number key chooses what it stands before', async () => {
  const at = await sought();
  let names: readonly string[] = [];
  at.prompt = {
    text: () => Promise.reject(new Error('asked')),
    confirm: () => Promise.reject(new Error('asked')),
    search: () => Promise.reject(new Error('asked')),
    select: async (_, choices) => {
      names = choices.map(({ name }) => name);
      const [first] = choices;
      if (first === undefined) throw new Error('no choice');
      return first.value;
    },
  };
  await at.net('target', 'done', 's');
  expect(names).toEqual(['somebody with a small press (0 of 1 found)', 'science journalists (0 of 1 found)']);
});

test('what to close once all are found is named', async () => {
  const at = await sought();
  await at.net('add', 'Ben Okoye', '--target', 'press');
  expect((await at.net('target')).err).toContain(
    'Found them all? net target done 2 closes "somebody with a small press".',
  );
});
