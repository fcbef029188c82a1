import fc from 'fast-check';
import { type Agenda, planWeek } from '../../src/domain/agenda/agenda.ts';
import { candidate } from '../../src/domain/agenda/candidate.ts';
import { emptyPlan, type History, viewer } from '../../src/domain/agenda/plan.ts';
import type { CalendarDate } from '../../src/domain/days/day.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { world } from './arbitrary.ts';
import { TODAY } from './people.ts';

export const WORLDS = { numRuns: 1000, seed: 20261122 };

export interface World {
  readonly people: readonly Person[];
  readonly history: History;
  readonly settings: Settings;
}

export function plan(
  { people, history, settings }: World,
  today: CalendarDate = TODAY,
  refill = false,
): Agenda {
  return planWeek(people, history, settings, today, { id: 'p-now', refill });
}

export function withPlan(history: History, agenda: Agenda): History {
  if (!agenda.changed) return history;
  return { ...history, plans: [...history.plans.filter(({ id }) => id !== agenda.plan.id), agenda.plan] };
}

export function ids(agenda: Agenda): string[] {
  return agenda.lines.map(({ person }) => person.contact.id);
}

export function holds(property: (given: World) => void): void {
  fc.assert(fc.property(world, property), WORLDS);
}

/** Everybody as a new plan of today would weigh them. */
export function candidates({ people, history, settings }: World) {
  const view = viewer(emptyPlan('p-now', history, settings, TODAY), history, settings, TODAY);
  return people.map((person) => candidate(person, view(person)));
}
