import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { warmth, warmthBand } from '../../src/domain/warmth.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const heat = (days: number, gap: number) => warmth(days, gap, DEFAULTS.ranking.warmth);
const aCount = fc.integer({ min: 1, max: 20_000 });
const aGap = fc.nat({ max: 40_000 });

describe('warmth is σ(0.3 + 0.75·ln n − 0.67·ln(1 + g))', () => {
  test.each([
    [1, 0, 0.574443, 'cooling'],
    [1, 14, 0.180289, 'cold'],
    [1, 90, 0.061672, 'cold'],
    [1, 1000, 0.013011, 'cold'],
    [2, 0, 0.694207, 'warm'],
    [3, 30, 0.235626, 'cold'],
    [5, 7, 0.528432, 'cooling'],
    [10, 0, 0.883597, 'warm'],
    [10, 90, 0.269859, 'cold'],
    [10, 130, 0.224533, 'cold'],
    [20, 60, 0.448314, 'cooling'],
    [50, 365, 0.327228, 'cooling'],
    [100, 1, 0.964066, 'warm'],
  ])('after %i days with a touch and %i without: %d, %s', (days, gap, value, band) => {
    expect(heat(days, gap)).toBeCloseTo(value, 6);
    expect(warmthBand(heat(days, gap))).toBe(band);
  });

  test('it is 0, and cold, where there was never a touch', () => {
    expect(heat(0, 0)).toBe(0);
    expect(warmthBand(heat(0, 100))).toBe('cold');
  });

  test.each([
    [1, 'warm'],
    [0.6, 'warm'],
    [0.5999, 'cooling'],
    [0.3, 'cooling'],
    [0.2999, 'cold'],
    [0, 'cold'],
  ])('%d is %s', (value, band) => {
    expect(warmthBand(value)).toBe(band);
  });
});

describe('for every input', () => {
  test('it lies between 0 and 1 once there was a touch', () => {
    fc.assert(
      fc.property(aCount, aGap, (days, gap) => {
        expect(heat(days, gap)).toBeGreaterThan(0);
        expect(heat(days, gap)).toBeLessThan(1);
      }),
      RUNS,
    );
  });

  test('it falls with each day without a touch', () => {
    fc.assert(
      fc.property(aCount, aGap, fc.integer({ min: 1, max: 400 }), (days, gap, more) => {
        expect(heat(days, gap + more)).toBeLessThan(heat(days, gap));
      }),
      RUNS,
    );
  });

  test('it rises with each day with one', () => {
    fc.assert(
      fc.property(aCount, aGap, fc.integer({ min: 1, max: 400 }), (days, gap, more) => {
        expect(heat(days + more, gap)).toBeGreaterThan(heat(days, gap));
      }),
      RUNS,
    );
  });
});
