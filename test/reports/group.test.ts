import { describe, expect, test } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import { lastDays } from '../../src/domain/groups/group-record.ts';
import { nextDecision } from '../../src/domain/groups/renewal.ts';
import type { Person } from '../../src/domain/person.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import type { Touch } from '../../src/domain/touch.ts';
import { aimsIn } from '../../src/reports/group-aims.ts';
import { gainedIn } from '../../src/reports/group-gained.ts';
import { groupReview, reviewWindow } from '../../src/reports/group-review.ts';
import { shareOf } from '../../src/reports/group-share.ts';
import { tiesOf } from '../../src/reports/group-ties.ts';
import { worthOf } from '../../src/reports/group-worth.ts';
import { isToKeep, whoStays } from '../../src/reports/leaving.ts';
import { around, gatheringWith, groupWith, recordWith } from '../support/groups.ts';
import { ago, contactWith, exchangeWith, personWith, TODAY } from '../support/people.ts';

const SITUATION = { settings: DEFAULTS, pauses: [], today: TODAY };
const YEAR = lastDays(365, TODAY);
const FIRST = gatheringWith(ago(200));

/** Somebody met at the first gathering, with whom things went both ways. */
function friend(
  id: string,
  lastOn: number,
  given: Partial<Contact> = {},
  exchanges = [{ kind: 'give' as const }, { kind: 'received' as const }],
): Person {
  return personWith(
    {
      id,
      name: id,
      stage: 'kept',
      circle: 'active',
      keptOn: ago(190),
      metOn: ago(200),
      gatheringId: FIRST.id,
      ...given,
    },
    [{ heldOn: given.metOn ?? ago(200), meeting: true }, { heldOn: ago(lastOn) }],
    exchanges,
  );
}

describe('who was gained, and with whom it lasted', () => {
  test.each<[string, Person, number, number]>([
    ['both ways, and touched after 90 days', friend('a', 110), 1, 1],
    ['both ways, last touched after 89', friend('a', 111), 1, 0],
    ['one way only', friend('a', 10, {}, [{ kind: 'give' }]), 0, 0],
    ['nothing asked of it', friend('a', 10, { noScore: true }, []), 1, 1],
    ['moved on', friend('a', 10, { stage: 'moved on' }), 0, 0],
    ['in the stack, and in touch', friend('a', 10, { stage: 'stack' }), 1, 1],
    ['met before the window', friend('a', 10, { metOn: ago(400) }), 0, 1],
    ['met elsewhere', friend('a', 10, { gatheringId: 'at-other' }), 0, 0],
    ['met who knows when', friend('a', 10, { metOn: null }), 0, 0],
  ])('%s', (_, person, gained, lasted) => {
    const record = recordWith({ gatherings: [FIRST], people: [person] });
    const found = gainedIn(record, YEAR, SITUATION);
    expect([found.gained.length, found.lasted.length]).toEqual([gained, lasted]);
  });

  test('not where the touch was too long ago', () => {
    const gone = friend('a', 300, { metOn: ago(500), stage: 'stack' });
    const record = recordWith({ gatherings: [FIRST], people: [gone] });
    expect(gainedIn(record, YEAR, SITUATION).lasted).toEqual([]);
  });

  test('help of its people within the window', () => {
    const exchanges = [
      exchangeWith({ kind: 'received', madeOn: ago(364) }),
      exchangeWith({ kind: 'received', madeOn: ago(365) }),
      exchangeWith({ kind: 'ask', outcome: 'partly', madeOn: ago(400), outcomeOn: ago(3) }),
      exchangeWith({ kind: 'ask', outcome: 'busy', outcomeOn: ago(3) }),
    ];
    expect(gainedIn(recordWith({ exchanges }), YEAR, SITUATION).help).toBe(2);
  });
});

test('what one relationship cost, and one help; null where there was none', () => {
  const cost = { minutes: 100, commute: 20, fees: 900, costs: 100 };
  const since = { minutes: 300, commute: 20, fees: 2900, costs: 100 };
  expect(worthOf(cost, since, { lasted: [friend('a', 1), friend('b', 1)], help: 3 })).toEqual({
    all: { minutes: 120, money: 1000 },
    since: { minutes: 320, money: 3000 },
    perLasting: { minutes: 160, money: 1500 },
    perHelp: { minutes: 40, money: 333 },
  });
  expect(worthOf(cost, since, { lasted: [], help: 0 })).toMatchObject({ perLasting: null, perHelp: null });
});

test('aims and worth, of the gatherings that say', () => {
  const gatherings = [
    gatheringWith(ago(1), { aim: 'meet', worth: true }),
    gatheringWith(ago(2), { aim: 'meet', worth: false }),
    gatheringWith(ago(3), { aim: 'learn' }),
    gatheringWith(ago(4)),
    gatheringWith(ago(400), { aim: 'help', worth: true }),
  ];
  expect(aimsIn({ gatherings }, YEAR)).toEqual({
    worth: { yes: 1, of: 2 },
    aims: [
      { aim: 'meet', times: 2 },
      { aim: 'learn', times: 1 },
    ],
  });
});

test('who introduced whom, and which of them are beyond the group', () => {
  const people = [personWith(), personWith({ id: 'c-ben', name: 'Ben' })];
  const introduced = [
    contactWith({ id: 'c-ben', name: 'Ben', viaId: 'c-000', metOn: ago(20) }),
    contactWith({ id: 'c-lee', name: 'Lee', viaId: 'c-000', metOn: ago(3) }),
    contactWith({ id: 'c-zoe', name: 'Zoe', viaId: 'c-ben', metOn: TODAY }),
    contactWith({ id: 'c-old', name: 'Old', viaId: 'c-ben', metOn: ago(365) }),
    contactWith({ id: 'c-una', name: 'Una', viaId: 'c-ben' }),
  ];
  expect(tiesOf(recordWith({ people, introduced }), YEAR)).toEqual({
    introductions: [
      { by: 'Ana Silva', introduced: ['Ben', 'Lee'] },
      { by: 'Ben', introduced: ['Zoe'] },
    ],
    introduced: 3,
    beyond: 2,
  });
});

describe('how much of my touches came through a group', () => {
  const met = new Set(['a']);
  const touchWith = (id: string, on: number, groupId: string | null = null): Touch => ({
    id: `${id} ${on}`,
    heldOn: ago(on),
    channel: 'call',
    minutes: null,
    startedBy: null,
    meeting: false,
    groupId,
    people: id.split(','),
  });
  const days = (count: number, id: string) => Array.from({ length: count }, (_, i) => touchWith(id, i));
  test.each([
    [6, 4, false],
    [7, 3, true],
    [7, 2, false],
    [61, 39, true],
    [60, 40, false],
    [0, 0, false],
  ])('%i of it and %i others: %j', (through, other, much) => {
    const made = [...days(through, 'a'), ...days(other, 'c-other')];
    expect(shareOf('g-000', met, made)).toEqual({ through, of: through + other, much });
  });

  test('a touch at its gathering counts, two on one day are one, and a guest met elsewhere counts only there', () => {
    const made = [
      touchWith('a', 1),
      touchWith('a', 1, 'g-000'),
      touchWith('c-guest', 1, 'g-000'),
      touchWith('c-guest', 1),
      touchWith('c-guest', 2),
      touchWith('c-guest', 3, 'g-other'),
    ];
    expect(shareOf('g-000', met, made)).toMatchObject({ through: 2, of: 4 });
    expect(shareOf('g-000', met, [touchWith('a,c-guest', 5)])).toMatchObject({ through: 1, of: 2 });
  });
});

describe('the window of a review', () => {
  test.each([
    ['a year', {}, [], [ago(364), TODAY]],
    ['since it was joined', { joinedOn: ago(9) }, [], [ago(9), TODAY]],
    ['since it was first gone to', { joinedOn: ago(9) }, [gatheringWith(ago(20))], [ago(20), TODAY]],
    ['until it was left', { leftOn: ago(100) }, [], [ago(464), ago(100)]],
  ] as const)('%s', (_, given, gatherings, [from, to]) => {
    expect(reviewWindow({ group: groupWith(given), gatherings }, TODAY)).toEqual({ from, to });
  });

  test('the days are counted, and the next decision is the trial before the renewal', () => {
    const group = groupWith({ joinedOn: ago(9), trialUntil: ago(-3), renewsOn: ago(-1) });
    const record = recordWith({ group });
    const review = groupReview(record, [], SITUATION, around(record));
    expect(review).toMatchObject({ days: 10, decide: { kind: 'trial', on: ago(-3) }, people: 0 });
    expect(nextDecision({ ...group, trialUntil: ago(1) }, TODAY)).toEqual({ kind: 'renewal', on: ago(-1) });
    expect(nextDecision({ ...group, leftOn: TODAY }, TODAY)).toBeNull();
  });
});

describe('whom to think of before leaving', () => {
  const giver = friend('giver', 5, { stage: 'stack' }, [{ kind: 'received' }, { kind: 'received' }]);
  const both = friend('both', 5);
  const owed = personWith({ id: 'owed', name: 'owed' }, [], [{ kind: 'promise' }]);
  const met = personWith({ id: 'met', name: 'met' });

  test('givers first, then both ways, then what was promised; nobody else', () => {
    const staying = whoStays([met, owed, both, giver], SITUATION);
    expect(staying.map(({ person }) => person.contact.id)).toEqual(['giver', 'both', 'owed']);
    expect(staying.map(isToKeep)).toEqual([true, false, false]);
    expect(staying[0]).toMatchObject({ giver: true, helped: 2 });
    expect(staying[2]?.promised).toHaveLength(1);
  });

  test('not who moved on', () => {
    expect(whoStays([friend('a', 5, { stage: 'moved on' })], SITUATION)).toEqual([]);
  });
});
