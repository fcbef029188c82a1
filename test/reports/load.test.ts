import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CIRCLES, type Contact } from '../../src/domain/contact.ts';
import type { Person, Situation } from '../../src/domain/person.ts';
import { stageOf } from '../../src/domain/person.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { loadText } from '../../src/render/load.ts';
import { print } from '../../src/render/print.ts';
import { type Load, weeklyLoad } from '../../src/reports/load.ts';
import { people as somePeople } from '../support/arbitrary.ts';
import { ago, personWith, TODAY } from '../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const NOW: Situation = { settings: DEFAULTS, pauses: [], today: TODAY };

function kept(count: number, given: Partial<Contact> = {}, gap = 5): Person[] {
  return Array.from({ length: count }, () => personWith({ stage: 'kept', ...given }, [{ heldOn: ago(gap) }]));
}

function growing(count: number, days = 5): Person[] {
  return Array.from({ length: count }, () => personWith({ stage: 'growing', grownOn: ago(days) }));
}

function load(...people: readonly (readonly Person[])[]): Load {
  return weeklyLoad(people.flat(), NOW);
}

describe('the load of a week', () => {
  test('is the sum of seven days over each cadence, by circle', () => {
    const found = load(
      kept(2, { circle: 'inner' }),
      kept(3, { circle: 'close' }),
      kept(9),
      kept(9, { circle: 'wide' }),
      growing(1),
    );
    expect(found.circles).toEqual([
      { circle: 'inner', people: 2, perWeek: 1 },
      { circle: 'close', people: 3, perWeek: expect.closeTo(0.7, 10) },
      { circle: 'active', people: 9, perWeek: expect.closeTo(0.7, 10) },
      { circle: 'wide', people: 9, perWeek: expect.closeTo(0.35, 10) },
      { circle: 'growing', people: 1, perWeek: 0.5 },
    ]);
    expect(found.people).toBe(24);
    expect(found.perWeek).toBeCloseTo(3.25, 10);
    expect(found.capacity).toBe(5);
    expect([found.crowded, found.widen]).toEqual([null, null]);
  });

  test('counts an own cadence, and a circle only where somebody is in it', () => {
    expect(load(kept(1, { circle: 'wide', everyDays: 7 })).circles).toEqual([
      { circle: 'wide', people: 1, perWeek: 1 },
    ]);
    expect(load(kept(1, { circle: 'inner', stage: 'growing', grownOn: ago(1) })).circles[0]?.circle).toBe(
      'growing',
    );
    expect(load()).toEqual({ people: 0, perWeek: 0, capacity: 5, circles: [], crowded: null, widen: null });
  });

  test.each([
    ['the dormant', kept(3, { circle: 'inner' }, 181)],
    ['the stack', kept(3, { stage: 'stack' })],
    ['those moved on', kept(3, { stage: 'moved on' })],
    ['who went back to the stack', growing(3, 90)],
  ])('asks nothing of %s', (_, people) => {
    expect(load(people)).toMatchObject({ people: 0, perWeek: 0, circles: [] });
  });

  test.each([
    [5, 10, null],
    [6, 0, 'inner'],
    [5, 11, 'close'],
    [0, 15, null],
    [0, 16, 'close'],
    [6, 20, 'inner'],
  ] as const)('with %i inner and %i close people is crowded: %s', (inner, close, crowded) => {
    expect(
      load(kept(inner, { circle: 'inner' }), kept(close, { circle: 'close' })).crowded?.circle ?? null,
    ).toBe(crowded);
  });

  test.each([
    ['nothing while a week holds it', 10, 0, 0, null],
    ['the inner circle', 11, 0, 0, 'inner'],
    ['the close one, which asks for more', 4, 20, 0, 'close'],
    ['the active one', 1, 1, 90, 'active'],
  ] as const)('widens %s', (_, inner, close, active, widen) => {
    const people = [kept(inner, { circle: 'inner' }), kept(close, { circle: 'close' }), kept(active)];
    expect(load(...people).widen).toBe(widen);
  });

  test.each([
    ['growing', growing(12)],
    ['wide', kept(6, { circle: 'wide', everyDays: 7 })],
  ])('widens no empty circle for those who are %s', (_, people) => {
    const found = load(people);
    expect(found.perWeek).toBeGreaterThan(found.capacity);
    expect([null, ...found.circles.map(({ circle }) => circle)]).toContain(found.widen);
  });
});

describe('it is said', () => {
  const say = async (found: Load) =>
    (await print(loadText(found), { columns: 200, color: false })).split('\n');

  test('rounded up, beside what a week has', async () => {
    expect(await say(load(kept(1, { circle: 'inner' }), kept(9)))).toEqual([
      'inner   1 person  0.5 a week',
      'active  9 people  0.7 a week',
      '10 people to tend: that is 2 a week, and a week has room for 5.',
      '',
    ]);
    expect(await say(load())).toEqual(['Nobody is tended yet.', '']);
  });

  test('with what to do about it', async () => {
    const text = (await say(load(kept(11, { circle: 'inner' })))).join('\n');
    expect(text).toContain('11 people to tend: that is 6 a week, and a week has room for 5.');
    expect(text).toContain('A wider circle for some of the inner ones would help.');
    expect(text).toContain('The inner circle has 11 people, and few can hold more than 5.');
    const close = (await say(load(kept(4, { circle: 'inner' }), kept(12, { circle: 'close' })))).join('\n');
    expect(close).toContain('Inner and close together have 16 people, and few can hold more than 15.');
  });
});

test('for any people the circles add up to the whole, and nobody is counted who is not tended', () => {
  fc.assert(
    fc.property(somePeople, (list) => {
      const found = weeklyLoad(list, NOW);
      const tended = list.filter((person) => ['growing', 'kept'].includes(stageOf(person, NOW)));
      expect(found.people).toBe(tended.length);
      expect(found.circles.reduce((sum, circle) => sum + circle.people, 0)).toBe(found.people);
      expect(found.circles.reduce((sum, circle) => sum + circle.perWeek, 0)).toBeCloseTo(found.perWeek, 8);
      for (const { circle } of found.circles) expect([...CIRCLES, 'growing']).toContain(circle);
      if (found.perWeek <= found.capacity) expect(found.widen).toBeNull();
    }),
    RUNS,
  );
});
