import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, day } from '../../../../src/domain/days/day.ts';
import type { Exchange, ExchangeKind } from '../../../../src/domain/exchange.ts';
import type { Gathering } from '../../../../src/domain/groups/gathering.ts';
import { OBSERVATION_KINDS, type ObservationKind } from '../../../../src/domain/groups/group.ts';
import type { GroupRecord } from '../../../../src/domain/groups/group-record.ts';
import { ambush } from '../../../../src/domain/groups/signs/ambush.ts';
import { badMouthing } from '../../../../src/domain/groups/signs/bad-mouthing.ts';
import { checkGroup } from '../../../../src/domain/groups/signs/check.ts';
import { oneWay } from '../../../../src/domain/groups/signs/one-way.ts';
import { recruiting } from '../../../../src/domain/groups/signs/recruiting.ts';
import { time } from '../../../../src/domain/groups/signs/time.ts';
import {
  around,
  gatheringWith,
  groupWith,
  meetingWith,
  observationWith,
  recordWith,
} from '../../../support/groups.ts';
import { ago, contactWith, exchangeWith, personWith, TODAY } from '../../../support/people.ts';

const RUNS = { numRuns: 300, seed: 20261122 };
const ANA = personWith();
const now = { today: TODAY };

function given(count: number, days = 10, kind: ExchangeKind = 'give'): Exchange[] {
  return Array.from({ length: count }, (_, i) =>
    exchangeWith({ id: `e-${kind}-${i}`, kind, madeOn: ago(days) }),
  );
}

const seen = (kind: ObservationKind, ...days: number[]) =>
  days.map((each) => observationWith(kind, ago(each)));

describe('sign 1, given and nothing back', () => {
  test.each<[string, Partial<GroupRecord>, boolean]>([
    ['nothing at all', {}, false],
    ['two gives', { exchanges: given(2) }, false],
    ['three gives', { exchanges: given(3) }, true],
    ['three gives on the first day of the window', { exchanges: given(3, 179) }, true],
    ['three gives a day before it', { exchanges: given(3, 180) }, false],
    [
      'two gives and more taken than was meant',
      { exchanges: given(2), observations: seen('milked', 3) },
      true,
    ],
    [
      'a promise that was kept counts as given',
      {
        exchanges: [
          ...given(2),
          exchangeWith({ id: 'p', kind: 'promise', madeOn: ago(400), keptOn: ago(1) }),
        ],
      },
      true,
    ],
    [
      'an open promise does not',
      { exchanges: [...given(2), exchangeWith({ id: 'p', kind: 'promise' })] },
      false,
    ],
    [
      'ten hours less a minute',
      { gatherings: [gatheringWith(ago(3), { minutes: 500, commute: 99 })] },
      false,
    ],
    [
      'ten hours with the way there',
      { gatherings: [gatheringWith(ago(3), { minutes: 500, commute: 100 })] },
      true,
    ],
    ['ten hours half a year ago', { gatherings: [gatheringWith(ago(180), { minutes: 600 })] }, false],
    ['something received since', { exchanges: [...given(3), ...given(1, 1, 'received')] }, false],
    ['something received long ago', { exchanges: [...given(3), ...given(1, 180, 'received')] }, true],
    [
      'an ask that was partly helped with',
      {
        exchanges: [
          ...given(3),
          exchangeWith({ id: 'a', kind: 'ask', outcome: 'partly', outcomeOn: ago(1) }),
        ],
      },
      false,
    ],
    [
      'an ask that was declined',
      {
        exchanges: [
          ...given(3),
          exchangeWith({ id: 'a', kind: 'ask', outcome: 'declined', outcomeOn: ago(1) }),
        ],
      },
      true,
    ],
    [
      'somebody introduced by one of them',
      { exchanges: given(3), introduced: [contactWith({ id: 'c-lee', viaId: 'c-000', metOn: ago(20) })] },
      false,
    ],
    [
      'somebody introduced before',
      { exchanges: given(3), introduced: [contactWith({ id: 'c-lee', viaId: 'c-000', metOn: ago(200) })] },
      true,
    ],
    [
      'a gathering worth it',
      { exchanges: given(3), gatherings: [gatheringWith(ago(9), { worth: true })] },
      false,
    ],
    [
      'a gathering not worth it',
      { exchanges: given(3), gatherings: [gatheringWith(ago(9), { worth: false })] },
      true,
    ],
    ['volunteering', { exchanges: given(9), group: groupWith({ kind: 'volunteering' }) }, false],
    ['an online group', { exchanges: given(3), group: groupWith({ kind: 'online' }) }, true],
  ])('%s', (_, record, raised) => {
    expect(oneWay(recordWith({ people: [ANA], ...record }), now).raised).toBe(raised);
  });

  test('help received never raises it', () => {
    const record = fc.record({
      gives: fc.integer({ min: 0, max: 6 }),
      hours: fc.integer({ min: 0, max: 20 }),
      on: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(record, ({ gives, hours, on }) => {
        const before = recordWith({
          people: [ANA],
          exchanges: given(gives),
          gatherings: [gatheringWith(ago(5), { minutes: hours * 60 })],
        });
        const after = { ...before, exchanges: [...before.exchanges, ...given(1, on, 'received')] };
        if (oneWay(after, now).raised) expect(oneWay(before, now).raised).toBe(true);
        if (on < 180) expect(oneWay(after, now).raised).toBe(false);
      }),
      RUNS,
    );
  });

  test('says who and when, oldest first, and what it cost', () => {
    const group = groupWith({ fee: 4000, feePer: 'month', joinedOn: ago(10) });
    const gatherings = [gatheringWith(ago(8), { minutes: 60, cost: 500 })];
    const sign = oneWay(recordWith({ group, people: [ANA], exchanges: given(1, 4), gatherings }), now);
    expect(sign.evidence).toEqual([
      { on: ago(8), what: 'gathering', who: null, text: null, minutes: 60 },
      { on: ago(4), what: 'gave', who: 'Ana Silva', text: 'an hour of help', minutes: null },
    ]);
    expect(sign.measures).toEqual([
      { what: 'gives', count: 1, from: 3 },
      { what: 'minutes', count: 60, from: 600 },
      { what: 'money', count: 4500, from: null },
      { what: 'back', count: 0, from: null },
    ]);
  });
});

describe('sign 2, more recruiting than relationships', () => {
  const touches = (...days: number[]) =>
    days.map((each) => meetingWith({ id: `i-${each}`, heldOn: ago(each) }));
  test.each<[string, Partial<GroupRecord>, boolean]>([
    ['one pitch and no touch', { observations: seen('pitch', 5) }, false],
    ['two pitches and no touch', { observations: seen('recruit', 5, 9) }, false],
    ['three pitches and no touch', { observations: seen('recruit', 5, 9, 40) }, true],
    [
      'of all three kinds',
      { observations: [...seen('recruit', 5), ...seen('pitch', 9), ...seen('asked-to-recruit', 40)] },
      true,
    ],
    [
      'three pitches and three touches',
      { observations: seen('pitch', 5, 9, 40), meetings: touches(1, 2, 3) },
      false,
    ],
    [
      'three pitches and two touches',
      { observations: seen('pitch', 5, 9, 40), meetings: touches(1, 2) },
      true,
    ],
    [
      'two touches on one day are one',
      {
        observations: seen('pitch', 5, 9, 40),
        meetings: [...touches(1, 2), meetingWith({ id: 'i-x', heldOn: ago(1) })],
      },
      true,
    ],
    [
      'of two people on one day are two',
      {
        observations: seen('pitch', 5, 9, 40),
        meetings: [...touches(1, 2), meetingWith({ id: 'i-x', heldOn: ago(1), with: ['c-001'] })],
      },
      false,
    ],
    [
      'a talk in which they sold is a pitch and no touch',
      { observations: seen('recruit', 5, 9), meetings: [meetingWith({ heldOn: ago(40), pitch: 'them' })] },
      true,
    ],
    [
      'my own pitch is neither',
      { observations: seen('recruit', 5, 9), meetings: [meetingWith({ heldOn: ago(40), pitch: 'me' })] },
      false,
    ],
    [
      'a pitch noted and logged on one day is one',
      { observations: seen('pitch', 5, 9), meetings: [meetingWith({ heldOn: ago(9), pitch: 'them' })] },
      false,
    ],
    ['pitches before the window', { observations: seen('pitch', 5, 9, 90) }, false],
    ['other reports', { observations: [...seen('ambush', 5, 6), ...seen('milked', 7)] }, false],
    [
      'three within two weeks of one gathering, whatever else',
      {
        observations: seen('recruit', 6, 9, 20),
        gatherings: [gatheringWith(ago(20))],
        meetings: touches(1, 2, 3, 4, 5),
      },
      true,
    ],
    [
      'the third a day later',
      {
        observations: seen('recruit', 5, 9, 20),
        gatherings: [gatheringWith(ago(20))],
        meetings: touches(1, 2, 3, 4, 5),
      },
      false,
    ],
    [
      'the first a day before it',
      {
        observations: seen('recruit', 9, 10, 21),
        gatherings: [gatheringWith(ago(20))],
        meetings: touches(1, 2, 3, 4, 5),
      },
      false,
    ],
  ])('%s', (_, record, raised) => {
    expect(recruiting(recordWith({ people: [ANA], ...record }), now).raised).toBe(raised);
  });
});

describe('signs 3 and 4, two reports within a year', () => {
  test.each([
    [[], false],
    [[1], false],
    [[1, 364], true],
    [[1, 365], false],
    [[1, 1], false],
    [[1, 2], true],
  ])('reports of %j days ago: %j', (days, raised) => {
    expect(ambush(recordWith({ observations: seen('ambush', ...days) }), now).raised).toBe(raised);
    expect(badMouthing(recordWith({ observations: seen('bad-mouths', ...days) }), now).raised).toBe(raised);
    expect(ambush(recordWith({ observations: seen('bad-mouths', ...days) }), now).raised).toBe(false);
  });
});

describe('sign 5, more time than groups were given', () => {
  /** 2026-11-16 is a Monday. */
  const held = (date: string, minutes: number, groupId = 'g-000') =>
    gatheringWith(day(date), { id: `at-${date}-${groupId}`, minutes, groupId });
  test.each<[string, string[], number, boolean]>([
    ['one week', ['2026-11-16'], 241, false],
    ['two weeks running', ['2026-11-15', '2026-11-16'], 241, true],
    ['two weeks running, as much as was given', ['2026-11-15', '2026-11-16'], 240, false],
    ['two days of one week', ['2026-11-16', '2026-11-22'], 241, false],
    ['a week between', ['2026-11-08', '2026-11-16'], 241, false],
    ['long ago', ['2026-08-01', '2026-08-08'], 300, false],
  ])('%s: %j, %i minutes: %j', (_, dates, minutes, raised) => {
    const record = recordWith({ gatherings: dates.map((date) => held(date, minutes)) });
    expect(time(record, around(record)).raised).toBe(raised);
  });

  test('all groups together count, and it is said of the one that took most', () => {
    const record = recordWith({ gatherings: [held('2026-11-11', 150), held('2026-11-18', 150)] });
    const others = [held('2026-11-12', 100, 'g-other'), held('2026-11-19', 100, 'g-other')];
    expect(time(record, around(record, others)).raised).toBe(true);
    expect(time(record, around(record)).raised).toBe(false);
    const other = recordWith({ group: groupWith({ id: 'g-other' }), gatherings: others });
    expect(time(other, around(other, record.gatherings)).raised).toBe(false);
  });

  test('never where one volunteers, though the weeks are counted', () => {
    const gatherings = [held('2026-11-11', 300), held('2026-11-18', 300)];
    const record = recordWith({ gatherings, group: groupWith({ kind: 'volunteering' }) });
    expect(time(record, around(record))).toMatchObject({ raised: false, measures: [{ count: 2 }] });
  });
});

describe('sign 5, of groups in turn and weeks cut off', () => {
  const held = (date: CalendarDate, minutes: number, groupId: string) =>
    gatheringWith(date, { id: `at-${date}-${groupId}`, minutes, groupId });

  test('where two groups alternate it is said of the one that took most over the weeks', () => {
    /** Seven weeks, the last of them that of 2026-11-16. */
    const turns = [0, 1, 2, 3, 4, 5, 6].map((i) =>
      held(addDays(day('2026-11-17'), -7 * i), 900, `g-00${i % 2}`),
    );
    const of = (id: string, gatherings: readonly Gathering[]) => {
      const record = recordWith({ group: groupWith({ id }) });
      return time(record, around(record, gatherings));
    };
    expect(of('g-000', turns)).toMatchObject({ raised: true, measures: [{ count: 7 }] });
    expect(of('g-000', turns).evidence).toHaveLength(7);
    expect(of('g-001', turns)).toMatchObject({ raised: false, measures: [{ count: 0 }], evidence: [] });
    expect(of('g-000', turns.slice(1)).raised).toBe(true);
    expect(of('g-001', turns.slice(1)).raised).toBe(true);
  });

  test('a week that the window cuts off is not looked at', () => {
    /** The window begins on 2026-08-25, a Tuesday. */
    expect([ago(89), addDays(ago(89), 6)]).toEqual(['2026-08-25', '2026-08-31']);
    const weeks = ['2026-08-30', '2026-08-31', '2026-09-07'].map((date) => held(day(date), 300, 'g-000'));
    const of = (gatherings: readonly Gathering[]) =>
      time(recordWith({ gatherings }), around(recordWith({ gatherings })));
    expect(of(weeks.slice(0, 2))).toMatchObject({ raised: false, evidence: [{ on: '2026-08-31' }] });
    expect(of(weeks.slice(1)).raised).toBe(true);
  });
});

describe('the five together', () => {
  test.each<[string, Partial<GroupRecord>, string, number]>([
    ['nothing', {}, 'clear', 0],
    [
      'one report of everything',
      {
        observations: [
          ...seen('pitch', 9),
          ...seen('ambush', 9),
          ...seen('bad-mouths', 9),
          ...seen('milked', 9),
        ],
      },
      'clear',
      0,
    ],
    ['one sign', { observations: seen('ambush', 2, 3) }, 'amber', 1],
    ['two signs', { observations: [...seen('ambush', 2, 3), ...seen('bad-mouths', 2, 3)] }, 'red', 2],
    [
      'an online group',
      {
        group: groupWith({ kind: 'online' }),
        observations: [...seen('ambush', 2, 3), ...seen('bad-mouths', 2, 3)],
      },
      'red',
      2,
    ],
  ])('%s', (_, given, level, raised) => {
    const record = recordWith(given);
    expect(checkGroup(record, around(record))).toMatchObject({ level, raised });
  });

  test('a report that has passed out of every window says nothing', () => {
    const old = fc.constantFrom(...OBSERVATION_KINDS);
    fc.assert(
      fc.property(fc.array(old, { maxLength: 9 }), (kinds) => {
        const record = recordWith({
          observations: kinds.map((kind, i) => ({
            ...observationWith(kind, addDays(ago(365), -i)),
            id: `o-${i}`,
          })),
        });
        expect(checkGroup(record, around(record)).level).toBe('clear');
      }),
      RUNS,
    );
  });

  test('of nothing but days to come nothing is said', () => {
    const record = recordWith({ observations: OBSERVATION_KINDS.flatMap((kind) => seen(kind, -1, -2, -3)) });
    expect(checkGroup(record, around(record)).raised).toBe(0);
  });
});
