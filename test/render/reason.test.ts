import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { View } from '../../src/domain/agenda/term.ts';
import { listedTermsOf, termsOf } from '../../src/domain/agenda/terms.ts';
import { addDays, type Birthday, type CalendarDate } from '../../src/domain/days/day.ts';
import type { Person } from '../../src/domain/person.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { metText, reasonText } from '../../src/render/reason.ts';
import type { Wording } from '../../src/render/words.ts';
import { aPerson } from '../support/arbitrary.ts';
import { ago, contactWith, personWith, TODAY } from '../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const TERMINAL: Wording = { today: TODAY, relative: true };
const PIPE: Wording = { today: TODAY, relative: false };
const NOWHERE = { gathering: null, via: null };
const VIEW: View = {
  settings: DEFAULTS,
  pauses: [],
  today: TODAY,
  first: TODAY,
  last: addDays(TODAY, 6),
  shown: [],
  offered: null,
};

/** The weightiest reason for somebody, as a terminal and as a pipe gets it. */
function reasons(person: Person, view: Partial<View> = {}, origins = NOWHERE): readonly [string, string] {
  const [term] = termsOf(person, { ...VIEW, ...view });
  if (term === undefined) return ['nothing', 'nothing'];
  const say = (wording: Wording) => reasonText(term, person.contact, origins, wording);
  return [say(TERMINAL), say(PIPE)];
}

const kept = (gap: number, touches = 1) =>
  personWith(
    { stage: 'kept', keptOn: ago(900) },
    Array.from({ length: touches }, (_, i) => ({ heldOn: ago(gap + i) })),
  );
const giver = { helped: 1, received: 1, partly: 1 };
const helped = (days: number) =>
  personWith({}, [], [{ kind: 'ask', madeOn: ago(days + 9), outcome: 'helped', outcomeOn: ago(days) }]);

describe('a promise', () => {
  // The day it is due, from today, and when it was made.
  test.each([
    [3, 9, 'you promised "intro to Lee", due Wednesday', 'you promised "intro to Lee", due 2026-11-25'],
    [0, 9, 'you promised "intro to Lee", due today', 'you promised "intro to Lee", due 2026-11-22'],
    [-1, 9, 'you promised "intro to Lee", 1 day late', 'you promised "intro to Lee", due 2026-11-21'],
    [-7, 9, 'you promised "intro to Lee", 7 days late', 'you promised "intro to Lee", due 2026-11-15'],
    [-8, 30, 'you promised "intro to Lee" in October', 'you promised "intro to Lee" in October'],
    [-90, 400, 'you promised "intro to Lee" in October 2025', 'you promised "intro to Lee" in October 2025'],
  ])('due in %i days, made %i days ago: %s', (ahead, made, terminal, pipe) => {
    const promise = { kind: 'promise', text: 'intro to Lee', madeOn: ago(made), dueOn: ago(-ahead) } as const;
    expect(reasons(personWith({}, [], [promise]))).toEqual([terminal, pipe]);
  });

  test('without a day is due a week after it was made', () => {
    const promise = { kind: 'promise', text: 'the deck', madeOn: ago(6) } as const;
    expect(reasons(personWith({}, [], [promise]))[0]).toBe('you promised "the deck", due tomorrow');
  });
});

describe('thanks', () => {
  test.each([
    [0, 'helped you today, not thanked yet'],
    [3, 'helped you 3 days ago, not thanked yet'],
    [7, 'helped you 7 days ago, not thanked yet'],
    [8, 'helped you earlier this month, not thanked yet'],
    [400, 'helped you in October 2025, not thanked yet'],
  ])('owed for %i days: %s', (days, text) => {
    expect(reasons(helped(days))[0]).toBe(text);
  });

  test('in a pipe name the day', () => {
    expect(reasons(helped(3))[1]).toBe('helped you on 2026-11-19, not thanked yet');
  });
});

describe('a follow-up', () => {
  const met = personWith({ stage: 'growing', grownOn: ago(2), metOn: ago(3) });

  test.each([
    [NOWHERE, 'met 3 days ago, no follow-up yet'],
    [{ gathering: 'DevMeet', via: null }, 'met 3 days ago at DevMeet, no follow-up yet'],
    [{ gathering: null, via: 'Lee' }, 'introduced by Lee 3 days ago, no follow-up yet'],
    [{ gathering: 'DevMeet', via: 'Lee' }, 'introduced by Lee 3 days ago at DevMeet, no follow-up yet'],
  ])('%j: %s', (origins, text) => {
    const [term] = termsOf(met, VIEW).filter(({ kind }) => kind === 'follow-up');
    expect(term && reasonText(term, met.contact, origins, TERMINAL)).toBe(text);
  });

  test('of somebody met on no known day', () => {
    expect(metText(contactWith({ grownOn: ago(1) }), NOWHERE, TERMINAL)).toBe('met yesterday');
    expect(metText(contactWith(), { gathering: 'DevMeet', via: null }, PIPE)).toBe('met at DevMeet');
  });
});

describe('fading, dormant and the rest', () => {
  test.each([
    ['one touch', kept(100), '1 touch, quiet 100 days, you aim for 90'],
    ['ten', kept(130, 10), '10 touches, quiet 130 days, you aim for 90'],
    [
      'nothing logged',
      personWith({ stage: 'kept', keptOn: ago(1) }),
      'nothing logged yet, you aim for every 90 days',
    ],
    [
      'what was told',
      personWith({ stage: 'kept', circle: 'active', keptOn: ago(1), lastOn: ago(153) }),
      'last in touch on June 22 as you said, you aim for every 90 days',
    ],
    ['long ago', kept(400, 12), 'used to be in touch: 12 times'],
    [
      'an ask',
      personWith(
        { stage: 'kept', keptOn: TODAY, circle: 'wide' },
        [{ heldOn: ago(9) }],
        [{ kind: 'ask', madeOn: ago(9) }],
      ),
      'asked 9 days ago, no answer: "an hour of help"',
    ],
    [
      'a birthday to come',
      personWith({ ...kept(9).contact, birthday: '--11-26' as Birthday }),
      'birthday on Thursday',
    ],
    [
      'a birthday today',
      personWith({ ...kept(9).contact, birthday: '--11-22' as Birthday }),
      'birthday today',
    ],
    [
      'a birthday that was',
      personWith({ ...kept(9).contact, birthday: '--11-21' as Birthday }),
      'birthday was yesterday',
    ],
    ['a new job', personWith({ ...kept(9).contact, jobChangedOn: ago(2) }), 'new job, noticed 2 days ago'],
  ])('%s', (_, person, text) => {
    const settings = {
      ...DEFAULTS,
      ranking: { ...DEFAULTS.ranking, weights: { ...DEFAULTS.ranking.weights, date: 99 } },
    };
    expect(reasons(person, { settings })[0]).toBe(text);
  });

  test.each([
    [{ ...giver }, 'three times'],
    [{ helped: 2 }, 'twice'],
    [{ helped: 6 }, '6 times'],
  ])('a giver (%j) has come through %s', (counts, times) => {
    const person = kept(10);
    const proven = { ...person, summary: { ...person.summary, ...counts } };
    expect(reasons(proven)[0]).toBe(`has come through for you ${times}: tell them`);
  });

  test.each([
    ['a job', 'their help bore fruit: "a job"'],
    [null, 'their help bore fruit: "an hour of help"'],
  ])('fruit told as %j', (fruit, text) => {
    const help = { kind: 'ask', outcome: 'helped', thankedOn: ago(9), fruitOn: ago(1), fruit } as const;
    expect(reasons(personWith({ stage: 'kept' }, [{ heldOn: ago(10) }], [help]))[0]).toBe(text);
  });

  test('an ask of 30 days ago, 20 of them paused, was asked 30 days ago', () => {
    const person = personWith({ stage: 'kept' }, [{ heldOn: ago(31) }], [{ kind: 'ask', madeOn: ago(30) }]);
    const pauses = [{ sinceDay: ago(25), untilDay: ago(6) }];
    expect(reasons(person, { pauses })[0]).toBe('asked 30 days ago, no answer: "an hour of help"');
  });

  test('nobody used to be in touch 0 times', () => {
    expect(reasons(personWith({ stage: 'kept', keptOn: ago(400) }))[0]).not.toContain('0 times');
  });
});

describe('whoever it is about', () => {
  test('every reason reads as one, and promises and thanks count no days beyond a week', () => {
    fc.assert(
      fc.property(aPerson, fc.boolean(), (person, relative) => {
        for (const term of listedTermsOf(person, VIEW)) {
          const text = reasonText(term, person.contact, NOWHERE, { today: TODAY, relative });
          expect(text).not.toMatch(/undefined|null|NaN|\[object|--/);
          if (!relative) expect(text).not.toMatch(/\bago\b|yesterday|today|tomorrow/);
          if (term.kind !== 'promise' && term.kind !== 'thanks') continue;
          const days = /(\d+) days? (?:late|ago)/.exec(text);
          if (days !== null) expect(Number(days[1])).toBeLessThanOrEqual(7);
        }
      }),
      RUNS,
    );
  });

  test('a wording of another day counts from there', () => {
    const promise = { kind: 'promise', text: 'the deck', madeOn: ago(9), dueOn: TODAY } as const;
    const person = personWith({}, [], [promise]);
    const [term] = termsOf(person, VIEW);
    const tomorrow = { today: addDays(TODAY, 1) as CalendarDate, relative: true };
    expect(term && reasonText(term, person.contact, NOWHERE, tomorrow)).toContain('1 day late');
  });
});
