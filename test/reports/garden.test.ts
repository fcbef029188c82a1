import { describe, expect, test } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import type { CalendarDate } from '../../src/domain/days/day.ts';
import type { Group } from '../../src/domain/groups/group.ts';
import type { Situation } from '../../src/domain/person.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { staged } from '../../src/domain/stage-since.ts';
import type { Touch } from '../../src/domain/touch.ts';
import { diversityOf } from '../../src/reports/diversity.ts';
import { changedSince } from '../../src/reports/grown.ts';
import { largestGroup } from '../../src/reports/largest-group.ts';
import { median } from '../../src/reports/median.ts';
import { channelMix, whoStarts } from '../../src/reports/mix.ts';
import { stageCounts } from '../../src/reports/stages.ts';
import { yieldByGroup, yieldByOrigin } from '../../src/reports/yield.ts';
import { ago, contactWith, personWith, TODAY } from '../support/people.ts';

const NOW: Situation = { settings: DEFAULTS, pauses: [], today: TODAY };
const SINCE = ago(364);

function groupWith(id: string, name: string): Group {
  return {
    id,
    name,
    kind: 'networking',
    joinedOn: ago(900),
    fee: null,
    feePer: null,
    currency: null,
    renewsOn: null,
    trialUntil: null,
    why: null,
    reviewedOn: null,
    leftOn: null,
    createdAt: '2024-01-01T00:00:00.000Z',
    deletedAt: null,
  };
}

function touchWith(given: Partial<Touch> = {}): Touch {
  return {
    id: 'i-1',
    heldOn: TODAY,
    channel: 'call',
    minutes: null,
    startedBy: null,
    meeting: false,
    groupId: null,
    people: ['a'],
    ...given,
  };
}

const several = (n: number, given: Partial<Touch>) => Array.from({ length: n }, () => touchWith(given));

/** Somebody with the days of their touches, days ago and oldest first. */
function somebody(contact: Partial<Contact>, ...gaps: readonly number[]) {
  const person = personWith(
    contact,
    gaps.map((gap) => ({ heldOn: ago(gap) })),
  );
  return { each: staged(person, NOW, ago(800)), days: gaps.map(ago) };
}

function changed(...given: readonly ReturnType<typeof somebody>[]) {
  const days = new Map(given.map(({ each, days: own }) => [each.person.contact.id, own]));
  const { grew, faded, revived } = changedSince(
    given.map(({ each }) => each),
    days,
    SINCE,
    NOW,
  );
  const told = ({ people, of }: typeof grew) => `${people.map(({ id }) => id).join(' ')}/${of}`;
  return { grew: told(grew), faded: told(faded), revived: told(revived) };
}

describe('what grew, faded and revived', () => {
  test.each<[string, Partial<Contact>, readonly number[], Partial<ReturnType<typeof changed>>]>([
    ['kept after growing', { stage: 'kept', grownOn: ago(100), keptOn: ago(50) }, [20], { grew: 'a/1' }],
    ['kept before the window', { stage: 'kept', grownOn: ago(500), keptOn: ago(400) }, [20], { grew: '/0' }],
    ['kept without growing', { stage: 'kept', keptOn: ago(50) }, [20], { grew: '/0', faded: '/1' }],
    ['kept before growing', { stage: 'kept', grownOn: ago(10), keptOn: ago(50) }, [20], { grew: '/0' }],
    ['growing still', { stage: 'growing', grownOn: ago(50) }, [20], { grew: '/1', faded: '/1' }],
    ['growing, and quiet', { stage: 'growing', grownOn: ago(150) }, [120], { grew: '/1', faded: 'a/1' }],
    ['growing, and let rest', { grownOn: ago(150), restedOn: ago(20) }, [120], { faded: 'a/1' }],
    [
      'let rest on the same day',
      { grownOn: ago(150), restedOn: ago(150) },
      [150],
      { grew: '/1', faded: '/1' },
    ],
    [
      'kept, then let rest',
      { grownOn: ago(150), keptOn: ago(90), restedOn: ago(20) },
      [],
      { grew: '/1', faded: '/1' },
    ],
    [
      'let rest before the window',
      { grownOn: ago(500), restedOn: ago(400) },
      [],
      { grew: '/0', faded: '/0' },
    ],
    [
      'growing, and moved on from',
      { stage: 'moved on', grownOn: ago(150), movedOn: ago(9) },
      [],
      { grew: '/1', faded: '/1' },
    ],
    [
      'kept, and moved on from',
      { stage: 'moved on', grownOn: ago(900), keptOn: ago(800), movedOn: ago(9) },
      [],
      { grew: '/0', faded: '/1' },
    ],
    [
      'let rest before the window, and moved on from in it',
      { stage: 'moved on', grownOn: ago(600), restedOn: ago(500), movedOn: ago(9) },
      [],
      { grew: '/0', faded: '/0' },
    ],
    ['moved on from without being tended', { stage: 'moved on', movedOn: ago(9) }, [], { faded: '/0' }],
    [
      'grown anew',
      { stage: 'growing', grownOn: ago(9), restedOn: ago(400) },
      [],
      { grew: '/1', faded: '/1' },
    ],
    ['dormant now', { stage: 'kept', circle: 'inner', keptOn: ago(700) }, [200], { faded: 'a/1' }],
    ['dormant for long', { stage: 'kept', circle: 'inner', keptOn: ago(900) }, [700], { faded: '/0' }],
    ['back after a long time', { circle: 'inner' }, [500, 100], { revived: 'a/1' }],
    ['back before the window', { circle: 'inner' }, [800, 400, 300, 150, 20], { revived: '/0' }],
    ['back before the window and in it', { circle: 'inner' }, [800, 400, 390, 20], { revived: 'a/1' }],
    ['never away for long', { circle: 'inner' }, [400, 300, 200, 100], { revived: '/0' }],
    ['away still', { circle: 'inner' }, [200], { revived: '/1' }],
    ['three cadences are no long time', { circle: 'wide' }, [600, 100], { revived: '/0' }],
    ['moved on', { stage: 'moved on', circle: 'inner' }, [500, 100], { revived: '/0', faded: '/0' }],
  ])('%s', (_, contact, gaps, expected) => {
    expect(changed(somebody({ id: 'a', ...contact }, ...gaps))).toMatchObject(expected);
  });

  test('each is said of how many', () => {
    const grown = { stage: 'kept', circle: 'inner', grownOn: ago(300), keptOn: ago(280) } as const;
    expect(
      changed(
        somebody({ id: 'a', ...grown }, 10),
        somebody({ id: 'b', ...grown }, 270),
        somebody({ id: 'c', stage: 'growing', grownOn: ago(9) }, 5),
        somebody({ id: 'd', grownOn: ago(90), restedOn: ago(5) }, 80),
        somebody({ id: 'e', stage: 'kept', circle: 'inner', keptOn: ago(700) }, 600, 3),
      ),
    ).toEqual({ grew: 'a b/4', faded: 'b d/5', revived: 'e/2' });
  });
});

describe('stages', () => {
  test.each([
    [[], null],
    [[4], 4],
    [[9, 1, 5], 5],
    [[1, 4], 3],
  ])('the median of %j is %j', (numbers, expected) => expect(median(numbers)).toBe(expected));

  test('each with how many and how long', () => {
    const people = [
      somebody({ restedOn: ago(10) }),
      somebody({ restedOn: ago(30) }),
      somebody({ stage: 'growing', grownOn: ago(12) }),
    ].map(({ each }) => each);
    expect(stageCounts(people, TODAY)).toEqual([
      { stage: 'stack', people: 2, medianDays: 20 },
      { stage: 'growing', people: 1, medianDays: 12 },
      { stage: 'kept', people: 0, medianDays: null },
      { stage: 'dormant', people: 0, medianDays: null },
      { stage: 'moved on', people: 0, medianDays: null },
    ]);
  });
});

describe('what an origin gave', () => {
  const days = new Map<string, CalendarDate[]>([
    ['a', [ago(500), ago(135)]],
    ['b', [ago(500), ago(136)]],
    ['c', [ago(10)]],
  ]);
  const known = {
    days,
    today: TODAY,
    addedOn: ({ createdAt }: Contact) => createdAt.slice(0, 10) as CalendarDate,
  };
  const met = (id: string, given: Partial<Contact> = {}) =>
    contactWith({ id, metOn: ago(500), origin: 'event', createdAt: ago(365), ...given });

  test('counts who was in touch a year after or later, of those met a year ago', () => {
    const contacts = [
      met('a'),
      met('b'),
      met('c'),
      met('d', { metOn: ago(365) }),
      met('e', { metOn: ago(364) }),
      met('f', { metOn: null }),
      met('g', { origin: 'volunteering' }),
      met('c', { origin: null }),
    ];
    expect(yieldByOrigin(contacts, known)).toEqual([
      { from: 'event', alive: 2, of: 4 },
      { from: 'volunteering', alive: 0, of: 1 },
      { from: 'other', alive: 1, of: 1 },
    ]);
  });

  test.each<[string, number, readonly number[], { alive: number; of: number } | null]>([
    ['in the file for a year, and nothing logged', 365, [], { alive: 0, of: 1 }],
    ['not for a year, and nothing logged', 364, [], null],
    ['nothing logged but the meeting', 364, [500], null],
    ['logged only later', 364, [100], null],
    ['logged on the last day of the year after', 364, [135], { alive: 1, of: 1 }],
    ['logged in the year after, and no more', 10, [400], { alive: 0, of: 1 }],
    ['logged in it and later', 10, [400, 3], { alive: 1, of: 1 }],
  ])('known or not: %s', (_, added, gaps, expected) => {
    const own = { ...known, days: new Map([['x', gaps.map(ago)]]) };
    expect(yieldByOrigin([met('x', { createdAt: ago(added) })], own)).toEqual(
      expected === null ? [] : [{ from: 'event', ...expected }],
    );
  });

  test('the same for a group', () => {
    const [first, second] = [groupWith('g', 'Rotary'), groupWith('h', 'Choir')];
    const contacts = new Map(['a', 'b', 'c'].map((id) => [id, met(id)]));
    const members = new Map([['g', new Set(['a', 'b', 'erased'])]]);
    expect(yieldByGroup([first, second], members, contacts, known)).toEqual([
      { from: first, alive: 1, of: 2 },
    ]);
  });
});

describe('diversity', () => {
  const network = (...orgs: readonly (string | null)[]) =>
    orgs.map((org, i) => contactWith({ id: `c-${i}`, org }));
  const own = { employer: 'Acme', industry: 'design' };
  const everybody = ['c-0', 'c-1', 'c-2', 'c-3', 'c-4'];
  const tagged = { any: new Set(everybody), own: new Set(['c-0', 'c-1']) };
  const five = network('ACME', 'Acmé ', 'Porto Press', 'Kete', 'Acme Labs');

  test('is told outside the employer, the field and the largest group', () => {
    const groups = [groupWith('g', 'Rotary'), groupWith('h', 'Choir')];
    const members = new Map([
      ['g', new Set(['c-0', 'x', 'y', 'z'])],
      ['h', new Set(['c-1', 'c-2'])],
    ]);
    expect(diversityOf(five, own, tagged, groups, members)).toEqual({
      employer: { outside: 3, of: 5 },
      industry: { outside: 3, of: 5 },
      group: { name: 'Choir', outside: 3, of: 5 },
    });
  });

  test('says nothing of fewer than five, nor of what is not set', () => {
    const none = { employer: null, industry: null, group: null };
    expect(diversityOf(five.slice(1), own, tagged, [], new Map())).toEqual(none);
    expect(diversityOf(five, { employer: null, industry: null }, tagged, [], new Map())).toEqual(none);
    expect(diversityOf(network('Acme', null, null, null, null), own, tagged, [], new Map())).toEqual({
      ...none,
      industry: { outside: 3, of: 5 },
    });
  });
});

test('a field is known of those who have tags, once somebody has its own', () => {
  const network = Array.from({ length: 6 }, (_, i) => contactWith({ id: `c-${i}` }));
  const own = { employer: null, industry: 'design' };
  const industryOf = (any: readonly string[], mine: readonly string[]) =>
    diversityOf(network, own, { any: new Set(any), own: new Set(mine) }, [], new Map()).industry;
  const five = ['c-0', 'c-1', 'c-2', 'c-3', 'c-4'];
  expect(industryOf(five, ['c-0'])).toEqual({ outside: 4, of: 5 });
  expect(industryOf(five.slice(1), ['c-1'])).toBeNull();
  expect(industryOf(five, [])).toBeNull();
});

describe('the group through which most touches go', () => {
  const groups = [groupWith('g', 'Rotary'), groupWith('h', 'Choir')];
  const gatherings = [{ id: 'h-1', groupId: 'g' }];
  const contacts = [contactWith({ id: 'a', gatheringId: 'h-1' }), contactWith({ id: 'b' })];
  const daily = (n: number, given: Partial<Touch>) =>
    several(n, given).map((touch, i) => ({ ...touch, heldOn: ago(i) }));

  test.each([
    ['more than 60 %', 7, 3, { name: 'Rotary', touches: 7, of: 10 }],
    ['not 60 %', 6, 4, null],
    ['nor of fewer than ten', 9, 0, null],
  ])('%s', (_, inGroup, others, expected) => {
    const touches = [...daily(inGroup, { people: ['a'] }), ...daily(others, { people: ['b'] })];
    expect(largestGroup(touches, groups, gatherings, contacts)).toEqual(expected);
  });

  test('a gathering of it counts, whoever was there; who was only there with me counts nowhere else', () => {
    const touches = [...daily(8, { people: ['a', 'b'], groupId: 'g' }), ...daily(12, { people: ['b'] })];
    expect(largestGroup(touches, groups, gatherings, contacts)).toEqual({
      name: 'Rotary',
      touches: 16,
      of: 20,
    });
    expect(largestGroup(daily(10, { people: ['b'], groupId: 'h' }), groups, [], contacts)?.name).toBe(
      'Choir',
    );
    expect(largestGroup(daily(10, {}), [], [], [])).toBeNull();
  });
});

test('channels are in person or remote', () => {
  const touches = (['in-person', 'video', 'call', 'in-person', 'letter'] as const).map((channel) =>
    touchWith({ channel }),
  );
  expect(channelMix(touches)).toEqual({ inPerson: 2, remote: 3, of: 5 });
});

test('who starts is told from five on', () => {
  const told = [...several(3, { startedBy: 'me' }), ...several(2, { startedBy: 'them' })];
  expect(whoStarts([...told, ...several(4, {})])).toEqual({ me: 3, of: 5 });
  expect(whoStarts(told.slice(1))).toBeNull();
});
