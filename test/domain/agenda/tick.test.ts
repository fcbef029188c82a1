import { describe, expect, test } from 'vitest';
import type { PlanLine } from '../../../src/domain/agenda/plan.ts';
import type { Showing, TermKind, View } from '../../../src/domain/agenda/term.ts';
import { isSettled } from '../../../src/domain/agenda/tick.ts';
import type { Contact } from '../../../src/domain/contact.ts';
import { addDays, type Birthday, type CalendarDate } from '../../../src/domain/days/day.ts';
import type { Exchange } from '../../../src/domain/exchange.ts';
import type { Person } from '../../../src/domain/person.ts';
import { DEFAULTS } from '../../../src/domain/settings.ts';
import { ago, personWith, TODAY } from '../../support/people.ts';

/** The plan was made three days ago, when the last touch that was known was 30 days ago. */
const LISTED = ago(3);
const KNOWN = ago(30);

function line(
  kind: TermKind | null,
  subject: string | null = null,
  touchedOn: CalendarDate | null = KNOWN,
): PlanLine {
  const reasons = kind === null ? [] : [{ kind, subject }];
  return { position: 1, contactId: 'c-000', as: 'fading', reasons, listedOn: LISTED, touchedOn };
}

function settled(given: PlanLine, person: Person, shown: readonly Showing[] = []): boolean {
  const week = { today: TODAY, first: LISTED, last: addDays(LISTED, 6) };
  const view: View = { settings: DEFAULTS, pauses: [], ...week, shown, offered: null };
  return isSettled(given, person, view);
}

function somebody(
  touches: readonly number[],
  exchange: Partial<Exchange> | null = null,
  contact: Partial<Contact> = {},
): Person {
  const held = touches.map((gap) => ({ heldOn: ago(gap) }));
  return personWith({ stage: 'kept', ...contact }, held, exchange === null ? [] : [exchange]);
}

const PROMISE = { kind: 'promise', madeOn: ago(20) } as const;
const ASK = { kind: 'ask', madeOn: ago(20) } as const;
const HELPED = { ...ASK, outcome: 'helped', outcomeOn: ago(9) } as const;
const FRUIT = { ...HELPED, thankedOn: ago(8), fruit: 'a job', fruitOn: ago(5) } as const;

describe('a line is settled by what it leads with', () => {
  test.each([
    ['an open promise', 'promise', PROMISE, false],
    ['a kept one', 'promise', { ...PROMISE, keptOn: TODAY }, true],
    ['one that was taken back', 'promise', { ...PROMISE, droppedOn: TODAY }, true],
    ['thanks owed', 'thanks', HELPED, false],
    ['thanks given', 'thanks', { ...HELPED, thankedOn: TODAY }, true],
    ['thanks given for help that bore fruit since', 'thanks', FRUIT, true],
    ['an outcome that was changed to an honest no', 'thanks', { ...HELPED, outcome: 'declined' }, true],
    ['fruit not thanked for', 'thank-again', FRUIT, false],
    ['fruit thanked for', 'thank-again', { ...FRUIT, fruitThankedOn: TODAY }, true],
    ['an open ask', 'ask', ASK, false],
    ['an answered one', 'ask', { ...ASK, outcome: 'ignored', outcomeOn: TODAY }, true],
    ['an ask that was helped with, whose thanks are owed', 'ask', HELPED, true],
  ] as const)('%s', (_, kind, exchange, done) => {
    expect(settled(line(kind, 'c-000-e0'), somebody([30], exchange))).toBe(done);
  });

  test.each(['promise', 'thanks', 'thank-again', 'ask'] as const)(
    '%s of an exchange that is gone',
    (kind) => {
      expect(settled(line(kind, 'c-000-e9'), somebody([30], PROMISE))).toBe(true);
    },
  );
});

describe('a logged touch', () => {
  test.each([
    ['settles no promise', 'promise', PROMISE, false],
    ['settles no thanks', 'thanks', HELPED, false],
    ['settles no second thanks', 'thank-again', FRUIT, false],
    ['settles the one nudge for an ask', 'ask', ASK, true],
  ] as const)('%s', (_, kind, exchange, done) => {
    expect(settled(line(kind, 'c-000-e0'), somebody([0, 30], exchange))).toBe(done);
  });

  test('does not settle an ask that was nudged about in an earlier plan: its outcome does', () => {
    const shown = [
      { first: ago(17), last: ago(11), reasons: [{ kind: 'ask' as const, subject: 'c-000-e0' }] },
    ];
    expect(settled(line('ask', 'c-000-e0'), somebody([0, 30], ASK), shown)).toBe(false);
    const others = [
      { first: ago(17), last: ago(11), reasons: [{ kind: 'ask' as const, subject: 'c-000-e1' }] },
    ];
    expect(settled(line('ask', 'c-000-e0'), somebody([0, 30], ASK), others)).toBe(true);
  });

  test.each([
    ['fading', [30], false],
    ['fading', [0, 30], true],
    ['fading', [10, 30], true],
    ['fading', [], false],
    ['dormant', [30], false],
    ['dormant', [1, 30], true],
    [null, [30], false],
    [null, [2, 30], true],
  ] as const)(
    'settles what is %s, wherever it falls after the last one known: %j, %s',
    (kind, touches, done) => {
      expect(settled(line(kind), somebody(touches))).toBe(done);
    },
  );

  /** Close people: every 30 days, and the plan ends in three. */
  test.each([
    ['fading', [61], false],
    ['fading', [40], false],
    ['fading', [28], false],
    ['fading', [26], true],
    ['fading', [5], true],
    ['fading', [4], true],
    ['fading', [3], true],
    ['dormant', [400], false],
    ['dormant', [61], false],
    ['dormant', [20], true],
    [null, [61], false],
    [null, [20], true],
  ] as const)(
    'that is too long ago to change anything settles nothing: %s, %j, %s',
    (kind, touches, done) => {
      const person = somebody(touches, null, { circle: 'close' });
      expect(settled(line(kind, null, ago(500)), person)).toBe(done);
      expect(settled(line(kind, null, null), person)).toBe(done);
    },
  );

  test.each([
    [1, [0], true],
    [1, [3], true],
    [1, [4], true],
    [1, [5], false],
    [7, [5], true],
    [7, [6], false],
  ] as const)(
    'in the days of the plan or the day before clears every cadence: %d, %j, %s',
    (everyDays, touches, done) => {
      expect(settled(line('fading', null, ago(80)), somebody(touches, null, { everyDays }))).toBe(done);
    },
  );

  test('keeps a line ticked on every day of its plan', () => {
    for (const [gap, everyDays] of [
      [3, 1],
      [4, 1],
      [5, 7],
      [26, 30],
    ] as const) {
      const person = somebody([gap], null, { everyDays });
      for (let later = 0; later <= 6; later++) {
        const week = { today: addDays(LISTED, later), first: LISTED, last: addDays(LISTED, 6) };
        const view: View = { settings: DEFAULTS, pauses: [], ...week, shown: [], offered: null };
        expect(isSettled(line('fading', null, ago(80)), person, view)).toBe(true);
      }
    }
  });

  test.each([
    [61, false],
    [6, false],
    [4, true],
    [0, true],
  ])('before the plan is no nudge for an ask: %d days ago, %s', (gap, done) => {
    expect(settled(line('ask', 'c-000-e0', ago(80)), somebody([gap], ASK))).toBe(done);
  });

  test('settles fading where none was known', () => {
    expect(settled(line('fading', null, null), somebody([]))).toBe(false);
    expect(settled(line('fading', null, null), somebody([40]))).toBe(true);
  });

  test('a pitch settles nothing', () => {
    const person = personWith({ stage: 'kept' }, [{ heldOn: ago(30) }, { heldOn: TODAY, pitch: 'them' }]);
    expect(settled(line('fading'), person)).toBe(false);
  });

  test.each([
    ['the meeting itself', [{ heldOn: ago(4), meeting: true }], false],
    ['a talk on the day of the meeting', [{ heldOn: ago(4), meeting: true }, { heldOn: ago(4) }], true],
    ['a talk today', [{ heldOn: ago(4), meeting: true }, { heldOn: TODAY }], true],
  ])('settles a follow-up unless it is the meeting itself: %s', (_, held, done) => {
    const person = personWith({ stage: 'growing', grownOn: ago(4) }, held);
    expect(settled(line('follow-up', null, ago(4)), person)).toBe(done);
  });

  test('does not settle telling a giver: being told does', () => {
    expect(settled(line('tell'), somebody([0, 30]))).toBe(false);
    expect(settled(line('tell'), somebody([30], null, { toldOn: TODAY }))).toBe(true);
  });
});

test('a date is marked by any touch since it was listed: on its day it opens the line again', () => {
  const born = { birthday: `--${ago(-2).slice(5)}` as Birthday };
  expect(settled(line('date', 'birthday', ago(3)), somebody([0], null, born))).toBe(true);
  expect(settled(line('date', 'birthday', ago(3)), somebody([3], null, born))).toBe(false);
  expect(settled(line('date', 'birthday', null), somebody([], null, born))).toBe(false);
  expect(settled(line('date', 'birthday', null), somebody([61], null, born))).toBe(false);
});
