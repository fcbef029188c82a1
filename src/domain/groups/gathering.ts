import { addDays, type CalendarDate } from '../days/day.ts';

/** What one goes to a gathering for. */
export const AIMS = ['learn', 'meet', 'help'] as const;
export type Aim = (typeof AIMS)[number];

/** An event where people met: a name, its day where one is known, and what it took where that was logged. */
export interface Gathering {
  readonly id: string;
  readonly name: string;
  readonly heldOn: CalendarDate | null;
  /** The group that held it. */
  readonly groupId: string | null;
  /** There, and on the way there and back. */
  readonly minutes: number | null;
  readonly commute: number | null;
  /** In hundredths of the group's currency. */
  readonly cost: number | null;
  readonly aim: Aim | null;
  /** Whether it was worth the time, said afterwards. */
  readonly worth: boolean | null;
  readonly text: string | null;
  readonly deletedAt: string | null;
}

/** A gathering of which only the name and the day are known. */
export function plainGathering(id: string, name: string, heldOn: CalendarDate | null): Gathering {
  return {
    id,
    name,
    heldOn,
    groupId: null,
    minutes: null,
    commute: null,
    cost: null,
    aim: null,
    worth: null,
    text: null,
    deletedAt: null,
  };
}

/** Whether a gathering was worth it is said within so many days after it, unless its day is named. */
const SAID_WITHIN = 14;

/**
 * The gathering that somebody means who says nothing but whether it was worth it: the last one of two weeks that does not say, else that
 * of today, about which they changed their mind; null where there is neither. `gatherings` are oldest first.
 */
export function meantByWorth(gatherings: readonly Gathering[], today: CalendarDate): Gathering | null {
  const from = addDays(today, -SAID_WITHIN);
  const lately = gatherings.filter(({ heldOn }) => heldOn !== null && heldOn >= from && heldOn <= today);
  return (
    lately.findLast(({ worth }) => worth === null) ?? lately.find(({ heldOn }) => heldOn === today) ?? null
  );
}

/** What a gathering took of a week: the time there and on the way, in minutes. */
export function timeTaken({ minutes, commute }: Pick<Gathering, 'minutes' | 'commute'>): number {
  return (minutes ?? 0) + (commute ?? 0);
}
