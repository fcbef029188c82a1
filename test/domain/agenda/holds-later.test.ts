import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agenda } from '../../../src/domain/agenda/agenda.ts';
import { candidate } from '../../../src/domain/agenda/candidate.ts';
import { emptyPlan, viewer } from '../../../src/domain/agenda/plan.ts';
import { isObligation } from '../../../src/domain/agenda/term.ts';
import { addDays, type CalendarDate } from '../../../src/domain/days/day.ts';
import type { Person } from '../../../src/domain/person.ts';
import { capacity, peopleWithin } from '../../../src/domain/settings.ts';
import { summarize } from '../../../src/domain/summary.ts';
import { world } from '../../support/arbitrary.ts';
import { exchangeWith, TODAY } from '../../support/people.ts';

import { holds, ids, plan, WORLDS, type World, withPlan } from '../../support/worlds.ts';

/** What may happen to somebody between two runs. */
const deed = fc.oneof(
  fc.constant((person: Person) => person),
  fc.constant(touchedToday),
  fc.constant((person: Person) => withContact(person, { stage: 'stack', snoozedUntil: null })),
  fc
    .integer({ min: 1, max: 20 })
    .map((days) => (person: Person) => withContact(person, { snoozedUntil: addDays(TODAY, days) })),
  fc.integer({ min: -3, max: 12 }).map((days) => (person: Person) => ({
    ...person,
    open: [
      ...person.open,
      exchangeWith({
        id: `${person.contact.id}-new`,
        contactId: person.contact.id,
        kind: 'promise',
        madeOn: TODAY,
        dueOn: addDays(TODAY, days),
      }),
    ],
  })),
);

function withContact(person: Person, contact: Partial<Person['contact']>): Person {
  return { ...person, contact: { ...person.contact, ...contact } };
}

/** Everything owed is said, once: by a line that is open, or below the list. Who is aside is listed for nothing else. */
function expectEverythingSaid({ people, history, settings }: World, agenda: Agenda, today: CalendarDate) {
  const view = viewer(agenda.plan, history, settings, today);
  for (const person of people) {
    const owed = candidate(person, view(person)).obligations;
    const line = agenda.lines.find((each) => each.person === person);
    const [leading] = line?.terms ?? [];
    const said = line?.done === false && leading !== undefined && isObligation(leading, agenda.plan.last);
    const below = agenda.alsoOwed.some((each) => each.person === person);
    expect([person.contact.id, said !== below]).toEqual([person.contact.id, owed.length > 0]);
    const waits = person.contact.stage === 'stack' || (person.contact.snoozedUntil ?? '') > today;
    if (waits && line?.done === false) expect(said).toBe(true);
  }
}

test('a new week says everything owed, for every input', () => {
  holds((given) => expectEverythingSaid(given, plan(given), TODAY));
});

describe('a stored week holds, for every input', () => {
  test('whatever happens meanwhile, everything owed is said: by a line that is open, or below the list', () => {
    fc.assert(
      fc.property(
        world,
        fc.array(deed, { minLength: 25, maxLength: 25 }),
        fc.integer({ min: 0, max: 6 }),
        (given, deeds, later) => {
          const history = withPlan(given.history, plan(given));
          const people = given.people.map((person, i) => deeds[i]?.(person) ?? person);
          const today = addDays(TODAY, later);
          const now = { ...given, people, history };
          const agenda = plan(now, today);
          expectEverythingSaid(now, agenda, today);
        },
      ),
      WORLDS,
    );
  });

  test('nothing new on a second run of the same day', () => {
    holds((given) => {
      const first = plan(given);
      const second = plan({ ...given, history: withPlan(given.history, first) });
      expect(second.changed).toBe(false);
      expect(second.alsoOwed).toEqual(first.alsoOwed);
      expect(second.lines).toEqual(first.lines);
    });
  });

  test('its people and their order, on each day until it ends', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 6 }), (given, later) => {
        const first = plan(given);
        if (!first.changed) return;
        const second = plan({ ...given, history: withPlan(given.history, first) }, addDays(TODAY, later));
        const before = new Set(ids(first));
        expect(ids(second).filter((id) => before.has(id))).toEqual(
          ids(first).filter((id) => ids(second).includes(id)),
        );
        expect(second.plan.lines.slice(0, first.plan.lines.length)).toEqual(first.plan.lines);
        expect(second.plan.lines.length).toBeLessThanOrEqual(
          Math.max(first.plan.lines.length, Math.min(first.plan.slots + 2, peopleWithin(given.settings))),
        );
      }),
      WORLDS,
    );
  });

  test('nobody later whom it passed over when it was made', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 6 }), (given, later) => {
        const first = plan(given);
        const second = plan({ ...given, history: withPlan(given.history, first) }, addDays(TODAY, later));
        if (first.changed) for (const id of first.plan.passedOver) expect(ids(second)).not.toContain(id);
      }),
      WORLDS,
    );
  });

  test('no more open lines after a refill than slots and appends allow', () => {
    holds((given) => {
      const first = plan(given);
      const more = plan({ ...given, history: withPlan(given.history, first) }, TODAY, true);
      expect(more.lines.filter(({ done }) => !done).length).toBeLessThanOrEqual(capacity(given.settings) + 2);
      expect(more.plan.lines.length).toBeLessThanOrEqual(
        Math.max(first.plan.lines.length, peopleWithin(given.settings)),
      );
    });
  });

  test('an interaction settles fading, dormant, follow-up and a date of that day', () => {
    holds((given) => {
      const history = withPlan(given.history, plan(given));
      const touched = given.people.map(touchedToday);
      const view = viewer(emptyPlan('p-new', history, given.settings, TODAY), history, given.settings, TODAY);
      for (const person of touched) {
        const kinds = candidate(person, view(person)).suggestions.filter(
          (term) => term.kind !== 'date' || term.on === TODAY,
        );
        for (const kind of ['fading', 'dormant', 'follow-up', 'date'])
          expect(kinds.map((term) => term.kind)).not.toContain(kind);
      }
      for (const line of plan({ ...given, people: touched, history }).lines) {
        const [leading] = line.line.reasons;
        if (['fading', 'dormant', 'follow-up'].includes(leading?.kind ?? '')) expect(line.done).toBe(true);
      }
    });
  });
});

/** Somebody with a coffee of today logged. */
function touchedToday(person: Person): Person {
  const log = {
    id: 'i-999',
    heldOn: TODAY,
    channel: 'in-person' as const,
    text: null,
    minutes: null,
    startedBy: null,
  };
  const interaction = {
    ...log,
    noAnswer: false,
    pitch: null,
    meeting: false,
    gatheringId: null,
    createdAt: '',
    deletedAt: null,
  };
  const added = summarize(person.contact.id, null, [interaction], []);
  const { summary } = person;
  return {
    ...person,
    summary: {
      ...summary,
      days: summary.days + 1,
      lastOn: TODAY,
      talks: summary.talks + 1,
      channels: [...added.channels, ...summary.channels].slice(0, 5),
      unanswered: 0,
      unansweredOn: null,
    },
  };
}
