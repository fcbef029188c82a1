import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyPlan, viewer } from '../../src/domain/agenda/plan.ts';
import { termsOf } from '../../src/domain/agenda/terms.ts';
import type { Birthday, CalendarDate } from '../../src/domain/days/day.ts';
import { addDays } from '../../src/domain/days/day.ts';
import type { Pause } from '../../src/domain/days/pause.ts';
import type { Group } from '../../src/domain/groups/group.ts';
import { type Person, stageOf } from '../../src/domain/person.ts';
import { DEFAULTS, type Settings } from '../../src/domain/settings.ts';
import { entryTitle } from '../../src/render/calendar.ts';
import { calendarEntries } from '../../src/reports/calendar.ts';
import { world } from '../support/arbitrary.ts';
import { groupWith } from '../support/groups.ts';
import { ago, NO_HISTORY, personWith, TODAY } from '../support/people.ts';
import { WORLDS } from '../support/worlds.ts';

interface Given {
  readonly groups?: readonly Group[];
  readonly pauses?: readonly Pause[];
  readonly settings?: Settings;
  readonly days?: number;
}

function entries(
  people: readonly Person[],
  { groups = [], pauses = [], settings = DEFAULTS, days = 60 }: Given = {},
) {
  const history = { ...NO_HISTORY, pauses };
  const view = viewer(emptyPlan('', history, settings, TODAY), history, settings, TODAY);
  return calendarEntries({ people, groups, view, today: TODAY, days });
}

function told(people: readonly Person[], given: Given = {}): readonly string[] {
  return entries(people, given).map((entry) => `${entry.on} ${entryTitle(entry)}`);
}

const ahead = (days: number) => addDays(TODAY, days);
const close = (gap: number, contact: Parameters<typeof personWith>[0] = {}) =>
  personWith({ stage: 'kept', keptOn: ago(400), circle: 'close', ...contact }, [{ heldOn: ago(gap) }]);
const pause = (from: number, to: number | null): Pause => ({
  id: 'p',
  sinceDay: ahead(from),
  untilDay: to === null ? null : ahead(to),
  deletedAt: null,
});
const group = (given: Partial<Group>): Group => groupWith({ id: 'g-1', name: 'Rust Meetup', ...given });

const CADENCE = DEFAULTS.cadence.close;

describe('when somebody is due', () => {
  test.each<[string, Person, Given, readonly string[]]>([
    ['one cadence after the last touch', close(10), {}, [`${ahead(CADENCE - 10)} Tend Ana Silva`]],
    ['overdue, today', close(CADENCE + 5), {}, [`${TODAY} Tend Ana Silva`]],
    ['beyond the days asked for', close(1), { days: 7 }, []],
    ['in the stack, never', personWith({}, [{ heldOn: ago(100) }]), {}, []],
    ['moved on, never', close(100, { stage: 'moved on' }), {}, []],
    ['deleted, never', close(100, { deletedAt: '2026-01-01T00:00:00.000Z' }), {}, []],
    ['dormant, never', close(900), {}, []],
    ['snoozed, on their day', close(50, { snoozedUntil: ahead(9) }), {}, [`${ahead(9)} Tend Ana Silva`]],
    [
      'snoozed until before, as ever',
      close(10, { snoozedUntil: ahead(1) }),
      {},
      [`${ahead(CADENCE - 10)} Tend Ana Silva`],
    ],
    ['after a pause', close(50), { pauses: [pause(-3, 4)] }, [`${ahead(5)} Tend Ana Silva`]],
    ['not in an open pause', close(50), { pauses: [pause(-3, null)] }, []],
    [
      'paused days do not count',
      close(10),
      { pauses: [pause(2, 6)] },
      [`${ahead(CADENCE - 10 + 5)} Tend Ana Silva`],
    ],
    [
      'growing and not talked to yet, today',
      personWith({ stage: 'growing', grownOn: ago(3), metOn: ago(3) }),
      {},
      [`${TODAY} Tend Ana Silva`],
    ],
  ])('%s', (_, person, given, expected) => {
    expect(told([person], given)).toEqual(expected);
  });

  test('after a busy season', () => {
    const seasons = [{ from: TODAY.slice(5), to: ahead(6).slice(5) }];
    expect(told([close(50)], { settings: { ...DEFAULTS, seasons } })).toEqual([`${ahead(7)} Tend Ana Silva`]);
  });

  test('not while two messages wait for an answer', () => {
    const mine = { channel: 'message' as const, noAnswer: true, startedBy: 'me' as const };
    const waiting = personWith({ stage: 'kept', keptOn: ago(400), circle: 'inner' }, [
      { ...mine, heldOn: ago(20) },
      { ...mine, heldOn: ago(25) },
    ]);
    expect(told([waiting])).toEqual([`${ahead(10)} Tend Ana Silva`]);
  });

  test('whoever a new plan of one day would list for anything but a promise or a date is due today, and nobody else', () => {
    fc.assert(
      fc.property(world, ({ people, history, settings }) => {
        const view = viewer(emptyPlan('', history, settings, TODAY), history, settings, TODAY);
        const due = calendarEntries({ people, groups: [], view, today: TODAY, days: 0 })
          .filter(({ kind }) => kind === 'due')
          .map(({ id }) => id);
        const listed = people
          .filter((person) => /^(growing|kept)$/.test(stageOf(person, view(person))))
          .filter((person) =>
            termsOf(person, { ...view(person), first: TODAY, last: TODAY }).some(
              ({ kind }) => kind !== 'promise' && kind !== 'date',
            ),
          )
          .map(({ contact }) => contact.id);
        expect(due.sort()).toEqual(listed.sort());
      }),
      { ...WORLDS, numRuns: 200 },
    );
  });
});

describe('what was promised', () => {
  const promising = (dueOn: CalendarDate | null, contact: Parameters<typeof personWith>[0] = {}, more = {}) =>
    personWith(contact, [], [{ kind: 'promise', text: 'the book', madeOn: ago(3), dueOn, ...more }]);

  test.each<[string, Person, Given, readonly string[]]>([
    ['on its day', promising(ahead(5)), {}, [`${ahead(5)} Promised Ana Silva: the book`]],
    ['without one, a week later', promising(null), {}, [`${ahead(4)} Promised Ana Silva: the book`]],
    ['late, today', promising(ago(2)), {}, [`${TODAY} Promised Ana Silva: the book`]],
    [
      'in a pause too',
      promising(ahead(5)),
      { pauses: [pause(0, null)] },
      [`${ahead(5)} Promised Ana Silva: the book`],
    ],
    [
      'to somebody snoozed',
      promising(ahead(5), { snoozedUntil: ahead(30) }),
      {},
      [`${ahead(5)} Promised Ana Silva: the book`],
    ],
    ['beyond the days asked for', promising(ahead(5)), { days: 4 }, []],
    ['kept', promising(ahead(5), {}, { keptOn: ago(1) }), {}, []],
    ['taken back', promising(ahead(5), {}, { droppedOn: ago(1) }), {}, []],
    ['to somebody moved on', promising(ahead(5), { stage: 'moved on' }), {}, []],
  ])('%s', (_, person, given, expected) => {
    expect(told([person], given)).toEqual(expected);
  });

  test('makes nobody due who is not', () => {
    const both = personWith(
      { stage: 'kept', keptOn: ago(400), circle: 'close' },
      [{ heldOn: ago(1) }],
      [{ kind: 'promise', text: 'the book', madeOn: ago(3), dueOn: ahead(5) }],
    );
    expect(told([both])).toEqual([
      `${ahead(5)} Promised Ana Silva: the book`,
      `${ahead(CADENCE - 1)} Tend Ana Silva`,
    ]);
  });
});

describe('dates', () => {
  const born = (birthday: string, given = {}) => close(1, { birthday: birthday as Birthday, ...given });
  test.each<[string, CalendarDate | undefined, string | null | undefined]>([
    ['1980-03-05', '2026-03-05' as CalendarDate, '03-05'],
    ['--12-24', '2026-12-24' as CalendarDate, '12-24'],
    ['--02-29', '2026-02-28' as CalendarDate, '02-29'],
    ['1984-02-29', '2026-02-28' as CalendarDate, '02-29'],
  ])('a birthday on %s is each year, and says no age', (birthday, on, yearly) => {
    const [entry, ...more] = entries([born(birthday)], { days: 0 });
    expect([entry?.kind, entry?.on, entry?.yearly, more]).toEqual(['birthday', on, yearly, []]);
    expect(JSON.stringify(entry)).not.toMatch(/19\d\d/);
  });

  test('of those who are tended, dormant ones too', () => {
    expect(entries([born('--12-24', { stage: 'stack' })], { days: 0 })).toEqual([]);
    expect(entries([born('--12-24', { stage: 'moved on' })], { days: 0 })).toEqual([]);
    const dormant = personWith({ stage: 'kept', keptOn: ago(2000), birthday: '--12-24' as Birthday }, [
      { heldOn: ago(1500) },
    ]);
    expect(told([dormant])).toEqual(['2026-12-24 Birthday of Ana Silva']);
  });

  test.each<[string, Partial<Group>, readonly string[]]>([
    ['a renewal', { renewsOn: ahead(200) }, [`${ahead(200)} Rust Meetup renews`]],
    [
      'the next of them',
      { renewsOn: '2020-12-01' as CalendarDate, feePer: 'year' },
      ['2026-12-01 Rust Meetup renews'],
    ],
    ['the end of a trial', { trialUntil: ahead(3) }, [`${ahead(3)} The trial of Rust Meetup ends`]],
    ['a trial that is over', { trialUntil: ago(3) }, []],
    ['a group that was left', { renewsOn: ahead(3), trialUntil: ahead(3), leftOn: ago(1) }, []],
    ['neither', {}, []],
  ])('%s', (_, given, expected) => {
    expect(told([], { groups: [group(given)] })).toEqual(expected);
  });
});

test('whatever there is, ids are there once, and the order does not depend on that of the people', () => {
  fc.assert(
    fc.property(world, ({ people, history, settings }) => {
      const view = viewer(emptyPlan('', history, settings, TODAY), history, settings, TODAY);
      const found = calendarEntries({ people, groups: [], view, today: TODAY, days: 30 });
      expect(new Set(found.map(({ kind, id }) => `${kind}-${id}`)).size).toBe(found.length);
      expect(found.every(({ on, kind }) => kind === 'birthday' || (on >= TODAY && on <= ahead(30)))).toBe(
        true,
      );
      expect(
        calendarEntries({ people: people.toReversed(), groups: [], view, today: TODAY, days: 30 }),
      ).toEqual(found);
    }),
    { ...WORLDS, numRuns: 200 },
  );
});
