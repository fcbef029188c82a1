import { type CalendarDate, latest } from '../domain/days/day.ts';
import {
  type Exchange,
  givenOn,
  isGiven,
  isOpenPromise,
  owesThanks,
  owesThanksForFruit,
} from '../domain/exchange.ts';
import { gap, isGiver, type Person, type Situation } from '../domain/person.ts';
import { helpSince, type PastAsks, pastAsks } from './asks.ts';

/** A proven giver, with what is open between us. */
export interface Cherished {
  readonly person: Person;
  readonly asks: PastAsks;
  /** Given to me unasked. */
  readonly received: number;
  /** Since when that is counted. */
  readonly since: CalendarDate | null;
  readonly promises: readonly Exchange[];
  readonly thanks: readonly Exchange[];
  readonly fruit: readonly Exchange[];
  readonly lastGivenOn: CalendarDate | null;
  /** Days since the last touch, or null. */
  readonly gap: number | null;
}

export interface CherishReport {
  /** First whom I promised something, then whom I owe thanks, then by how long it has been quiet. */
  readonly people: readonly Cherished[];
  /** How many others came through at least once. */
  readonly others: number;
}

/** `exchangesOf` gives what went between somebody and me. Nobody moved on from is on the list. */
export function cherishReport(
  people: readonly Person[],
  exchangesOf: (person: Person) => readonly Exchange[],
  situation: Situation,
): CherishReport {
  const here = people.filter(({ contact }) => contact.stage !== 'moved on');
  const givers = here.filter(isGiver);
  const known = new Set(givers);
  const others = here.filter(
    (person) =>
      !known.has(person) && person.summary.helped + person.summary.partly + person.summary.received > 0,
  );
  const cherished = givers.map((person): Cherished => {
    const exchanges = exchangesOf(person);
    const given = exchanges.filter(isGiven).map(givenOn);
    return {
      person,
      asks: pastAsks(person.summary),
      received: person.summary.received,
      since: helpSince(exchanges),
      promises: person.open.filter(isOpenPromise),
      thanks: person.open.filter(owesThanks),
      fruit: person.open.filter(owesThanksForFruit),
      lastGivenOn: given.reduce<CalendarDate | null>((last, on) => latest(last, on), null),
      gap: person.summary.lastOn === null ? null : gap(person, situation),
    };
  });
  return { people: cherished.sort(byWhatIsOpen), others: others.length };
}

function byWhatIsOpen(a: Cherished, b: Cherished): number {
  const owed = ({ promises, thanks, fruit }: Cherished) =>
    promises.length > 0 ? 2 : thanks.length + fruit.length > 0 ? 1 : 0;
  return (
    owed(b) - owed(a) || (b.gap ?? 0) - (a.gap ?? 0) || (a.person.contact.id < b.person.contact.id ? -1 : 1)
  );
}
