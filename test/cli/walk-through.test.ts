import { expect, test } from 'vitest';
import type { Prompt } from '../../src/host/prompt.ts';
import { desk } from '../support/world.ts';

/** Somebody who answers each text question with the next answer, and empty after them. */
function answering(...answers: readonly string[]) {
  const asked: string[] = [];
  const refuse = () => Promise.reject(new Error('asked'));
  const prompt: Prompt = {
    text: async ({ message }) => answers[asked.push(message) - 1] ?? '',
    confirm: refuse,
    search: refuse,
    select: refuse,
  };
  return { prompt, asked };
}

test('what was typed with net add wins, and is not asked for again', async () => {
  const at = desk();
  const { prompt, asked } = answering('Ana Silva');
  at.prompt = prompt;
  await at.net('add', '--ask-about', 'how was Porto', '--at', 'DevMeet');
  expect(asked).toEqual(['Name', 'What do they need? (or empty)']);
  const { out } = await at.net('show', 'ana');
  expect(out).toMatch(/ask about +how was Porto/);
  expect(out).toContain('DevMeet');
});

test('what was not typed is asked for', async () => {
  const at = desk();
  const { prompt, asked } = answering('Ana Silva', 'DevMeet', 'how was Porto');
  at.prompt = prompt;
  await at.net('add', '--needs', 'a mentor');
  expect(asked).toHaveLength(3);
  const { out } = await at.net('show', 'ana');
  expect(out).toMatch(/needs +a mentor\nask about +how was Porto/);
  expect(out).toContain('DevMeet');
});
