import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addDays,
  type Birthday,
  type CalendarDate,
  day,
  dayNumber,
  dayOf,
  daysBetween,
  isBirthday,
  isDay,
  latest,
  monthDay,
  nearestYearly,
  weekday,
  yearly,
} from '../../../src/domain/days/day.ts';
import { addMonths } from '../../../src/domain/days/months.ts';
import { NetError } from '../../../src/domain/error.ts';
import { localDay, systemClock } from '../../../src/host/clock.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const ZONES = 'Asia/Beirut Pacific/Apia America/Los_Angeles Asia/Kathmandu UTC Nowhere/Such_Place'.split(' ');

const FIRST = day('1000-01-01');
const anyDay = fc.integer({ min: 800, max: 729_000 }).map((count) => addDays(FIRST, count));

/** The zone of the process, for as long as a group of tests runs. */
function inZone(zone: string): void {
  let before: string | undefined;
  beforeEach(() => {
    before = process.env.TZ;
    process.env.TZ = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

describe('a text is a day only where the calendar has one', () => {
  test.each(['2024-02-29', '2000-02-29', '1000-01-01', '2999-12-31', '1969-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
    expect(day(text)).toBe(text);
  });

  const IMPOSSIBLE =
    '2025-02-29 1900-02-29 2025-02-30 2025-04-31 2025-13-01 2025-00-10 2025-01-00 2025-01-32 0000-01-01 0999-12-31 3000-01-01 ' +
    '2025-1-1 25-01-01 10000-01-01 2025-01-01T00:00 ٢٠٢٥-٠١-٠١';
  test.each([...IMPOSSIBLE.split(' '), '2025-01-01 ', ''])('%j does not', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(NetError);
  });

  test('every month has the days that it has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 2999 }),
        fc.integer({ min: -1, max: 14 }),
        fc.integer({ min: -1, max: 33 }),
        (year, month, dayOfMonth) => {
          const exists =
            month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysOfMonth(year, month);
          expect(dayOf(year, month, dayOfMonth) !== null).toBe(exists);
        },
      ),
      RUNS,
    );
  });

  test.each([
    ['--02-29 --12-31 1980-05-03 2000-02-29', true],
    ['--02-30 --13-01 05-03 --5-3 1981-02-29 ---- -', false],
  ])('%s are birthdays: %s', (texts, are) => {
    for (const text of texts.split(' ')) expect(isBirthday(text)).toBe(are);
  });
});

describe('months are as long as they are', () => {
  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-08-31', 1, '2025-09-30'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-01-15', 0, '2025-01-15'],
  ])('%s and %i months is %s', (from, count, to) => {
    expect(addMonths(day(from), count)).toBe(to);
  });
});

describe('a yearly date', () => {
  test.each([
    ['2024-02-29', 2025, '2025-02-28'],
    ['--02-29', 2028, '2028-02-29'],
    ['--02-29', 2100, '2100-02-28'],
    ['1980-05-03', 2026, '2026-05-03'],
  ])('of %s in %i is %s', (date, year, found) => {
    expect(yearly(date as Birthday, year)).toBe(found);
  });

  test.each([
    ['--01-02', '2026-12-30', '2027-01-02'],
    ['--12-30', '2026-01-02', '2025-12-30'],
    ['--02-29', '2025-02-27', '2025-02-28'],
    ['1980-11-22', '2026-11-22', '2026-11-22'],
  ])('of %s nearest to %s is %s', (date, around, found) => {
    expect(nearestYearly(date as Birthday, day(around))).toBe(found);
  });

  test('is nearest at most 183 days away, and falls on its month and day but for 29 February', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (date, around) => {
        const found = nearestYearly(date, around);
        expect(Math.abs(daysBetween(found, around))).toBeLessThanOrEqual(183);
        if (monthDay(date) !== '02-29') expect(monthDay(found)).toBe(monthDay(date));
        else expect(['02-28', '02-29']).toContain(monthDay(found));
      }),
      RUNS,
    );
  });
});

describe.each(ZONES)('counting is the same in the zone %s', (zone) => {
  inZone(zone);

  test('adding and counting days are inverse, and keep the weekday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (from, count) => {
        const to = addDays(from, count);
        expect(isDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(count);
        expect(addDays(to, -count)).toBe(from);
        expect(dayNumber(to) - dayNumber(from)).toBe(count);
        expect(weekday(to)).toBe((((weekday(from) + count) % 7) + 7) % 7);
        expect(from < to).toBe(count > 0);
      }),
      RUNS,
    );
  });

  test('adding months keeps the day of the month, or takes the last one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20, max: 20 }), (from, count) => {
        const [year = 0, month = 0, dayOfMonth = 0] = from.split('-').map(Number);
        const months = year * 12 + month - 1 + count;
        const there = { year: Math.floor(months / 12), month: (months % 12) + 1 };
        const most = daysOfMonth(there.year, there.month);
        expect(addMonths(from, count)).toBe(dayOf(there.year, there.month, Math.min(dayOfMonth, most)));
      }),
      RUNS,
    );
  });

  test('the clock gives a day that exists', () => {
    expect(isDay(systemClock.dayOf(systemClock.now()))).toBe(true);
  });
});

describe.each([
  ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29', 'before the day that was skipped'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31', 'after it'],
  ['Asia/Beirut', '2024-03-30T21:59:59Z', '2024-03-30', 'before a midnight that does not exist'],
  ['Asia/Beirut', '2024-03-30T22:00:00Z', '2024-03-31', 'after it'],
  ['Asia/Beirut', '2024-10-26T21:30:00Z', '2024-10-26', 'in the hour before midnight that comes twice'],
  ['Asia/Beirut', '2024-10-26T22:00:00Z', '2024-10-27', 'after it'],
  ['Asia/Kathmandu', '2026-01-01T18:14:59Z', '2026-01-01', 'a quarter to midnight off'],
  ['Asia/Kathmandu', '2026-01-01T18:15:00Z', '2026-01-02', 'a quarter past'],
  ['America/Los_Angeles', '2026-01-01T07:59:59Z', '2025-12-31', 'last year still'],
  ['UTC', '2026-01-01T00:00:00Z', '2026-01-01', 'where it is as it is'],
])('in %s at %s', (zone, instant, found, when) => {
  inZone(zone);

  test(`the day is ${found}, ${when}`, () => {
    expect(systemClock.dayOf(instant)).toBe(found);
    expect(localDay(new Date(instant))).toBe(found);
  });
});

test('the latest of days passes over what is not known', () => {
  expect(latest(null, day('2026-01-02'), day('2025-12-31'), null)).toBe('2026-01-02');
  expect(latest<CalendarDate>(null, null)).toBeNull();
});
