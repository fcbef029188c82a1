import { beforeEach, describe, expect, test } from 'vitest';
import type { Prompt } from '../../src/host/prompt.ts';
import { content } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;
let asked: string[];

beforeEach(async () => {
  at = desk();
  asked = [];
  for (const words of [
    ['add', 'Robert Stone', '--phone', '+351 912 345 678', '--city', 'Lisbon'],
    ['add', 'Bob Stone', '--phone', '912 345 678', '--city', 'Porto'],
    ['add', 'Eva Berg'],
    ['add', 'Eva Berg', '--new'],
  ])
    await at.net(...words);
});

/** Somebody at the terminal who gives some answers in turn: the beginning of a choice, or yes or no. */
function answering(...answers: readonly (string | boolean)[]): Prompt {
  const left = [...answers];
  const next = (message: string) => {
    asked.push(message);
    if (left.length === 0) throw new Error(`asked: ${message}`);
    return left.shift();
  };
  return {
    text: ({ message }) => Promise.reject(new Error(`asked: ${message}`)),
    search: (message) => Promise.reject(new Error(`asked: ${message}`)),
    confirm: (message) => Promise.resolve(next(message) === true),
    select: (message, choices) => {
      const answer = next(message);
      const chosen = choices.find(({ name }) => name.startsWith(String(answer)));
      if (chosen === undefined) throw new Error(`${String(answer)} is none of the choices`);
      return Promise.resolve(chosen.value);
    },
  };
}

async function pairs(): Promise<string[]> {
  const prompt = at.prompt;
  at.prompt = null;
  const { out } = await at.net('duplicates', '--json');
  at.prompt = prompt;
  const answer = JSON.parse(out) as { pairs: { first: { name: string }; other: { name: string } }[] };
  return answer.pairs.map(({ first, other }) => `${first.name}, ${other.name}`);
}

describe('on a terminal', () => {
  test('each pair is shown side by side and asked about, strongest first', async () => {
    at.prompt = answering('one person', 'two people');
    at.terminal = { columns: 100 };
    const { code, out, err } = await at.net('duplicates');
    expect(code).toBe(0);
    expect(err).toMatch(/Robert Stone \(\w+\) +Bob Stone/);
    expect(err).toMatch(/city +Lisbon +Porto/);
    expect(err.split('"Porto" is kept as a note')).toHaveLength(2);
    expect(err).toContain('Take all of it back: net undo 2.');
    expect(asked).toEqual(['Robert Stone and Bob Stone? (1 of 2)', 'Eva Berg and Eva Berg? (2 of 2)']);
    expect(out).toContain('One person now: Bob Stone with Robert Stone.');
    expect(out).toContain('Two people: Eva Berg with Eva Berg.');
    expect(await pairs()).toEqual([]);
    at.prompt = null;
    expect((await at.net('undo', '2')).out).toContain('net merge: Bob Stone, Robert Stone');
    expect(await pairs()).toHaveLength(2);
  });

  test('a bare Enter merges nobody on a name alone', async () => {
    const first: string[] = [];
    const prompt = answering('later', 'later');
    at.prompt = {
      ...prompt,
      select: (message, choices) => {
        first.push(choices[0]?.name ?? '');
        return prompt.select(message, choices);
      },
    };
    await at.net('duplicates');
    expect(first).toEqual(['one person: merge them', 'later']);
  });

  test('later changes nothing, and it is asked again', async () => {
    const before = await content(at.file);
    at.prompt = answering('later', 'later');
    const { out } = await at.net('duplicates');
    expect(out).toContain('Nothing was changed.\n2 pairs for later: net duplicates.');
    expect(await content(at.file)).toEqual(before);
    expect(await pairs()).toHaveLength(2);
  });

  test('one answer is taken back by net undo, and in a narrow place people stand below each other', async () => {
    at.prompt = answering('one person', 'stop');
    at.terminal = { columns: 40 };
    const { err } = await at.net('duplicates');
    expect(err).toContain('Take it back: net undo.');
    expect(err).toMatch(/^name +Robert Stone \(\w+\)$/m);
    expect(err).toMatch(/^name +Bob Stone \(\w+\)$/m);
    expect(err).toMatch(/^city +Porto$/m);
    expect(err).not.toContain('…');
  });

  test('stop leaves the others as they are', async () => {
    at.prompt = answering('two people', 'stop');
    expect((await at.net('duplicates')).code).toBe(0);
    expect(await pairs()).toEqual(['Eva Berg, Eva Berg']);
  });

  test('whoever became one with somebody is not asked about again', async () => {
    await at.net('add', 'Rob Stone', '--phone', '00351 912 345 678', '--new');
    at.prompt = answering('one person', 'later', 'later');
    const { out } = await at.net('duplicates');
    expect(out).toContain('One person now');
    expect(asked.filter((question) => question.includes('Rob Stone'))).toHaveLength(1);
  });

  test('merge shows what wins and asks', async () => {
    const before = await content(at.file);
    at.prompt = answering(false);
    const left = await at.net('merge', 'robert', 'bob');
    expect(left.code).toBe(130);
    expect(left.err).toContain('"Porto" is kept as a note');
    expect(await content(at.file)).toEqual(before);
    at.prompt = answering(true);
    const { out, err } = await at.net('merge', 'robert', 'bob');
    expect(out).toMatch(/^Bob Stone \(\w+\) is one with Robert Stone \(\w+\)\.\n$/);
    expect(err.split('"Porto" is kept as a note')).toHaveLength(2);
    expect(asked.at(-1)).toMatch(/^Are Robert Stone \(\w+\) and Bob Stone \(\w+\) one person\?$/);
  });

  test('merge tells of two who were said to be two', async () => {
    at.prompt = answering(true);
    await at.net('duplicates', '--apart', 'robert', 'bob');
    const { code, err } = await at.net('merge', 'robert', 'bob');
    expect(code).toBe(0);
    expect(err).toMatch(/You said that Robert Stone \(\w+\) and Bob Stone \(\w+\) are two people/);
  });
});

test('a name that several have takes all of them', async () => {
  const { code, out } = await at.net('duplicates', 'eva');
  expect([code, out]).toEqual([0, expect.stringMatching(/^same name: Eva Berg \(\w+\) and Eva Berg/)]);
  await at.net('add', 'Cleo Reis');
  await at.net('add', 'Cleo Costa', '--new');
  expect((await at.net('duplicates', 'cleo')).out).toBe(
    'None of Cleo Costa and Cleo Reis seems to be here twice.\n',
  );
  expect((await at.net('duplicates', 'nobody')).code).toBe(4);
});

test('in a pipe nothing is merged, and nothing is written', async () => {
  const before = await content(at.file);
  expect((await at.net('duplicates')).out).toMatch(/net merge \w+ \w+/);
  expect((await at.net('merge', 'robert', 'bob')).code).toBe(5);
  expect(await content(at.file)).toEqual(before);
});
