import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../src/domain/channel.ts';
import { addDays, type CalendarDate, day } from '../../src/domain/days/day.ts';
import { readDay } from '../../src/domain/days/phrase.ts';
import {
  birthdayWord,
  calendarWord,
  channelWord,
  dayWord,
  inMonth,
  onDay,
  quoted,
} from '../../src/render/words.ts';
import { TODAY } from '../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const TERMINAL = { today: TODAY, relative: true };
const PIPE = { today: TODAY, relative: false };

describe('a day', () => {
  // Said on Sunday, 22 November 2026.
  test.each([
    [0, 'today', 'today'],
    [-1, 'yesterday', 'yesterday'],
    [1, 'tomorrow', 'tomorrow'],
    [2, 'Tuesday', 'on Tuesday'],
    [6, 'Saturday', 'on Saturday'],
    [7, 'November 29', 'on November 29'],
    [40, 'January 1, 2027', 'on January 1, 2027'],
    [-2, '2 days ago', '2 days ago'],
    [-30, '30 days ago', '30 days ago'],
    [-31, 'October 22', 'on October 22'],
    [-365, 'November 22, 2025', 'on November 22, 2025'],
  ])('%i days away is "%s", in a sentence "%s"', (ahead, word, sentence) => {
    expect(dayWord(addDays(TODAY, ahead), TERMINAL)).toBe(word);
    expect(onDay(addDays(TODAY, ahead), TERMINAL)).toBe(sentence);
  });

  test.each([0, -1, 3, 400])('%i days away is written in full in a pipe', (ahead) => {
    const date = addDays(TODAY, ahead);
    expect(dayWord(date, PIPE)).toBe(date);
    expect(onDay(date, PIPE)).toBe(`on ${date}`);
  });

  test('as it is said is understood, and means the same', () => {
    const near = fc.integer({ min: -700, max: 700 }).map((count) => addDays(TODAY, count));
    fc.assert(
      fc.property(near, (date) => {
        expect(readDay(dayWord(date, TERMINAL), TODAY, date < TODAY ? 'past' : 'future')).toBe(date);
        expect(readDay(dayWord(date, PIPE), TODAY, 'past')).toBe(date);
      }),
      RUNS,
    );
  });

  test.each([
    ['2026-03-03', 'March 3', 'in March'],
    ['2024-05-31', 'May 31, 2024', 'in May 2024'],
    ['2026-11-01', 'November 1', 'earlier this month'],
    ['2027-12-01', 'December 1, 2027', 'in December 2027'],
  ])('%s is %s, or %s', (date, calendar, month) => {
    expect(calendarWord(day(date), TODAY)).toBe(calendar);
    expect(inMonth(day(date), TODAY)).toBe(month);
  });
});

test.each([
  ['1980-05-03', 'May 3, 1980'],
  ['--05-03', 'May 3'],
  ['--02-29', 'February 29'],
  ['2000-02-29', 'February 29, 2000'],
])('the birthday %s is %s, in a pipe as digits', (birthday, word) => {
  expect(birthdayWord(birthday, TERMINAL)).toBe(word);
  expect(birthdayWord(birthday, PIPE)).toBe(birthday.replace(/^--/, ''));
});

test('each channel has words of its own', () => {
  expect(CHANNELS.map(channelWord)).toEqual([
    'in person',
    'by video',
    'by call',
    'by message',
    'by email',
    'on social media',
    'by letter',
  ]);
});

test('a text of the user’s stands in quotation marks, whatever is in it', () => {
  expect(quoted('intro to "Lee"')).toBe('"intro to "Lee""');
});

test('a day has one word in a list and one in a sentence, for any two days', () => {
  const anyDay = fc
    .integer({ min: 0, max: 40_000 })
    .map((count) => addDays('1970-01-01' as CalendarDate, count));
  fc.assert(
    fc.property(anyDay, anyDay, (date, today) => {
      const word = dayWord(date, { today, relative: true });
      const sentence = onDay(date, { today, relative: true });
      expect([word, `on ${word}`]).toContain(sentence);
      expect(word).not.toMatch(/undefined|NaN|--/);
    }),
    RUNS,
  );
});
