import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidate } from '../../src/domain/agenda/candidate.ts';
import type { Showing, View } from '../../src/domain/agenda/term.ts';
import { CIRCLES } from '../../src/domain/contact.ts';
import { addDays } from '../../src/domain/days/day.ts';
import { beta, clamp01, type Evidence, estimate, giverFactor, giverLabel } from '../../src/domain/giver.ts';
import type { Person } from '../../src/domain/person.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { ago, personWith, TODAY } from '../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };

function evidence(given: Partial<Evidence> = {}): Evidence {
  return { helped: 0, partly: 0, busy: 0, ignored: 0, received: 0, ...given };
}

const aFew = fc.nat({ max: 12 });
const anEvidence: fc.Arbitrary<Evidence> = fc.record({
  helped: aFew,
  partly: aFew,
  busy: aFew,
  ignored: aFew,
  received: aFew,
});

describe('the golden values', () => {
  test.each([
    [0, 0, 1, null],
    [1, 0, 1, null],
    [2, 0, 1.087, 'giver'],
    [3, 1, 1.017, 'giver'],
    [2, 1, 1, 'giver'],
    [2, 2, 1, null],
    [5, 5, 1, null],
    [5, 2, 1.041, 'giver'],
    [10, 0, 1.352, 'giver'],
    [0, 1, 1, null],
    [0, 2, 1, null],
    [0, 3, 0.909, 'one-sided so far'],
    [1, 3, 1, null],
    [1, 4, 0.99, 'one-sided so far'],
    [0, 5, 0.801, 'one-sided so far'],
  ])('helped %i, ignored %i: %d, %s', (helped, ignored, factor, label) => {
    expect(giverFactor(evidence({ helped, ignored }), false)).toBeCloseTo(factor, 3);
    expect(giverLabel(evidence({ helped, ignored }), false)).toBe(label);
  });

  test.each([
    ['received counts as helped', { received: 2 }, { helped: 2 }],
    ['twice partly is one of each', { partly: 2 }, { helped: 1, ignored: 1 }],
    ['twice busy is one miss', { busy: 2, helped: 3 }, { ignored: 1, helped: 3 }],
    ['busy three times is less than one-sided', { busy: 3 }, { ignored: 1.5 }],
  ])('%s', (_, one, other) => {
    expect(estimate(evidence(one))).toEqual(estimate(evidence(other)));
    expect(giverLabel(evidence(one), false)).toBe(giverLabel(evidence(other), false));
  });

  test('mean and deviation of a Beta distribution', () => {
    expect(beta(1, 1)).toEqual({ mean: 0.5, deviation: Math.sqrt(1 / 12) });
    expect(beta(3, 1).mean).toBe(0.75);
    expect([clamp01(-1), clamp01(0.5), clamp01(2)]).toEqual([0, 0.5, 1]);
  });
});

describe('for every evidence', () => {
  test('more help never lowers the factor, more silence never raises it', () => {
    fc.assert(
      fc.property(anEvidence, fc.boolean(), (known, noScore) => {
        const factor = giverFactor(known, noScore);
        for (const kind of ['helped', 'received'] as const)
          expect(giverFactor({ ...known, [kind]: known[kind] + 1 }, noScore)).toBeGreaterThanOrEqual(factor);
        for (const kind of ['ignored', 'busy'] as const)
          expect(giverFactor({ ...known, [kind]: known[kind] + 1 }, noScore)).toBeLessThanOrEqual(factor);
        expect(factor).toBeGreaterThanOrEqual(0.5);
        expect(factor).toBeLessThanOrEqual(1.5);
      }),
      RUNS,
    );
  });

  test('the first miss changes no label', () => {
    fc.assert(
      fc.property(
        aFew,
        aFew,
        fc.constantFrom('ignored' as const, 'busy' as const),
        (helped, received, miss) => {
          const before = evidence({ helped, received });
          expect(giverLabel({ ...before, [miss]: 1 }, false)).toBe(giverLabel(before, false));
        },
      ),
      RUNS,
    );
    expect(giverFactor(evidence({ ignored: 1 }), false)).toBe(1);
  });

  test('a label never contradicts the factor', () => {
    fc.assert(
      fc.property(anEvidence, (known) => {
        const label = giverLabel(known, false);
        if (label === 'giver') expect(giverFactor(known, false)).toBeGreaterThanOrEqual(1);
        if (label === 'one-sided so far') expect(giverFactor(known, false)).toBeLessThan(1);
        if (giverFactor(known, false) < 1) expect(label).toBe('one-sided so far');
      }),
      RUNS,
    );
  });

  test('without a score there is no label, and the factor is at least 1', () => {
    fc.assert(
      fc.property(anEvidence, (known) => {
        expect(giverLabel(known, true)).toBeNull();
        expect(giverFactor(known, true)).toBeGreaterThanOrEqual(1);
        expect(giverFactor(known, true)).toBeGreaterThanOrEqual(giverFactor(known, false));
      }),
      RUNS,
    );
  });

  test('the lower edge lies above 0, the upper near 1 at most', () => {
    fc.assert(
      fc.property(anEvidence, (known) => {
        const { lower, upper } = estimate(known);
        expect(lower).toBeGreaterThan(0);
        expect(upper).toBeLessThan(1.05);
      }),
      RUNS,
    );
  });
});

describe('of twins', () => {
  const twins = fc.record({
    stage: fc.constantFrom('kept' as const, 'kept' as const, 'growing' as const),
    circle: fc.constantFrom(...CIRCLES),
    everyDays: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }),
    since: fc.nat({ max: 400 }),
    noScore: fc.boolean(),
    touches: fc.array(fc.nat({ max: 500 }), { maxLength: 6 }),
    unanswered: fc.boolean(),
    helps: fc.integer({ min: 2, max: 6 }),
    plans: fc.nat({ max: 3 }),
  });

  function twin(given: FcValue<typeof twins>, help: Partial<Person['summary']>): Person {
    const { stage, circle, everyDays, noScore, since, touches, unanswered } = given;
    const on = stage === 'growing' ? { grownOn: ago(since) } : { keptOn: ago(since) };
    const held = touches.map((gap) => ({ heldOn: ago(gap), noAnswer: unanswered }));
    const person = personWith({ stage, circle, everyDays, noScore, ...on }, held);
    return { ...person, summary: { ...person.summary, ...help } };
  }

  test('the giver is never below the taker', () => {
    fc.assert(
      fc.property(twins, (given) => {
        const shown = Array.from({ length: given.plans }, (_, i): Showing => {
          const first = ago(7 * (given.plans - i));
          return { first, last: addDays(first, 6), reasons: [{ kind: 'fading', subject: null }] };
        });
        const last = addDays(TODAY, 6);
        const view: View = {
          settings: DEFAULTS,
          pauses: [],
          today: TODAY,
          first: TODAY,
          last,
          shown,
          offered: null,
        };
        const giver = candidate(twin(given, { received: given.helps }), view);
        const taker = candidate(twin(given, { ignored: given.helps }), view);
        expect(giver.score).toBeGreaterThanOrEqual(taker.score);
        expect(giver.factor).toBeGreaterThanOrEqual(taker.factor);
      }),
      RUNS,
    );
  });
});

type FcValue<A> = A extends fc.Arbitrary<infer T> ? T : never;
