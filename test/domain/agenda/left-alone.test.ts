import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Term } from '../../../src/domain/agenda/term.ts';
import { termsOf } from '../../../src/domain/agenda/terms.ts';
import type { Birthday } from '../../../src/domain/days/day.ts';
import { ago, personWith, TODAY } from '../../support/people.ts';
import { BUSY, GROWING, HELPED, KEPT, kept, kinds, plans, RUNS, value, view } from '../../support/terms.ts';

describe('who is left alone', () => {
  const owed = [
    { ...HELPED, thankedOn: null },
    { kind: 'promise', madeOn: ago(20), dueOn: TODAY },
  ] as const;
  const message = (gap: number) => ({ heldOn: ago(gap), channel: 'message', noAnswer: true }) as const;

  test.each([
    ['inner', [29, 40], true],
    ['inner', [30, 40], false],
    ['active', [89, 95], true],
    ['active', [90, 95], false],
    ['inner', [20], false],
  ] as const)('%s, after messages of mine %j days ago, waits for a reply: %s', (circle, gaps, waits) => {
    const messages = gaps.map(message);
    expect(kinds(personWith({ ...KEPT, circle }, messages))).toEqual(waits ? [] : ['fading']);
    expect(kinds(personWith({ ...KEPT, circle }, messages, owed)).slice(0, 2)).toEqual(['thanks', 'promise']);
    const answered = [...messages, { heldOn: ago(15) }];
    expect(kinds(personWith({ ...KEPT, everyDays: 14 }, answered))).toEqual(['fading']);
  });

  test('no nudge while waiting for a reply', () => {
    const person = personWith(KEPT, [message(8), message(9)], [{ kind: 'ask', madeOn: ago(8) }]);
    expect(termsOf(person, view()).filter((term) => term.kind === 'ask' && !term.nudged)).toEqual([]);
  });

  test.each([
    [1, 1, 90, false],
    [2, 1, 90, true],
    [2, 45, 90, true],
    [2, 46, 90, false],
    [3, 1, 90, false],
    [4, 1, 90, true],
    [2, 14, 14, true],
    [2, 15, 14, false],
    [2, 16, 31, true],
    [2, 17, 31, false],
  ])('in %i plans, ended %i days ago, every %i days: quiet %s', (count, ended, everyDays, quiet) => {
    const shown = plans(count, ended);
    const birthday = `--${TODAY.slice(5)}` as Birthday;
    expect(kinds(kept(120, { everyDays }), { shown })).toEqual(quiet ? [] : ['fading']);
    expect(kinds(kept(120, { birthday }, 10, [...owed]), { shown }).slice(0, 2)).toEqual([
      'thanks',
      'promise',
    ]);
    expect(value('date', kept(120, { birthday }), { shown })).toBe(1);
  });

  test.each([
    [15, 'before both of two plans', []],
    [8, 'before the second', ['fading']],
    [7, 'on its first day', ['fading']],
  ])('a touch %i days ago, %s, is an action: %j', (gap, _, found) => {
    expect(kinds(kept(gap, { everyDays: 13 }), { shown: plans(2, 1) })).toEqual(found);
  });

  test.each([
    [14, 180, false],
    [14, 181, true],
    [60, 180, false],
    [90, 270, false],
    [90, 271, true],
    [400, 1200, false],
  ])('every %i days, quiet for %i, is dormant: %s; a giver never', (everyDays, gap, dormant) => {
    expect(kinds(kept(gap, { everyDays }))).toEqual([dormant ? 'dormant' : 'fading']);
    const giver = kept(gap, { everyDays, toldOn: ago(1) }, 1, [HELPED, HELPED]);
    expect(kinds(giver)).toEqual(['fading']);
  });

  test.each([
    [180, []],
    [181, ['dormant']],
  ])('somebody dormant, %i days after one plan: %j', (ended, found) => {
    expect(kinds(kept(400), { shown: plans(1, ended) })).toEqual(found);
  });

  test.each([
    ['snoozed', { snoozedUntil: ago(-1) }, {}, ['promise']],
    ['snoozed until today', { snoozedUntil: TODAY }, {}, ['fading', 'promise', 'thanks']],
    ['in a pause', {}, { pauses: [{ sinceDay: TODAY, untilDay: null }] }, ['promise', 'thanks']],
    ['in a busy season', {}, { settings: BUSY }, ['promise', 'thanks']],
    ['in the stack', { stage: 'stack' }, {}, ['promise', 'thanks']],
    ['moved on', { stage: 'moved on' }, {}, []],
  ] as const)('somebody %s', (_, contact, given, found) => {
    expect(kinds(kept(120, contact, 10, [...owed]), given).sort()).toEqual(found);
  });

  test('somebody snoozed, a day before their promise is due', () => {
    const promise = { kind: 'promise', madeOn: ago(20), dueOn: ago(-1) } as const;
    expect(kinds(kept(120, { snoozedUntil: ago(-2) }, 1, [promise]))).toEqual([]);
  });

  test('nobody goes dormant while a pause is on offer', () => {
    const offered = { sinceDay: ago(120), untilDay: ago(1) };
    expect(kinds(kept(300))).toEqual(['dormant']);
    expect(kinds(kept(300), { offered })).toEqual(['fading']);
  });
});

describe('a pause stops every clock', () => {
  const some = (max: number) => fc.integer({ min: 1, max });
  const days = fc.record({ met: some(40), touch: some(300), ask: some(30), help: some(9), paused: some(90) });

  test('after it, everything weighs what it did before', () => {
    fc.assert(
      fc.property(days, fc.boolean(), fc.boolean(), (at, grown, noAnswer) => {
        const person = (later: number) => {
          const contact = grown
            ? { ...GROWING, metOn: ago(at.met + later), grownOn: ago(at.met + later) }
            : KEPT;
          const held = [at.touch, at.touch + 1].map((gap) => ({ heldOn: ago(gap + later), noAnswer }));
          const helped = { ...HELPED, outcomeOn: ago(at.help + later), thankedOn: null };
          return personWith(contact, grown ? [] : held, [
            { kind: 'ask', madeOn: ago(at.ask + later) },
            helped,
          ]);
        };
        const pauses = [{ sinceDay: ago(at.paused), untilDay: ago(1) }];
        const weighed = (terms: readonly Term[]) => terms.map(({ kind, points }) => [kind, points]);
        expect(weighed(termsOf(person(at.paused), view({ pauses })))).toEqual(
          weighed(termsOf(person(0), view())),
        );
      }),
      RUNS,
    );
  });

  test('but a promise is due on its day', () => {
    const pauses = [{ sinceDay: ago(60), untilDay: ago(1) }];
    const promise = { kind: 'promise', madeOn: ago(90), dueOn: ago(7) } as const;
    expect(value('promise', personWith({}, [], [promise]), { pauses })).toBe(1);
  });

  test('nobody stops being quiet in a pause', () => {
    const pauses = [{ sinceDay: ago(60), untilDay: ago(1) }];
    expect(kinds(kept(180), { pauses, shown: plans(2, 61) })).toEqual([]);
  });
});
