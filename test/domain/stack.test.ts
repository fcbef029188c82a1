import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { triage, UNDECIDED } from '../../src/domain/acts/triage.ts';
import type { Change, Making } from '../../src/domain/change.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { addDays, type CalendarDate } from '../../src/domain/days/day.ts';
import { plainGathering } from '../../src/domain/groups/gathering.ts';
import type { Person, Situation } from '../../src/domain/person.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { crowdOf, isCard, metAt, roomFor, stackAmong } from '../../src/domain/stack.ts';
import { people as somePeople } from '../support/arbitrary.ts';
import { ago, personWith, renamed, TODAY } from '../support/people.ts';

const RUNS = { numRuns: 500, seed: 20261122 };
const NOW: Situation = { settings: DEFAULTS, pauses: [], today: TODAY };
const dayOf = (instant: string) => instant.slice(0, 10) as CalendarDate;
const making: Making = { id: () => 'x', now: `${TODAY}T09:00:00.000Z`, today: TODAY };

function card(id: string, given: Partial<Contact> = {}, touched: readonly number[] = []): Person {
  const createdAt = `${given.metOn ?? ago(3)}T09:00:00.000Z`;
  const held = touched.map((days) => ({ heldOn: ago(days) }));
  return renamed(personWith({ createdAt, ...given }, held), id);
}

const ids = (people: readonly Person[]) => people.map(({ contact }) => contact.id);
const waiting = (people: readonly Person[], situation = NOW) =>
  ids(stackAmong(people, situation, dayOf).waiting);

describe('a card waits', () => {
  test.each<[string, Person, boolean]>([
    ['when it is new', card('c', { metOn: ago(1) }), true],
    ['not once it was let rest', card('c', { metOn: ago(9), restedOn: ago(5) }, [9]), false],
    [
      'not where it was touched on the day of that',
      card('c', { metOn: ago(9), restedOn: ago(5) }, [5]),
      false,
    ],
    ['again once it was touched later', card('c', { metOn: ago(9), restedOn: ago(5) }, [4]), true],
    ['not while it grows', card('c', { stage: 'growing', grownOn: ago(9) }), false],
    [
      'when it went back by itself',
      card('c', { stage: 'growing', grownOn: ago(90), restedOn: ago(95) }),
      true,
    ],
    ['not when it is kept', card('c', { stage: 'kept', keptOn: ago(1) }), false],
    ['not when it was moved on from', card('c', { stage: 'moved on', movedOn: ago(1) }), false],
  ])('%s', (_, person, expected) => {
    expect(waiting([person])).toEqual(expected ? ['c'] : []);
  });

  test('newest first, by the day of the meeting or else of the card', () => {
    const people = [
      card('c-1', { metOn: ago(9) }),
      card('c-2', { metOn: ago(2) }),
      card('c-3', { createdAt: `${ago(5)}T09:00:00.000Z` }),
      card('c-4', { metOn: ago(2) }),
    ];
    expect(waiting(people)).toEqual(['c-4', 'c-2', 'c-3', 'c-1']);
  });
});

describe('a card untouched for a year leaves triage', () => {
  test.each([
    [365, [], 1, 0],
    [366, [], 0, 1],
    [800, [365], 1, 0],
    [800, [366], 0, 1],
  ])('met %i days ago, touched %j days ago', (met, touched, waits, untouched) => {
    const { waiting: found, untouched: left } = stackAmong(
      [card('c', { metOn: ago(met) }, touched)],
      NOW,
      dayOf,
    );
    expect([found.length, left]).toEqual([waits, untouched]);
  });

  test('not where it came into the file later, nor for days in a pause', () => {
    const imported = card('c', { metOn: ago(2000), createdAt: `${ago(10)}T09:00:00.000Z` });
    expect(waiting([imported])).toEqual(['c']);
    const pauses = [{ sinceDay: ago(100), untilDay: ago(91) }];
    expect(waiting([card('c', { metOn: ago(375) })], { ...NOW, pauses })).toEqual(['c']);
    expect(waiting([card('c', { metOn: ago(376) })], { ...NOW, pauses })).toEqual([]);
  });
});

describe('people from one gathering', () => {
  const [spring, fall, other] = [
    plainGathering('g-1', 'DevMeet', ago(200)),
    plainGathering('g-2', 'DevMeet', ago(2)),
    plainGathering('g-3', 'DevMeet', null),
  ];
  const growing = { stage: 'growing', grownOn: ago(2) } as const;

  test('are the cards of all of its days, and who grows from the last one', () => {
    const people = [
      card('c-1', { gatheringId: 'g-1' }),
      card('c-2', { gatheringId: 'g-2' }),
      card('c-3', { gatheringId: 'g-2', ...growing }),
      card('c-4', { gatheringId: 'g-1', ...growing }),
      card('c-5', {}),
      card('c-6', { gatheringId: 'g-2', stage: 'kept', keptOn: ago(1) }),
    ];
    const found = metAt(people, [other, spring, fall], NOW);
    expect([ids(found.cards).sort(), ids(found.growing)]).toEqual([['c-1', 'c-2'], ['c-3']]);
    expect(metAt(people.slice(0, 1), [other, spring, fall], NOW).growing).toEqual([]);
  });

  test.each([
    [[], [], 2, 2],
    [['c-1'], ['c-1'], 2, 2],
    [['c-1'], ['c-1', 'c-9'], 2, 1],
    [[], ['c-8', 'c-9'], 2, 0],
    [[], ['c-7', 'c-8', 'c-9'], 2, 0],
    [['c-1', 'c-2'], ['c-1', 'c-2'], 3, 3],
  ])('%j of them growing, %j holding slots of %i: %i may grow', (own, holders, slots, room) => {
    const some = (list: readonly string[]) => list.map((id) => card(id, growing));
    expect(roomFor(some(own), some(holders), slots)).toBe(room);
  });

  test.each([
    [5, 5, 2, 'few'],
    [6, 6, 2, 'offer'],
    [7, 7, 2, 'mention'],
    [6, 6, 0, 'mention'],
    [6, 2, 2, 'few'],
    [7, 3, 2, 'mention'],
  ] as const)('%i of them, %i to choose from, room for %i: %s', (people, choosable, room, crowd) => {
    expect(crowdOf(people, choosable, room)).toBe(crowd);
  });
});

/** People after what was decided, as if it had been written. */
function written(people: readonly Person[], changes: readonly Change[]): Person[] {
  return people.map((person) => {
    const sets = changes.flatMap((change) =>
      'update' in change && change.update === 'contact' && change.id === person.contact.id
        ? [change.set]
        : [],
    );
    return { ...person, contact: Object.assign({}, person.contact, ...sets) as Contact };
  });
}

describe('for any people', () => {
  const ahead = fc.integer({ min: 0, max: 80 });
  const did = fc.constantFrom('keep' as const, 'grow' as const, 'rest' as const, 'moveOn' as const);

  test('whoever was decided on is not shown again, whatever was decided', () => {
    fc.assert(
      fc.property(somePeople, did, fc.nat(), ahead, (list, what, at, days) => {
        const cards = stackAmong(list, NOW, dayOf).waiting;
        fc.pre(cards.length > 0);
        const chosen = cards[at % cards.length] as Person;
        const after = written(list, triage({ ...UNDECIDED, [what]: [chosen] }, NOW, making));
        const later = { ...NOW, today: addDays(TODAY, days) };
        const waits = ids(stackAmong(after, later, dayOf).waiting);
        expect(waits).not.toContain(chosen.contact.id);
        if (days === 0) expect(waits).toEqual(ids(cards).filter((id) => id !== chosen.contact.id));
      }),
      RUNS,
    );
  });

  test('who rests is shown again once touched on a later day, and not before', () => {
    fc.assert(
      fc.property(somePeople, fc.integer({ min: 1, max: 700 }), (list, days) => {
        const cards = stackAmong(list, NOW, dayOf).waiting;
        const rested = written(cards, triage({ ...UNDECIDED, rest: cards }, NOW, making));
        const later = { ...NOW, today: addDays(TODAY, days) };
        expect(stackAmong(rested, later, dayOf)).toEqual({ waiting: [], untouched: 0 });
        const touched = rested.map((person) => ({
          ...person,
          summary: { ...person.summary, lastOn: later.today },
        }));
        expect(waiting(touched, later).length).toBe(cards.length);
      }),
      RUNS,
    );
  });

  test('who waits and who is left out are cards, and nobody is both', () => {
    fc.assert(
      fc.property(somePeople, (list) => {
        const found = stackAmong(list, NOW, dayOf);
        expect(new Set(ids(found.waiting)).size).toBe(found.waiting.length);
        for (const person of found.waiting) expect(isCard(person, NOW)).toBe(true);
        expect(found.waiting.length + found.untouched).toBeLessThanOrEqual(
          list.filter((person) => isCard(person, NOW)).length,
        );
      }),
      RUNS,
    );
  });
});
