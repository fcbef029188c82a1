import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { inAscii } from '../../tools/build/ascii.ts';

const LETTERS = ["'", '’', '“', '”', '–', '…', 'é', '😀', '😁', '\u2028', 'a', '\\’', '\\'];

test.each([
  ['/[‘’]/g', 'without flags'],
  ['/[‘’“”–—…]/gu', 'by code points'],
  ['/[\\p{L}é]/gu', 'by properties'],
  ['/😀/u', 'beyond 16 bits, by code points'],
  ['/[😀]/u', 'beyond 16 bits, in a class'],
  ['/[\\p{L}--é]/v', 'by sets'],
  ['/😀/', 'beyond 16 bits, by halves'],
  ['/\\u2019|’\\\\/', 'beside one that is escaped'],
  ['/\\’/', 'behind a backslash'],
  ['/[\\’a]/', 'behind a backslash in a class'],
  ['/\\\\’/', 'behind a backslash that is meant'],
])('%s means the same %s', (pattern) => {
  const changed = inAscii(`x=${pattern}`);
  expect(changed).toMatch(/^[\0-\x7f]*$/);
  const matches = (code: string) =>
    LETTERS.map((letter) => runInNewContext(`(${code}).test(l)`, { l: letter }));
  expect(matches(changed)).toEqual(matches(pattern));
});

test('nothing else is changed', () => {
  const code = 'const a = 1 / 2; // /x/\nconst b = "/" + a;';
  expect(inAscii(code)).toBe(code);
  expect(inAscii(`${code}const c=/’/,d=/e/`)).toBe(`${code}const c=/\\u2019/,d=/e/`);
});
