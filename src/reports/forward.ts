import type { PaidForward } from '../domain/acts/forward.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { type Exchange, givenOn } from '../domain/exchange.ts';
import { lastDays } from '../domain/groups/group-record.ts';

/** What was paid forward is told for so many days. */
export const FORWARD_WINDOW = 365;

/** Help that is to be paid forward, longest waiting first, and what was in the window, newest first. */
export interface ForwardReport {
  readonly open: readonly Exchange[];
  readonly paid: readonly PaidForward[];
  readonly since: CalendarDate;
}

export function forwardReport(
  helps: readonly Exchange[],
  gives: readonly Exchange[],
  today: CalendarDate,
): ForwardReport {
  const since = lastDays(FORWARD_WINDOW, today).from;
  const paid = gives.flatMap((give): PaidForward[] => {
    const help = helps.find(({ id }) => id === give.forwardsId);
    return help === undefined ? [] : [{ give, help, returned: help.contactId === give.contactId }];
  });
  const closed = new Set(paid.map(({ help }) => help.id));
  return {
    open: helps.filter(({ id }) => !closed.has(id)),
    paid: paid.filter(({ give }) => givenOn(give) >= since).reverse(),
    since,
  };
}
