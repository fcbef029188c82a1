import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Agenda, planWeek } from '../../../src/domain/agenda/agenda.ts';
import { candidate } from '../../../src/domain/agenda/candidate.ts';
import { emptyPlan, type History, viewer } from '../../../src/domain/agenda/plan.ts';
import { CIRCLES } from '../../../src/domain/contact.ts';
import { addDays, type CalendarDate, daysBetween } from '../../../src/domain/days/day.ts';
import type { Person } from '../../../src/domain/person.ts';
import { capacity, DEFAULTS, type Settings } from '../../../src/domain/settings.ts';
import { ago, NO_HISTORY, personWith, renamed, TODAY } from '../../support/people.ts';

/** The plan of a day, and the history with it. */
function open(
  people: readonly Person[],
  history: History,
  settings: Settings,
  today: CalendarDate,
): [Agenda, History] {
  const agenda = planWeek(people, history, settings, today, { id: `p-${today}`, refill: false });
  const others = history.plans.filter(({ id }) => id !== agenda.plan.id);
  return [agenda, agenda.changed ? { ...history, plans: [...others, agenda.plan] } : history];
}

describe('nobody who is due is forgotten, though nobody acts', () => {
  const kept = fc.record({
    circle: fc.constantFrom(...CIRCLES),
    since: fc.integer({ min: 0, max: 300 }),
    gap: fc.integer({ min: 0, max: 500 }),
    touches: fc.integer({ min: 0, max: 4 }),
  });
  const somebody = kept.map(({ circle, since, gap, touches }) =>
    personWith(
      { stage: 'kept', circle, keptOn: ago(since) },
      Array.from({ length: touches }, (_, i) => ({ heldOn: ago(gap + i * 20) })),
    ),
  );
  const worlds = fc.record({
    people: fc.array(somebody, { minLength: 1, maxLength: 40 }),
    slots: fc.integer({ min: 2, max: 8 }),
  });

  test.each(fc.sample(worlds, { numRuns: 150, seed: 7 }).map((given, i) => [i, given] as const))(
    'world %i over 60 weeks',
    (_, { people: list, slots }) => {
      const settings = { ...DEFAULTS, slots };
      const people = list.map((person, i) => renamed(person, `c-${String(i).padStart(3, '0')}`));
      let history = NO_HISTORY;
      const waiting = new Map<string, number>();
      let mostDue = 0;
      let longest = 0;
      for (let week = 0; week < 60; week++) {
        const today = addDays(TODAY, week * 7);
        const view = viewer(emptyPlan('next', history, settings, today), history, settings, today);
        const due = people
          .map((person) => candidate(person, view(person)))
          .filter((c) => c.stage === 'kept' && c.suggestions.length > 0)
          .map((c) => c.person.contact.id);
        mostDue = Math.max(mostDue, due.length);
        const [agenda, after] = open(people, history, settings, today);
        const listed = new Set(agenda.lines.map(({ person }) => person.contact.id));
        for (const { contact } of people) {
          const waits = due.includes(contact.id) && !listed.has(contact.id);
          waiting.set(contact.id, waits ? (waiting.get(contact.id) ?? 0) + 1 : 0);
          longest = Math.max(longest, waiting.get(contact.id) ?? 0);
        }
        expect(agenda.lines.length).toBeLessThanOrEqual(capacity(settings));
        history = after;
      }
      expect(longest).toBeLessThan(mostDue + 1);
    },
  );
});

describe('inner relationships come round every 14 days, whichever weekday one opens the list or acts', () => {
  const days = [0, 1, 2, 3, 4, 5, 6];
  const cases = days.flatMap((opens) => days.map((acts) => [opens, acts] as const));

  test.each(cases)('opened on day %i, acted on %i days later', (opens, acts) => {
    const start = addDays(TODAY, opens);
    let people = [
      ...Array.from({ length: 5 }, (_, i) =>
        renamed(
          personWith({ stage: 'kept', circle: 'inner', keptOn: ago(30) }, [
            { heldOn: ago(3 + i * 3) },
            { heldOn: ago(40) },
          ]),
          `inner-${i}`,
        ),
      ),
      ...Array.from({ length: 2 }, (_, i) =>
        renamed(
          personWith({ stage: 'growing', grownOn: addDays(start, -2), metOn: addDays(start, -2) }, [
            { heldOn: addDays(start, -2), meeting: true },
          ]),
          `growing-${i}`,
        ),
      ),
      renamed(
        personWith({ stage: 'stack' }, [], [{ kind: 'promise', madeOn: ago(20), dueOn: ago(5) }]),
        'owed',
      ),
    ];
    let history = NO_HISTORY;
    const listedOn = new Map<string, CalendarDate[]>();
    for (let week = 0; week < 26; week++) {
      const today = addDays(start, week * 7);
      const [agenda, after] = open(people, history, DEFAULTS, today);
      history = after;
      const acted = addDays(today, acts);
      const listed = new Set(agenda.lines.map(({ person }) => person.contact.id));
      for (const id of listed) listedOn.set(id, [...(listedOn.get(id) ?? []), today]);
      people = people.map((person) =>
        listed.has(person.contact.id) && person.contact.id !== 'owed' ? touchedOn(person, acted) : person,
      );
    }
    for (let i = 0; i < 5; i++) {
      const dates = listedOn.get(`inner-${i}`) ?? [];
      const gaps = dates.slice(1).map((date, at) => daysBetween(dates[at] ?? date, date));
      expect(dates.length).toBeGreaterThanOrEqual(12);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(14);
    }
  });
});

function touchedOn(person: Person, on: CalendarDate): Person {
  const { summary } = person;
  return { ...person, summary: { ...summary, days: summary.days + 1, lastOn: on, talks: summary.talks + 1 } };
}
