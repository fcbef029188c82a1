import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays, day, isDay } from '../../src/domain/days/day.ts';
import { NetError } from '../../src/domain/error.ts';
import { parseDay } from '../../src/formats/day-phrase.ts';
import { TODAY } from '../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const past = (phrase: string) => parseDay(phrase, TODAY, 'past');
const future = (phrase: string) => parseDay(phrase, TODAY, 'future');

describe('a phrase names a day', () => {
  // Said on Sunday, 22 November 2026: of what was, and of what will be.
  test.each([
    ['yesterday', '2026-11-21', '2026-11-21'],
    ['the day before yesterday', '2026-11-20', '2026-11-20'],
    ['two days before yesterday', '2026-11-19', '2026-11-19'],
    ['the day after tomorrow', '2026-11-24', '2026-11-24'],
    ['yesterday morning', '2026-11-21', '2026-11-21'],
    ['friday at 3pm', '2026-11-20', '2026-11-27'],
    ['3rd of march 2024', '2024-03-03', '2024-03-03'],
    ['march 14th', '2026-03-14', '2027-03-14'],
    ['saturday 14 march', '2026-03-14', '2027-03-14'],
    ['monday, 14 december 2026', '2026-12-14', '2026-12-14'],
    ['next month', '2026-12-22', '2026-12-22'],
    ['half a year ago', '2026-05-22', '2026-05-22'],
    ['1 week 2 days ago', '2026-11-13', '2026-11-13'],
    ['march', '2026-03-01', '2027-03-01'],
    ['in march', '2026-03-01', '2027-03-01'],
    ['In August', '2026-08-01', '2027-08-01'],
    ['december', '2025-12-01', '2026-12-01'],
    ['may 2024', '2024-05-01', '2024-05-01'],
    ['2024-3-4', '2024-03-04', '2024-03-04'],
    ['14.3.2024', '2024-03-14', '2024-03-14'],
    ['3.2.', '2026-02-03', '2027-02-03'],
    ['15.11.', '2026-11-15', '2027-11-15'],
    ['15/11', '2026-11-15', '2027-11-15'],
    ['4/4', '2026-04-04', '2027-04-04'],
    ['02/02/2026', '2026-02-02', '2026-02-02'],
    ['last friday evening', '2026-11-20', '2026-11-20'],
    ['  March 14th  ', '2026-03-14', '2027-03-14'],
  ])('%j: %s, %s', async (phrase, was, willBe) => {
    expect(await past(phrase)).toBe(was);
    expect(await future(phrase)).toBe(willBe);
  });

  test.each([
    'christmas',
    'whenever',
    '',
    ' ',
    '2024',
    '5',
    'fifteen days ago',
    'coffee yesterday',
    'yesterday with Lee',
    'monday or tuesday',
    'from monday to friday',
    'march 14th and 15th',
    'march 14th?',
    'not march 14th',
  ])('%j is not understood, and nothing of it is guessed', async (phrase) => {
    expect(await past(phrase)).toBeNull();
    expect(await future(phrase)).toBeNull();
  });

  test.each(['2025-02-30', '2025-13-01', ' 2025-04-31 ', 'by 2025-02-30'])(
    '%j is refused',
    async (phrase) => {
      await expect(past(phrase)).rejects.toThrow(NetError);
      await expect(future(phrase)).rejects.toThrow(NetError);
    },
  );

  test.each([
    '30 february 2025',
    'february 30 2025',
    'february 30, 2025',
    '31 september 2025',
    '30.02.2025',
    '30/02/2025',
    '02/30/2025',
    '2025/02/30',
    '2025-2-30',
    '29 february 2025',
    'sept 31',
  ])('%j does not exist', async (phrase) => {
    expect(await past(phrase)).toBeNull();
    expect(await future(phrase)).toBeNull();
  });

  test.each(['this weekend', 'next weekend'])('%j was not a year ago', async (phrase) => {
    const found = await past(phrase);
    expect(found === null || found > addDays(TODAY, -30)).toBe(true);
  });

  test('"last weekend" is not to come', async () => {
    const found = await future('last weekend');
    expect(found === null || found <= TODAY).toBe(true);
  });

  test.each(['3/4/2024', '3.4.2024', '12/4/2024', '02/03/2026', '3/4', '4/3', '3.4', '3-4', '03/04/26'])(
    '%j could be two days, and is not guessed',
    async (phrase) => {
      expect(await past(phrase)).toBeNull();
    },
  );

  test.each(['12:30', 'noon', '3pm'])('%j names no day', async (phrase) => {
    expect(await past(phrase)).toBeNull();
  });
});

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

describe.each(['Pacific/Apia', 'America/Los_Angeles', 'Asia/Beirut', 'Asia/Kathmandu'])('in %s', (zone) => {
  inZone(zone);

  test.each([
    ['two days before yesterday', '2024-03-31', '2024-03-28'],
    ['the day after tomorrow', '2024-10-26', '2024-10-28'],
    ['two days before yesterday', '2011-12-29', '2011-12-26'],
    ['yesterday morning', '2024-03-31', '2024-03-30'],
    ['1 week 2 days ago', '2026-11-08', '2026-10-30'],
  ])('%j said on %s is %s', async (phrase, today, found) => {
    expect(await parseDay(phrase, day(today), 'past')).toBe(found);
  });
});

describe('in Pacific/Apia, where a day was skipped', () => {
  inZone('Pacific/Apia');

  test('the day after tomorrow is two days later', async () => {
    expect(await parseDay('the day after tomorrow', day('2011-12-29'), 'future')).toBe('2011-12-31');
  });
});

describe('whatever is typed', () => {
  const word = fc.constantFrom(
    ...'the a next last this day days week month year before after ago in on of at and 1 2 14 30 2024 march february friday may 3pm yesterday tomorrow today 3rd , . / - é'.split(
      ' ',
    ),
  );
  const phrase = fc.oneof(
    fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );

  test('it is a day that exists, null, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(phrase, fc.constantFrom('past' as const, 'future' as const), async (text, tense) => {
        try {
          const found = await parseDay(text, TODAY, tense);
          expect(found === null || isDay(found)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(NetError);
        }
      }),
      RUNS,
    );
  });

  test('a month and day without a year was never in the future, and will never be in the past', async () => {
    const names =
      'january february march april may june july august september october november december'.split(' ');
    const date = fc.tuple(
      fc.constantFrom(...names),
      fc.integer({ min: 1, max: 31 }),
      fc.constantFrom('at noon', 'evening', ''),
    );
    await fc.assert(
      fc.asyncProperty(date, fc.nat({ max: 1400 }), async ([name, at, suffix], later) => {
        const today = addDays(TODAY, later);
        const said = `${name} ${at} ${suffix}`.trim();
        const was = await parseDay(said, today, 'past');
        const willBe = await parseDay(said, today, 'future');
        if (was !== null) expect(was <= today).toBe(true);
        if (willBe !== null) expect(willBe >= today).toBe(true);
      }),
      RUNS,
    );
  });
});
