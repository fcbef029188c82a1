import type { Term } from '../agenda/term.ts';
import type { Change, Making } from '../change.ts';
import type { Person } from '../person.ts';
import type { Logged } from './log.ts';
import { keepPromise, tellGiver, thankFor, thankForFruit } from './settle.ts';

/**
 * Settles what a line leads with: a promise is kept, thanks are given, a proven giver is told; anything else is the talk itself.
 * `log` is the touch that goes with it, or null where that day has one.
 */
export function settleLine(
  person: Person,
  leading: Term | undefined,
  log: Logged | null,
  making: Making,
): Change[] {
  const on = log?.interaction.heldOn ?? making.today;
  const settling = leading === undefined ? [] : settlingOf(person, leading, on, making);
  return once([...(log?.changes ?? []), ...settling]);
}

function settlingOf(person: Person, leading: Term, on: Making['today'], making: Making): Change[] {
  switch (leading.kind) {
    case 'promise':
      return keepPromise(person, leading.exchange, on, making);
    case 'thanks':
      return thankFor(leading.exchange, on);
    case 'thank-again':
      return thankForFruit(leading.exchange, on);
    case 'tell':
      return tellGiver(person, on);
    default:
      return [];
  }
}

/** Both the talk and the promise may find that the two are established: it is written once. */
function once(changes: readonly Change[]): Change[] {
  const key = (change: Change) => JSON.stringify(change);
  return changes.filter(
    (change, i) => 'insert' in change || changes.findIndex((other) => key(other) === key(change)) === i,
  );
}
