import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortId } from '../../../src/domain/acts/identity.ts';

test.each([
  ['019aa8f2-7c1e-7000-8000-00000000a01c', [], 'a01c'],
  ['019aa8f2-7c1e-7000-8000-0000ab123456', [], 'k456'],
  ['019aa8f2-7c1e-7000-8000-0000ab123456', ['k456'], 'j3456'],
  ['019aa8f2-7c1e-7000-8000-0000ab123456', ['k456', 'j3456'], 'h23456'],
])('%s, where %j are taken, is %s', (id, taken: readonly string[], short) => {
  expect(shortId(id, (tried) => taken.includes(tried))).toBe(short);
});

test('is four characters, one of them a letter, and tells two tails apart', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), fc.uuid({ version: 7 }), (a, b) => {
      const [one, other] = [a, b].map((id) => shortId(id, () => false));
      expect(one).toMatch(/^(?=.*[a-z])[0-9a-z]{4}$/);
      expect(one === other).toBe(a.slice(-4) === b.slice(-4));
    }),
    { numRuns: 1000 },
  );
});
