import { type Change, update } from '../change.ts';
import type { CalendarDate } from '../days/day.ts';
import { type Exchange, givenOn, isGiven, receivedOn } from '../exchange.ts';

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
 * What is about to be given pays help forward: each give one, a promise kept too, and the two gives of a recommendation one together.
 * What came from the same person first, else what waits for longest. `open` is the help still to be paid forward, longest first. A give
 * from before the help pays nothing.
 */
export function payForward(
  given: { readonly changes: readonly Change[]; readonly exchanges: readonly Exchange[] },
  open: readonly Exchange[],
): { readonly changes: readonly Change[]; readonly paid: readonly PaidForward[] } {
  const left = [...open];
  const acts = Map.groupBy(
    given.exchanges.filter(isGiven),
    ({ id, recommendationId }) => recommendationId ?? id,
  );
  const paid = [...acts.values()].flatMap((gives): PaidForward[] => {
    const fitting = gives.flatMap((give) =>
      left
        .filter((help) => receivedOn(help) <= givenOn(give))
        .map((help) => ({ give, help, returned: help.contactId === give.contactId })),
    );
    const found = fitting.find(({ returned }) => returned) ?? fitting[0];
    if (found === undefined) return [];
    left.splice(left.indexOf(found.help), 1);
    return [{ ...found, give: { ...found.give, forwardsId: found.help.id } }];
  });
  const links = new Map(paid.map(({ give }) => [give.id, give]));
  return { paid, changes: given.changes.map((change) => linked(change, links)) };
}

/** A new give with its link, or a promise with it that is kept. */
function linked(change: Change, links: ReadonlyMap<string, Exchange>): Change {
  if ('insert' in change) {
    const row = change.insert === 'exchange' ? links.get(change.row.id) : undefined;
    return row === undefined ? change : { insert: 'exchange', row };
  }
  const give = change.update === 'exchange' ? links.get(change.id) : undefined;
  if (give === undefined || change.update !== 'exchange' || change.set.keptOn === undefined) return change;
  return update('exchange', change.id, { ...change.set, forwardsId: give.forwardsId });
}
