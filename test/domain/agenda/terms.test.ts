import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Showing, Term, TermKind, View } from '../../../src/domain/agenda/term.ts';
import { termsOf } from '../../../src/domain/agenda/terms.ts';
import { CIRCLES, type Contact } from '../../../src/domain/contact.ts';
import { addDays, type Birthday } from '../../../src/domain/day.ts';
import type { Exchange } from '../../../src/domain/exchange.ts';
import type { Interaction } from '../../../src/domain/interaction.ts';
import { type Person, stageOf } from '../../../src/domain/person.ts';
import { DEFAULTS } from '../../../src/domain/settings.ts';
import { ago, personWith, TODAY } from '../../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const KEPT = { stage: 'kept', circle: 'active', keptOn: ago(900) } as const;
const GROWING = { stage: 'growing', grownOn: ago(3), metOn: ago(3) } as const;
const MEETING = { heldOn: ago(3), meeting: true };
const HELPED = {
  kind: 'ask',
  outcome: 'helped',
  madeOn: ago(900),
  outcomeOn: ago(900),
  thankedOn: ago(900),
} as const;
const BUSY = { ...DEFAULTS, seasons: [{ from: '11-01', to: '12-01' }] };

function view(given: Partial<View> = {}): View {
  const week = { today: TODAY, first: TODAY, last: addDays(TODAY, 6) };
  return { settings: DEFAULTS, pauses: [], ...week, shown: [], offered: null, ...given };
}

function kinds(person: Person, given: Partial<View> = {}): TermKind[] {
  return termsOf(person, view(given)).map(({ kind }) => kind);
}

/** The value of one kind of term, rounded to six digits; null where there is none. */
function value(kind: TermKind, person: Person, given: Partial<View> = {}): number | null {
  const found = termsOf(person, view(given)).find((term) => term.kind === kind);
  return found === undefined ? null : Math.round(found.value * 1e6) / 1e6;
}

function kept(gap: number, given: Partial<Contact> = {}, touches = 10, exchanges: Partial<Exchange>[] = []) {
  const held = Array.from({ length: touches }, (_, i): Partial<Interaction> => ({ heldOn: ago(gap + i) }));
  return personWith({ ...KEPT, ...given }, held, exchanges);
}

/** Plans of a week each, the last of which ended some days before today. */
function plans(
  count: number,
  endedAgo: number,
  kind: TermKind = 'fading',
  subject: string | null = null,
): Showing[] {
  return Array.from({ length: count }, (_, i) => {
    const last = ago(endedAgo + 7 * (count - 1 - i));
    return { first: addDays(last, -6), last, reasons: [{ kind, subject }] };
  });
}

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
    [0, 2, null],
    [0, 0, null],
    [2, 0, null],
    [3, 0, 0.5],
    [-2, 4, null],
    [-2, 5, 0.5],
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

  // BUG: while one waits, an ask that was never shown is a nudge, and so one more message; only its outcome is excepted.
  test.fails('no nudge while waiting for a reply', () => {
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

  // BUG: the days for which somebody is quiet go on in a pause: shown twice before it, they are suggested right after it.
  test.fails('nobody stops being quiet in a pause', () => {
    const pauses = [{ sinceDay: ago(60), untilDay: ago(1) }];
    expect(kinds(kept(180), { pauses, shown: plans(2, 61) })).toEqual([]);
  });
});
