import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay } from '../../../src/domain/days/phrase.ts';
import { splitPromise } from '../../../src/domain/words/promise.ts';
import { TODAY } from '../../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const isDay = (phrase: string) => readDay(phrase, TODAY, 'future');

describe('a promise ends with its day', () => {
  test.each([
    ['intro to Lee by friday', 'intro to Lee', 'friday'],
    ['intro to Lee BY Friday', 'intro to Lee', 'Friday'],
    ['  the deck  by  2 weeks ', 'the deck', '2 weeks'],
    ['review the book by Knuth by march 14th', 'review the book by Knuth', 'march 14th'],
    ['stand by me by the end of the month', 'stand by me', 'the end of the month'],
    ['send it\nby tomorrow', 'send it', 'tomorrow'],
    ['pay by card by 2026-12-24', 'pay by card', '2026-12-24'],
    ['the deck tomorrow', 'the deck', 'tomorrow'],
    ['the deck tomorrow morning.', 'the deck', 'tomorrow morning'],
    ['the deck the day after tomorrow', 'the deck', 'the day after tomorrow'],
    ['call her tonight', 'call her', 'tonight'],
    ['the deck in 2 weeks', 'the deck', 'in 2 weeks'],
    ['the deck in a couple of weeks', 'the deck', 'in a couple of weeks'],
    ['the deck two weeks from now', 'the deck', 'two weeks from now'],
    ['call on monday', 'call', 'on monday'],
    ['the deck on next monday', 'the deck', 'on next monday'],
    ['the deck on tue', 'the deck', 'on tue'],
    ['the deck next week', 'the deck', 'next week'],
    ['the deck this friday', 'the deck', 'this friday'],
    ['the deck until friday', 'the deck', 'friday'],
    ['rent due friday', 'rent', 'friday'],
    ['the deck on 3 december', 'the deck', 'on 3 december'],
    ['the deck on march 14th, 2027', 'the deck', 'on march 14th, 2027'],
    ['the deck 2026-12-24', 'the deck', '2026-12-24'],
    ['the deck at the end of the month', 'the deck', 'the end of the month'],
    ['the deck by 3.12.', 'the deck', '3.12.'],
    ['the deck by 2026-12-24.', 'the deck', '2026-12-24'],
    ['the deck by yesterday', 'the deck', 'yesterday'],
    ['the deck by 30 feb', 'the deck', '30 feb'],
    ['the deck by 3/4', 'the deck', '3/4'],
    ['the deck friday', 'the deck', 'friday'],
    ['lullaby friday', 'lullaby', 'friday'],
    ['the deck tuesday next week', 'the deck', 'tuesday next week'],
    ['the deck on tuesday next week', 'the deck', 'on tuesday next week'],
    ['the deck next week on tuesday', 'the deck', 'next week on tuesday'],
    ['the deck by 2026/12/24', 'the deck', '2026/12/24'],
    ['by friday', '', 'friday'],
    ['tomorrow', '', 'tomorrow'],
  ])('%j is %j, by %j', (said, text, by) => {
    expect(splitPromise(said, TODAY)).toEqual({ text, by });
  });

  test.each([
    'review the book by Knuth',
    'the photos from last friday',
    'the photos last friday',
    'the notes they kept until last week',
    'ideas for next week',
    'a report about tomorrow',
    'open from monday to friday',
    'postpone dinner to friday',
    'the deck for tuesday next week',
    'a plan for every friday',
    'presents on black friday',
    'the photos of tuesday last week',
    'a song for march',
    'call monday morning people',
    'send it by hand',
    'the invoice by email',
    'put it on holiday',
    'come by',
    'come by ',
    'the deck by friday at the latest',
    '',
  ])('%j is all text', (said) => {
    expect(splitPromise(said, TODAY)).toEqual({ text: said.trim(), by: null });
  });
});

describe('whatever is promised', () => {
  const words = fc.array(fc.constantFrom('by', 'By', 'friday', 'Knuth', 'intro', 'to', '2w', 'é', '👩‍💻'), {
    maxLength: 8,
  });

  test('no word is lost, and what is split off is a day', () => {
    fc.assert(
      fc.property(words, (said) => {
        const { text, by } = splitPromise(said.join(' '), TODAY);
        if (text === '') return;
        const whole = said.join(' ').toLowerCase();
        const joined = by === null ? [text] : [`${text} ${by}`, `${text} by ${by}`];
        expect(joined.map((words) => words.toLowerCase())).toContain(whole);
        if (by !== null) expect(isDay(by)).not.toBeNull();
      }),
      RUNS,
    );
  });

  test('a text that never says by stays as it is, but for spaces around it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/by/i.test(text)),
        (said) => {
          expect(splitPromise(said, TODAY)).toEqual({ text: said.trim(), by: null });
        },
      ),
      RUNS,
    );
  });

  test('a long run of spaces and words is split at once', () => {
    const long = `${'by '.repeat(20_000)}${' '.repeat(20_000)}x`;
    const before = performance.now();
    splitPromise(long, TODAY);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
