import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type CalendarDate,
  day,
  dayOf,
  daysBetween,
  isDay,
  weekday,
} from '../../../src/domain/days/day.ts';
import { dayIn, readDay, readDayInText } from '../../../src/domain/days/phrase.ts';
import { readSpan } from '../../../src/domain/days/span.ts';
import { NetError } from '../../../src/domain/error.ts';
import { TODAY } from '../../support/people.ts';
import { tries } from '../../support/tries.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const NAMES = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const aToday = fc.integer({ min: 0, max: 36_000 }).map((count) => addDays(day('1995-01-01'), count));
const aTense = fc.constantFrom('past' as const, 'future' as const);

// Phrase, the day it names of what was, and of what will be; said on Sunday, 22 November 2026.
const SAID: readonly (readonly [phrase: string, past: string | null, future: string | null])[] = [
  ['today', '2026-11-22', '2026-11-22'],
  ['Tonight', '2026-11-22', '2026-11-22'],
  ['this evening', '2026-11-22', '2026-11-22'],
  ['now', '2026-11-22', '2026-11-22'],
  ['yesterday', '2026-11-21', '2026-11-21'],
  ['last night', '2026-11-21', '2026-11-21'],
  ['day before yesterday', '2026-11-20', '2026-11-20'],
  ['the  day before yesterday', '2026-11-20', '2026-11-20'],
  ['tomorrow', '2026-11-23', '2026-11-23'],
  ['tmrw', '2026-11-23', '2026-11-23'],
  ['2026-03-14', '2026-03-14', '2026-03-14'],
  ['3 days ago', '2026-11-19', '2026-11-19'],
  ['0 days ago', '2026-11-22', '2026-11-22'],
  ['a week ago', '2026-11-15', '2026-11-15'],
  ['a couple of weeks ago', '2026-11-08', '2026-11-08'],
  ['a few months ago', '2026-08-22', '2026-08-22'],
  ['twelve years ago', '2014-11-22', '2014-11-22'],
  ['last week', '2026-11-15', '2026-11-15'],
  ['tuesday last week', '2026-11-10', '2026-11-10'],
  ['on tuesday last week', '2026-11-10', '2026-11-10'],
  ['the tuesday of last week', '2026-11-10', '2026-11-10'],
  ['last week tuesday', '2026-11-10', '2026-11-10'],
  ['last week on tue', '2026-11-10', '2026-11-10'],
  ['sun last week', '2026-11-15', '2026-11-15'],
  ['tuesday next week', '2026-11-24', '2026-11-24'],
  ['next week on sunday', '2026-11-29', '2026-11-29'],
  ['3d ago', '2026-11-19', '2026-11-19'],
  ['2026/11/20', '2026-11-20', '2026-11-20'],
  ['last month', '2026-10-22', '2026-10-22'],
  ['last weekend', '2026-11-14', '2026-11-14'],
  ['on next friday', '2026-11-27', '2026-11-27'],
  ['next week', '2026-11-29', '2026-11-29'],
  ['next month', '2026-12-22', '2026-12-22'],
  ['in 2 weeks', '2026-12-06', '2026-12-06'],
  ['in an hour', null, null],
  ['a week from now', '2026-11-29', '2026-11-29'],
  ['2 weeks', '2026-11-08', '2026-12-06'],
  ['2w', '2026-11-08', '2026-12-06'],
  ['3m', '2026-08-22', '2027-02-22'],
  ['1y', '2025-11-22', '2027-11-22'],
  ['40000 days ago', null, null],
  ['friday', '2026-11-20', '2026-11-27'],
  ['sunday', '2026-11-15', '2026-11-29'],
  ['last friday', '2026-11-20', '2026-11-20'],
  ['next friday', '2026-11-27', '2026-11-27'],
  ['next sunday', '2026-11-29', '2026-11-29'],
  ['fri', '2026-11-20', '2026-11-27'],
  ['weds', '2026-11-18', '2026-11-25'],
  ['last thurs', '2026-11-19', '2026-11-19'],
  ['next tue', '2026-11-24', '2026-11-24'],
  ['14 march', '2026-03-14', '2027-03-14'],
  ['the 14th of March', '2026-03-14', '2027-03-14'],
  ['on the 3rd of march 2024', '2024-03-03', '2024-03-03'],
  ['3 sept.', '2026-09-03', '2027-09-03'],
  ['march 14th', '2026-03-14', '2027-03-14'],
  ['Mar. 14, 2024', '2024-03-14', '2024-03-14'],
  ['22 november', '2026-11-22', '2026-11-22'],
  ['23 november', '2025-11-23', '2026-11-23'],
  ['29 february', '2024-02-29', '2028-02-29'],
  ['29 feb 2025', null, null],
  ['end of week', '2026-11-22', '2026-11-22'],
  ['the end of the month', '2026-11-30', '2026-11-30'],
  ['by friday', '2026-11-20', '2026-11-27'],
  ['until 2026-12-24', '2026-12-24', '2026-12-24'],
  ['whenever', null, null],
  ['', null, null],
];

describe('a phrase names a day', () => {
  test.each(SAID)('%j is %s of what was, %s of what will be', (phrase, past, future) => {
    expect(readDay(phrase, TODAY, 'past')).toBe(past);
    expect(readDay(phrase, TODAY, 'future')).toBe(future);
  });

  test.each([
    ['last month', '2025-03-31', '2025-02-28'],
    ['in a year', '2024-02-29', '2025-02-28'],
    ['end of the month', '2024-02-10', '2024-02-29'],
    ['end of the week', '2026-11-23', '2026-11-29'],
    ['next monday', '2026-11-23', '2026-11-30'],
  ])('%j said on %s is %s', (phrase, today, found) => {
    expect(readDay(phrase, day(today), 'future')).toBe(found);
  });

  test.each(['2025-02-30', '2026-13-01', 'by 2026-02-29'])(
    '%j is refused, for it does not exist',
    (phrase) => {
      expect(() => readDay(phrase, TODAY, 'past')).toThrow(NetError);
    },
  );

  test('a weekday alone is one of the seven days before, or after', () => {
    fc.assert(
      fc.property(aToday, aTense, fc.nat({ max: 6 }), (today, tense, wanted) => {
        const found = readDay(NAMES[wanted] ?? '', today, tense) as CalendarDate;
        const away = tense === 'past' ? daysBetween(found, today) : daysBetween(today, found);
        expect(weekday(found)).toBe(wanted);
        expect(away).toBeGreaterThanOrEqual(1);
        expect(away).toBeLessThanOrEqual(7);
      }),
      RUNS,
    );
  });

  test('without a year, what was is never to come, and what will be has never been', () => {
    const date = fc.record({ month: fc.nat({ max: 11 }), at: fc.integer({ min: 1, max: 31 }) });
    fc.assert(
      fc.property(aToday, aTense, date, fc.boolean(), (today, tense, { month, at }, american) => {
        const name = MONTHS[month] ?? '';
        const found = readDay(american ? `${name} ${at}` : `${at} ${name}`, today, tense);
        expect(found === null).toBe(dayOf(2000, month + 1, at) === null);
        if (found === null) return;
        expect(Number(found.slice(5, 7))).toBe(month + 1);
        expect(Number(found.slice(8))).toBe(at);
        const away = tense === 'past' ? daysBetween(found, today) : daysBetween(today, found);
        expect(away).toBeGreaterThanOrEqual(0);
        if (month !== 1 || at !== 29) expect(away).toBeLessThanOrEqual(365);
      }),
      RUNS,
    );
  });

  test('a span back and the same span ahead are equally far in days and weeks', () => {
    fc.assert(
      fc.property(aToday, fc.nat({ max: 3650 }), fc.constantFrom('d', 'w'), (today, n, unit) => {
        const past = readDay(`${n}${unit}`, today, 'past') as CalendarDate;
        const future = readDay(`${n}${unit}`, today, 'future') as CalendarDate;
        expect(daysBetween(past, today)).toBe(n * (unit === 'd' ? 1 : 7));
        expect(daysBetween(today, future)).toBe(n * (unit === 'd' ? 1 : 7));
      }),
      RUNS,
    );
  });

  test.each(['3000 years ago', '2026 years ago'])('%j gives no text that is no day', (phrase) => {
    const found = readDay(phrase, TODAY, 'past');
    expect(found === null || isDay(found)).toBe(true);
  });

  test('a space before "by friday" changes nothing', () => {
    expect(readDay(' by friday', TODAY, 'future')).toBe('2026-11-27');
  });
});

describe('in free text', () => {
  test.each([
    ['yesterday', '2026-11-21', 'clear'],
    ['yesterday evening', '2026-11-21', 'clear'],
    ['last friday', '2026-11-20', 'clear'],
    ['last friday night', '2026-11-20', 'clear'],
    ['last tue', '2026-11-17', 'clear'],
    ['two weeks ago', '2026-11-08', 'clear'],
    ['2026-11-02', '2026-11-02', 'clear'],
    ['14 march 2024', '2024-03-14', 'clear'],
    ['friday', '2026-11-20', 'weekday'],
    ['on friday', '2026-11-20', 'weekday'],
    ['friday evening', '2026-11-20', 'weekday'],
    ['on tue', '2026-11-17', 'weekday'],
    ['14 march', '2026-03-14', 'date'],
    ['on the 14th of march', '2026-03-14', 'date'],
    ['march 14', '2026-03-14', 'date'],
    ['fri', '2026-11-20', 'weekday'],
    ['last month', '2026-10-22', 'date'],
    ['last weekend', '2026-11-14', 'date'],
    ['next friday', '2026-11-27', 'clear'],
    ['this friday', '2026-11-27', 'weekday'],
    ['tomorrow', '2026-11-23', 'clear'],
    ['the day after tomorrow', '2026-11-24', 'clear'],
    ['in 2 weeks', '2026-12-06', 'clear'],
    ['next week', '2026-11-29', 'clear'],
    ['3 december 2026', '2026-12-03', 'clear'],
    ['2026-12-24', '2026-12-24', 'clear'],
  ])('%j is read as %s, %s', (phrase, found, clarity) => {
    expect(readDayInText(phrase, TODAY)).toEqual({ day: found, clarity });
  });

  test.each('sat sun mon wed now 2w 10d tmrw may march'.split(' '))('%j alone is only a word', (word) =>
    expect(readDayInText(word, TODAY)).toBeNull(),
  );
});

const SPOKEN =
  `on the last this next in of a two 3 24 3rd 2w 10d ago now from day days week weeks weekend month year morning night before
  after today tonight yesterday tomorrow tmrw sat tues friday monday wed may march mar sept sep. december 2026 2026-03-14 2026/3/4 3/4 15.11.
  end and coffee ana by was`.split(/\s+/);

test('what no rule is tried on for its words is a day by none of them', () => {
  const phrase = fc
    .array(fc.constantFrom(...SPOKEN), { minLength: 1, maxLength: 6 })
    .map((words) => words.join(' '));
  const read = (found: () => unknown) => {
    try {
      return found();
    } catch (error) {
      return error instanceof NetError ? error.message : 'a bug';
    }
  };
  fc.assert(
    fc.property(phrase, (text) => {
      expect(read(() => readDayInText(text, TODAY))).toEqual(read(() => dayIn(text, TODAY)));
    }),
    { numRuns: tries(2000, 100_000) },
  );
});

describe('a span for --every', () => {
  test.each([
    ['6w', 42],
    [' 6W ', 42],
    ['10 d', 10],
    ['45', 45],
    ['3 months', 90],
    ['1y', 365],
    ['every 2 weeks', 14],
    ['every week', 7],
    ['a couple of months', 60],
    ['0d', 0],
  ])('%j is %i days', (text, days) => {
    expect(readSpan(text)).toBe(days);
  });

  test.each(['', 'every', 'often', '1.5w', '-3d', '6 w 2 d', '12345d', 'w6'])('%j is none', (text) => {
    expect(readSpan(text)).toBeNull();
  });

  test.each(['a', 'an', 'am', 'aw', 'twod'])('%j is no span', (text) => {
    expect(readSpan(text)).toBeNull();
  });
});
