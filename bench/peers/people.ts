import { addDays, type CalendarDate } from '../../src/domain/days/day.ts';
import { nameOf } from '../garden.ts';

/** What another program is given to keep: the same people as net's, and how long ago each was talked with. */
export interface Friend {
  readonly number: number;
  readonly name: string;
  /** Oldest last, ten of them. */
  readonly talkedOn: readonly CalendarDate[];
  /** The day by which to be in touch again. */
  readonly dueOn: CalendarDate;
}

const TALKS = 10;

export function friends(people: number, today: CalendarDate): Friend[] {
  return Array.from({ length: people }, (_, number) => {
    const days = Array.from({ length: TALKS }, (_, j) => ((number * 7 + j * 37) % 365) + 5);
    const talkedOn = days.toSorted((a, b) => a - b).map((ago) => addDays(today, -ago));
    return { number, name: nameOf(number), talkedOn, dueOn: addDays(today, ((number * 7) % 90) - 30) };
  });
}
