import { gap, isTended, type Person, type Situation, stageOf } from '../domain/person.ts';
import { standing } from '../domain/warmth.ts';

/** Warm people who were never asked for anything, by name, and how many are warm at all. */
export interface Untested {
  readonly people: readonly Person[];
  readonly warm: number;
}

/** Looks at whoever is tended, by the stages as `stages` judge them. With `--no-score` nothing is to be asked back, so that they are left out. */
export function untested(people: readonly Person[], situation: Situation, stages = situation): Untested {
  const warm = people.filter(
    (person) => !person.contact.noScore && isTended(stageOf(person, stages)) && isWarm(person, situation),
  );
  return { people: warm.filter(({ summary }) => summary.asked === 0), warm: warm.length };
}

function isWarm(person: Person, situation: Situation): boolean {
  const { warmth } = situation.settings.ranking;
  return standing(person.summary.days, gap(person, situation) ?? 0, warmth) === 'warm';
}
