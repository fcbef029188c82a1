import { isReceived, receivedOn } from '../domain/exchange.ts';
import { type GroupRecord, isIn, type Window } from '../domain/groups/group-record.ts';
import { goesBothWays, hasLasted } from '../domain/groups/lasting.ts';
import type { Person, Situation } from '../domain/person.ts';

/** What came of a group's gatherings. */
export interface Gained {
  /** Met there within the window, and those of them with whom it goes both ways now. */
  readonly met: number;
  readonly gained: readonly Person[];
  /** Met there at any time, and those of them with whom it has lasted. */
  readonly everMet: number;
  readonly lasted: readonly Person[];
  /** How often its people helped within the window. */
  readonly help: number;
}

/** Who was met at a group's gatherings and became more than that, and how often its people helped. */
export function gainedIn(record: GroupRecord, window: Window, situation: Situation): Gained {
  const gatherings = new Set(record.gatherings.map(({ id }) => id));
  const everMet = record.people.filter(({ contact }) => gatherings.has(contact.gatheringId ?? ''));
  const met = everMet.filter(({ contact }) => isIn(contact.metOn, window));
  const help = record.exchanges.filter(
    (exchange) => isReceived(exchange) && isIn(receivedOn(exchange), window),
  );
  return {
    met: met.length,
    gained: met.filter((person) => goesBothWays(person, situation)),
    everMet: everMet.length,
    lasted: everMet.filter((person) => hasLasted(person, situation)),
    help: help.length,
  };
}
