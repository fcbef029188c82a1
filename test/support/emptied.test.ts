import { expect, test } from 'vitest';
import { emptied, isFunction, passed, stubbed } from './emptied.ts';

class Own {
  readonly value = 3;
}
const own = new Own();

test.each<[string, unknown, unknown]>([
  ['a text', 'a', ''],
  ['a number', 3, 0],
  ['a boolean', true, false],
  ['null', null, null],
  ['undefined', undefined, undefined],
  ['a list', [1, 2], []],
  ['a map', new Map([[1, 2]]), new Map()],
  ['a set', new Set([1]), new Set()],
  [
    'an object, field by field',
    { a: 'x', b: [1], c: { d: 2, e: null } },
    { a: '', b: [], c: { d: 0, e: null } },
  ],
  ['an instance of a class stays', own, own],
])('%s', (_, value, empty) => {
  expect(emptied(value)).toEqual(empty);
});

test('functions in an object stay, and what a getter gives is emptied when it is asked for', () => {
  const talk = () => 'said';
  let asked = 0;
  const empty = emptied({
    talk,
    get json() {
      asked++;
      return [1];
    },
  }) as { talk: typeof talk; json: unknown };
  expect(empty.talk()).toBe('said');
  expect(asked).toBe(0);
  expect(empty.json).toEqual([]);
});

test('a stubbed function does its work and gives back nothing of it', async () => {
  const seen: number[] = [];
  const count = (n: number) => seen.push(n);
  expect((stubbed(count) as typeof count)(7)).toBe(0);
  expect(seen).toEqual([7]);
  const later = stubbed(async () => ['x']) as () => Promise<string[]>;
  expect(await later()).toEqual([]);
  expect((passed(() => 'x') as () => string)()).toBe('x');
});

test('a failure is still a failure', async () => {
  const refuse = () => {
    throw new Error('no');
  };
  expect(stubbed(refuse) as () => void).toThrow('no');
  await expect((stubbed(async () => refuse()) as () => Promise<void>)()).rejects.toThrow('no');
});

test('what is no function, or a class, stays', () => {
  expect(isFunction(Own)).toBe(false);
  expect(stubbed(Own)).toBe(Own);
  expect(stubbed('text')).toBe('text');
});
