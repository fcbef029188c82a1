import { CIRCLES, type Circle } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { elapsed } from '../domain/days/pause.ts';
import { intendedCadence, type Person, type Situation, stageOf } from '../domain/person.ts';

/** Of the people kept in a circle, how many were in touch within the days that were intended for them. */
export interface CadenceKept {
  readonly circle: Circle;
  readonly within: number;
  readonly of: number;
  /** The shortest and the longest of their cadences, in days. */
  readonly from: number;
  readonly to: number;
}

/**
 * How well each circle's cadence was kept, as of the situation's day; `lastTouches` are the last touches by then. Who was kept for less
 * than one cadence is not counted, nor who is dormant; paused days are left out. `staged` is what stages are judged by: while a pause is on offer
 * nobody changes theirs.
 */
export function cadenceKept(
  people: readonly Person[],
  lastTouches: ReadonlyMap<string, CalendarDate>,
  situation: Situation,
  staged: Situation = situation,
): readonly CadenceKept[] {
  const { settings, pauses, today } = situation;
  const counted = people
    .map((person) => asOf(person, lastTouches.get(person.contact.id) ?? null))
    .filter((person) => stageOf(person, staged) === 'kept')
    .map(({ contact, summary }) => ({
      circle: contact.circle ?? 'active',
      every: intendedCadence(contact, settings),
      keptOn: contact.keptOn,
      lastOn: summary.lastOn,
    }))
    .filter(({ keptOn, every }) => keptOn !== null && elapsed(keptOn, today, pauses) >= every);
  return CIRCLES.flatMap((circle) => {
    const members = counted.filter((member) => member.circle === circle);
    if (members.length === 0) return [];
    const cadences = members.map(({ every }) => every);
    return {
      circle,
      within: members.filter(
        ({ lastOn, every }) => lastOn !== null && elapsed(lastOn, today, pauses) <= every,
      ).length,
      of: members.length,
      from: cadences.reduce((a, b) => Math.min(a, b)),
      to: cadences.reduce((a, b) => Math.max(a, b)),
    };
  });
}

/** Somebody as they were when they had last been touched on a day. */
function asOf(person: Person, lastOn: CalendarDate | null): Person {
  return { ...person, summary: { ...person.summary, lastOn } };
}
