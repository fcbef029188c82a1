import type { CalendarDate } from './days/day.ts';
import { dayAfter } from './days/pause.ts';
import { type Person, quietBeyond, type Situation, type Stage, stageOf, tendedOn } from './person.ts';

/** Somebody with their stage of today, and the day since when they are in it. */
export interface Staged {
  readonly person: Person;
  readonly stage: Stage;
  readonly since: CalendarDate;
}

/**
 * Since when somebody is in the stage of today. Dormant begins on the day on which the gap passed its bound, and so does the stack for
 * somebody growing who was quiet for too long. `addedOn` is the day on which the card was made.
 */
export function staged(person: Person, situation: Situation, addedOn: CalendarDate): Staged {
  const stage = stageOf(person, situation);
  return { person, stage, since: since(person, stage, situation) ?? addedOn };
}

function since(person: Person, stage: Stage, situation: Situation): CalendarDate | null {
  const { contact } = person;
  const { settings } = situation;
  switch (stage) {
    case 'growing':
      return contact.grownOn;
    case 'kept':
      return contact.keptOn;
    case 'moved on':
      return contact.movedOn;
    case 'dormant':
      return quietFor(person, quietBeyond(contact, settings) + 1, situation);
    case 'stack':
      return contact.stage === 'growing'
        ? quietFor(person, settings.ranking.growingEndsAfter, situation)
        : contact.restedOn;
  }
}

/** The day on which somebody had not been tended for so many days. */
function quietFor(person: Person, days: number, { settings, pauses }: Situation): CalendarDate | null {
  const last = tendedOn(person, settings);
  return last === null ? null : dayAfter(last, days, pauses);
}
