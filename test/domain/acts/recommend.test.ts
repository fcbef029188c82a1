import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agree, type Consent, recommend, referralTo } from '../../../src/domain/acts/recommend.ts';
import { ago, TODAY } from '../../support/people.ts';

const making = { now: `${TODAY}T09:00:00.000Z`, today: TODAY, id: () => 'r' };
const made = (agreed: Consent) => recommend('ana', 'ben', 'maps', agreed, ago(5), making);
const NOBODY = { contact: false, to: false };
const aConsent = fc.record({ contact: fc.boolean(), to: fc.boolean() });

describe('two people are introduced once both agreed', () => {
  test.each([
    ['nobody', NOBODY, null],
    ['one', { contact: true, to: false }, null],
    ['the other', { contact: false, to: true }, null],
    ['both', { contact: true, to: true }, ago(5)],
  ])('%s at once', (_, agreed, introducedOn) => {
    const { recommendation, introduced } = made(agreed);
    expect(recommendation.introducedOn).toBe(introducedOn);
    expect(introduced).toBe(introducedOn !== null);
  });

  test('in steps: on the day when the last one agreed, and only once', () => {
    fc.assert(
      fc.property(fc.array(aConsent, { minLength: 1, maxLength: 6 }), ([first = NOBODY, ...later]) => {
        let { recommendation, introduced } = made(first);
        let times = Number(introduced);
        const so = { ...first };
        for (const consent of later) {
          const step = agree(recommendation, null, consent, TODAY);
          so.contact ||= consent.contact;
          so.to ||= consent.to;
          if (JSON.stringify(step.recommendation) === JSON.stringify(recommendation))
            expect(step.changes).toEqual([]);
          recommendation = step.recommendation;
          introduced = step.introduced;
          times += Number(introduced);
        }
        const both = so.contact && so.to;
        expect(recommendation.introducedOn !== null).toBe(both);
        expect(times).toBe(both ? 1 : 0);
        expect(recommendation.text).toBe('maps');
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });
});

test.each([
  [true, 'maps', 'recommended to Ben Okoye: maps'],
  [false, 'maps', 'recommended Ben Okoye to them: maps'],
  [true, null, 'recommended to Ben Okoye'],
])('the give of an introduction', (isRecommended, text, expected) => {
  expect(referralTo('Ben Okoye', isRecommended, { id: 'r', text })).toMatchObject({
    kind: 'give',
    type: 'referral',
    text: expected,
    recommendationId: 'r',
  });
});
