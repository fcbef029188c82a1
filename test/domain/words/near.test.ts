import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNear, nearTo } from '../../../src/domain/words/near.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0'), minLength: 1, maxLength: 6 });

test('the words near to one are all that differ by one mistake, and are long enough', () => {
  fc.assert(
    fc.property(word, word, (typed, known) => {
      expect(nearTo(typed).includes(known)).toBe(known.length > 2 && isNear(typed, known));
    }),
    { numRuns: 3000, seed: 20261122 },
  );
});

test('each of them is near', () => {
  fc.assert(
    fc.property(word, (typed) => {
      const near = nearTo(typed);
      expect(near.filter((known) => !isNear(typed, known))).toEqual([]);
      expect(new Set(near).size).toBe(near.length);
    }),
    { seed: 20261122 },
  );
});
