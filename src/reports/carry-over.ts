import type { CalendarDate } from '../domain/days/day.ts';
import {
  type Exchange,
  isOpenPromise,
  owesThanks,
  owesThanksForFruit,
  promiseDay,
  receivedOn,
} from '../domain/exchange.ts';

/** What goes along into the next week. Nothing that was only intended does: it is said with its line. */
export interface CarryOver {
  /** Promises due by the last day, the earliest first. */
  readonly promises: readonly Exchange[];
  /** Help that is not thanked for yet, or not again for what it led to. */
  readonly thanks: readonly Exchange[];
}

/** What of the open exchanges is to be carried over at the end of some days. */
export function carryOver(open: readonly Exchange[], last: CalendarDate): CarryOver {
  const byDay = (a: Exchange, b: Exchange) => (promiseDay(a) < promiseDay(b) ? -1 : 1);
  const promises = open
    .filter((exchange) => isOpenPromise(exchange) && promiseDay(exchange) <= last)
    .sort(byDay);
  const thanks = open.filter(
    (exchange) =>
      (owesThanks(exchange) && receivedOn(exchange) <= last) ||
      (owesThanksForFruit(exchange) && (exchange.fruitOn ?? last) <= last),
  );
  return { promises, thanks };
}
