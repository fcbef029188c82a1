import { beforeEach, expect, test } from 'vitest';
import type { Prompt } from '../../src/host/prompt.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

beforeEach(async () => {
  at = desk();
  for (const name of ['Ana', 'Ben', 'Carla', 'Dele', 'Eva']) await at.net('add', name, '--at', 'DevMeet');
});

/** Somebody who answers each question with the first choice that begins with the next word; `meanwhile` happens at the first one. */
function answering(answers: readonly string[], meanwhile: () => Promise<unknown> = async () => {}) {
  const asked: string[] = [];
  const prompt: Prompt = {
    text: ({ message }) => Promise.reject(new Error(`asked: ${message}`)),
    search: (message) => Promise.reject(new Error(`asked: ${message}`)),
    confirm: async (message) => {
      asked.push(message);
      return true;
    },
    select: async (message, choices) => {
      const found = choices.find(({ name }) => name.startsWith(answers[asked.length] ?? 'quit'));
      if (asked.push(message) === 1) await meanwhile();
      if (found === undefined) throw new Error(`no ${answers[asked.length - 1]} at ${message}`);
      return found.value;
    },
  };
  return { prompt, asked };
}

test('who is decided on is not asked about again, though others write meanwhile', async () => {
  const other = desk('2026-11-22', 0xb000);
  other.file = at.file;
  const { prompt, asked } = answering(['rest', 'skip', 'rest', 'quit'], () =>
    other.net('add', 'Farid', '--at', 'the fair'),
  );
  at.prompt = prompt;
  const { code, out } = await at.net('stack');
  expect([code, out]).toEqual([0, '2 resting.\n']);
  expect(asked).toEqual(['Eva? (1 of 3)', 'Farid? (2 of 4)', 'Dele? (3 of 4)', 'Carla? (4 of 4)']);
});

test('a card that another program has decided on is passed over', async () => {
  const other = desk('2026-11-22', 0xb000);
  other.file = at.file;
  const { prompt, asked } = answering(['rest', 'quit'], () => other.net('keep', 'eva'));
  at.prompt = prompt;
  const { out, err } = await at.net('stack');
  expect(out).toBe('Nothing was decided.\n');
  expect(err).toContain('2 cards wait');
  expect(asked).toEqual(['Eva? (1 of 3)', 'Dele? (1 of 2)']);
});

test('those who were met volunteering are no crowd to choose from', async () => {
  for (const [i, name] of ['Farid', 'Greta', 'Hugo', 'Ines', 'Kemi', 'Lars', 'Mara'].entries()) {
    const { err } = await at.net('add', name, '--at', 'food bank', '--origin', 'volunteering');
    expect([i, err]).toEqual([i, expect.not.stringContaining('choose')]);
  }
});

test('with fewer slots fewer are chosen, and where others grow only what is left', async () => {
  const say = async (name: string, ...more: string[]) =>
    (await at.net('add', name, '--at', 'DevMeet', ...more)).err;
  expect(await say('Farid')).toContain('choose two to grow');
  await at.net('config', 'growing', '1');
  expect(await say('Greta')).toContain('choose one to grow');
  await at.net('config', 'growing', '3');
  await at.net('add', 'Hugo', '--at', 'the fair');
  expect(await say('Ines')).toContain('choose two to grow');
  await at.net('rest', 'ana,ben');
  await at.net('config', 'growing', '1');
  expect(await say('Kemi')).toContain('9 people from DevMeet: go through them with net stack --at DevMeet.');
  const { out } = await at.net('add', 'Lars', '--at', 'DevMeet', '--json');
  expect((JSON.parse(out) as { choose: unknown }).choose).toEqual({ at: 'DevMeet', people: 10, room: 0 });
});
