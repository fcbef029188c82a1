import { expect, test } from 'vitest';
import type { Choice, Prompt } from '../../src/host/prompt.ts';
import { remembering } from '../../src/host/remembering.ts';

/** A prompt that types a text into each search and takes the last choice. */
function typing(text: string): { prompt: Prompt; asked: () => number } {
  let asked = 0;
  const prompt: Prompt = {
    text: async () => '',
    confirm: async () => true,
    select: async (_, choices) => choices.at(-1)?.value as never,
    search: async (_, find) => {
      asked++;
      return find(text).at(-1)?.value as never;
    },
  };
  return { prompt, asked: () => asked };
}

const finding =
  (...names: readonly string[]) =>
  (version: number) =>
  (typed: string): Choice<string | null>[] => [
    ...names
      .filter((name) => name.includes(typed))
      .map((name) => ({ name, value: `${name} as read ${version}` })),
    ...(typed === 'none' ? [{ name: 'none', value: null }] : []),
  ];

test('a search that finds the same names is answered as before, by what was read last', async () => {
  const { prompt, asked } = typing('silva');
  const again = remembering(prompt);
  const find = finding('ana costa', 'ana silva');
  expect(await again.search('Which?', find(1))).toBe('ana silva as read 1');
  again.again();
  expect(await again.search('Which?', find(2))).toBe('ana silva as read 2');
  expect(asked()).toBe(1);
});

test('nobody stays nobody', async () => {
  const { prompt, asked } = typing('none');
  const again = remembering(prompt);
  expect(await again.search('Which?', finding('ana')(1))).toBe(null);
  again.again();
  expect(await again.search('Which?', finding('ana')(2))).toBe(null);
  expect(asked()).toBe(1);
});

test('a search that finds others is asked again', async () => {
  const { prompt, asked } = typing('');
  const again = remembering(prompt);
  await again.search('Which?', finding('ana costa', 'ana silva')(1));
  again.again();
  expect(await again.search('Which?', finding('ana costa')(2))).toBe('ana costa as read 2');
  expect(asked()).toBe(2);
});
