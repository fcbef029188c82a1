import { type Change, type Making, update } from '../change.ts';
import type { Circle, Contact } from '../contact.ts';
import type { CalendarDate } from '../days/day.ts';
import { NetError } from '../error.ts';
import { type Exchange, isOpenPromise, promiseDay } from '../exchange.ts';
import type { Person } from '../person.ts';

/** To be tended as a new relationship. The slots are the caller's to check. */
export function grow(contact: Contact, { today }: Making): Change {
  return update('contact', contact.id, {
    stage: 'growing',
    grownOn: today,
    snoozedUntil: null,
    movedOn: null,
    movedTo: null,
  });
}

/** Back to the stack: nothing is suggested, nothing is lost. `restedOn` is the day of that. */
export function rest(contact: Contact, restedOn: CalendarDate): Change {
  return update('contact', contact.id, {
    stage: 'stack',
    restedOn,
    snoozedUntil: null,
    movedOn: null,
    movedTo: null,
  });
}

export interface Keeping {
  readonly circle: Circle | null;
  readonly everyDays: number | null;
  readonly lastOn: CalendarDate | null;
}

/** An existing relationship to maintain. What is not said stays as it is; the circle is active unless set. */
export function keepContact(
  contact: Contact,
  { circle, everyDays, lastOn }: Keeping,
  { today }: Making,
): Change {
  return update('contact', contact.id, {
    stage: 'kept',
    keptOn: contact.stage === 'kept' ? contact.keptOn : today,
    circle: circle ?? contact.circle ?? 'active',
    snoozedUntil: null,
    movedOn: null,
    movedTo: null,
    ...(everyDays === null ? {} : { everyDays }),
    ...(lastOn === null ? {} : { lastOn }),
  });
}

/**
 * Off every list; nothing is deleted, and `net keep` or `net rest` brings them back. `movedTo` is where what is left happens from now on,
 * such as sales.
 */
export function moveOn(contact: Contact, movedTo: string | null, { today }: Making): Change {
  return update('contact', contact.id, {
    stage: 'moved on',
    movedOn: today,
    movedTo,
    snoozedUntil: null,
  });
}

/** The promises that are due or late. */
export function duePromises(person: Person, today: CalendarDate): Exchange[] {
  return person.open.filter((exchange) => isOpenPromise(exchange) && promiseDay(exchange) <= today);
}

/** Not listed before a day. Throws `rejected` where a promise is due already: it gets a new day instead. */
export function snooze(person: Person, until: CalendarDate, { today }: Making): Change {
  const [late] = duePromises(person, today);
  if (late !== undefined) {
    throw new NetError(
      'rejected',
      `you promised ${person.contact.name} "${late.text}", and that is due`,
      `give it a new day: net promise ${person.contact.short} --due friday`,
    );
  }
  return update('contact', person.contact.id, { snoozedUntil: until });
}
