import { type Change, update } from '../change.ts';
import type { CalendarDate } from '../days/day.ts';
import { type Exchange, givenOn, receivedOn } from '../exchange.ts';

/** A give that paid help forward. `returned`: it went to the very person who had helped. */
export interface PaidForward {
  readonly give: Exchange;
  readonly help: Exchange;
  readonly returned: boolean;
}

/** Help that cannot be returned: some give to anybody is to pay it forward. */
export function markForward(help: Exchange, on: CalendarDate): Change[] {
  return [update('exchange', help.id, { forwardOn: on })];
}

export function unmarkForward(help: Exchange): Change[] {
  return [update('exchange', help.id, { forwardOn: null })];
}

/**
 * What is about to be given pays help forward: each give one, what came from the same person first, else what waits for longest.
 * `open` is the help still to be paid forward, longest first. A give from before the help pays nothing.
 */
export function payForward(
  given: { readonly changes: readonly Change[]; readonly exchanges: readonly Exchange[] },
  open: readonly Exchange[],
): { readonly changes: readonly Change[]; readonly paid: readonly PaidForward[] } {
  const left = [...open];
  const paid = given.exchanges
    .filter(({ kind }) => kind === 'give')
    .flatMap((give): PaidForward[] => {
      const fitting = left.filter((help) => receivedOn(help) <= givenOn(give));
      const own = fitting.find(({ contactId }) => contactId === give.contactId);
      const help = own ?? fitting[0];
      if (help === undefined) return [];
      left.splice(left.indexOf(help), 1);
      return [{ give: { ...give, forwardsId: help.id }, help, returned: own !== undefined }];
    });
  const links = new Map(paid.map(({ give }) => [give.id, give]));
  return { paid, changes: given.changes.map((change) => linked(change, links)) };
}

function linked(change: Change, links: ReadonlyMap<string, Exchange>): Change {
  if (!('insert' in change) || change.insert !== 'exchange') return change;
  const row = links.get(change.row.id);
  return row === undefined ? change : { insert: 'exchange', row };
}
