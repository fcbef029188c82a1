import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, day, daysBetween } from '../../../src/domain/days/day.ts';
import {
  dayAfter,
  elapsed,
  isBusy,
  isPaused,
  type PausedSpan,
  pausedDays,
} from '../../../src/domain/days/pause.ts';
import { TODAY } from '../../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };

function pause(since: string, until: string | null): PausedSpan {
  return { sinceDay: day(since), untilDay: until === null ? null : day(until) };
}

const JULY = pause('2026-07-01', '2026-07-31');

describe('paused days are counted', () => {
  test.each([
    ['none without a pause', '2026-07-01', '2026-07-31', [], 0],
    ['all of a pause that lies within', '2026-06-01', '2026-09-01', [JULY], 31],
    ['both of its ends', '2026-06-30', '2026-07-31', [JULY], 31],
    ['not the day that one counts from', '2026-07-01', '2026-07-31', [JULY], 30],
    ['the part that is reached', '2026-06-01', '2026-07-10', [JULY], 10],
    ['the part that is left', '2026-07-10', '2026-09-01', [JULY], 21],
    ['none of a pause before', '2026-07-31', '2026-09-01', [JULY], 0],
    ['none of a pause after', '2026-06-01', '2026-06-30', [JULY], 0],
    ['a single day', '2026-06-01', '2026-09-01', [pause('2026-07-04', '2026-07-04')], 1],
    ['an open pause until today', '2026-06-01', '2026-09-01', [pause('2026-08-25', null)], 8],
    ['overlapping ones once', '2026-06-01', '2026-09-01', [pause('2026-07-15', '2026-08-05'), JULY], 36],
    ['one within another once', '2026-06-01', '2026-09-01', [JULY, pause('2026-07-10', '2026-07-12')], 31],
    [
      'neighbors one after the other',
      '2026-06-01',
      '2026-09-01',
      [pause('2026-08-01', '2026-08-02'), JULY],
      33,
    ],
    ['the same one twice once', '2026-06-01', '2026-09-01', [JULY, JULY], 31],
    ['an open one and another once', '2026-06-01', '2026-07-31', [pause('2026-07-10', null), JULY], 31],
    ['none backwards', '2026-09-01', '2026-06-01', [JULY], 0],
  ] as const)('%s', (_, from, to, pauses, days) => {
    expect(pausedDays(day(from), day(to), pauses)).toBe(days);
  });
});

describe('the day on which some days have passed', () => {
  test.each([
    ['without a pause', '2026-06-01', 14, [], '2026-06-15'],
    ['after a pause on the way', '2026-06-25', 14, [JULY], '2026-08-09'],
    ['before a pause that only begins then', '2026-06-16', 14, [JULY], '2026-06-30'],
    ['never while an open pause keeps it', '2026-06-25', 14, [pause('2026-07-01', null)], null],
    ['before an open pause', '2026-06-10', 14, [pause('2026-07-01', null)], '2026-06-24'],
    ['the same day for none', '2026-07-10', 0, [JULY], '2026-07-10'],
    ['never where days end', '2026-06-01', 4_000_000, [JULY], null],
    ['after two pauses', '2026-06-29', 3, [JULY, pause('2026-08-02', '2026-08-03')], '2026-08-04'],
  ] as const)('%s', (_, from, count, pauses, found) => {
    expect(dayAfter(day(from), count, pauses)).toBe(found);
  });
});

test.each([
  ['2026-06-30', [JULY], false],
  ['2026-07-01', [JULY], true],
  ['2026-07-31', [JULY], true],
  ['2026-08-01', [JULY], false],
  ['2030-01-01', [pause('2026-07-01', null)], true],
  ['2026-07-01', [], false],
] as const)('on %s with %j is paused: %s', (today, pauses, paused) => {
  expect(isPaused(day(today), pauses)).toBe(paused);
});

test.each([
  ['2026-12-14', '12-15', '01-06', false],
  ['2026-12-15', '12-15', '01-06', true],
  ['2027-01-06', '12-15', '01-06', true],
  ['2027-01-07', '12-15', '01-06', false],
  ['2026-08-31', '08-01', '08-31', true],
  ['2026-09-01', '08-01', '08-31', false],
  ['2028-02-29', '02-29', '02-29', true],
  ['2026-02-28', '02-29', '02-29', false],
])('%s in a season from %s to %s: %s', (today, from, to, busy) => {
  expect(isBusy(day(today), [{ from, to }])).toBe(busy);
  expect(isBusy(day(today), [])).toBe(false);
});

describe('whatever the pauses are', () => {
  const aDay = fc.integer({ min: -120, max: 120 }).map((count) => addDays(TODAY, count));
  const closed = fc.tuple(aDay, fc.nat({ max: 60 })).map(
    ([sinceDay, days]): PausedSpan => ({
      sinceDay,
      untilDay: addDays(sinceDay, days),
    }),
  );
  const open = aDay.map((sinceDay): PausedSpan => ({ sinceDay, untilDay: null }));
  const pauses = fc.array(fc.oneof({ weight: 4, arbitrary: closed }, open), { maxLength: 5 });

  test('they are counted as one would on a calendar, day by day', () => {
    fc.assert(
      fc.property(aDay, aDay, pauses, (from, to, spans) => {
        const days = Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, i) =>
          addDays(from, i + 1),
        );
        const paused = days.filter((date) => isPaused(date, spans)).length;
        expect(pausedDays(from, to, spans)).toBe(paused);
        expect(elapsed(from, to, spans)).toBe(days.length - paused);
        expect(paused).toBeLessThanOrEqual(Math.max(0, daysBetween(from, to)));
      }),
      RUNS,
    );
  });

  test('what has passed adds up over neighboring spans', () => {
    fc.assert(
      fc.property(fc.tuple(aDay, aDay, aDay), pauses, (days, spans) => {
        const [a, b, c] = days.sort() as [CalendarDate, CalendarDate, CalendarDate];
        expect(elapsed(a, b, spans) + elapsed(b, c, spans)).toBe(elapsed(a, c, spans));
      }),
      RUNS,
    );
  });

  test('the day after some days is the first one on which they have passed', () => {
    fc.assert(
      fc.property(aDay, fc.nat({ max: 100 }), pauses, (from, count, spans) => {
        const found = dayAfter(from, count, spans);
        if (found === null) {
          expect(spans.some(({ untilDay }) => untilDay === null)).toBe(true);
          expect(elapsed(from, addDays(from, 2000), spans)).toBeLessThan(count);
          return;
        }
        expect(elapsed(from, found, spans)).toBe(count);
        if (found > from) expect(elapsed(from, addDays(found, -1), spans)).toBeLessThan(count);
      }),
      RUNS,
    );
  });
});
