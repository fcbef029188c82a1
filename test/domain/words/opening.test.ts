import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from '../../../src/domain/days/day.ts';
import { NetError } from '../../../src/domain/error.ts';
import { readOpening } from '../../../src/domain/words/opening.ts';
import { TODAY } from '../../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const read = (text: string) => readOpening(text, TODAY);
const facts = (text: string) => {
  const { heldOn, channel, text: rest } = read(text);
  return { heldOn, channel, text: rest };
};

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
    ['e-mail 2026-11-02 about the deck', '2026-11-02', 'email', 'e-mail about the deck'],
    ['coffee  last\tnight at hers', '2026-11-21', 'in-person', 'coffee at hers'],
    ['coffee today', '2026-11-22', 'in-person', 'coffee'],
    ['coffee on tuesday last week', '2026-11-10', 'in-person', 'coffee'],
    ['coffee last week tuesday, nice', '2026-11-10', 'in-person', 'coffee, nice'],
    ['last week on tuesday: coffee', '2026-11-10', null, 'coffee'],
    ['coffee 3d ago', '2026-11-19', 'in-person', 'coffee'],
    ['coffee 2026/11/20', '2026-11-20', 'in-person', 'coffee'],
    ['coffee 2026.11.20, nice', '2026-11-20', 'in-person', 'coffee, nice'],
    ['WhatsApp, she is well', null, 'message', 'WhatsApp, she is well'],
    ['', null, null, null],
    ['  ', null, null, null],
  ])('%j: %s, %s, %j', (text, heldOn, channel, rest) => {
    expect(facts(text)).toEqual({ heldOn, channel, text: rest });
  });
});

describe('nothing is made up', () => {
  test.each([
    'she moves to Lisbon, coffee yesterday',
    'we had a long coffee and she told me it broke yesterday',
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
    expect(facts(text)).toEqual({ heldOn: null, channel: null, text });
  });

  test('the day after the third word is not read', () => {
    expect(read('message from the board on monday').heldOn).toBeNull();
    expect(read('he may call again').heldOn).toBeNull();
  });

  test.each(['call by friday, she asked', 'busy until monday', 'yoga every monday, she says'])(
    '%j names no day that was',
    (text) => expect(read(text)).toMatchObject({ heldOn: null, text }),
  );

  test.each(['3 may join us', 'love this sun', 'last year she lost her job'])(
    '%j is a sentence without a day of its own',
    (text) => expect(facts(text)).toEqual({ heldOn: null, channel: null, text }),
  );

  test.each(['new phone number', 'their party won', 'teams up with Lee', 'lost her mail'])(
    '%j tells of no talk',
    (text) => {
      expect(facts(text)).toEqual({ heldOn: null, channel: null, text });
    },
  );
});

describe('a text that is one statement may end with its day', () => {
  test.each([
    ['we met for coffee yesterday', '2026-11-21', 'in-person', 'we met for coffee'],
    ['we had a long coffee yesterday.', '2026-11-21', null, 'we had a long coffee'],
    ['sent an email last week', '2026-11-15', 'email', 'sent an email'],
    ['met at the airport last tuesday', '2026-11-17', 'in-person', 'met at the airport'],
    ['letter last month', '2026-10-22', 'letter', 'letter'],
    ['ran into him at the market 3 days ago', '2026-11-19', null, 'ran into him at the market'],
  ])('%j: %s, %s, %j', (text, heldOn, channel, rest) => {
    expect(read(text)).toEqual({ heldOn, channel, text: rest, left: null, toCome: null });
  });

  test.each([
    ['coffee she told me her mother died last week', 'last week'],
    ['called about the move that failed yesterday', 'yesterday'],
    ['her mother died last week', 'last week'],
    ['met for coffee. he moved last month', 'last month'],
    ['she lost her job and we met yesterday', 'yesterday'],
  ])('%j may tell of something else: %j is left', (text, left) => {
    expect(read(text)).toMatchObject({ heldOn: null, text, left });
  });
});

test.each([
  ['call on 2026-11-01 went well', '2026-11-01', 'call went well'],
  ['call on 2026-11-01, went well', '2026-11-01', 'call, went well'],
  ['on 2026-11-01 we had coffee', '2026-11-01', 'we had coffee'],
])('no "on" is left of a day: %j', (text, heldOn, rest) => {
  expect(read(text)).toMatchObject({ heldOn, text: rest, left: null });
});

test.each(['coffee 31.2.2026', 'coffee on 31/02/2026', 'lunch 30-02-2026, well'])(
  'a day at the start that does not exist is refused: %j',
  (text) => {
    expect(() => read(text)).toThrow('is not a day of the calendar');
  },
);

describe('a past day that is not read is named, not dropped', () => {
  test.each([
    ['she moves to Lisbon, coffee yesterday', 'yesterday'],
    ['long walk in the park on friday, talked', 'on friday'],
    ['had lunch together friday', 'friday'],
    ['talked may 3 about the grant', 'may 3'],
    ['coffee with the whole team of hers on 3 march', 'on 3 march'],
    ['sat for hours with the new deck, 3 days ago', '3 days ago'],
    ['called about lunch on friday', 'on friday'],
    ['called about a quick lunch friday', 'friday'],
    ['called about lunch yesterday', 'yesterday'],
    ['set up coffee friday', 'friday'],
    ['invited to dinner friday', 'friday'],
    ['scheduled call friday', 'friday'],
    ['agreed on lunch friday', 'friday'],
    ['confirmed our lunch friday', 'friday'],
    ['next call friday', 'friday'],
    ['asked to meet for coffee sat', 'sat'],
    ['call to set up lunch on monday', 'on monday'],
    ['friday lunch is off', 'friday'],
    ['friday call her back', 'friday'],
    ['reached out for coffee friday', 'friday'],
    ['coffee 20-11-2026', '20-11-2026'],
    ['coffee on 3/4', 'on 3/4'],
    ['coffee on 3.4', 'on 3.4'],
    ['coffee on 4/4, all well', 'on 4/4'],
    ['coffee on the 24th', 'on the 24th'],
    ['coffee on the 3rd, she moves', 'on the 3rd'],
    ['a long talk with the whole team 31.2.2026', '31.2.2026'],
    ['a long talk with the whole team on 30/2', 'on 30/2'],
  ])('%j: %j', (text, left) => {
    expect(read(text)).toMatchObject({ heldOn: null, text, left, toCome: null });
  });

  test.each([
    'coffee yesterday, she moved last week',
    'coffee today, she moved last week',
    'coffee, long talk about last week',
    'photos from last friday',
    'busy since yesterday',
    'she will come on friday',
    'call re friday plan',
    'he sent a ticket dated 2025-02-30 by mail',
    'last year she lost her job',
    'coffee, she moves next week',
    'photos from tuesday last week',
    'coffee on the 3rd floor',
    'coffee, 3/4 of the work is done',
    'she came in 3rd',
  ])('%j: nothing to say', (text) => expect(read(text).left).toBeNull());
});

describe('a day to come is not the day of a talk', () => {
  test.each([
    ['coffee tomorrow', 'tomorrow', 'coffee'],
    ['tomorrow coffee with Lee', 'tomorrow', 'coffee with Lee'],
    ['coffee next friday', 'next friday', 'coffee'],
    ['call next week', 'next week', 'call'],
    ['coffee tomorrow, bring the book', 'tomorrow', 'coffee, bring the book'],
    ['coffee in 2 weeks, bring the book', 'in 2 weeks', 'coffee, bring the book'],
    ['coffee 2026-12-03, bring the book', '2026-12-03', 'coffee, bring the book'],
    ['coffee next sat, bring the book', 'next sat', 'coffee, bring the book'],
    ['lunch next monday with Lee', 'next monday', 'lunch with Lee'],
    ['lunch this friday, bring the book', 'this friday', 'lunch, bring the book'],
    ['dinner 3 december 2026, with Lee', '3 december 2026', 'dinner, with Lee'],
    ['coffee tuesday next week', 'tuesday next week', 'coffee'],
  ])('%j: %j is to come, of %j', (text, toCome, rest) => {
    expect(read(text)).toMatchObject({ heldOn: null, toCome, text: rest });
  });

  test.each([
    'we will have coffee on friday',
    'will call on friday',
    "let's call tomorrow",
    'she flies tomorrow',
    'tomorrow she flies',
    'coffee, she flies tomorrow',
    'moved in a day',
    'met in 3 days of rain',
    'call by next friday, she asked',
    'called about coffee tomorrow',
    'set up coffee next friday',
    'scheduled call tomorrow',
    'invited to dinner in 2 weeks',
    'next call 2026-12-03',
    'agreed on lunch tuesday next week',
  ])('%j is text', (text) => {
    expect(read(text)).toMatchObject({ heldOn: null, toCome: null, left: null, text });
  });
});

describe('a weekday or a date is read only where it is one', () => {
  test.each([
    'talked may 3 about the grant',
    'march 3 people came',
    'call re friday plan',
    'call in march 3 months',
    'coffee friday plan',
    'friday group is well',
    'coffee march 14 people',
    'last month was hard',
    'last week she lost her job',
    'tell fri about it',
    'coffee sat outside',
    'coffee in the sun',
    'lunch, sun, cake',
    'walked, sat',
    'tea sun and wind',
  ])('%j', (text) => expect(read(text)).toMatchObject({ heldOn: null, text, toCome: null }));

  test.each([
    ['coffee friday', '2026-11-20', 'coffee'],
    ['coffee on friday with Lee', '2026-11-20', 'coffee with Lee'],
    ['friday: coffee', '2026-11-20', 'coffee'],
    ['coffee friday evening at hers', '2026-11-20', 'coffee at hers'],
    ['talked friday about the grant', '2026-11-20', 'talked about the grant'],
    ['we had coffee friday she is well', '2026-11-20', 'we had coffee she is well'],
    ['ran into him on friday', '2026-11-20', 'ran into him'],
    ['zoom fri, demo', '2026-11-20', 'zoom, demo'],
    ['we sat last week', '2026-11-15', 'we sat'],
    ['lunch thurs', '2026-11-19', 'lunch'],
    ['tuesday coffee', '2026-11-17', 'coffee'],
    ["Tuesday lunch at Joe's", '2026-11-17', "lunch at Joe's"],
    ['on tuesday coffee', '2026-11-17', 'coffee'],
    ['wed coffee', '2026-11-18', 'coffee'],
    ['coffee wed', '2026-11-18', 'coffee'],
    ['coffee mon, nice', '2026-11-16', 'coffee, nice'],
    ['coffee sat', '2026-11-21', 'coffee'],
    ['coffee sat morning', '2026-11-21', 'coffee'],
    ['lunch fri evening', '2026-11-20', 'lunch'],
    ['met for coffee friday', '2026-11-20', 'met for coffee'],
    ['talked over lunch friday', '2026-11-20', 'talked over lunch'],
    ['caught on zoom friday', '2026-11-20', 'caught on zoom'],
    ['coffee last weekend', '2026-11-14', 'coffee'],
    ['called her friday', '2026-11-20', 'called her'],
    ['coffee march 14, nice', '2026-03-14', 'coffee, nice'],
    ['talked may 3 2025 about the grant', '2025-05-03', 'talked about the grant'],
  ])('%j was on %s', (text, heldOn, rest) => expect(read(text)).toMatchObject({ heldOn, text: rest }));
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

  test.each(['lunch on 2025-02-30', 'lunch 2025/02/30', '2026-11-31, coffee'])(
    '%j is refused: there is no such day',
    (text) => {
      expect(() => read(text)).toThrow(NetError);
    },
  );
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
        const { heldOn, toCome, text: rest } = read(text);
        const after = wordsOf(rest ?? '');
        if (heldOn === null && toCome === null) {
          expect(rest ?? '').toBe(text.trim());
          return;
        }
        const same = before.findIndex((word, i) => word !== after[i]);
        const start = same < 0 ? after.length : same;
        const taken = before.length - after.length;
        expect(taken).toBeGreaterThan(0);
        expect(taken).toBeLessThanOrEqual(6);
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
