import { type Change, type Making, update } from '../change.ts';
import type { CalendarDate } from '../days/day.ts';
import { type Exchange, isReceived, type Outcome } from '../exchange.ts';
import { isEstablished, type Person } from '../person.ts';
import { guessedType } from '../words/give-type.ts';
import { keep } from './log.ts';

/** What is written, and who is kept from now on because something has gone both ways. */
export interface Settled {
  readonly changes: readonly Change[];
  readonly established: readonly Person[];
}

/** The same, with what has been given by it. */
export interface Given extends Settled {
  readonly exchanges: readonly Exchange[];
}

/** A promise is kept: something given, of the kind that its words tell. */
export function keepPromise(person: Person, promise: Exchange, on: CalendarDate, making: Making): Given {
  const after = { ...person, summary: { ...person.summary, given: person.summary.given + 1 } };
  const set = { keptOn: on, type: guessedType(promise.text) };
  return {
    ...settled([update('exchange', promise.id, set)], person, after, making),
    exchanges: [{ ...promise, ...set }],
  };
}

export function dropPromise(promise: Exchange, on: CalendarDate): Change[] {
  return [update('exchange', promise.id, { droppedOn: on })];
}

export function movePromise(promise: Exchange, dueOn: CalendarDate): Change[] {
  return [update('exchange', promise.id, { dueOn })];
}

/** What came of an ask. Helped: thanks are owed until they are given. */
export function recordOutcome(
  person: Person,
  ask: Exchange,
  outcome: Outcome,
  on: CalendarDate,
  making: Making,
): Settled {
  const came = isReceived({ ...ask, outcome }) ? 1 : 0;
  const after = { ...person, summary: { ...person.summary, received: person.summary.received + came } };
  const set = { outcome, outcomeOn: on, thankedOn: null };
  return settled([update('exchange', ask.id, set)], person, after, making);
}

/** What the help led to: they are thanked for it once more, and only once, whatever else it turns out to have led to. */
export function noteFruit(exchange: Exchange, fruit: string, on: CalendarDate): Change[] {
  if (exchange.fruitOn !== null) return [update('exchange', exchange.id, { fruit })];
  return [update('exchange', exchange.id, { fruit, fruitOn: on, fruitThankedOn: null })];
}

export function thankFor(exchange: Exchange, on: CalendarDate): Change[] {
  return [update('exchange', exchange.id, { thankedOn: on })];
}

export function thankForFruit(exchange: Exchange, on: CalendarDate): Change[] {
  return [update('exchange', exchange.id, { fruitThankedOn: on })];
}

/** A proven giver has been told so. */
export function tellGiver(person: Person, on: CalendarDate): Change[] {
  return [update('contact', person.contact.id, { toldOn: on })];
}

function settled(changes: readonly Change[], before: Person, after: Person, making: Making): Settled {
  const grown = before.contact.stage === 'growing' && isEstablished(after);
  if (!grown) return { changes, established: [] };
  return {
    changes: [...changes, keep(before.contact.id, before.contact.circle, making)],
    established: [before],
  };
}
