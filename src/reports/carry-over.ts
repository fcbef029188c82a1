import type { CalendarDate } from '../domain/days/day.ts';
import {
  type Exchange,
  isOpenPromise,
  owesThanks,
  owesThanksForFruit,
  promiseDay,
} from '../domain/exchange.ts';
import type { Intended } from './intended.ts';

/** What goes along into the next week. Nothing that was only intended does, once its list has ended. */
export interface CarryOver {
  /** Promises due by the last day, the earliest first. */
  readonly promises: readonly Exchange[];
  /** Help that is not thanked for yet, or not again for what it led to. */
  readonly thanks: readonly Exchange[];
  /** Lines that are open while their list lasts, but for what is said above. */
  readonly lines: readonly Intended[];
}

/** What of the open exchanges and of a list's lines is to be carried over at the end of some days. */
export function carryOver(
  open: readonly Exchange[],
  lines: readonly Intended[],
  last: CalendarDate,
): CarryOver {
  const byDay = (a: Exchange, b: Exchange) => (promiseDay(a) < promiseDay(b) ? -1 : 1);
  const promises = open
    .filter((exchange) => isOpenPromise(exchange) && promiseDay(exchange) <= last)
    .sort(byDay);
  const thanks = open.filter(
    (exchange) =>
      (owesThanks(exchange) && (exchange.outcomeOn ?? exchange.madeOn) <= last) ||
      (owesThanksForFruit(exchange) && (exchange.fruitOn ?? last) <= last),
  );
  const said = new Set([...promises, ...thanks].map(({ contactId }) => contactId));
  return {
    promises,
    thanks,
    lines: lines.filter(({ state, contact }) => state === 'open' && !said.has(contact.id)),
  };
}
