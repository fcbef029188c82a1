import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyPlan } from '../../../src/domain/agenda/plan.ts';
import { capacity, capacityBeside, DEFAULTS } from '../../../src/domain/settings.ts';
import { NO_HISTORY, TODAY } from '../../support/people.ts';

describe('a week after which groups took more than they were given', () => {
  test.each([
    [0, 5],
    [240, 5],
    [241, 4],
    [270, 4],
    [271, 3],
    [300, 3],
    [330, 2],
    [5000, 2],
  ])('after %i minutes a new list holds %i people', (groupMinutes, slots) => {
    expect(capacityBeside(groupMinutes, DEFAULTS)).toBe(slots);
    expect(emptyPlan('p', { ...NO_HISTORY, groupMinutes }, DEFAULTS, TODAY).slots).toBe(slots);
  });

  test('never more than without groups, never fewer than two, and fewer the more they took', () => {
    const minutes = fc.integer({ min: 0, max: 3000 });
    const settings = fc.record({ slots: fc.integer({ min: 2, max: 15 }), groupMinutes: minutes });
    fc.assert(
      fc.property(minutes, minutes, settings, (a, b, own) => {
        const given = { ...DEFAULTS, ...own };
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((taken) => capacityBeside(taken, given));
        expect(more).toBeLessThanOrEqual(less ?? 0);
        expect(more).toBeGreaterThanOrEqual(2);
        expect(less).toBeLessThanOrEqual(capacity(given));
      }),
      { seed: 20261122 },
    );
  });
});
