import { addDays } from '../days/day.ts';
import { gap, isEstablished, type Person, quietBeyond, type Situation, stageOf } from '../person.ts';

/** A relationship that was touched so many days after it began has lasted. */
const LASTS_FROM = 90;

/** Whether something went both ways, or need not, and we are in touch still: kept, or not quiet for long. */
export function goesBothWays(person: Person, situation: Situation): boolean {
  const stage = stageOf(person, situation);
  if (stage === 'moved on' || !isEstablished(person)) return false;
  const quiet = gap(person, situation);
  const longest = quietBeyond(person.contact, situation.settings);
  return stage === 'kept' || (quiet !== null && quiet <= longest);
}

/** Whether a relationship goes both ways and was tended at least 90 days after we met. Not where it is not known when that was. */
export function hasLasted(person: Person, situation: Situation): boolean {
  const { metOn } = person.contact;
  const { lastOn } = person.summary;
  return (
    metOn !== null &&
    lastOn !== null &&
    lastOn >= addDays(metOn, LASTS_FROM) &&
    goesBothWays(person, situation)
  );
}
