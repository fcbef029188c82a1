import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../../../src/domain/agenda/terms.ts';
import { CIRCLES } from '../../../src/domain/contact.ts';
import type { Birthday } from '../../../src/domain/days/day.ts';
import { stageOf } from '../../../src/domain/person.ts';
import { ago, personWith, TODAY } from '../../support/people.ts';
import {
  GROWING,
  HELPED,
  KEPT,
  kept,
  kinds,
  MEETING,
  plans,
  RUNS,
  value,
  view,
} from '../../support/terms.ts';

describe('what is owed', () => {
  test.each([
    [15, null],
    [14, 0.2],
    [7, 0.466667],
    [0, 0.733333],
    [-7, 1],
    [-90, 1],
  ])('a promise due in %i days weighs %d, whatever the stage but for those moved on', (ahead, weight) => {
    const promise = { kind: 'promise', madeOn: ago(100), dueOn: ago(-ahead) } as const;
    for (const stage of ['stack', 'growing', 'kept'] as const)
      expect(value('promise', personWith({ stage }, [], [promise]))).toBe(weight);
    expect(kinds(personWith({ stage: 'moved on' }, [], [promise]))).toEqual([]);
    expect(kinds(personWith({ deletedAt: '2026-01-01' }, [], [promise]))).toEqual([]);
  });

  test.each([
    [0, 0.466667],
    [7, 0.733333],
    [14, 1],
  ])('a promise without a day that was made %i days ago weighs %d', (days, weight) => {
    expect(value('promise', personWith({}, [], [{ kind: 'promise', madeOn: ago(days) }]))).toBe(weight);
  });

  test.each([
    [0, 0.6],
    [1, 0.7],
    [4, 1],
    [90, 1],
  ])('thanks owed for %i days weigh %d', (days, weight) => {
    const help = { ...HELPED, outcomeOn: ago(days), thankedOn: null };
    expect(value('thanks', personWith({}, [], [help]))).toBe(weight);
    expect(value('thanks', personWith({}, [], [{ ...help, madeOn: ago(days), outcomeOn: null }]))).toBe(
      weight,
    );
    expect(kinds(personWith({}, [], [{ ...help, thankedOn: TODAY }]))).toEqual([]);
  });
});

describe('a follow-up', () => {
  test.each([
    [0, 0.6],
    [3, 0.75],
    [8, 1],
    [30, 1],
    [31, null],
  ])('%i days after the later of met and grown weighs %d', (days, weight) => {
    for (const [met, grown] of [
      [days, days],
      [days + 40, days],
      [days, days + 20],
    ] as const) {
      const contact = { ...GROWING, metOn: ago(met), grownOn: ago(grown) };
      expect(value('follow-up', personWith(contact, [{ ...MEETING, heldOn: ago(met) }]))).toBe(weight);
    }
  });

  test.each([
    ['any other interaction on the day of the meeting', {}, [MEETING, { heldOn: ago(3) }], false],
    [
      'a message without an answer',
      {},
      [MEETING, { heldOn: ago(1), channel: 'message', noAnswer: true }],
      false,
    ],
    ['having met volunteering', { origin: 'volunteering' }, [MEETING], false],
    ['being kept', { stage: 'kept', keptOn: ago(1) }, [MEETING], false],
    ['neither the meeting itself', {}, [MEETING], true],
    ['nor a pitch', {}, [MEETING, { heldOn: ago(1), pitch: 'them' }], true],
  ] as const)('is settled by %s', (_, contact, held, waits) => {
    expect(kinds(personWith({ ...GROWING, ...contact }, held)).includes('follow-up')).toBe(waits);
  });
});

describe('fading', () => {
  test.each([
    ['active', 10, 83, null],
    ['active', 10, 84, 0.107565],
    ['active', 10, 130, 0.394548],
    ['inner', 5, 7, null],
    ['inner', 5, 8, 0.124272],
    ['inner', 3, 22, 0.863239],
    ['close', 2, 40, 0.506369],
    ['wide', 4, 200, 0.163736],
  ] as const)('%s, %i touches, quiet %i days: %d', (circle, touches, gap, weight) => {
    expect(value('fading', kept(gap, { circle }, touches))).toBe(weight);
  });

  test.each([
    [3, 0, false],
    [3, 1, true],
    [6, 1, false],
    [6, 2, true],
    [12, 5, false],
    [12, 6, true],
  ])('with every %i days, %i after a touch, is due: %s', (everyDays, gap, due) => {
    expect(kinds(kept(gap, { everyDays })).includes('fading')).toBe(due);
  });

  test('counts a giver for more, and nothing logged as one touch on the day of growing', () => {
    expect(value('fading', kept(130, {}, 3, [HELPED, HELPED]))).toBe(0.457879);
    expect(value('fading', personWith({ stage: 'growing', grownOn: ago(10) }))).toBe(0.255277);
    expect(value('fading', personWith({ ...KEPT, keptOn: TODAY }))).toBe(0.161527);
  });

  test('never falls as the gap grows, until they are dormant', () => {
    const span = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(
        fc.constantFrom(...CIRCLES),
        fc.option(span, { nil: null }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat({ max: 700 }),
        (circle, everyDays, n, gap) => {
          const [now, then] = [kept(gap, { circle, everyDays }, n), kept(gap + 1, { circle, everyDays }, n)];
          if (stageOf(then, view()) === 'dormant') expect(kinds(then)).toEqual(['dormant']);
          else expect(value('fading', then) ?? 0).toBeGreaterThanOrEqual(value('fading', now) ?? 0);
        },
      ),
      RUNS,
    );
  });
});

describe('asks, dates, tell and thank again', () => {
  test.each([
    [6, 0, null],
    [7, 0, 0.6],
    [10, 0, 0.771429],
    [14, 1, 1],
    [60, 1, 1],
    [60, 2, null],
  ])('an ask open for %i days, shown in %i plans, weighs %d', (days, count, weight) => {
    const person = kept(20, {}, 1, [{ kind: 'ask', madeOn: ago(days) }]);
    const [ask] = termsOf(person, view({ shown: plans(count, 40, 'ask', 'c-000-e0') })).filter(
      (t) => t.kind === 'ask',
    );
    expect(ask === undefined ? null : Math.round(ask.value * 1e6) / 1e6).toBe(weight);
    if (ask?.kind === 'ask') expect(ask.nudged).toBe(count > 0);
  });

  test.each([
    [8, 20, null],
    [7, 20, 0.5],
    [1, 20, 0.5],
    [0, 20, 1],
    [-1, 20, 0.5],
    [-2, 20, 0.5],
    [-3, 20, null],
    [0, 3, 1],
    [0, 1, 1],
    [0, 0, null],
    [1, 1, null],
    [1, 2, 0.5],
    [2, 0, null],
    [3, 0, 0.5],
    [-2, 1, null],
    [-2, 2, null],
    [-2, 3, 0.5],
  ])('a date in %i days, %i after a touch, weighs %d', (ahead, gap, weight) => {
    const birthday = `--${ago(-ahead).slice(5)}` as Birthday;
    expect(value('date', kept(gap, { birthday }))).toBe(weight);
    expect(value('date', kept(gap, { jobChangedOn: ago(-ahead) }))).toBe(weight);
  });

  test.each([
    [{}, 0, 1],
    [{}, 1, 1],
    [{}, 2, null],
    [{ toldOn: ago(5) }, 0, null],
    [{ noScore: true }, 0, null],
  ])('a proven giver (%j), shown in %i plans, is to be told: %d', (contact, count, weight) => {
    const shown = plans(count, 40, 'tell');
    expect(value('tell', kept(20, contact, 1, [HELPED, HELPED]), { shown })).toBe(weight);
    expect(value('tell', kept(20, contact, 1, [HELPED]), { shown })).toBeNull();
  });

  test.each([
    [0, 1],
    [1, 1],
    [2, null],
  ])('help that bore fruit, shown in %i plans, weighs %d', (count, weight) => {
    const shown = plans(count, 40, 'thank-again', 'c-000-e0');
    expect(value('thank-again', kept(20, {}, 1, [{ ...HELPED, fruitOn: ago(1) }]), { shown })).toBe(weight);
  });
});
