import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../src/domain/days/day.ts';
import { overlap } from '../../src/domain/words/match.ts';
import { couldMeet, pairOf } from '../../src/reports/could-meet.ts';

const WORDS = ['grant', 'review', 'map', 'city', 'boat', 'design', 'the'];

const traits = (kind: 'need' | 'offer') =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom('ana', 'ben', 'carla', 'dele', 'eva', 'zoe'),
        fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
      ),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(([contactId, words], i) => ({
        id: `${kind}${i}`,
        contactId,
        kind,
        text: words.join(' '),
        notedOn: day('2026-01-01'),
        deletedAt: null,
      })),
    );

test('counted over the words in common it is what comparing each with each gives', () => {
  fc.assert(
    fc.property(traits('need'), traits('offer'), fc.boolean(), (needs, offers, met) => {
      const known = new Set(met ? [pairOf('ben', 'ana')] : []);
      const fits = needs
        .flatMap((need) => offers.map((offer) => ({ need, offer, fit: overlap(need.text, offer.text) })))
        .filter(({ need, offer, fit }) => fit >= 0.5 && need.contactId !== offer.contactId)
        .sort((a, b) => b.fit - a.fit);
      const seen = new Set(known);
      const expected = fits.filter(({ need, offer }) => {
        const pair = pairOf(need.contactId, offer.contactId);
        return !seen.has(pair) && seen.add(pair);
      });
      expect(couldMeet(needs, offers, known)).toEqual(
        expected.slice(0, 5).map(({ need, offer }) => ({
          contactId: offer.contactId,
          toId: need.contactId,
          need: need.text,
          offer: offer.text,
        })),
      );
    }),
    { numRuns: 1000, seed: 20261122 },
  );
});
