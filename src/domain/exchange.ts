import { addDays, type CalendarDate } from './days/day.ts';

export const EXCHANGE_KINDS = ['give', 'received', 'ask', 'promise'] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];

/** What came of an ask; an ask without one is open. */
export const OUTCOMES = ['helped', 'partly', 'busy', 'ignored', 'declined'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function isOutcome(text: string): text is Outcome {
  return (OUTCOMES as readonly string[]).includes(text);
}

/** What kind of help a give is. */
export const GIVE_TYPES = ['introduction', 'advice', 'time', 'referral', 'resource', 'support'] as const;
export type GiveType = (typeof GIVE_TYPES)[number];

/** Something given, received, asked or promised between me and one contact, with what came of it. */
export interface Exchange {
  readonly id: string;
  readonly contactId: string;
  readonly interactionId: string | null;
  readonly kind: ExchangeKind;
  readonly text: string;
  /** A give, where it is known. */
  readonly type: GiveType | null;
  readonly madeOn: CalendarDate;
  /** A promise's day. */
  readonly dueOn: CalendarDate | null;
  /** A promise: when it was kept. */
  readonly keptOn: CalendarDate | null;
  /** A promise: when it was taken back. */
  readonly droppedOn: CalendarDate | null;
  /** An ask. */
  readonly outcome: Outcome | null;
  readonly outcomeOn: CalendarDate | null;
  /** Help received, when it was thanked for. */
  readonly thankedOn: CalendarDate | null;
  /** What the help led to, when that was noted, and when they were thanked for it again. */
  readonly fruit: string | null;
  readonly fruitOn: CalendarDate | null;
  readonly fruitThankedOn: CalendarDate | null;
  /** Help that cannot be returned: since when it is to be paid forward. */
  readonly forwardOn: CalendarDate | null;
  /** A give, or a promise kept: the help that it pays forward. */
  readonly forwardsId: string | null;
  /** A give: the recommendation that it was. */
  readonly recommendationId: string | null;
  readonly createdAt: string;
  readonly deletedAt: string | null;
}

export function isOpenPromise(exchange: Exchange): boolean {
  return exchange.kind === 'promise' && exchange.keptOn === null && exchange.droppedOn === null;
}

export function isOpenAsk(exchange: Exchange): boolean {
  return exchange.kind === 'ask' && exchange.outcome === null;
}

/** Thanks are owed for an ask that was helped with, until they are given. */
export function owesThanks(exchange: Exchange): boolean {
  return exchange.kind === 'ask' && exchange.outcome === 'helped' && exchange.thankedOn === null;
}

/** Help that bore fruit is thanked for a second time. */
export function owesThanksForFruit(exchange: Exchange): boolean {
  return exchange.fruitOn !== null && exchange.fruitThankedOn === null;
}

/** Whether anything is still to be done about an exchange. */
export function isOpen(exchange: Exchange): boolean {
  return (
    isOpenPromise(exchange) || isOpenAsk(exchange) || owesThanks(exchange) || owesThanksForFruit(exchange)
  );
}

/** The day on which a promise is due: seven days after it was made where none was given. */
export function promiseDay(promise: Pick<Exchange, 'dueOn' | 'madeOn'>): CalendarDate {
  return promise.dueOn ?? addDays(promise.madeOn, 7);
}

/** Promises by the day on which they are due: the order in which they are numbered. */
export function promisesByDay(promises: readonly Exchange[]): Exchange[] {
  const key = (promise: Exchange) => `${promiseDay(promise)} ${promise.id}`;
  return [...promises].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Something I gave: a give, or a promise that was kept. */
export function isGiven(exchange: Exchange): boolean {
  return exchange.kind === 'give' || (exchange.kind === 'promise' && exchange.keptOn !== null);
}

/** Something I received: told so, or an ask that was helped with at least partly. */
export function isReceived(exchange: Exchange): boolean {
  return exchange.kind === 'received' || exchange.outcome === 'helped' || exchange.outcome === 'partly';
}

/** The day of something given: of a promise the day when it was kept. */
export function givenOn(exchange: Exchange): CalendarDate {
  return exchange.keptOn ?? exchange.madeOn;
}

/** The day of something received: of an ask the day when it was helped with. */
export function receivedOn(exchange: Exchange): CalendarDate {
  return exchange.outcomeOn ?? exchange.madeOn;
}
