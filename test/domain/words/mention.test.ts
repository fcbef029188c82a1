import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedWords } from '../../../src/domain/words/fold.ts';
import { mentions } from '../../../src/domain/words/mention.ts';

const NAMES = [['ana', 'silva'], ['nita']];

test.each([
  ['Ana Silva', true],
  ['lunch with Ana Silva, and others', true],
  ["ANA SILVA's boat", true],
  ['Ana Silva’s boat', true],
  ['Ána  Silvá', true],
  ['ask Nita.', true],
  ['Ana', false],
  ['Ana Maria Silva', false],
  ['Silva, Ana', false],
  ['Diana Silva', false],
  ['Ana Silvares', false],
  ['Anita', false],
  ['', false],
])('%s: %s', (text, expected) => {
  expect(mentions(text, NAMES)).toBe(expected);
});

test('no name is in no text', () => {
  expect(mentions('anything', [])).toBe(false);
  expect(mentions('anything', [[]])).toBe(false);
});

test('a name is found wherever it stands between other words', () => {
  const word = fc.constantFrom('Ana', 'Ødegård', "O'Brien", 'José', 'van', 'Lee', '王');
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const around = fc.constantFrom('', 'with ', 'a note: ', '(', '"', 'x y z, ');
  const after = fc.constantFrom('', '.', "'s boat", ' and others', ')', ', 2026');
  fc.assert(
    fc.property(around, name, after, (before, who, rest) => {
      expect(mentions(`${before}${who}${rest}`, [foldedWords(who)])).toBe(true);
    }),
    { numRuns: 300, seed: 20261122 },
  );
});
