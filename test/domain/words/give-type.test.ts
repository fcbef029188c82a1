import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GIVE_TYPES } from '../../../src/domain/exchange.ts';
import { guessedType, typedGive } from '../../../src/domain/words/give-type.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };

describe('the kind of help that a text tells of', () => {
  test.each([
    ['intro to Lee', 'introduction'],
    ['Introduced her to my editor', 'introduction'],
    ['put her in touch with Lee', 'introduction'],
    ['connected him with the archive', 'introduction'],
    ['feedback on the draft', 'advice'],
    ['a review of her talk', 'advice'],
    ['an hour of feedback', 'time'],
    ['helped moving', 'time'],
    ['the afternoon at the fair', 'time'],
    ['recommended her for the post', 'referral'],
    ['a referral', 'referral'],
    ['the contract template', 'resource'],
    ['a book on memory', 'resource'],
    ['the link to the meetup', 'resource'],
    ['listened', 'support'],
    ['kept her company', 'support'],
    ['FEEDBACK', 'advice'],
    ['a lamp', null],
    ['the notebook', null],
    ['introvert jokes', null],
    ['', null],
  ] as const)('%s: %s', (text, type) => {
    expect(guessedType(text)).toBe(type);
  });

  test.each([
    ['advice: on her CV', 'on her CV', 'advice'],
    ['Time : a book club', 'a book club', 'time'],
    ['advice:', 'advice:', 'advice'],
    ['note: a lamp', 'note: a lamp', null],
    ['10:30 was early', '10:30 was early', null],
  ] as const)('said: %s', (said, text, type) => {
    expect(typedGive(said)).toEqual({ text, type });
  });

  test('whatever is said, its text is part of it, and a kind that is said is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...GIVE_TYPES), (text, type) => {
        expect(text).toContain(typedGive(text).text);
        if (text.trim() !== '') expect(typedGive(`${type}: ${text}`)).toEqual({ text: text.trim(), type });
      }),
      RUNS,
    );
  });
});
