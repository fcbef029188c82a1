import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from '../../src/domain/day.ts';
import { NetError } from '../../src/domain/error.ts';
import { readOpening } from '../../src/domain/opening.ts';
import { TODAY } from '../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const read = (text: string) => readOpening(text, TODAY);

describe('the opening of a text says when and how', () => {
  test.each([
    ['coffee yesterday, she moves to Lisbon', '2026-11-21', 'in-person', 'coffee, she moves to Lisbon'],
    ['Yesterday: long call about Acme', '2026-11-21', null, 'long call about Acme'],
    ['yesterday, coffee', '2026-11-21', null, 'coffee'],
    ['Coffee Yesterday!', '2026-11-21', 'in-person', 'Coffee'],
    ['yesterday', '2026-11-21', null, null],
    ['lunch last tuesday; great', '2026-11-17', 'in-person', 'lunch; great'],
    ['called 3 days ago: all is well', '2026-11-19', 'call', 'called: all is well'],
    ['coffee on 3 march 2024, nice', '2024-03-03', 'in-person', 'coffee, nice'],
    ['zoom call the day before yesterday, demo', '2026-11-20', 'video', 'zoom call, demo'],
    ['long walk in the park on friday, talked', '2026-11-20', 'in-person', 'long walk in the park, talked'],
    ['e-mail 2026-11-02 about the deck', '2026-11-02', 'email', 'e-mail about the deck'],
    ['coffee  last\tnight at hers', '2026-11-21', 'in-person', 'coffee at hers'],
    ['coffee today', '2026-11-22', 'in-person', 'coffee'],
    ['WhatsApp, she is well', null, 'message', 'WhatsApp, she is well'],
    ['', null, null, null],
    ['  ', null, null, null],
  ])('%j: %s, %s, %j', (text, heldOn, channel, rest) => {
    expect(read(text)).toEqual({ heldOn, channel, text: rest });
  });
});

describe('nothing is made up', () => {
  test.each([
    'she moves to Lisbon, coffee yesterday',
    'we had a long coffee yesterday',
    'one two three four five six seven eight nine yesterday, coffee',
    'sat with her',
    'sun and sea with her',
    'march was hard for her',
    'she may move in june',
    'wed in june',
    'is second to none',
    'moved in a day',
    '24 hours of work',
    'back from the mon project',
    'decided to stay, will write tomorrow',
  ])('%j', (text) => {
    expect(read(text)).toEqual({ heldOn: null, channel: null, text });
  });

  test.each([
    'coffee tomorrow, bring the book',
    'coffee in 2 weeks, bring the book',
    'coffee next week, bring the book',
    'coffee 2026-12-03, bring the book',
    'coffee next sat, bring the book',
  ])('%j is to come', (text) => {
    expect(read(text)).toEqual({ heldOn: null, channel: 'in-person', text });
  });

  test('the day after the third word is not read', () => {
    expect(read('message from the board on monday').heldOn).toBeNull();
    expect(read('he may call again').heldOn).toBeNull();
  });

  test.each([
    'lunch next friday, bring the book',
    'lunch next monday with Lee',
    'dinner 3 december 2026, with Lee',
    'lunch this friday, bring the book',
  ])('%j is to come, all of it', (text) => {
    expect(read(text)).toMatchObject({ heldOn: null, text });
  });

  test.each(['call by friday, she asked', 'busy until monday', 'yoga every monday, she says'])(
    '%j names no day that was',
    (text) => expect(read(text)).toMatchObject({ heldOn: null, text }),
  );

  test.each(['3 may join us', 'love this sun', 'last year she lost her job'])(
    '%j is a sentence without a day of its own',
    (text) => expect(read(text)).toEqual({ heldOn: null, channel: null, text }),
  );

  test.each(['new phone number', 'their party won', 'teams up with Lee', 'lost her mail'])(
    '%j tells of no talk',
    (text) => {
      expect(read(text)).toEqual({ heldOn: null, channel: null, text });
    },
  );
});

describe('a day is read as a whole', () => {
  test.each([
    ['coffee on the 3rd of march 2024, nice', '2024-03-03'],
    ['coffee march 14, 2024, nice', '2024-03-14'],
    ['coffee march 14 2024 at hers', '2024-03-14'],
  ])('%j was on %s', (text, heldOn) => {
    expect(read(text).heldOn).toBe(heldOn);
    expect(read(text).text).not.toContain('2024');
  });

  test.each([
    ['coffee on the 3rd of march, nice', '2026-03-03', 'coffee, nice'],
    ['coffee a couple of weeks ago, nice', '2026-11-08', 'coffee, nice'],
  ])('%j was on %s, and leaves %j', (text, heldOn, rest) => {
    expect(read(text)).toMatchObject({ heldOn, text: rest });
  });

  test('"yesterday -5 degrees" keeps its minus', () => {
    expect(read('yesterday -5 degrees').text).toBe('-5 degrees');
  });

  test.each(['lunch on 2025-02-30', '2026-11-31, coffee'])('%j is refused: there is no such day', (text) => {
    expect(() => read(text)).toThrow(NetError);
  });
});

describe('whatever is written', () => {
  const vocabulary =
    'coffee call yesterday today on last next friday march 14 14th 2 3 days weeks ago a the of 2024 2026-11-02 she moves to Ana é 王 👩‍💻 (a.b) [x $^ - . , ; \\'.split(
      ' ',
    );
  const glue = fc.constantFrom(' ', ' ', ' ', ', ', '  ', ': ', '\n');
  const sentence = fc
    .array(fc.tuple(fc.constantFrom(...vocabulary), glue), { maxLength: 12 })
    .map((parts) => parts.flat().join(''));

  test('no word is lost but those of the day, which stand together', () => {
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: 'grapheme', maxLength: 60 })), (text) => {
        const before = wordsOf(text);
        const { heldOn, text: rest } = read(text);
        const after = wordsOf(rest ?? '');
        if (heldOn === null) {
          expect(rest ?? '').toBe(text.trim());
          return;
        }
        const same = before.findIndex((word, i) => word !== after[i]);
        const start = same < 0 ? after.length : same;
        const taken = before.length - after.length;
        expect(taken).toBeGreaterThan(0);
        expect(taken).toBeLessThanOrEqual(4);
        expect([...before.slice(0, start), ...before.slice(start + taken)]).toEqual(after);
      }),
      RUNS,
    );
  });

  test('nothing is thrown, unless it names an impossible day', () => {
    const anything = fc.oneof(
      sentence,
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.tuple(fc.nat({ max: 2100 }), fc.nat({ max: 14 }), fc.nat({ max: 33 })).map(iso),
    );
    fc.assert(
      fc.property(anything, (text) => {
        try {
          const { heldOn } = read(text);
          expect(heldOn === null || (isDay(heldOn) && heldOn <= TODAY)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(NetError);
          expect((text.match(/\d{4}-\d{2}-\d{2}/g) ?? []).every(isDay)).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function iso([year, month, at]: readonly [number, number, number]): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `coffee ${String(year).padStart(4, '0')}-${two(month)}-${two(at)}, nice`;
}
