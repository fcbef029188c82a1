import type { History } from '../../src/domain/agenda/plan.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { addDays, type CalendarDate, day } from '../../src/domain/days/day.ts';
import { type Exchange, isOpen } from '../../src/domain/exchange.ts';
import type { Interaction } from '../../src/domain/interaction.ts';
import type { Person } from '../../src/domain/person.ts';
import { summarize } from '../../src/domain/summary.ts';

export const TODAY = day('2026-11-22');

/** Somebody in the stack of whom only the name is known, changed as a test needs. */
export function contactWith(given: Partial<Contact> = {}): Contact {
  return {
    id: 'c-000',
    short: 'c000',
    name: 'Ana Silva',
    nickname: null,
    org: null,
    role: null,
    city: null,
    birthday: null,
    askAbout: null,
    stage: 'stack',
    grownOn: null,
    keptOn: null,
    movedOn: null,
    movedTo: null,
    restedOn: null,
    circle: null,
    everyDays: null,
    noScore: false,
    origin: null,
    viaId: null,
    metOn: null,
    gatheringId: null,
    targetId: null,
    lastOn: null,
    snoozedUntil: null,
    toldOn: null,
    jobChangedOn: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    deletedAt: null,
    ...given,
  };
}

export function interactionWith(given: Partial<Interaction> = {}): Interaction {
  return {
    id: 'i-000',
    heldOn: TODAY,
    channel: 'in-person',
    text: null,
    minutes: null,
    startedBy: null,
    noAnswer: false,
    pitch: null,
    meeting: false,
    gatheringId: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    deletedAt: null,
    ...given,
  };
}

export function exchangeWith(given: Partial<Exchange> = {}): Exchange {
  return {
    id: 'e-000',
    contactId: 'c-000',
    interactionId: null,
    kind: 'give',
    text: 'an hour of help',
    type: null,
    madeOn: TODAY,
    dueOn: null,
    keptOn: null,
    droppedOn: null,
    outcome: null,
    outcomeOn: null,
    thankedOn: null,
    fruit: null,
    fruitOn: null,
    fruitThankedOn: null,
    forwardOn: null,
    forwardsId: null,
    recommendationId: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    deletedAt: null,
    ...given,
  };
}

/** A person from their rows. */
export function personWith(
  contact: Partial<Contact> = {},
  interactions: readonly Partial<Interaction>[] = [],
  exchanges: readonly Partial<Exchange>[] = [],
): Person {
  const whole = contactWith(contact);
  const held = interactions.map((given, i) =>
    interactionWith({ id: `i-${String(i).padStart(3, '0')}`, ...given }),
  );
  const made = exchanges.map((given, i) =>
    exchangeWith({ id: `${whole.id}-e${i}`, contactId: whole.id, ...given }),
  );
  return {
    contact: whole,
    summary: summarize(whole.id, whole.lastOn, held, made),
    open: made.filter(isOpen),
  };
}

/** The same person under another id, their exchanges too. */
export function renamed(person: Person, id: string): Person {
  return {
    contact: { ...person.contact, id, short: id },
    summary: { ...person.summary, contactId: id },
    open: person.open.map((exchange, i) => ({ ...exchange, id: `${id}-e${i}`, contactId: id })),
  };
}

export const NO_HISTORY: History = { pauses: [], plans: [], lastCommandOn: TODAY, groupMinutes: 0 };

export function ago(days: number): CalendarDate {
  return addDays(TODAY, -days);
}
