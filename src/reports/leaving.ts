import { type Exchange, isOpenPromise } from '../domain/exchange.ts';
import { goesBothWays } from '../domain/groups/lasting.ts';
import { isGiver, type Person, type Situation, type Stage, stageOf } from '../domain/person.ts';

/** Somebody of a group to think of before it is left. */
export interface Staying {
  readonly person: Person;
  readonly stage: Stage;
  readonly giver: boolean;
  /** How often they came through: helped when asked, and gave unasked. */
  readonly helped: number;
  readonly bothWays: boolean;
  readonly promised: readonly Exchange[];
}

/** Givers first, then those with whom it goes both ways, then those who were promised something. Whoever moved on is none of them. */
export function whoStays(people: readonly Person[], situation: Situation): Staying[] {
  return people
    .map((person): Staying => {
      const { summary } = person;
      return {
        person,
        stage: stageOf(person, situation),
        giver: isGiver(person),
        helped: summary.helped + summary.partly + summary.received,
        bothWays: goesBothWays(person, situation),
        promised: person.open.filter(isOpenPromise),
      };
    })
    .filter(({ stage }) => stage !== 'moved on')
    .filter(({ giver, bothWays, promised }) => giver || bothWays || promised.length > 0)
    .sort((a, b) => order(b) - order(a) || (a.person.contact.name < b.person.contact.name ? -1 : 1));
}

function order({ giver, bothWays }: Staying): number {
  return (giver ? 2 : 0) + (bothWays ? 1 : 0);
}

/** Whether a relationship would be lost with the group: worth keeping, and neither kept nor growing. */
export function isToKeep({ giver, bothWays, stage }: Staying): boolean {
  return (giver || bothWays) && stage !== 'kept' && stage !== 'growing';
}
