import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestMatch, overlap, telling } from '../../../src/domain/words/match.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };

describe('an offer meets a need by its telling words', () => {
  test.each([
    ['a co-founder for the CLI', 'co-founder', 1],
    ['investors', 'an investor in Lisbon', 1],
    ['hiring a designer', 'knows designers', 0.5],
    ['someone who speaks Português', 'portugues lessons', 0.5],
    ['a legal template', 'contract templates', 0.5],
    ['stories about cities', 'a story of a city', 1],
    ['help with C++', 'c++', 1],
    ['C#', 'c++', 0],
    ['\u00e9tude', 'e\u0301tudes', 1],
    ['翻訳', '翻訳', 1],
    ['a good way to help people', 'help for anyone', 0],
    ['', 'anything', 0],
    ['👩‍💻', '👩‍💻', 0],
    ['rust compilers in production', 'gardening', 0],
    ['a flat in Lisbon for may', 'a room in Porto', 0],
  ])('%j and %j: %d', (need, offer, value) => {
    expect(overlap(need, offer)).toBe(value);
  });

  test('the words that carry no subject are left out, endings and accents too', () => {
    expect([...telling('Looking for a new Café, and the cafés of Lisbon')]).toEqual(['caf', 'lisbon']);
  });
});

describe('the best of several', () => {
  const offers = [
    { text: 'a legal template' },
    { text: 'an investor' },
    { text: 'legal help for investors' },
  ];
  const best = (...needs: string[]) => bestMatch(needs, offers, ({ text }) => text);

  test.each([
    [['an investor'], 'an investor', 'an investor'],
    [['legal help'], 'legal help', 'a legal template'],
    [['gardening', 'investors'], 'investors', 'an investor'],
    [['a contract template', 'investors'], 'investors', 'an investor'],
  ])('of %j is %j met by %j', (needs, need, text) => {
    expect(best(...needs)).toEqual({ need, offer: { text } });
  });

  test('of needs that nothing meets by half is none', () => {
    expect(best('gardening', 'a house on the coast near Lisbon')).toBeNull();
    expect(best()).toBeNull();
    expect(bestMatch(['legal help'], [], String)).toBeNull();
  });
});

describe('whatever the texts are', () => {
  const words = fc.array(
    fc.constantFrom('legal', 'help', 'investor', 'investors', 'Lisbon', 'a', 'for', 'c++', '王'),
    {
      maxLength: 6,
    },
  );
  const aText = fc.oneof(
    words.map((list) => list.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );

  test('the overlap lies between 0 and 1, is the same both ways, and 1 with itself', () => {
    fc.assert(
      fc.property(aText, aText, (a, b) => {
        expect(overlap(a, b)).toBeGreaterThanOrEqual(0);
        expect(overlap(a, b)).toBeLessThanOrEqual(1);
        expect(overlap(a, b)).toBe(overlap(b, a));
        expect(overlap(a, a)).toBe(telling(a).size === 0 ? 0 : 1);
      }),
      RUNS,
    );
  });

  test('case, accents and how they are written change nothing', () => {
    fc.assert(
      fc.property(aText, (text) => {
        expect(telling(text.normalize('NFD'))).toEqual(telling(text.normalize('NFC')));
        expect(telling(`${text} Étude`)).toEqual(telling(`${text} etude`));
      }),
      RUNS,
    );
  });

  test('the best match is at least one half, and no other is better', () => {
    fc.assert(
      fc.property(fc.array(aText, { maxLength: 4 }), fc.array(aText, { maxLength: 4 }), (needs, offers) => {
        const values = needs.flatMap((need) => offers.map((offer) => overlap(need, offer)));
        const most = Math.max(0, ...values);
        const found = bestMatch(needs, offers, (offer) => offer);
        expect(found !== null).toBe(most >= 0.5);
        if (found !== null) expect(overlap(found.need, found.offer)).toBe(most);
      }),
      RUNS,
    );
  });
});
