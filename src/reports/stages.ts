import { type CalendarDate, daysBetween } from '../domain/days/day.ts';
import type { Stage } from '../domain/person.ts';
import type { Staged } from '../domain/stage-since.ts';
import { median } from './median.ts';

const ORDER: readonly Stage[] = ['stack', 'growing', 'kept', 'dormant', 'moved on'];

/** How many people are in a stage, and for how many days: the median. */
export interface StageCount {
  readonly stage: Stage;
  readonly people: number;
  readonly medianDays: number | null;
}

/** Every stage in its order, the empty ones too. */
export function stageCounts(people: readonly Staged[], today: CalendarDate): readonly StageCount[] {
  return ORDER.map((stage) => {
    const days = people
      .filter((each) => each.stage === stage)
      .map(({ since }) => Math.max(0, daysBetween(since, today)));
    return { stage, people: days.length, medianDays: median(days) };
  });
}
