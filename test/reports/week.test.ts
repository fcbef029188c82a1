import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanLine } from '../../src/domain/agenda/plan.ts';
import type { TermKind } from '../../src/domain/agenda/term.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { Exchange } from '../../src/domain/exchange.ts';
import type { Situation } from '../../src/domain/person.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import type { Touch } from '../../src/domain/touch.ts';
import { cadenceKept } from '../../src/reports/cadence-kept.ts';
import { carryOver } from '../../src/reports/carry-over.ts';
import { doneWith, type LineState, stateOfLine, wasDone } from '../../src/reports/intended.ts';
import { weekReport } from '../../src/reports/week.ts';
import { people } from '../support/arbitrary.ts';
import { ago, contactWith, exchangeWith, personWith, TODAY } from '../support/people.ts';

const NOW: Situation = { settings: DEFAULTS, pauses: [], today: TODAY };
const DAYS = { first: ago(6), last: TODAY };

function touchWith(given: Partial<Touch> = {}): Touch {
  return {
    id: 'i-1',
    heldOn: ago(2),
    channel: 'call',
    minutes: null,
    startedBy: null,
    meeting: false,
    groupId: null,
    people: ['c-000'],
    ...given,
  };
}

function lineFor(kind: TermKind, subject: string | null = null, touchedOn = ago(30)): PlanLine {
  return {
    position: 1,
    contactId: 'c-000',
    as: 'fading',
    reasons: [{ kind, subject }],
    listedOn: ago(6),
    touchedOn,
  };
}

describe('whether a line of a list that has ended was done', () => {
  test.each<[string, TermKind, Partial<Exchange>, readonly Partial<Touch>[], Partial<Contact>, boolean]>([
    ['a touch', 'fading', {}, [{}], {}, true],
    ['no touch', 'fading', {}, [], {}, false],
    ['a touch with somebody else', 'fading', {}, [{ people: ['c-001'] }], {}, false],
    ['a promise kept', 'promise', { kind: 'promise', keptOn: ago(1) }, [], {}, true],
    ['a promise taken back', 'promise', { kind: 'promise', droppedOn: ago(1) }, [], {}, true],
    ['a touch keeps no promise', 'promise', { kind: 'promise' }, [{}], {}, false],
    ['thanked', 'thanks', { kind: 'ask', thankedOn: TODAY }, [], {}, true],
    ['a touch is no thanks', 'thanks', { kind: 'ask' }, [{}], {}, false],
    ['thanked again', 'thank-again', { kind: 'ask', fruitThankedOn: TODAY }, [], {}, true],
    ['thanked once only', 'thank-again', { kind: 'ask', thankedOn: TODAY }, [], {}, false],
    ['an answer', 'ask', { kind: 'ask', outcomeOn: TODAY }, [], {}, true],
    ['asked again', 'ask', { kind: 'ask' }, [{}], {}, true],
    ['told', 'tell', {}, [], { toldOn: TODAY }, true],
    ['not told', 'tell', {}, [{}], {}, false],
    ['the meeting is no follow-up', 'follow-up', {}, [{ meeting: true }], {}, false],
    ['a talk after it is', 'follow-up', {}, [{ meeting: true }, {}], {}, true],
  ])('%s', (_, kind, exchange, touches, contact, expected) => {
    const subjects = [exchangeWith({ id: 'e-1', ...exchange })];
    const happened = { days: DAYS, touches: touches.map(touchWith), exchanges: subjects };
    expect(wasDone(lineFor(kind, 'e-1'), contactWith(contact), subjects, happened)).toBe(expected);
  });

  test('what came after its days does not count', () => {
    const days = { first: ago(20), last: ago(14) };
    const subjects = [exchangeWith({ id: 'e-1', kind: 'promise', keptOn: ago(13) })];
    const happened = { days, touches: [], exchanges: subjects };
    expect(wasDone(lineFor('promise', 'e-1'), contactWith(), subjects, happened)).toBe(false);
  });

  test('the touch that was known already does not count', () => {
    const happened = { days: DAYS, touches: [touchWith({ heldOn: ago(6) })], exchanges: [] };
    expect(wasDone(lineFor('date', 'birthday', ago(6)), contactWith(), [], happened)).toBe(false);
  });
});

describe('what became of a line', () => {
  test.each<[string, TermKind, Partial<Contact>, readonly Partial<Touch>[], LineState]>([
    ['nothing happened', 'fading', { stage: 'kept' }, [], 'open'],
    ['a touch', 'fading', { stage: 'kept' }, [{}], 'done'],
    ['a touch, then a snooze', 'fading', { stage: 'kept', snoozedUntil: ago(-9) }, [{}], 'done'],
    ['a snooze beyond its days', 'fading', { stage: 'kept', snoozedUntil: ago(-9) }, [], 'aside'],
    ['a snooze that has ended by then', 'fading', { stage: 'kept', snoozedUntil: TODAY }, [], 'open'],
    ['let rest', 'follow-up', { stage: 'stack' }, [], 'aside'],
    ['moved on from', 'fading', { stage: 'moved on' }, [], 'aside'],
    ['moved on from with a promise', 'promise', { stage: 'moved on' }, [], 'aside'],
    ['a promise is not snoozed', 'promise', { stage: 'kept', snoozedUntil: ago(-9) }, [], 'open'],
    ['thanks to somebody who rests', 'thanks', { stage: 'stack' }, [], 'open'],
  ])('%s', (_, kind, contact, touches, expected) => {
    const subjects = [exchangeWith({ id: 'e-1', kind: kind === 'promise' ? 'promise' : 'ask' })];
    const happened = { days: DAYS, touches: touches.map(touchWith), exchanges: subjects };
    expect(stateOfLine(lineFor(kind, 'e-1'), contactWith(contact), subjects, happened, NOW)).toBe(expected);
  });

  test('a pause on the last day sets all aside but what is owed', () => {
    const paused = { ...NOW, pauses: [{ sinceDay: ago(1), untilDay: null }] };
    const happened = { days: DAYS, touches: [], exchanges: [] };
    const stateOf = (kind: TermKind) =>
      stateOfLine(lineFor(kind), contactWith({ stage: 'kept' }), [], happened, paused);
    expect([stateOf('fading'), stateOf('thanks')]).toEqual(['aside', 'open']);
  });
});

test('what was done is counted by its day', () => {
  const exchanges = [
    exchangeWith({ id: '1', kind: 'give', madeOn: ago(3) }),
    exchangeWith({ id: '2', kind: 'give', madeOn: ago(7) }),
    exchangeWith({ id: '3', kind: 'promise', madeOn: ago(30), keptOn: ago(6) }),
    exchangeWith({ id: '4', kind: 'ask', madeOn: ago(4), thankedOn: ago(1), fruitThankedOn: TODAY }),
    exchangeWith({ id: '5', kind: 'received', madeOn: ago(4), thankedOn: ago(4) }),
    exchangeWith({ id: '6', kind: 'give', contactId: 'c-001', madeOn: ago(1) }),
  ];
  const happened = { days: DAYS, touches: [touchWith()], exchanges };
  const own = { touches: [{ on: ago(2), channel: 'call' }], gave: 1, asked: 1, promisesKept: 1, thanked: 2 };
  expect(doneWith('c-000', happened)).toEqual(own);
  expect(doneWith(null, happened)).toEqual({ ...own, gave: 2 });
});

describe('what is carried over', () => {
  test('promises due by the last day, and thanks owed', () => {
    const open = [
      exchangeWith({ id: '1', contactId: 'a', kind: 'promise', dueOn: TODAY }),
      exchangeWith({ id: '2', contactId: 'a', kind: 'promise', dueOn: ago(-1) }),
      exchangeWith({ id: '3', contactId: 'a', kind: 'promise', dueOn: ago(9) }),
      exchangeWith({ id: '4', contactId: 'b', kind: 'ask', outcome: 'helped', outcomeOn: ago(1) }),
      exchangeWith({ id: '5', contactId: 'b', kind: 'ask' }),
      exchangeWith({ id: '6', contactId: 'c', kind: 'ask', outcome: 'helped', outcomeOn: ago(-1) }),
      exchangeWith({ id: '7', contactId: 'd', kind: 'received', fruitOn: ago(3) }),
      exchangeWith({ id: '8', contactId: 'd', kind: 'received', fruitOn: TODAY }),
      exchangeWith({ id: '9', contactId: 'd', kind: 'received', fruitOn: ago(-1) }),
    ];
    const carried = carryOver(open, TODAY);
    expect(carried.promises.map(({ id }) => id)).toEqual(['3', '1']);
    expect(carried.thanks.map(({ id }) => id)).toEqual(['4', '7', '8']);
  });
});

describe('cadence kept', () => {
  const kept = (id: string, given: Partial<Contact>, ...gaps: readonly number[]) =>
    personWith(
      { id, stage: 'kept', circle: 'inner', keptOn: ago(400), ...given },
      gaps.map((gap) => ({ heldOn: ago(gap) })),
    );
  const report = (list: readonly ReturnType<typeof kept>[], situation = NOW) =>
    cadenceKept(
      list,
      new Map(
        list.flatMap(({ contact, summary }) =>
          summary.lastOn === null ? [] : [[contact.id, summary.lastOn]],
        ),
      ),
      situation,
    );

  test('tells each circle within its days', () => {
    const list = [
      kept('a', {}, 14),
      kept('b', {}, 15),
      kept('c', { keptOn: ago(13) }, 1),
      kept('d', { circle: 'close', everyDays: 7 }, 8),
      kept('e', { circle: 'close' }, 30),
      kept('f', { stage: 'growing', grownOn: ago(40) }, 1),
      kept('g', { circle: null, keptOn: ago(100) }),
      kept('h', {}, 200),
    ];
    expect(report(list)).toEqual([
      { circle: 'inner', within: 1, of: 2, from: 14, to: 14 },
      { circle: 'close', within: 1, of: 2, from: 7, to: 30 },
      { circle: 'active', within: 0, of: 1, from: 90, to: 90 },
    ]);
  });

  test('leaves paused days out, and knows only what was by then', () => {
    const list = [kept('a', { keptOn: ago(50) }, 20)];
    const pauses = [{ sinceDay: ago(12), untilDay: ago(3) }];
    expect(report(list, { ...NOW, pauses })[0]?.within).toBe(1);
    expect(cadenceKept(list, new Map(), NOW)[0]?.within).toBe(0);
  });
});

test('a month in which nothing was done and nothing is owed leaves nothing to carry over', () => {
  fc.assert(
    fc.property(people, (list) => {
      const rows = {
        days: DAYS,
        until: TODAY,
        listed: false,
        lines: [],
        touches: [],
        before: { since: ago(89), touches: [] },
        exchanges: [],
        open: list
          .flatMap(({ open }) => open)
          .filter(({ kind, outcome }) => kind === 'ask' && outcome === null),
        contacts: new Map(list.map(({ contact }) => [contact.id, contact])),
        kept: list,
        lastTouches: new Map(),
        groupMinutes: 0,
        introduced: [],
      };
      const { carryOver: carried, intended, beyond } = weekReport(rows, NOW);
      expect([carried.promises, intended, beyond]).toEqual([[], [], []]);
      expect(carried.thanks.filter(({ fruitOn }) => fruitOn === null)).toEqual([]);
    }),
    { numRuns: 500, seed: 20261122 },
  );
});
