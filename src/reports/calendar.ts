import { dueDays } from '../domain/agenda/due.ts';
import type { View } from '../domain/agenda/term.ts';
import { termsOf } from '../domain/agenda/terms.ts';
import { addDays, type CalendarDate, latest, monthDay, yearly } from '../domain/days/day.ts';
import { isOpenPromise, promiseDay } from '../domain/exchange.ts';
import type { Group } from '../domain/groups/group.ts';
import { nextRenewal } from '../domain/groups/renewal.ts';
import { isTended, type Person, stageOf } from '../domain/person.ts';

/** Something that is to come, on a day. */
export interface CalendarEntry {
  readonly kind: 'due' | 'promise' | 'birthday' | 'renewal' | 'trial';
  /** The id of what it is about: a contact, an exchange, a group. */
  readonly id: string;
  readonly on: CalendarDate;
  /** The name of the person or group. */
  readonly name: string;
  /** What was promised. */
  readonly text: string | null;
  /** The month and day of what comes again each year, as `02-29`. */
  readonly yearly: string | null;
}

/** What is to come, and how each person is looked at today. */
export interface Ahead {
  readonly people: readonly Person[];
  readonly groups: readonly Group[];
  readonly view: (person: Person) => View;
  readonly today: CalendarDate;
  /** How many days ahead moves and promises are told. */
  readonly days: number;
}

/**
 * What is to come: when each person who is tended is due next, open promises, birthdays of the year, renewals and ends of trials. What should
 * have been done already is for today. By day.
 */
export function calendarEntries({ people, groups, view, today, days }: Ahead): CalendarEntry[] {
  const last = addDays(today, days);
  const key = ({ on, kind, id }: CalendarEntry) => `${on} ${kind} ${id}`;
  return [
    ...people.flatMap((person) => personEntries(person, view(person), last)),
    ...groups.flatMap((group) => groupEntries(group, today)),
  ].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function personEntries(person: Person, view: View, last: CalendarDate): CalendarEntry[] {
  const { contact, open } = person;
  const { id, name, birthday } = contact;
  const { today } = view;
  const stage = stageOf(person, view);
  if (contact.deletedAt !== null || stage === 'moved on') return [];
  const due = stage === 'growing' || stage === 'kept' ? dueOn(person, view, last) : null;
  const promises = open
    .filter(isOpenPromise)
    .map((promise) => ({ promise, on: latest(promiseDay(promise), today) ?? today }))
    .filter(({ on }) => on <= last);
  return [
    ...(due === null ? [] : [{ kind: 'due' as const, id, on: due, name, text: null, yearly: null }]),
    ...promises.map(({ promise, on }) => ({
      kind: 'promise' as const,
      id: promise.id,
      on,
      name,
      text: promise.text,
      yearly: null,
    })),
    ...(birthday === null || !isTended(stage)
      ? []
      : [
          {
            kind: 'birthday' as const,
            id,
            on: yearly(birthday, Number(today.slice(0, 4))),
            name,
            text: null,
            yearly: monthDay(birthday),
          },
        ]),
  ];
}

/**
 * The first day, up to the last, on which the list would have a reason to tend somebody, as `net today` has them: not while they are snoozed,
 * wait for a reply or everything is paused. Promises and birthdays stand on days of their own.
 */
function dueOn(person: Person, view: View, last: CalendarDate): CalendarDate | null {
  const free = { ...person, open: person.open.filter((exchange) => !isOpenPromise(exchange)) };
  const bound = dueDays(free, view.settings, view.pauses).dueOn;
  if (bound === null) return null;
  for (let on = latest(bound, view.today) ?? bound; on <= last; on = addDays(on, 1)) {
    const terms = termsOf(free, { ...view, today: on, first: on, last: on });
    if (terms.some(({ kind }) => kind !== 'date' && kind !== 'dormant')) return on;
  }
  return null;
}

function groupEntries(group: Group, today: CalendarDate): CalendarEntry[] {
  const { id, name, trialUntil, leftOn, deletedAt } = group;
  if (leftOn !== null || deletedAt !== null) return [];
  const renewal = nextRenewal(group, today);
  return [
    ...(renewal === null
      ? []
      : [{ kind: 'renewal' as const, id, on: renewal, name, text: null, yearly: null }]),
    ...(trialUntil === null || trialUntil < today
      ? []
      : [{ kind: 'trial' as const, id, on: trialUntil, name, text: null, yearly: null }]),
  ];
}
