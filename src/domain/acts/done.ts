import type { Term } from '../agenda/term.ts';
import type { Change, Making } from '../change.ts';
import type { Person } from '../person.ts';
import type { Logged } from './log.ts';
import { type Given, keepPromise, tellGiver, thankFor, thankForFruit } from './settle.ts';

/**
 * Settles what a line leads with: a promise is kept, thanks are given, a proven giver is told; anything else is the talk itself.
 * `log` is the touch that goes with it, or null where that day has one.
 */
export function settleLine(
  person: Person,
  leading: Term | undefined,
  log: Logged | null,
  making: Making,
): Given {
  const on = log?.interaction.heldOn ?? making.today;
  const settling = settlingOf(person, leading, on, making);
  const established = [...(log?.established ?? []), ...settling.established];
  return {
    changes: once([...(log?.changes ?? []), ...settling.changes]),
    established: established.slice(0, 1),
    exchanges: settling.exchanges,
  };
}

function settlingOf(person: Person, leading: Term | undefined, on: Making['today'], making: Making): Given {
  const plainly = (changes: readonly Change[]) => ({ changes, established: [], exchanges: [] });
  switch (leading?.kind) {
    case 'promise':
      return keepPromise(person, leading.exchange, on, making);
    case 'thanks':
      return plainly(thankFor(leading.exchange, on));
    case 'thank-again':
      return plainly(thankForFruit(leading.exchange, on));
    case 'tell':
      return plainly(tellGiver(person, on));
    default:
      return plainly([]);
  }
}

/** Both the talk and the promise may find that the two are established: it is written once. */
function once(changes: readonly Change[]): Change[] {
  const key = (change: Change) => JSON.stringify(change);
  return changes.filter(
    (change, i) => 'insert' in change || changes.findIndex((other) => key(other) === key(change)) === i,
  );
}
