import type { Change } from '../change.ts';
import { addDays, type CalendarDate } from '../days/day.ts';
import { dayAfter } from '../days/pause.ts';
import { type Person, type Situation, stageOf, tendedOn } from '../person.ts';
import { rest } from './stage.ts';

/** People as time has left them: somebody growing who has gone back to the stack stays there whatever is logged next. */
export function asLeft(people: readonly Person[], situation: Situation): readonly Person[] {
  return people.map((person) =>
    isLapsed(person, situation)
      ? { ...person, contact: { ...person.contact, stage: 'stack' as const } }
      : person,
  );
}

/**
 * What a touch on a day would hide of that: until then it is only derived, and the touch writes it down, with the day on which it
 * happened. Nobody let them rest: the touch after that day makes the card wait. Where it came on that very day, or before it and is
 * logged only now, the day before the touch is noted instead. A touch older than the last one hides nothing.
 */
export function lapsed(people: readonly Person[], touchedOn: CalendarDate, situation: Situation): Change[] {
  const { settings, pauses } = situation;
  return people
    .filter((person) => isLapsed(person, situation))
    .flatMap((person) => {
      const last = tendedOn(person, settings);
      if (last === null || touchedOn <= last) return [];
      const on = dayAfter(last, settings.ranking.growingEndsAfter, pauses);
      return [rest(person.contact, on !== null && on < touchedOn ? on : addDays(touchedOn, -1))];
    });
}

function isLapsed(person: Person, situation: Situation): boolean {
  return person.contact.stage === 'growing' && stageOf(person, situation) === 'stack';
}
